"""What is refused of the kinds that are not options alone, and where; how their marks come about."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import WHY, an_item, an_option, item_data
from trainer.items.kinds import parse_item
from trainer.schema.fields import Mismatch

Place = tuple[str | int, ...]


def spoilt(kind: str, place: Place, value: Any) -> dict[str, Any]:
    """An item with another value at a place; ``...`` takes it away, a function changes it."""
    data = deepcopy(item_data(kind))
    target: Any = data
    for step in place[:-1]:
        target = target[step]
    if value is ...:
        del target[place[-1]]
    else:
        target[place[-1]] = value(target[place[-1]]) if callable(value) else value
    return data


def first(count: int) -> Callable[[list[Any]], list[Any]]:
    return lambda entries: entries[:count]


def many(count: int) -> Callable[[list[Any]], list[Any]]:
    return lambda entries: [{**entries[0], "id": f"more-{number}"} for number in range(count)]


@pytest.mark.parametrize(
    ("kind", "place", "value", "at", "said"),
    [
        ("matching", ("rows", 1, "id"), "row-n0", ("rows", 1, "id"), "the same id «row-n0»"),
        ("matching", ("options", 1, "id"), "one-month", ("rows", 1, "answer"), "«ten-days» is not in «options»"),
        ("matching", ("options", 3, "id"), "one-year", ("options", 3, "id"), "the same id «one-year»"),
        ("matching", ("rows", 2, "answer"), "nowhere", ("rows", 2, "answer"), "one-month, ten-days, one-year, at-once"),
        ("matching", ("rows", 2, "answer"), "one-month", ("rows", 2, "answer"), "answers another row already"),
        ("matching", ("options", 3, "rationale"), ..., ("options", 3), "needs a rationale"),
        ("matching", ("options", 0, "rationale"), WHY, ("options", 0, "rationale"), "no rationale of its own"),
        ("matching", ("rows",), first(2), ("rows",), "at least 3"),
        ("matching", ("rows",), many(7), ("rows",), "at most 6"),
        ("matching", ("options",), many(8), ("options",), "at most 7"),
        ("matching", ("rows", 0, "rationale"), ..., ("rows", 0, "rationale"), "required"),
        ("classification", ("rows", 0, "answer"), "nowhere", ("rows", 0, "answer"), "is not in «categories»"),
        ("classification", ("rows", 2, "answer"), "private", ("categories", 2), "no row belongs to «shared»"),
        ("classification", ("categories", 1, "id"), "private", ("rows", 1, "answer"), "«public» is not in"),
        ("classification", ("categories",), first(1), ("categories",), "at least 2"),
        ("classification", ("categories",), many(5), ("categories",), "at most 4"),
        ("classification", ("rows",), first(3), ("rows",), "at least 4"),
        ("classification", ("rows",), many(9), ("rows",), "at most 8"),
        ("ordering", ("steps",), first(2), ("steps",), "at least 3"),
        ("ordering", ("steps",), many(8), ("steps",), "at most 7"),
        ("ordering", ("steps", 3, "id"), "step-one-month", ("steps", 3, "id"), "the same id"),
        ("ordering", ("order",), "fixed", ("order",), "'shuffled'"),
        ("gaps", ("gaps",), [], ("gaps",), "at least 1"),
        ("gaps", ("gaps", 1, "id"), "deadline", ("gaps", 1, "id"), "the same id"),
        ("gaps", ("text", "en"), "Within [[deadline]].", ("text", "en"), "the gap «[[word]]» is missing"),
        ("gaps", ("text", "it"), "[[word]] [[deadline]] [[word]]", ("text", "it"), "stands 2 times"),
        ("gaps", ("text", "it"), "[[word]] [[deadline]] [[x]]", ("text", "it"), "«[[x]]» is no gap of this item"),
        ("gaps", ("gaps", 0, "options"), ..., ("gaps", 0), "either «options» or «accepted»"),
        ("gaps", ("gaps", 0, "options", 1, "key"), True, ("gaps", 0), "exactly one option with «key: true», this one "
                                                                     "has 2"),
        ("gaps", ("gaps", 0, "options", 0, "key"), False, ("gaps", 0), "this one has 0"),
        ("gaps", ("gaps", 0, "options", 2, "id"), "one-month", ("gaps", 0, "options", 2, "id"), "the same id"),
        ("gaps", ("gaps", 1, "rationale"), ..., ("gaps", 1), "needs a rationale"),
        ("gaps", ("gaps", 1, "accepted"), {"it": []}, ("gaps", 1, "accepted", "it"), "at least 1"),
        ("gaps", ("gaps", 1, "accepted", "it", 0), "x" * 41, ("gaps", 1, "accepted", "it", 0), "more than 40"),
        ("numeric", ("answer",), "12,5", ("answer",), "write it like 12.5"),
        ("numeric", ("answer",), 12.5, ("answer",), "valid string"),
        ("numeric", ("answer",), "1e3", ("answer",), "is no number"),
        ("numeric", ("tolerance",), "-0.1", ("tolerance",), "less than nothing"),
        ("numeric", ("slips", 0, "value"), "12.6", ("slips", 0, "value"), "within the tolerance"),
        ("numeric", ("slips",), lambda slips: slips * 2, ("slips", 1, "value"), "named already"),
        ("numeric", ("slips",), lambda slips: slips * 5, ("slips",), "at most 4"),
        ("numeric", ("rationale",), ..., ("rationale",), "required"),
        ("short_text", ("accepted",), {}, ("accepted",), "at least 1"),
        ("short_text", ("accepted", "it"), [], ("accepted", "it"), "at least 1"),
        ("short_text", ("accepted", "it"), [" "], ("accepted", "it", 0), "is empty"),
        ("short_text", ("accepted", "it"), ["…"], ("accepted", "it", 0), "neither letters nor digits"),
        ("short_text", ("accepted", "it"), ["a\nb"], ("accepted", "it", 0), "one line"),
        ("short_text", ("accepted", "it"), ["a\x1b"], ("accepted", "it", 0), "control"),
        ("short_text", ("accepted", "it"), ["x" * 101], ("accepted", "it", 0), "at most 100"),
        ("short_text", ("accepted", "en"), ["data", "Data."], ("accepted", "en"), "accepted already"),
        ("short_text", ("accents",), "some", ("accents",), "'significant' or 'ignored'"),
        ("open", ("criteria",), first(1), ("criteria",), "at least 2"),
        ("open", ("criteria", 1, "id"), "one-month", ("criteria", 1, "id"), "the same id"),
        ("open", ("criteria", 0, "points"), 11, ("criteria", 0, "points"), "less than or equal to 10"),
        ("open", ("max_characters",), 100, ("max_characters",), "greater than or equal to 200"),
        ("open", ("use",), "exam", ("use",), "'practice'"),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(kind: str, place: Place, value: Any, at: Place, said: str) -> None:
    with pytest.raises(ValidationError) as refused:
        parse_item(spoilt(kind, place, value))
    found = []
    for details in refused.value.errors():
        error = details.get("ctx", {}).get("error")
        inside = error.place if isinstance(error, Mismatch) else ()
        found.append(((*(step for step in details["loc"][1:] if "[" not in str(step)), *inside), details["msg"]))
    assert any(where == at and said.casefold() in message.casefold() for where, message in found), found


def test_the_right_column_stays_as_written_when_it_must_and_rows_never_do() -> None:
    item = an_item("matching", order="fixed")
    orders = [item.draw_order(str(seed)) for seed in range(30)]
    assert {tuple(order["options"]) for order in orders} == {("one-month", "ten-days", "one-year", "at-once")}
    assert len({tuple(order["rows"]) for order in orders}) == 6


def test_a_gap_keeps_the_order_of_its_options_when_it_says_so() -> None:
    data = item_data("gaps")
    item = parse_item({**data, "gaps": [data["gaps"][0] | {"order": "fixed"}, data["gaps"][1]]})
    written = ["one-month", "ten-days", "one-year"]
    assert all(item.draw_order(str(seed))["deadline"] == written for seed in range(10))
    assert len({tuple(an_item("gaps").draw_order(str(seed))["deadline"]) for seed in range(40)}) == 6


def test_the_order_shown_is_now_and_then_the_right_one() -> None:
    """It is drawn without a look at the key, so that it cannot be told from the key that it is not."""
    item = an_item("ordering", steps=item_data("ordering")["steps"][:3])
    shown = [tuple(item.draw_order(str(seed))["order"]) for seed in range(200)]
    assert 15 < shown.count(item.key()["order"]) < 60


@pytest.mark.parametrize(
    ("given", "points"),
    [("abcd", "1"), ("bcda", "2/3"), ("dabc", "2/3"), ("cdab", "2/3"), ("acbd", "0"), ("abdc", "1/3")],
)
def test_an_order_earns_the_neighbours_it_keeps(given: str, points: str) -> None:
    steps = [{"id": name, "text": WHY, "rationale": WHY} for name in "abcd"]
    item = an_item("ordering", steps=steps)
    assert str(item.mark(item.parse({"order": tuple(given)})).points) == points


def test_the_nearest_slip_is_told() -> None:
    slips = [{"value": value, "rationale": {"it": value, "en": value}} for value in ("20", "21", "30")]
    item = an_item("numeric", answer="10", tolerance="2", slips=slips)
    told = {}
    for typed in ("13", "18", "20.4", "20.6", "23", "23.5", "32", "12"):
        (part,) = item.explained(item.parse({"number": (typed,)}), {})
        told[typed] = getattr(part, "slip")["it"] if getattr(part, "slip") else None  # noqa: B009 - of any part
    assert told == {
        "13": None, "18": "20", "20.4": "20", "20.6": "21", "23": "21", "23.5": None, "32": "30", "12": None,
    }  # fmt: skip


def test_all_that_is_asked_tells_items_with_one_task_apart() -> None:
    assert an_item("gaps").asked()["en"] == "Question item-1? Within … there is …."
    assert "text row n0" in an_item("matching").asked()["en"]
    assert "testo step never" not in an_item("ordering").asked()["it"]
    assert "testo step ten-days" in an_item("ordering").asked()["it"]
    assert an_item("single").asked() == an_item("single").stem


def test_a_gap_with_two_keys_or_none_is_told_at_the_gap() -> None:
    data = item_data("gaps")
    data["gaps"][0]["options"] = [an_option("a", key=True), an_option("b", key=True)]
    with pytest.raises(ValidationError, match="has 2"):
        parse_item(data)
