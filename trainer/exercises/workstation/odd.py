"""What is wrong with how a workstation can go, judged by its recorded runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainer.exercises.base import Oddity
from trainer.exercises.runs import BadStep, play_run

if TYPE_CHECKING:
    from trainer.exercises.kinds.workstation import Workstation
    from trainer.exercises.workstation.setup import Setup


def odd(work: Workstation) -> Iterator[Oddity]:
    """Incidents nobody ever meets, phrases nobody can write."""
    ends = list(_ends(work))
    if not ends:
        return
    for index, incident in enumerate(work.incidents):
        if not any(incident.id in end.open_since for end in ends):
            yield Oddity("unreachable-incident", ("incidents", index, "id"), {"name": incident.id})
    start = work.start("", work.spoken[0])
    for index, report in enumerate(work.reports):
        for place, phrase in report.phrases():
            if not any(end.possible(phrase) or phrase in _written(end) for end in (start, *ends)):
                yield Oddity("impossible-phrase", ("reports", index, *place, "id"), {"name": phrase.id})


def _ends(work: Workstation) -> Iterator[Setup]:
    for name in work.runs:
        try:
            end = play_run(work, name)
        except BadStep:
            continue  # reported as what it is by whoever plays the runs
        yield end  # type: ignore[misc] # a workstation's play is a setup


def _written(end: Setup) -> list[object]:
    return [phrase for moment in end.moments for phrase in end.phrases_of(moment)]
