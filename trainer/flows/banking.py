"""What an author does with a shipped bank: read its items, keep the figures of blind answers beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.banks.blind import BlindScore, standing
from trainer.banks.read import read_bank
from trainer.checking.agreement import SUFFIX, Figure, agreement_text, bank_digest, read_agreement
from trainer.content.load import ContentFlaws, Flaw
from trainer.content.locate import shipped_root
from trainer.items.base import Item
from trainer.kernel.problems import N_, UsageProblem


def banks_folder() -> Path:
    """Where the shipped banks lie."""
    return shipped_root() / "question_banks"


def bank_names() -> list[str]:
    """The banks there are, by module."""
    return sorted(path.stem for path in banks_folder().glob("*.yaml") if "." not in path.stem)


def only_bank() -> str:
    """The bank meant when none is named: the only one. :class:`UsageProblem` when there are several."""
    names = bank_names()
    if len(names) != 1:
        raise UsageProblem(N_("Say which bank: {banks}."), banks=", ".join(names))
    return names[0]


def load_items(bank: str) -> list[Item]:
    """All items of a bank. :class:`UsageProblem` when there is none of this name, ContentFlaws when it is not sound."""
    if bank not in bank_names():
        raise UsageProblem(
            N_("There is no bank «{bank}»; there are: {banks}."), bank=bank, banks=", ".join(bank_names())
        )
    items: list[Item] = []
    flaws: list[Flaw] = []
    for piece in read_bank(banks_folder() / f"{bank}.yaml", f"question_banks/{bank}.yaml"):
        items += [entry.item for entry in piece.items]
        flaws += piece.flaws
    if flaws:
        raise ContentFlaws(tuple(flaws))
    return items


def record_blind(scores: Sequence[BlindScore]) -> None:
    """Keep the figures of one bank and language, from its sheets in order, in ``question_banks/<bank>.blind.yaml``.

    An item counts as the last sheet that shows its present wording says; one nobody answered in that wording does not
    agree. Figures of other languages stay while they were taken on the same state of the bank.
    """
    score = scores[-1]
    digest = bank_digest(load_items(score.bank))
    path = banks_folder() / f"{score.bank}{SUFFIX}"
    kept, _ = read_agreement(path, path.name)
    figures = dict(kept.figures) if kept and kept.bank_digest == digest else {}
    figures[score.language] = Figure(agreed=sum(standing(scores).values()), items=score.items)
    path.write_text(agreement_text(digest, dict(sorted(figures.items()))), encoding="utf-8")
