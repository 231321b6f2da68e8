"""Balance over a bank: lengths, places and truths."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checking.making import KEY, LAST, WRONG, Item, found, numbers, options, seen, single, statement, text
from trainer.checking.rules.balance import chi_square_tail, key_longest

STEMS = (
    *("acqua", "bagno", "carta", "donna", "erba", "fiore", "gatto", "isola", "lago", "mare"),
    *("nave", "onda", "pane", "quota", "riva", "sole", "tetto", "uva", "vino", "zaino"),
)


def bank(item: Item, count: int) -> list[Item]:
    """The item many times, with ids and stems of their own."""
    made = []
    for number in range(count):
        about = f"{' '.join(STEMS[(number * step) % 20] for step in (1, 3, 7, 9))} {number // 20}"
        stem = text((f"{about}: che cosa fai adesso?", f"{about}: what do you do now?"))
        made.append(item | {"id": f"item-{number}", "stem": stem})
    return made


def told(items: list[Item], rule: str) -> list[str]:
    return [finding.message for finding in found(*items) if finding.rule == rule]


def test_the_key_longest_by_habit() -> None:
    longest = single(rows=[(KEY[0] + " da oggi", KEY[1] + " from now", True), WRONG, LAST])
    assert len(told(bank(longest, 24), "L05")) == 2
    assert told(bank(longest, 12), "L05") == []  # too few for a share
    assert key_longest([seen(item) for item in bank(longest, 4)]) == 1.0


def test_the_key_shortest_by_habit() -> None:
    shortest = single(rows=[("In un mese di tempo", "In a month of time", True), WRONG, LAST])
    assert "shortest" in told(bank(shortest, 24), "L05")[0]


def test_equal_lengths_stand_out_nowhere() -> None:
    equal = single(rows=[(word, word, word == "aaa bbb") for word in ("aaa bbb", "ccc ddd", "eee fff")])
    assert told(bank(equal, 24), "L05") == []


def test_the_key_in_one_fixed_place() -> None:
    fixed = numbers(("24 ore", "24 hours"), ("72 ore", "72 hours"), ("Un mese", "One month"))
    messages = told(bank(fixed, 40), "L06")
    assert any("row" in message for message in messages)
    assert any("more often than chance" in message for message in messages)


def test_shuffled_items_are_in_every_place() -> None:
    assert told(bank(single(), 60), "L06") == []


def test_truths() -> None:
    stem = ("La copia dei dati è gratuita.", "The copy of the data is free.")
    true = bank(statement(stem), 9)
    assert len(told(true, "L31")) == 1
    half = [item | {"answer": number % 2 == 0} for number, item in enumerate(true)]
    assert told(half, "L31") == []


def test_none_of_the_above_as_key_now_and_then() -> None:
    way_out = ("Nessuna delle precedenti risposte date", "None of the above answers is given")
    never = single(rows=[KEY, WRONG, (*way_out, False)])
    keyed: dict[str, Any] = never | {"options": options([(*KEY[:2], False), WRONG, (*way_out, True)])}
    items = bank(never, 6)
    assert len(told(items, "L02")) == 6
    items[0] = keyed | {"id": "item-0", "stem": items[0]["stem"]}
    assert told(items, "L02") == []


@pytest.mark.parametrize(
    ("value", "freedom", "tail"),
    [(3.841, 1, 0.05), (5.991, 2, 0.05), (7.815, 3, 0.05), (9.488, 4, 0.05), (11.345, 3, 0.01), (0, 3, 1)],
)
def test_chi_square_against_the_printed_table(value: float, freedom: int, tail: float) -> None:
    assert chi_square_tail(value, freedom) == pytest.approx(tail, abs=2e-5)
