"""How much of a record stands in full on its one page: the ladder that is gone down until everything fits.

Shortened is by rule only, and the page says so: the credential inside the file has every text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: ``full``: every knowledge and skill line in every language; ``first``: in the page's first language; ``skills``: the
#: skills in the first language, the knowledge by number and ids; ``counted``: all by number and ids.
Outcomes = Literal["full", "first", "skills", "counted"]

#: ``full``: what each attempt shows, in every language, and the sections of the passed exam; ``first``: both, and how
#: the rule is read, in the page's first language; ``rows``: as ``first``, without the sections; ``brief``: attempts and
#: tries with day, title and mark, and what all of them have in common; ``packed``: as ``brief``, in running text.
Evidence = Literal["full", "first", "rows", "brief", "packed"]


@dataclass(frozen=True, slots=True)
class Detail:
    """One step of the ladder; ``size`` is that of running text in points."""

    size: float
    outcomes: Outcomes
    evidence: Evidence

    @property
    def shortened(self) -> bool:
        """Whether anything stands only in the credential."""
        return self.outcomes != "full" or self.evidence != "full"


_SIZES = (8.6, 8.2, 7.8, 7.4, 7.1)
#: Which texts give way first, and the sizes each form is tried in, from the largest; the last ones are for records of
#: many attempts or in several languages.
_FORMS: tuple[tuple[Outcomes, Evidence, tuple[float, ...]], ...] = (
    ("full", "full", _SIZES),
    ("first", "full", _SIZES),
    ("first", "first", _SIZES),
    ("skills", "full", _SIZES),
    ("skills", "first", _SIZES),
    ("counted", "full", _SIZES),
    ("counted", "first", (*_SIZES, 6.8)),
    ("counted", "rows", (7.1, 6.8)),
    ("counted", "brief", (7.4, 7.1, 6.8)),
    ("counted", "packed", (7.1, 6.8, 6.5)),
)

#: Best form first; in each, the largest size first.
LADDER: tuple[tuple[Detail, ...], ...] = tuple(
    tuple(Detail(size, outcomes, evidence) for size in sizes) for outcomes, evidence, sizes in _FORMS
)


def id_ranges(ids: tuple[str, ...]) -> str:
    """Ids in short: ``abr.uc1.s01–s11``; runs that are not consecutive stand apart."""
    runs: list[list[str]] = []
    for one in ids:
        if runs and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1].rpartition('.')[2]}" for run in runs)


def _follows(first: str, second: str) -> bool:
    stem, number = first.rstrip("0123456789"), first[len(first.rstrip("0123456789")) :]
    return number != "" and second == f"{stem}{int(number) + 1:0{len(number)}d}"
