"""Blind sheets: items in one language without keys, and scoring of the answers given on them.

An answer agrees when it earns the full mark: exactly the key, every row and gap, the whole order, a number within its
tolerance. A disagreement is a flaw of the item to mend. Items that only an assessor can mark stand on no sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.banks.sheets import ROWS, answered, entry, sheet_name
from trainer.items.base import Item, Response
from trainer.kernel.problems import N_, InputUnreadable

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item answered otherwise than its key says: ids or text by group, how sure, and what was unclear.

    An answer that could not be one (half an order) stands as it was written, under ``""``.
    """

    id: str
    answered: Response
    key: Response
    sure: str
    unclear: str


@dataclass(frozen=True, slots=True)
class BlindScore:
    """Agreement of one answer sheet with the keys of a bank.

    ``missing``: items without an answer; ``stale``: items whose wording changed since the sheet was made;
    ``current``: items answered in their present wording; ``excluded``: items only an assessor can mark, which are not
    in ``items``.
    """

    bank: str
    language: str
    items: int
    agreed: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    current: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]
    excluded: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        return self.agreed / self.items if self.items else 0.0


def blind_sheet(bank: str, items: Iterable[Item], language: str, seed: str) -> dict[str, Any]:
    """The sheet as plain data, ready for JSON; ``answer`` is to be filled, by group."""
    return {
        "format": FORMAT,
        "bank": bank,
        "language": language,
        "seed": seed,
        "how": "answer: letters by group (an order: one after another, as in dcba; a letter serves one row in "
        "matching, any number in classification), or what you would type; sure: yes|no; unclear: what is not clear",
        "items": [entry(item, language, seed) for item in items if not item.NEEDS_ASSESSOR],
    }


def score_sheet(sheet: Mapping[str, Any], items: Iterable[Item], name: str) -> BlindScore:
    """Compare a filled sheet with the bank. :class:`InputUnreadable` when it is no sheet of this format."""
    every = list(items)
    by_id = {item.id: item for item in every if not item.NEEDS_ASSESSOR}
    excluded = tuple(item.id for item in every if item.NEEDS_ASSESSOR)
    try:
        if sheet["format"] != FORMAT:
            raise KeyError("format")
        entries = {str(filled["item"]): filled for filled in sheet["items"]}
        seed, bank, language = str(sheet["seed"]), str(sheet["bank"]), str(sheet["language"])
    except (KeyError, TypeError):
        raise InputUnreadable(N_("{file} is not a filled blind sheet of this version."), file=name) from None
    agreed = 0
    missing: list[str] = []
    stale: list[str] = []
    current: list[str] = []
    wrong: list[Disagreement] = []
    for item_id, item in by_id.items():
        filled = entries.get(sheet_name(item, seed))
        if filled is None or not any(str(v).strip() for v in filled["answer"].values()):
            missing.append(item_id)
            continue
        due = entry(item, language, seed)
        fresh = all(filled.get(part) == due.get(part) for part in ("stem", "text", ROWS, "choose", "options"))
        (current if fresh else stale).append(item_id)
        response = answered(filled, item, seed)
        if response is not None and item.mark(response).right:
            agreed += 1
        else:
            raw = {"": tuple(str(value) for value in filled["answer"].values())}
            sure, unclear = str(filled["sure"]), str(filled["unclear"])
            wrong.append(Disagreement(item_id, raw if response is None else response, item.key(), sure, unclear))
    return BlindScore(
        bank, language, len(by_id), agreed, tuple(missing), tuple(stale), tuple(current), tuple(wrong), excluded
    )


def standing(scores: Sequence[BlindScore]) -> dict[str, bool]:
    """Whether each item answered in its present wording agrees with its key, by the last sheet that shows it."""
    verdict: dict[str, bool] = {}
    for score in scores:
        wrong = {found.id for found in score.disagreements}
        verdict.update({item: item not in wrong for item in score.current})
    return verdict
