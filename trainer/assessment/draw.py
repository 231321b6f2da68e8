"""The seeded draw of a paper: same seed, same pool of ids, same paper, on every machine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from trainer.assessment.blueprint import Strata, candidates, draws
from trainer.content.models import Exam
from trainer.kernel.canonical import digest
from trainer.kernel.problems import N_, Refused
from trainer.kernel.seed import Stream


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item drawn for a section."""

    section: str
    id: str


def draw(exam: Exam, strata: Strata, seed: str) -> list[Drawn]:
    """Item ids by section; inside a section they stand in drawn order, whatever their level.

    Raises :class:`Refused` when a stratum holds fewer items than it must give.
    """
    chosen: dict[str, list[str]] = {section.id: [] for section in exam.sections}
    taken: set[str] = set()
    for section, level, count in draws(exam):
        pool = [item for item in candidates(section, level, strata) if item not in taken]
        if len(pool) < count:
            raise Refused(
                N_("The exam {exam} cannot be drawn: section {section} needs {need} items of level {level}, "
                   "{have} are there."),
                exam=exam.id, section=section.id, need=count, level=level, have=len(pool),
            )  # fmt: skip
        picked = Stream(seed, "draw", exam.id, section.id, level).sample(pool, count)
        taken.update(picked)
        chosen[section.id] += picked
    return [
        Drawn(section.id, item)
        for section in exam.sections
        for item in Stream(seed, "sequence", exam.id, section.id).shuffled(sorted(chosen[section.id]))
    ]


def lines_digest(lines: str) -> str:
    """Digest of a pool given as lines ``item-id item-digest``, sorted: changes when any item of it changes."""
    return hashlib.sha256(lines.encode()).hexdigest()


def pool_digest(rows: Iterable[tuple[str, str]]) -> str:
    """Digest of a pool given as (item id, item digest) pairs: changes when any item of it changes, its key included."""
    return digest(sorted(rows))
