"""What single kinds of item need beyond their form: tolerance and unit of numbers, a distractor among pairs."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from trainer.checking.rule import Rule, each_item
from trainer.checking.seen import Hit, SeenItem
from trainer.items.kinds.matching import Matching
from trainer.items.kinds.numeric import Numeric
from trainer.kernel.problems import N_


def number(seen: SeenItem) -> Iterator[Hit]:
    """L32: a unit beside the field; a tolerance where people round, and never one that lets nothing be right."""
    item = seen.item
    if not isinstance(item, Numeric):
        return
    if item.unit is None:
        template = N_("The number has no unit, so nobody knows what to count; add «unit», in every language.")
        yield seen.hit(("answer",), template)
    tolerance, answer = Decimal(item.tolerance), Decimal(item.answer)
    if not tolerance and answer != answer.to_integral_value():
        template = N_(
            "The answer {answer} has decimals and no tolerance, so who rounds otherwise is wrong; add «tolerance»."
        )
        yield seen.hit(("answer",), template, answer=item.answer)
    if tolerance and tolerance >= abs(answer):
        template = N_("The tolerance {tolerance} is as large as the answer {answer}, so that 0 is right; lower it.")
        yield seen.hit(("tolerance",), template, tolerance=item.tolerance, answer=item.answer)


def pairs(seen: SeenItem) -> Iterator[Hit]:
    """L32: more options than rows, or the last pair is found by elimination."""
    if isinstance(seen.item, Matching) and len(seen.item.options) == len(seen.item.rows):
        template = N_(
            "There are as many options as rows, so the last pair needs no knowledge; add one that belongs to no row."
        )
        yield seen.hit(("options",), template)


RULES = (
    Rule("L32", "warning", "numbers with a unit and a sane tolerance", each_item(number)),
    Rule("L32", "warning", "more options than rows to be matched", each_item(pairs)),
)
