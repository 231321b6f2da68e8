"""Which items belong together: the sets of jurisdictions a learner may meet, and the pools exams draw from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from trainer.assessment.blueprint import Strata
from trainer.checking.seen import SeenItem
from trainer.schema.fields import Jurisdiction, Use

#: What learners of a country's qualifications meet.
SETS: dict[str, frozenset[Jurisdiction]] = {
    "IT": frozenset({"IT", "EU", "none"}),
    "CH": frozenset({"CH", "none"}),
}
#: The set every exam must be feasible for; elsewhere an exam may be not available yet.
HOME = "IT"
#: Mock exams draw from the first pool, counting exams from the second.
POOLS: tuple[frozenset[Use], ...] = (frozenset({"practice", "both"}), frozenset({"exam", "both"}))


def of_set(items: Iterable[SeenItem], name: str) -> list[SeenItem]:
    """The items a learner of this country meets."""
    return under(items, SETS[name])


def under(items: Iterable[SeenItem], jurisdictions: Collection[Jurisdiction]) -> list[SeenItem]:
    """The items under one of these laws."""
    return [seen for seen in items if seen.item.jurisdiction in jurisdictions]


def strata(items: Sequence[SeenItem], uses: frozenset[Use], as_of: date) -> Strata:
    """A pool by module, lesson and level: the items of these uses whose law has not ended."""
    result: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for seen in items:
        item = seen.item
        in_force = (item.valid_until is None or item.valid_until >= as_of) and (item.valid_from or as_of) <= as_of
        if item.use in uses and in_force:
            result[seen.module, item.lesson or "", item.level].append(item.id)
    return {key: sorted(ids) for key, ids in result.items()}
