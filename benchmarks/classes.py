"""Classes that handed in, made once and kept: the files lie beside the compiled content they were made from."""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.content import content_of_a_class
from benchmarks.environments import project, stamp_of
from benchmarks.homes import run_program
from benchmarks.places import CACHE


def hand_ins(learners: int, attempts: int) -> tuple[Path, Path]:
    """A folder of hand-ins and the cache with the content they are of."""
    folder = CACHE / "bench-classes" / f"{learners}-{attempts}"
    stamp = folder.with_suffix(".stamp")
    wanted = stamp_of(project())
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        places = (str(content_of_a_class()), str(folder / "cache"), str(folder / "files"))
        run_program(project(), folder, "make_hand_ins", *places, str(learners), str(attempts))
        stamp.write_text(wanted, encoding="utf-8")
    return folder / "files", folder / "cache"
