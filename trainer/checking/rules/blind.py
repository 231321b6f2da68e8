"""Blind answers: people who had not seen the key must come to it."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.agreement import SUFFIX, bank_digest
from trainer.checking.rule import Rule, each_bank
from trainer.checking.seen import Hit
from trainer.checking.world import SeenBank
from trainer.kernel.problems import N_

#: Agreement due after mending, in each language.
DUE = 0.98


def agreement(bank: SeenBank) -> Iterator[Hit]:
    """B01, B02."""
    low = N_("In «{language}» {agreed} of {items} blind answers agree with the key; {due} % are due. Mend the items.")
    old = N_(
        "The figures of blind answers were taken on an older state of the bank; have the changed items answered again."
    )
    if bank.blind is None:
        return
    file = bank.file.removesuffix(".yaml") + SUFFIX
    for language, figure in bank.blind.figures.items():
        if figure.share < DUE:
            values = {"language": language, "agreed": figure.agreed, "items": figure.items, "due": round(100 * DUE)}
            yield Hit(file, 1, low, values)
    taken_on = bank.blind.bank_digest
    if bank.complete and taken_on and taken_on != bank_digest(seen.item for seen in bank.items):
        yield Hit(file, 1, old, {}, "info")


RULES = (Rule("B01", "warning", "blind answers that agree with the key", each_bank(agreement)),)
