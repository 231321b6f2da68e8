"""Blind sheets: stems and options in one language without keys, and scoring of the answers given on them.

An answer agrees when it is exactly the key; for true or false, verdict and reason both. A disagreement is a flaw of
the item to mend. Options stand in an order drawn from the sheet's seed, so letters mean nothing outside the sheet.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trainer.items.base import Item
from trainer.kernel.problems import N_, InputUnreadable
from trainer.kernel.seed import Stream

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An item answered otherwise than its key says: option ids by group, how sure, and what was unclear."""

    id: str
    answered: dict[str, tuple[str, ...]]
    key: dict[str, tuple[str, ...]]
    sure: str
    unclear: str


@dataclass(frozen=True, slots=True)
class BlindScore:
    """Agreement of one answer sheet with the keys of a bank.

    ``missing``: items without an answer; ``stale``: items whose wording changed since the sheet was made;
    ``current``: items answered in their present wording.
    """

    bank: str
    language: str
    items: int
    agreed: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]
    current: tuple[str, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def share(self) -> float:
        return self.agreed / self.items if self.items else 0.0


def blind_sheet(bank: str, items: Iterable[Item], language: str, seed: str) -> dict[str, Any]:
    """The sheet as plain data, ready for JSON; ``answer`` is to be filled with letters by group."""
    return {
        "format": FORMAT,
        "bank": bank,
        "language": language,
        "seed": seed,
        "how": "answer: letters by group; sure: yes|no; unclear: what in the wording made you hesitate",
        "items": [_entry(item, language, seed) for item in items],
    }


def _entry(item: Item, language: str, seed: str) -> dict[str, Any]:
    texts = {(line.group, line.id): line.text for line in item.feedback()}
    groups = {}
    for group, ids in _letters(item, seed).items():
        groups[group] = {letter: texts[group, i].get(language) or texts[group, i][""] for letter, i in ids.items()}
    choose = {group: ("one" if limit == 1 else "one or more") for group, limit in item.limits().items()}
    return {
        "item": _name(item, seed),
        "stem": item.stem[language],
        "choose": choose,
        "options": groups,
        "answer": dict.fromkeys(groups, ""),
        "sure": "",
        "unclear": "",
    }


def _name(item: Item, seed: str) -> str:
    """An opaque name: item ids can give away what an item is after."""
    return Stream(seed, "blind", item.id).token(8)


def _letters(item: Item, seed: str) -> dict[str, dict[str, str]]:
    order = item.draw_order(seed)
    return {group: dict(zip(string.ascii_lowercase, ids, strict=False)) for group, ids in order.items()}


def key_of(item: Item) -> dict[str, tuple[str, ...]]:
    """The ids of the options that are right, by group, in authored order."""
    keys: dict[str, tuple[str, ...]] = dict.fromkeys(item.option_groups(), ())
    for line in item.feedback():
        if line.key:
            keys[line.group] += (line.id,)
    return keys


def score_sheet(sheet: Mapping[str, Any], items: Iterable[Item], name: str) -> BlindScore:
    """Compare a filled sheet with the bank. :class:`InputUnreadable` when it is no sheet of this format."""
    by_id = {item.id: item for item in items}
    try:
        if sheet["format"] != FORMAT:
            raise KeyError("format")
        entries = {str(entry["item"]): entry for entry in sheet["items"]}
        seed, bank, language = str(sheet["seed"]), str(sheet["bank"]), str(sheet["language"])
    except (KeyError, TypeError):
        raise InputUnreadable(N_("{file} is not a filled blind sheet of this version."), file=name) from None
    agreed = 0
    missing: list[str] = []
    stale: list[str] = []
    current: list[str] = []
    wrong: list[Disagreement] = []
    for item_id, item in by_id.items():
        entry = entries.get(_name(item, seed))
        if entry is None or not any(str(v).strip() for v in entry["answer"].values()):
            missing.append(item_id)
            continue
        fresh = all(entry[part] == _entry(item, language, seed)[part] for part in ("stem", "options"))
        (current if fresh else stale).append(item_id)
        answered = _answered(entry, item, seed)
        if answered == key_of(item):
            agreed += 1
        else:
            wrong.append(Disagreement(item_id, answered, key_of(item), str(entry["sure"]), str(entry["unclear"])))
    return BlindScore(bank, language, len(by_id), agreed, tuple(missing), tuple(stale), tuple(current), tuple(wrong))


def standing(scores: Sequence[BlindScore]) -> dict[str, bool]:
    """Whether each item answered in its present wording agrees with its key, by the last sheet that shows it."""
    verdict: dict[str, bool] = {}
    for score in scores:
        wrong = {found.id for found in score.disagreements}
        verdict.update({item: item not in wrong for item in score.current})
    return verdict


def _answered(entry: Mapping[str, Any], item: Item, seed: str) -> dict[str, tuple[str, ...]]:
    letters = _letters(item, seed)
    result: dict[str, tuple[str, ...]] = {}
    for group, ids in item.option_groups().items():
        given = str(entry["answer"].get(group, "")).lower()
        picked = {letters[group].get(char) for char in given if char.isalpha()}
        result[group] = tuple(option for option in ids if option in picked)
    return result
