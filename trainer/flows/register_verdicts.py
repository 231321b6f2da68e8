"""What raters have come to about a piece of work: the one place that says it of a class or a record."""

from __future__ import annotations

from typing import Literal

from trainer.flows.register import Standing
from trainer.flows.rubrics import Rubrics

#: ``unfinished``: the learner has not handed it in; ``waiting``: another rater is due.
Verdict = Literal["unfinished", "waiting", "sufficient", "insufficient"]


def verdict(standing: Standing, part: str, rubrics: Rubrics, *, two_raters: bool) -> Verdict:
    """The verdict on a part of an attempt, by the rules of the rubric: two who disagree wait for a third."""
    if part not in standing.short.ready:
        return "unfinished"
    found = rubrics.outcome(standing, part, two_raters=two_raters)
    if found.due:
        return "waiting"
    return "sufficient" if found.sufficient else "insufficient"
