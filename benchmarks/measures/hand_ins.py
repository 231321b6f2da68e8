"""Taking in 200 hand-ins of 30 attempts, each proved whole, beside copying the same files."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.classes import hand_ins
from benchmarks.content import content_of_a_class
from benchmarks.environments import project
from benchmarks.homes import run_program
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.places import CACHE

LEARNERS, ATTEMPTS = 200, 30


@contextmanager
def _place() -> Iterator[Path]:
    """On the same disk as the files, so that syncing costs what it costs."""
    place = Path(tempfile.mkdtemp(prefix="run-", dir=CACHE))
    try:
        yield place
    finally:
        shutil.rmtree(place)


def _import() -> Figures:
    files, cache = hand_ins(LEARNERS, ATTEMPTS)
    with _place() as home:
        places = (str(content_of_a_class()), str(cache), str(files), str(home / "home"))
        done = json.loads(run_program(project(), home, "import_hand_ins", *places))
    assert (done["files"], done["attempts"], done["refused"]) == (LEARNERS, LEARNERS * ATTEMPTS, []), done
    return {"import": done["s"]}


def _copy() -> Figures:
    files, _ = hand_ins(LEARNERS, ATTEMPTS)
    with _place() as place:
        return {"import": json.loads(run_program(project(), place, "copy_files", str(files), str(place / "to")))["s"]}


MEASURE = Measure(
    name="hand-ins",
    question="How long does taking in 200 hand-ins of 30 attempts take, every attempt replayed, marked and compared?",
    unit="s",
    subject=Contender("register import", _import),
    floor=Contender("reading, hashing and copying the files", _copy),
    bounds={"import": Bound(10.0, absolute=True)},
    most=3,
)
