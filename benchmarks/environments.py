"""The measured environments: Trainer as a wheel, the peer, and copies of the first with other content."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.measure import SkippedMeasure
from benchmarks.places import CACHE, PROGRAMS, ROOT, SOURCES

PEER = ("posting==2.11.1", "tree-sitter==0.25.2")
_QUIET = {"PIP_QUIET": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
_STAMP = "stamp"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    def program(self, name: str, *arguments: str) -> list[str]:
        """How one of ``benchmarks/programs`` is run here."""
        return [str(self.python), "-P", str(PROGRAMS / f"{name}.py"), *arguments]

    def package(self) -> Path:
        """The installed package."""
        return next(self.folder.glob("lib/python*/site-packages/trainer"))


@cache
def project() -> Environment:
    """Trainer, built from this checkout and installed as a wheel; again when anything in it changed."""
    environment = Environment(CACHE / "bench-env")
    stamp = _digest_of_sources()
    if stamp_of(environment) != stamp:
        _make(environment.folder)
        wheel = _build_wheel()
        _pip(environment, "-c", str(ROOT / "constraints.txt"), str(wheel))
        _pip(environment, "--force-reinstall", "--no-deps", str(wheel))
        _write_stamp(environment, stamp)
    return environment


@cache
def peer() -> Environment:
    """The peer in an environment of its own. :class:`SkippedMeasure` where it cannot be installed."""
    environment = Environment(CACHE / "bench-peer")
    stamp = " ".join(PEER)
    if stamp_of(environment) != stamp:
        try:
            _make(environment.folder)
            _pip(environment, *PEER)
        except subprocess.CalledProcessError as error:
            raise SkippedMeasure(f"{stamp} cannot be installed here ({_last_line(error)})") from None
        _write_stamp(environment, stamp)
    return environment


def copy_with_content(name: str, content: Path, stamp: str) -> Environment:
    """The project's environment again, with another ``_shipped`` folder; all other files are shared."""
    original, copied = project(), Environment(CACHE / name)
    stamp = f"{stamp_of(original)} {stamp}"
    if stamp_of(copied) != stamp:
        shutil.rmtree(copied.folder, ignore_errors=True)
        shutil.copytree(original.folder, copied.folder, symlinks=True, copy_function=_share)
        shutil.rmtree(copied.package() / "_shipped")
        shutil.copytree(content, copied.package() / "_shipped")
        _write_stamp(copied, stamp)
    return copied


def _share(source: str, target: str) -> None:
    """A second name for a file, so that it keeps its times and its ``.pyc`` stays valid."""
    Path(target).hardlink_to(source)


def _make(folder: Path) -> None:
    if not (folder / "bin" / "python").exists():
        _run([sys.executable, "-m", "venv", str(folder)])
    (folder / _STAMP).unlink(missing_ok=True)


def _build_wheel() -> Path:
    place = CACHE / "bench-wheel"
    shutil.rmtree(place, ignore_errors=True)
    here = all(importlib.util.find_spec(name) for name in ("hatchling", "babel"))
    alone = ["--no-build-isolation"] if here else []
    _run([sys.executable, "-m", "pip", "wheel", *alone, "--no-deps", "-w", str(place), str(ROOT)])
    return next(place.glob("trainer-*.whl"))


def _pip(environment: Environment, *arguments: str) -> None:
    _run([str(environment.python), "-m", "pip", "install", *arguments])


def _run(command: Sequence[str]) -> None:
    allowed = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, text=True, env=allowed | _QUIET)


def _last_line(error: subprocess.CalledProcessError) -> str:
    lines = [line for line in str(error.stderr).splitlines() if line.startswith("ERROR")]
    return lines[-1] if lines else f"pip ended with {error.returncode}"


def _digest_of_sources() -> str:
    state = hashlib.sha256(sys.version.encode())
    for name in SOURCES:
        top = ROOT / name
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.is_file() and path.suffix not in (".pyc", ".mo"):
                state.update(f"{path.relative_to(ROOT)}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    return state.hexdigest()[:16]


def stamp_of(environment: Environment) -> str:
    """What an environment was made from; "" before it is made."""
    try:
        return (environment.folder / _STAMP).read_text(encoding="utf-8")
    except OSError:
        return ""


def _write_stamp(environment: Environment, stamp: str) -> None:
    """As a new file: in a copied environment the old one is the original's too."""
    (environment.folder / _STAMP).unlink(missing_ok=True)
    (environment.folder / _STAMP).write_text(stamp, encoding="utf-8")
