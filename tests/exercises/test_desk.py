"""A shift at a desk: what each act changes, what is refused, what happens by itself."""

from __future__ import annotations

import pytest

from tests.exercises.desks import a_desk, a_shift, document, opened
from trainer.exercises.desk.shift import Shift
from trainer.exercises.play import Move, MoveRefused

READ = opened("letter")
TAKEN = (READ, Move("register", "letter", {"customer": "ada"}))


def refused(shift: Shift, move: Move) -> str:
    """Why a move is refused; the shift stays as it is."""
    before = shift.view()
    with pytest.raises(MoveRefused) as problem:
        shift.apply(move, shift.at)
    assert shift.view() == before
    return str(problem.value)


# -- cards ----------------------------------------------------------------------------------------------------------


def test_a_new_card_keeps_what_it_is_told_to() -> None:
    shift = a_shift(READ, Move("new-card", "letter", {"fields": ["name", "address"]}))
    assert shift.holds("kept_only(letter, [name, address]) and card(letter).address == document(letter).address")[0]
    assert "already" in refused(shift, Move("new-card", "letter", {"fields": []}))
    assert shift.view().lists[2].rows[0].title["it"] == "Ada Riva"


def test_merged_cards_are_one() -> None:
    shift = a_shift(
        *TAKEN, Move("link", "letter", {"customer": "ada-double"}), Move("merge", "ada-double", {"into": "ada"})
    )
    assert shift.holds("belongs(letter, ada) and same(ada, ada-double) and not exists(ada-double)")[0]
    assert shift.holds("card(ada-double).address == card(ada).address")[0]
    assert [row.number for row in shift.view().lists[2].rows] == ["100"]
    assert refused(shift, Move("merge", "ada", {"into": "ada"}))
    assert refused(shift, Move("merge", "ada-double", {"into": "ada"}))
    assert refused(shift, Move("delete", "ada", {"kind": "customer"}))


def test_a_card_has_room_for_some_fields_only() -> None:
    assert "room" in refused(a_shift(READ), Move("correct", "ada", {"field": "amount", "value": "3"}))
    shift = a_shift(READ, Move("correct", "ada", {"field": "secret", "value": "letter"}))
    assert shift.holds("card(ada).secret == document(letter).secret and not kept_only(ada, [name, address])")[0]


def test_a_field_takes_what_was_read_and_nothing_else() -> None:
    change = Move("correct", "ada", {"field": "address", "value": "letter"})
    assert "read" in refused(a_shift(), change)
    shift = a_shift(READ, change)
    assert shift.holds('card(ada).address == "Via Verdi 2"')[0]
    shift, _ = shift.apply(Move("correct", "ada", {"field": "address", "value": ""}), 30)
    assert shift.holds('card(ada).address == ""')[0]


def test_a_record_lets_only_its_changeable_fields_be_corrected() -> None:
    shift = a_shift(READ, opened("order", "record"), Move("correct", "order", {"field": "address", "value": "letter"}))
    assert shift.holds("record(order).address == document(letter).address")[0]
    assert "not for you" in refused(shift, Move("correct", "order", {"field": "amount", "value": "3"}))


# -- requests -------------------------------------------------------------------------------------------------------


def test_a_request_goes_its_way() -> None:
    shift = a_shift(
        *TAKEN,
        Move("classify", "letter", {"category": "complaint"}),
        Move("prioritise", "letter", {"priority": "high"}),
        Move("route", "letter", {"queue": "boss"}),
        Move("deadline", "letter", {"day": "2026-12-09"}),
        Move("close", "letter", {"code": "settled"}),
    )
    assert shift.holds(
        "ticket(letter).category == complaint and ticket(letter).priority == high and ticket(letter).queue == boss"
        " and ticket(letter).deadline == 2026-12-09 and ticket(letter).status == closed"
    )[0]
    assert "closed" in refused(shift, Move("route", "letter", {"queue": "billing"}))


def test_what_makes_no_sense_is_refused() -> None:
    shift = a_shift(*TAKEN)
    assert "already" in refused(shift, Move("register", "letter", {"customer": "ada"}))
    assert refused(shift, Move("route", "letter", {"queue": "nowhere"}))
    assert refused(shift, Move("route", "letter", {}))
    assert refused(shift, Move("deadline", "letter", {"day": "2026-12-03"}))
    assert refused(shift, Move("deadline", "letter", {"day": "tomorrow"}))
    assert refused(shift, Move("route", "chat-one", {"queue": "boss"}))
    assert "Read" in refused(a_shift(), Move("register", "letter", {}))


# -- writing --------------------------------------------------------------------------------------------------------


def test_a_reply_is_put_together_and_own_words_are_kept() -> None:
    shift = a_shift(READ, Move("reply", "letter", {"phrases": ["got-it"], "text": "  Ciao\x1b[31m  "}))
    (moment,) = [one for one in shift.moments if one.kind == "replied"]
    assert moment.text["it"] == "it says got-it\nCiao[31m" and moment.spoken
    assert shift.view().moments[moment.number].text == {"it": "it says got-it\nCiao[31m"}
    assert refused(shift, Move("reply", "letter", {"phrases": []}))
    assert refused(shift, Move("reply", "letter", {"phrases": ["got-it", "done"]}))
    assert refused(shift, Move("reply", "letter", {"phrases": ["nothing"]}))


def test_what_one_does_not_know_yet_cannot_be_said() -> None:
    shift = a_shift(READ)
    assert "yet" in refused(shift, Move("reply", "letter", {"phrases": ["done"]}))
    shift = a_shift(READ, opened("rule", "article"), Move("reply", "letter", {"phrases": ["done"]}))
    assert [one.texts[0]["en"] for one in shift.comments()] == ["en well done"]
    assert set(shift.used()) == {"rule"}


def test_a_form_is_about_a_request_and_complete() -> None:
    filled = Move(
        "fill", "form", {"about": "letter", "fields": {"amount": "40.50", "address": "letter", "size": "big"}}
    )
    assert "which request" in refused(a_shift(READ), filled)
    shift = a_shift(*TAKEN, filled)
    assert shift.holds("form(form, letter).amount == 40.5 and form(form).address == document(letter).address")[0]
    assert shift.holds("form(form).size == big and kept_only(form, [amount, address, size])")[0]
    assert "complete" in refused(shift, Move("fill", "form", {"about": "letter", "fields": {"size": "big"}}))
    assert "number" in refused(shift, Move("fill", "form", {"about": "letter", "fields": {"amount": "4,5"}}))
    assert refused(shift, Move("fill", "form", {"about": "letter", "fields": {"secret": "letter"}}))
    shift = a_shift(Move("report", "report", {"fields": {"amount": "7"}}))
    assert shift.holds("reported(report) and form(report).amount == 7")[0]


def test_archive_and_deletion() -> None:
    shift = a_shift(READ, Move("archive", "letter", {"folder": "short"}), Move("archive", "letter", {"folder": "kept"}))
    assert shift.holds("in_folder(letter, kept) and archived(letter, short)")[0]
    assert [window.total for window in shift.view().lists if window.name in ("inbox", "archive")] == [0, 1]
    shift, _ = shift.apply(Move("delete", "letter", {"kind": "document"}), 60)
    assert shift.holds("deleted(letter) and not in_folder(letter, kept)")[0]
    assert shift.view().sheet is None
    assert refused(shift, READ)


# -- time -----------------------------------------------------------------------------------------------------------


def test_documents_come_in_by_the_clock_and_after_what_was_done() -> None:
    shift = a_shift(READ, Move("reply", "letter", {"phrases": ["got-it"]}))
    assert "follow-up" not in shift.arrived and shift.due["follow-up"] == 140
    assert "follow-up" in shift.advance(140).arrived
    assert shift.advance(300).holds("arrived(chat-one) and within(arrived(follow-up), replied(letter), 120)")[0]


def test_time_in_pieces_is_time_at_once() -> None:
    pieces = a_shift()
    for at in (7.3, 299.999, 300.0, 301.5, 419.9, 420.1, 599.0, 600.5, 3599.9, 3700.0):
        pieces = pieces.advance(at)
    assert pieces == a_shift().advance(3700.0)


@pytest.mark.parametrize("pace", [1, 7, 13])
def test_it_comes_in_at_its_minute_whatever_the_pace(pace: int) -> None:
    hours = {"day": "2026-12-04", "opens": "09:00", "closes": "10:00", "country": "IT", "pace": pace}
    shift = a_shift(hours=hours).advance(3600)
    assert shift.over
    times = {shift.moments[n].names: when for n, when in zip(range(99), shift.view().times, strict=False)}
    assert (
        times["arrived", "chat-one"] == "09:05"
        and times["left", "chat-one"] == "09:07"
        and times[("finished",)] == "10:00"
    )


def test_who_waits_too_long_leaves() -> None:
    shift = a_shift().advance(421)
    assert shift.holds("left(chat-one) and not left(chat-two)")[0]
    assert [one.channel for one in shift.view().waiting] == ["chat"]
    shift, _ = shift.apply(opened("chat-one"), 422)
    assert "left" in refused(shift, Move("reply", "chat-one", {"phrases": ["got-it"]}))


def test_two_at_once_have_clocks_of_their_own() -> None:
    shift = a_shift().advance(310)
    for number, name in enumerate(("chat-one", "chat-two")):
        shift, _ = shift.apply(opened(name), 320 + 60 * number)
        shift, _ = shift.apply(Move("reply", name, {"phrases": ["got-it"]}), 350 + 60 * number)
    assert shift.holds("service_level(chat, 60) == 50 and longest_wait(chat) == 110")[0]
    assert shift.holds("service_level(chat, 110) == 100 and service_level(chat, 10) == 0")[0]
    assert not shift.view().waiting


def test_waiting_goes_to_what_comes_next() -> None:
    shift = a_shift(Move("wait"))
    assert shift.view().time == "09:05" and shift.at == 10 and "chat-one" in shift.arrived
    shift, _ = shift.apply(Move("wait"), 20)
    assert shift.holds("left(chat-one)")[0]
    for at in (30, 40, 50, 60, 70):
        if not shift.over:
            shift, _ = shift.apply(Move("wait"), at)
    assert shift.over and shift.view().time == "10:00"
    assert "over" in refused(shift, READ)


def test_doing_nothing_and_doing_no_harm_earns_nothing() -> None:
    assert a_shift().assess().points == 0
    assert a_shift(*TAKEN, Move("route", "letter", {"queue": "billing"})).assess().points == 2


def test_documents_of_the_archive_are_there_from_the_start() -> None:
    documents = [document("old", "A-1", on="2020-01-01", filed="kept"), document("new", "A-2", reply="answer")]
    shift = a_desk(documents=documents, criteria=[a_desk().criteria[0].model_dump() | {"holds": "deleted(old)"}]).start(
        "seed", "it"
    )
    assert [(w.name, w.total) for w in shift.view().lists if w.total and w.name in ("inbox", "archive")] == [
        ("inbox", 1), ("archive", 1),
    ]  # fmt: skip
    assert shift.apply(opened("old"), 1)[0].view().sheet is not None
