"""Learners with a past, made once an environment and kept; runs that write get a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.content import MODULE
from benchmarks.environments import Environment, project, stamp_of
from benchmarks.places import CACHE

#: Attempts of 20 items each: 20,000 responses.
USUAL_ATTEMPTS = 1_000

_HOMES = CACHE / "bench-homes"


def clean_environment(home: Path) -> dict[str, str]:
    """The variables every measured program is given; nothing of the caller's but the path."""
    nobody = _HOMES / "nobody"
    nobody.mkdir(parents=True, exist_ok=True)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(nobody),
        "TRAINER_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


def home_of(environment: Environment, attempts: int = USUAL_ATTEMPTS) -> Path:
    """A home with one learner who sat so many attempts, and the catalogue compiled."""
    home = _HOMES / f"{environment.folder.name}-{attempts}"

    def make() -> None:
        run_program(environment, home, "make_learner", str(home), str(attempts), MODULE)

    return _made(home, stamp_of(environment), make)


def same_learner(source: Path, environment: Environment) -> Path:
    """The learner of another home in a home of this environment, with its own catalogue compiled."""
    home = _HOMES / f"{environment.folder.name}-{source.name}"

    def make() -> None:
        shutil.copytree(source, home)
        shutil.rmtree(home / "cache")
        run_program(environment, home, "adopt_home", str(home))
        subprocess.run(
            [str(environment.python), "-m", "trainer", "--json", "catalogue"],
            check=True, env=clean_environment(home), stdout=subprocess.DEVNULL,
        )  # fmt: skip

    return _made(home, f"{stamp_of(environment)} {source.with_suffix('.stamp').read_text(encoding='utf-8')}", make)


def shared_home(environment: Environment, learners: int = 5) -> Path:
    """A home of so many learners, each with the usual past."""
    source = home_of(environment)
    home = _HOMES / f"{source.name}-shared-{learners}"

    def make() -> None:
        shutil.copytree(source, home)
        run_program(environment, home, "share_home", str(home), str(learners))

    return _made(home, f"{stamp_of(environment)} {source.with_suffix('.stamp').read_text(encoding='utf-8')}", make)


@contextmanager
def copy_of(home: Path) -> Iterator[Path]:
    """A home to write in, gone afterwards. On the same disk, so that syncing costs what it costs."""
    place = Path(tempfile.mkdtemp(prefix="run-", dir=_HOMES))
    try:
        copied = Path(shutil.copytree(home, place / "home"))
        run_program(project(), copied, "adopt_home", str(copied))
        os.sync()
        yield copied
    finally:
        shutil.rmtree(place)


def run_program(environment: Environment, home: Path, name: str, *arguments: str) -> str:
    """Run one of ``benchmarks/programs`` to its end and give what it printed."""
    done = subprocess.run(
        environment.program(name, *arguments),
        check=True, env=clean_environment(home), capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def _made(home: Path, wanted: str, make: Callable[[], None]) -> Path:
    stamp = home.with_suffix(".stamp")
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(home, ignore_errors=True)
        stamp.unlink(missing_ok=True)
        make()
        stamp.write_text(wanted, encoding="utf-8")
    return home
