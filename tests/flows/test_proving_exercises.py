"""An exercise's attempt that comes from elsewhere is taken when it holds together, and not otherwise."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.exercises.making import RUCKSACK
from tests.fakes.clock import FakeClock
from tests.flows.playing import DemoWorkspace, argue, played
from trainer.assessment.events import Event, HintUsed, Moved, RationaleWritten, Recorded, Started
from trainer.assessment.paper import from_bytes, to_bytes
from trainer.flows.proving import prove
from trainer.flows.running import journal_path
from trainer.kernel.canonical import digest
from trainer.kernel.problems import Problem
from trainer.progress.journal import encode, parse_journal

Change = Callable[[dict[str, Any]], None]


@pytest.fixture
def attempt(tmp_path: Path, clock: FakeClock) -> Iterator[tuple[str, bytes, bytes]]:
    """An assessed attempt with its rationale: id, journal, paper."""
    demo = DemoWorkspace(tmp_path, clock)
    demo.create_learner("Ada", "it", "en", "dem")
    name = played(demo, clock, RUCKSACK).attempt
    argue(demo, name)
    paper = demo.store.papers_folder / f"{demo.store.attempts()[0].paper}.json"
    yield name, journal_path(demo.store, name).read_bytes(), paper.read_bytes()
    demo.close()


def chained(events: list[Recorded]) -> bytes:
    raw, previous = b"", "0" * 64
    for number, recorded in enumerate(events):
        line, previous = encode(number, previous, recorded)
        raw += line
    return raw


def proven(attempt: tuple[str, bytes, bytes], *extra: Event, paper: bytes | None = None, at: int = -1) -> object:
    """What is made of the attempt, with other events in it or on another paper."""
    name, journal, own = attempt
    raw = paper or own
    events = list(parse_journal(journal, "j").events)
    start = events[0].event
    assert isinstance(start, Started)
    events[0] = replace(events[0], event=replace(start, paper=hashlib.sha256(raw).hexdigest()))
    place = len(events) if at < 0 else at
    events[place:place] = [Recorded(event, events[-1].at, events[-1].engine) for event in extra]
    return prove(name, chained(events), lambda digest: raw)


def test_an_honest_attempt_is_taken(attempt: tuple[str, bytes, bytes]) -> None:
    assert proven(attempt) is not None


def with_exercise(raw: bytes, change: Change) -> bytes:
    """The paper with another exercise, its digest in step: whoever forges one does that."""
    paper = from_bytes(raw, "p")
    body = json.loads(paper.exercise)
    change(body)
    forged = replace(paper, exercise=json.dumps(body), pool_digest=digest(body))
    return to_bytes(forged)


def _no_turns(body: dict[str, Any]) -> None:
    body["turns"] = []


def _another_id(body: dict[str, Any]) -> None:
    body["id"] = "another"


def _hostile(body: dict[str, Any]) -> None:
    body["title"]["it"] = "zaino\x1b[2J"


def _runs(body: dict[str, Any]) -> None:
    body["runs"] = {"perfect": [{"wait": 5}]}


def _other_phrases(body: dict[str, Any]) -> None:
    body["turns"][0]["choices"] = body["turns"][0]["choices"][1:]


@pytest.mark.parametrize("change", [_no_turns, _another_id, _hostile, _runs, _other_phrases])
def test_another_exercise_is_not(attempt: tuple[str, bytes, bytes], change: Change) -> None:
    with pytest.raises(Problem):
        proven(attempt, paper=with_exercise(attempt[2], change))


@pytest.mark.parametrize("change", [{"spoken": "fr"}, {"minutes": 99}, {"pass_mark": 0.1}, {"exercise": "{}"},
                                    {"pool_digest": "0" * 64}, {"sources": ({"citation": 5},)}])  # fmt: skip
def test_another_paper_is_not(attempt: tuple[str, bytes, bytes], change: dict[str, Any]) -> None:
    with pytest.raises(Problem):
        proven(attempt, paper=to_bytes(replace(from_bytes(attempt[2], "p"), **change)))


@pytest.mark.parametrize(
    "event",
    [
        Moved({"do": "say", "on": "nothing-of-the-kind", "values": {}}),
        Moved({"do": "say", "on": "arrives", "values": {"deep": [[[]]]}}),
        Moved({}),
        HintUsed("tip"),
        RationaleWritten("x", "choices", "in the middle of it all"),
    ],
)
def test_another_journal_is_not(attempt: tuple[str, bytes, bytes], event: Event) -> None:
    with pytest.raises(Problem):
        proven(attempt, event, at=2)
