"""One item on a blind sheet: what stands there for someone who does not know the key, and reading what they wrote.

It is made from the item as presented, so that a sheet holds no more than a screen does. Letters stand for options in
an order drawn from the sheet's seed; rows and gaps are numbered, because their ids could tell the answer.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from typing import Any

from trainer.items.base import Item, Response, ResponseRefused
from trainer.items.controls import ChoiceGroup, EntryGroup, Group, OrderGroup, PresentedItem
from trainer.items.decimals import canonical
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText

#: The options of all rows, which are the same ones.
ROWS = "rows"


def sheet_name(item: Item, seed: str) -> str:
    """An opaque name: item ids can give away what an item is after."""
    return Stream(seed, "blind", item.id).token(8)


def entry(item: Item, language: str, seed: str) -> dict[str, Any]:
    """The item as plain data; ``answer`` is to be filled: letters, letters in order, a number or words."""
    shown = _presented(item, seed)
    groups = _groups(item, shown)
    made: dict[str, Any] = {"item": sheet_name(item, seed), "stem": _said(item.stem, language)}
    if shown.text is not None:
        made["text"] = _numbered(_said(shown.text, language), groups)
    if rows := {name: _label(group, language) for name, group in groups.items() if _is_row(group)}:
        made[ROWS] = rows
    made["choose"] = {_heading(name, group): _task(group, language) for name, group in groups.items()}
    made["options"] = {
        _heading(name, group): {letter: _said(text, language) for letter, text in _letters(group).items()}
        for name, group in groups.items()
        if not isinstance(group, EntryGroup)
    }
    return made | {"answer": dict.fromkeys(groups, ""), "sure": "", "unclear": ""}


def answered(filled: Mapping[str, Any], item: Item, seed: str) -> Response | None:
    """The response written on a sheet; None when it cannot be one (two letters where one is due, half an order)."""
    chosen = {
        group.name: _read(str(filled["answer"].get(name, "")), group)
        for name, group in _groups(item, _presented(item, seed)).items()
    }
    try:
        return item.from_chosen(chosen, item.tokens(seed))
    except ResponseRefused:
        return None


def _presented(item: Item, seed: str) -> PresentedItem:
    return item.present(item.draw_order(seed), item.tokens(seed))


def _groups(item: Item, shown: PresentedItem) -> dict[str, Group]:
    """The groups by the name they have on the sheet."""
    names = [str(number) if item.OPAQUE_GROUPS else group.name for number, group in enumerate(shown.groups, 1)]
    return dict(zip(names, shown.groups, strict=True))


def _is_row(group: Group) -> bool:
    return isinstance(group, ChoiceGroup) and group.prompt == "row"


def _label(group: Group, language: str) -> str:
    return _said(group.label, language) if isinstance(group, ChoiceGroup) else ""


def _heading(name: str, group: Group) -> str:
    return ROWS if _is_row(group) else name


def _task(group: Group, language: str) -> str:
    match group:
        case OrderGroup():
            return "all, in order"
        case EntryGroup(prompt="number", unit=unit):
            return f"write a number, with a decimal point; unit: {_said(unit, language) or 'none'}"
        case EntryGroup():
            return "write"
        case ChoiceGroup(maximum=maximum):
            return "one each" if _is_row(group) else "one" if maximum == 1 else "one or more"


def _letters(group: ChoiceGroup | OrderGroup) -> dict[str, LocalText]:
    return dict(zip(string.ascii_lowercase, (option.text for option in group.options), strict=False))


def _said(text: LocalText | None, language: str) -> str:
    return "" if text is None else text.get(language) or text.get("", "") or next(iter(text.values()))


def _numbered(text: str, groups: Mapping[str, Group]) -> str:
    for name, group in groups.items():
        text = text.replace(f"[[{group.name}]]", f"[[{name}]]")
    return text


def _read(written: str, group: Group) -> tuple[str, ...]:
    """Tokens or text; letters that stand for nothing are passed over."""
    if isinstance(group, EntryGroup):
        text = written.strip()
        if group.prompt == "number":
            text = canonical(text) or canonical(text.replace(",", ".")) or text
        return (text,) if text else ()
    tokens = dict(zip(string.ascii_lowercase, (option.token for option in group.options), strict=False))
    return tuple(dict.fromkeys(tokens[letter] for letter in written.lower() if letter in tokens))
