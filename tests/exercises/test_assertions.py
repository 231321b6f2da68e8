"""The language of assertions: what is read, what is refused and why, what is true."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.desks import a_desk, a_shift, a_workstation, opened
from trainer.exercises.assertions.parse import parse_assertion
from trainer.exercises.desk.says import FUNCTIONS
from trainer.exercises.play import Move
from trainer.exercises.workstation.says import FUNCTIONS as AT_A_POST

GOOD = [
    "ticket(letter).queue == billing",
    "ticket(letter).queue in [billing, boss] and not (closed(letter) or deleted(letter))",
    "before(opened(rule), replied(letter))",
    "only_after(filled(form), opened(rule))",
    "times(replied(letter)) <= 2",
    "within(replied(chat-one), arrived(chat-one), 60)",
    "by(replied(letter), 9:30)",
    "card(ada).address == document(letter).address",
    'card(ada).secret == ""',
    "card(letter).name != card(ada).name",
    "ticket(letter).deadline == working_days(today(), 3)",
    "ticket(letter).deadline <= months(document(letter).date, 1)",
    "ticket(letter).deadline == working_day(days(2026-12-04, 4))",
    "form(form, letter).amount == 40.5",
    "form(report).amount > 3",
    "form(form).size == big",
    "kept_only(ada, [name, address])",
    "informed(ada, received) and said(letter, thanks)",
    "longest_wait(chat) <= 90 and service_level(chat, 60) >= 80",
    "ticket(letter).status == closed and ticket(letter).code == settled",
    "ticket(letter).customer == ada or belongs(letter, ada)",
    "same(ada, ada-double) and exists(ada) and in_folder(letter, kept)",
]
BAD = [
    ("", "missing"),
    ("ticket(letter).queue", "compare"),
    ("ticket(letter).queue == nowhere", "billing"),
    ("ticket(nobody).queue == billing", "letter"),
    ("ticket(letter).colour == billing", "queue"),
    ("ticket(letter) == billing", "dot"),
    ("paid(letter)", "routed"),
    ("opened()", "document"),
    ("opened(letter, letter)", "takes"),
    ("before(opened(rule), 3)", "event"),
    ("times(replied(letter)) == ada", "number"),
    ("card(ada).address == Via", "cannot be read"),
    ("card(ada).address == rome", '"'),
    ("ticket(letter).queue < billing", "compares"),
    ("ticket(letter).queue in billing", "list"),
    ("ticket(letter).queue == [billing]", "list"),
    ("ada", "alone"),
    ("opened(rule) == opened(letter)", "not compared"),
    ("opened(rule) and 3", "number"),
    ("(opened(rule)", "«)»"),
    ("opened(rule))", "end"),
    ("opened(rule) opened(letter)", "end"),
    ("kept_only(ada, [name, [secret]])", "names and values"),
    ("kept_only(ada, [shoes])", "shoes"),
    ("by(opened(rule), 25:00)", "exists"),
    ("ticket(letter).deadline == 2026-02-30", "exists"),
    ("not", "missing"),
    ("card(ada).", "name"),
    ("(" * 40 + "opened(rule)" + ")" * 40, "brackets"),
    ("not " * 40 + "opened(rule)", "brackets"),
    ("opened(rule) & opened(letter)", "cannot be read"),
]


@pytest.mark.parametrize("line", GOOD)
def test_what_makes_sense_is_read(line: str) -> None:
    desk = a_desk()
    desk.language.check(line)
    assert desk.start("seed", "it").holds(line)[0] in (True, False)


@pytest.mark.parametrize(("line", "why"), BAD)
def test_what_makes_none_is_refused_with_the_reason(line: str, why: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        a_desk().language.check(line)
    assert why in str(refused.value)


@given(st.text(max_size=60))
def test_whatever_is_written_is_read_or_refused(line: str) -> None:
    try:
        parse_assertion(line)
    except ValueError as refused:
        assert str(refused)


@given(st.lists(st.sampled_from(["opened(rule)", "(", ")", "not", "and", "or", "==", "3", "[", "]", ","]), max_size=12))
def test_whatever_is_put_together_is_read_or_refused(words: list[str]) -> None:
    try:
        a_desk().language.check(" ".join(words))
    except ValueError as refused:
        assert str(refused)


@pytest.mark.parametrize("functions", [FUNCTIONS, AT_A_POST])
def test_every_function_says_what_it_takes(functions: dict[str, object]) -> None:
    for make in (a_desk, a_workstation):
        language = make().language
        if language.functions is functions:
            known = {*language.ids, "event", "number", "day", "time", "list:field"}
            for function in language.functions.values():
                assert {one for takes in function.takes for one in takes.split("|")} <= known


LETTER = (opened("letter"), opened("rule", "article"), opened("ada", "customer"))
WORK = (
    *LETTER,
    Move("register", "letter", {"customer": "ada"}),
    Move("route", "letter", {"queue": "boss"}),
    Move("route", "letter", {"queue": "billing"}),
    Move("deadline", "letter", {"day": "2026-12-09"}),
    Move("reply", "letter", {"phrases": ["got-it"]}),
)
TRUE: list[tuple[str, bool]] = [
    ("ticket(letter).queue == billing", True),
    ("ticket(letter).queue == boss", False),
    ("routed(letter, boss)", True),
    ("times(routed(letter)) == 2", True),
    ("ticket(letter).priority == high", False),
    ("ticket(letter).priority != high", True),
    ("before(opened(rule), replied(letter))", True),
    ("before(replied(letter), opened(rule))", False),
    ("before(closed(letter), opened(rule))", False),
    ("only_after(replied(letter), opened(rule))", True),
    ("only_after(closed(letter), opened(order))", True),
    ("only_after(replied(letter), opened(order))", False),
    ("within(replied(letter), opened(letter), 70)", True),
    ("within(replied(letter), opened(letter), 69)", False),
    ("by(replied(letter), 09:02)", True),
    ("by(replied(letter), 09:01)", False),
    # 4 December is a Friday and 8 December a holiday: Monday the 7th, then Wednesday the 9th.
    ("ticket(letter).deadline == working_days(today(), 2)", True),
    ("ticket(letter).deadline == working_day(2026-12-08)", True),
    ("informed(letter, received) and informed(ada, received)", True),
    ("informed(ada, outcome)", False),
    ("said(letter, thanks)", True),
    ("kept_only(ada, [name])", False),
    ("kept_only(ada, [name, address, secret])", True),
    ("record(order).amount == 40", True),
]


@pytest.mark.parametrize(("line", "expected"), TRUE)
def test_what_is_true(line: str, expected: bool) -> None:
    shift = a_shift(*WORK)
    shift.desk.language.check(line)
    assert shift.holds(line)[0] is expected


def test_what_decided_it_is_told() -> None:
    shift = a_shift(*WORK)
    _, moments = shift.holds("ticket(letter).queue == billing and said(letter, thanks)")
    assert [shift.moments[number].kind for number in moments] == ["deadline", "replied"]


@pytest.mark.parametrize("bend", [lambda d: d | {"holds": "routed(nobody)"}, lambda d: d | {"holds": "("}])
def test_a_file_with_such_a_line_is_refused_at_its_place(
    bend: Callable[[dict[str, object]], dict[str, object]],
) -> None:
    from tests.exercises.desks import desk_data
    from trainer.exercises.kinds.desk import Desk

    data = desk_data()
    data["criteria"][1] = bend(data["criteria"][1])
    with pytest.raises(ValueError, match=r"no|missing"):
        Desk.model_validate(data)


def test_writers_are_told_of_every_function() -> None:
    page = (Path(__file__).parents[2] / "docs/content-format.md").read_text(encoding="utf-8")
    assert not [name for name in {**FUNCTIONS, **AT_A_POST} if f"`{name}(" not in page and f"`{name}`" not in page]
