"""Exercises by keys alone: one of each kind played well and badly, killed and resumed; then what assessed ones prove.

``python -m tests.e2e.exercises --size 80x24 --lang it --frames OUT`` saves every frame, and exits 0 when
everything was seen. ``--play ID,ID`` plays other shipped exercises.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.e2e.plays.proving import prove
from tests.e2e.plays.sitting import Sitting, well_and_badly
from tests.e2e.terminal import ScreenTimeout
from trainer.i18n.catalogue import languages

#: One of each kind.
PLAYED = ("first-morning-at-the-headset", "monday-after-the-sale", "kettle-trips-the-switch")
#: The name of the sitting that plays assessed exercises.
PROVED = "assessed"
#: As many at a time: each waits more than it works.
AT_ONCE = 3


def sit(name: str, size: tuple[int, int], language: str, frames: Path | None) -> tuple[bool, str]:
    """One sitting on a home of its own: whether all was seen, and what was done or what was waited for."""
    with tempfile.TemporaryDirectory() as home:
        sitting = Sitting(size, language, frames / name if frames else None, Path(home))
        try:
            return True, prove(sitting) if name == PROVED else well_and_badly(sitting, name)
        except ScreenTimeout as problem:
            return False, f"{name}: {problem}"
        finally:
            sitting.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--lang", default="it", choices=languages())
    parser.add_argument("--frames", type=Path)
    parser.add_argument("--play", default=",".join((*PLAYED[:2], PROVED, *PLAYED[2:])))
    options = parser.parse_args()
    columns, rows = (int(part) for part in options.size.split("x"))
    os.environ.pop("TRAINER_HOME", None)
    began, names = time.monotonic(), options.play.split(",")
    with ProcessPoolExecutor(AT_ONCE, multiprocessing.get_context("spawn")) as pool:
        done = [pool.submit(sit, name, (columns, rows), options.lang, options.frames) for name in names]
        ended = [one.result() for one in done]
    took = f"{time.monotonic() - began:.0f} s"
    failed = [text for good, text in ended if not good]
    print("\n".join(failed) if failed else f"{options.size} {options.lang}: {'; '.join(t for _, t in ended)}; {took}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
