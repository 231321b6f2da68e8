"""``python -m tests.records.verifiers``: what independent programs say of our records; 1 when one says otherwise.

A good record in both forms, its status lists, and copies of each with one letter changed. What cannot be had here is
``skipped``: openvc-core is installed in an environment of its own, @digitalbazaar/vc by npm, both below ``.cache``.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.records import samples
from trainer.records.contexts import OPEN_BADGES, context
from trainer.records.issue import written
from trainer.records.proofs import JCS, RDFC

TOP = Path(__file__).parents[2]
CACHE = TOP / ".cache" / "verifiers"
PROGRAMS = Path(__file__).parent / "programs"
OPENVC = "openvc-core[data-integrity]==1.37.0"
NPM = (
    "@digitalbazaar/vc@7.3.0", "@digitalbazaar/data-integrity@2.5.0",
    "@digitalbazaar/eddsa-rdfc-2022-cryptosuite@1.3.0", "@digitalbazaar/eddsa-jcs-2022-cryptosuite@1.0.0",
    "@digitalcredentials/security-document-loader@8.0.0",
)  # fmt: skip
SECONDS = 300


class Absent(Exception):
    """Why a verifier cannot be run here."""


@dataclass(frozen=True)
class Verifier:
    """``command`` installs what is needed and gives the words to which files are added; ``lacks`` what it cannot do."""

    name: str
    command: Callable[[Path], list[str]]
    lacks: tuple[str, ...] = ()


def _openbadgeslib(_: Path) -> list[str]:
    return [sys.executable, str(PROGRAMS / "check_openbadgeslib.py")]


def _openvc(folder: Path) -> list[str]:
    place = CACHE / "openvc"
    if not (place / "done").exists():
        shutil.rmtree(place, ignore_errors=True)
        venv.create(place, with_pip=True)
        _install([str(place / "bin" / "python"), "-m", "pip", "install", "-q", OPENVC], place)
    (folder / "context.json").write_text(json.dumps(context(OPEN_BADGES)))
    (folder / "lists.json").write_bytes(samples.listing())
    extra = [str(folder / "context.json"), str(folder / "lists.json")]
    return [str(place / "bin" / "python"), str(PROGRAMS / "check_openvc.py"), *extra]


def _npm(_: Path) -> list[str]:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Absent("node and npm are not installed")
    place = CACHE / "npm"
    if not (place / "done").exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        (place / "package.json").write_text("{}")
        _install([npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", *NPM], place)
    # Modules are looked for beside the program.
    shutil.copyfile(PROGRAMS / "check_vc.mjs", place / "check_vc.mjs")
    return [node, str(place / "check_vc.mjs")]


def _install(command: list[str], place: Path) -> None:
    try:
        subprocess.run(command, cwd=place, check=True, capture_output=True, text=True, timeout=SECONDS)
    except subprocess.CalledProcessError as error:
        raise Absent(f"cannot be installed here: {error.stderr.strip().splitlines()[-1:]}") from None
    except subprocess.TimeoutExpired:
        raise Absent("cannot be installed here: no answer") from None
    (place / "done").touch()


VERIFIERS = (
    Verifier("openbadgeslib", _openbadgeslib, (JCS,)),
    Verifier("openvc-core", _openvc),
    Verifier("@digitalbazaar/vc", _npm),
)


def documents() -> Iterator[tuple[str, str, bytes]]:
    """Name, the word that is right, and the file."""
    for suite in (RDFC, JCS):
        good = samples.signed(suite=suite)
        yield f"record, {suite}", "accepted", written(good)
        good["credentialSubject"]["identifier"][0]["identityHash"] += "x"
        yield f"record with another name, {suite}", "refused", written(good)
    lists = json.loads(samples.listing(revoked=(3,)))["verifiableCredential"]
    for one in lists:
        purpose = one["credentialSubject"]["statusPurpose"]
        yield f"status list, {purpose}", "accepted", written(one)
        one["validUntil"] = "2099-01-01T00:00:00Z"
        yield f"status list with another date, {purpose}", "refused", written(one)


def said(verifier: Verifier, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Of every document: its name, the word that is right, and what the verifier says. Raises :class:`Absent`."""
    command, files = verifier.command(folder), list(documents())
    for number, (_, _, raw) in enumerate(files):
        (folder / f"{number}.json").write_bytes(raw)
    paths = [str(folder / f"{number}.json") for number in range(len(files))]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, timeout=SECONDS, check=False)
    lines = done.stdout.splitlines()
    if done.returncode or len(lines) != len(files):
        raise RuntimeError(f"{verifier.name} failed: {done.stderr.strip()[-300:]}")
    for (name, right, _), line in zip(files, lines, strict=True):
        unable = any(name.endswith(word) for word in verifier.lacks)
        yield name, "unsupported" if unable else right, line


def main() -> int:
    """Print a table."""
    surprises = 0
    for verifier in VERIFIERS:
        print(verifier.name)
        with tempfile.TemporaryDirectory() as folder:
            try:
                for name, right, line in said(verifier, Path(folder)):
                    wrong = not line.startswith(right)
                    surprises += wrong
                    print(f"  {name:52}{line[:90]}{'   SURPRISE' if wrong else ''}")
            except Absent as why:
                print(f"  skipped: {why}")
    print(f"{surprises} surprises" if surprises else "as it should be")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
