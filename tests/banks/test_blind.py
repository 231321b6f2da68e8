"""A blind sheet shows what a screen shows, and the answers on it are marked as those on a screen are."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

from tests.builders import an_item, item_data
from trainer.banks.blind import blind_sheet, score_sheet, standing
from trainer.items.base import Item
from trainer.items.kinds import KINDS, parse_item
from trainer.kernel.problems import InputUnreadable

MARKED = [kind for kind in KINDS if kind != "open"]


def every_item() -> list[Item]:
    return [an_item(kind, f"item-{kind}".replace("_", "-")) for kind in KINDS]


def sheet_of(*items: Item) -> dict[str, Any]:
    return json.loads(json.dumps(blind_sheet("gdpr", items, "en", "seed")))


def filled(kind: str, *, right: bool = True, **changes: Any) -> tuple[dict[str, Any], Item]:
    """A sheet of one item, answered from the texts on it."""
    item = an_item(kind, **changes)
    sheet = sheet_of(item)
    (entry,) = sheet["items"]
    letters = {h: {text: letter for letter, text in texts.items()} for h, texts in entry["options"].items()}
    for name in entry["answer"]:
        entry["answer"][name] = _answer(kind, name, entry, letters) if right else "b"
    return sheet, item


def _answer(kind: str, name: str, entry: dict[str, Any], letters: dict[str, dict[str, str]]) -> str:
    data = item_data(kind)
    if kind in ("matching", "classification"):
        row = next(row for row in data["rows"] if row["text"]["en"] == entry["rows"][name])
        return letters["rows"][f"text {row['answer']}"]
    if kind == "ordering":
        return "".join(letters[name][step["text"]["en"]] for step in data["steps"])
    if kind == "gaps":
        return letters[name]["text one-month"] if name in letters else " Withdrawal."
    if kind == "true_false":
        return letters[name]["true" if name == "verdict" else "text one-month"]
    if kind == "multiple":
        return letters[name]["text one-year"] + letters[name]["text one-month"]
    return {"numeric": "12,45", "short_text": "Portability"}.get(kind) or letters[name]["text one-month"]


@pytest.mark.parametrize("kind", MARKED)
def test_the_right_answer_agrees(kind: str) -> None:
    sheet, item = filled(kind)
    score = score_sheet(sheet, [item], "sheet.json")
    assert (score.items, score.agreed, score.missing, score.disagreements) == (1, 1, (), ())
    assert score.current == (item.id,)


@pytest.mark.parametrize("kind", MARKED)
def test_another_answer_disagrees(kind: str) -> None:
    sheet, item = filled(kind, right=False)
    (found,) = score_sheet(sheet, [item], "sheet.json").disagreements
    assert found.id == item.id
    assert found.key == item.key()
    assert found.answered


@pytest.mark.parametrize("kind", MARKED)
def test_an_empty_sheet_has_no_answers(kind: str) -> None:
    item = an_item(kind)
    assert score_sheet(sheet_of(item), [item], "sheet.json").missing == (item.id,)


@pytest.mark.parametrize("kind", MARKED)
def test_a_sheet_tells_nothing_of_the_key(kind: str) -> None:
    (entry,) = sheet_of(an_item(kind))["items"]
    shown = json.dumps(entry)
    assert '"key"' not in shown
    assert "Because the rule says so" not in shown
    names = {"one-month", "at-once", "deadline", "row-n0", "step-one-month", "private", "recesso", "withdrawal", "12.5"}
    assert not names & {*entry["answer"], *entry["options"], *entry["choose"], *entry.get("rows", {})}


def test_gaps_and_rows_are_numbered_and_options_of_rows_stand_once() -> None:
    gaps, rows = sheet_of(an_item("gaps"))["items"] + sheet_of(an_item("matching"))["items"]
    assert gaps["text"] == "Within [[1]] there is [[2]]."
    assert gaps["choose"] == {"1": "one", "2": "write"}
    assert set(gaps["options"]) == {"1"}
    assert set(rows["answer"]) == {"1", "2", "3"}
    assert (rows["choose"], len(rows["options"]["rows"])) == ({"rows": "one each"}, 4)


def test_what_is_due_is_said() -> None:
    entries = [*sheet_of(an_item("numeric"))["items"], *sheet_of(an_item("ordering"))["items"]]
    assert [entry["choose"] for entry in entries] == [
        {"number": "write a number, with a decimal point; unit: minutes"},
        {"order": "all, in order"},
    ]


def test_half_an_order_is_a_disagreement_as_it_was_written() -> None:
    sheet, item = filled("ordering")
    sheet["items"][0]["answer"]["order"] = "ab"
    (found,) = score_sheet(sheet, [item], "sheet.json").disagreements
    assert found.answered == {"": ("ab",)}


def test_open_items_stand_on_no_sheet_and_are_counted_apart() -> None:
    items = every_item()
    sheet = sheet_of(*items)
    assert len(sheet["items"]) == len(items) - 1
    score = score_sheet(sheet, items, "sheet.json")
    assert (score.items, score.excluded) == (len(items) - 1, ("item-open",))


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("gaps", {"text": {"it": "[[deadline]] [[word]]", "en": "Another text, [[deadline]], [[word]]."}}),
        ("matching", {"rows": [row | {"text": {"it": "x", "en": "x"}} for row in item_data("matching")["rows"]]}),
        ("numeric", {"unit": {"it": "ore", "en": "hours"}}),
        ("ordering", {"steps": item_data("ordering")["steps"][:3]}),
    ],
)
def test_an_item_worded_otherwise_is_stale(kind: str, change: dict[str, Any]) -> None:
    sheet, item = filled(kind)
    changed = parse_item({**item_data(kind), **change})
    score = score_sheet(sheet, [changed], "sheet.json")
    assert (score.stale, score.current) == ((item.id,), ())
    assert standing([score_sheet(deepcopy(sheet), [item], "sheet.json")]) == {item.id: True}


@pytest.mark.parametrize("sheet", [{}, {"format": 2}, {"format": 1, "items": [1]}, {"format": 1, "items": []}])
def test_what_is_no_sheet_is_said(sheet: dict[str, Any]) -> None:
    with pytest.raises(InputUnreadable, match=r"x\.json is not a filled blind sheet"):
        score_sheet(sheet, [], "x.json")
