"""What a front end sees of a desk: windows, tokens, nothing that tells."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.desks import MONDAY_INBOX, a_desk, a_setup, a_shift, criterion, desk_data, opened
from tests.exercises.making import exercises
from trainer.exercises.base import Exercise
from trainer.exercises.desk.acts.table import ACTS
from trainer.exercises.desk.shift import Shift
from trainer.exercises.desk.shown import Sheet, ShiftView, Window
from trainer.exercises.desk.view import PAGE
from trainer.exercises.kinds.desk import Desk
from trainer.exercises.play import Move, MoveRefused, Play
from trainer.exercises.runs import play_run
from trainer.exercises.workstation.acts import ACTS as AT_A_POST

CROWD = {"customers": 500, "records": 5000, "title": {"it": "Ordine", "en": "Order"}}


def window(view: ShiftView, name: str) -> Window:
    return next(one for one in view.lists if one.name == name)


def sheet(shift: Shift) -> Sheet:
    found = shift.view().sheet
    assert found is not None
    return found


# -- windows --------------------------------------------------------------------------------------------------------


def test_five_thousand_records_are_shown_ten_at_a_time() -> None:
    shift = a_shift(crowd=CROWD)
    view = shift.view()
    assert {one.name: one.total for one in view.lists if one.total > 400} == {"customers": 502, "records": 5001}
    assert all(len(one.rows) <= PAGE for one in view.lists)
    assert len(json.dumps(asdict(view))) < 1.3 * len(
        json.dumps(asdict(a_shift(crowd={**CROWD, "customers": 9}).view()))
    )
    shift, _ = shift.apply(Move("page", "records", {"page": 500}), 1)
    assert len(window(shift.view(), "records").rows) == 1
    shift, _ = shift.apply(Move("page", "records", {"page": 9999}), 1)
    assert window(shift.view(), "records").page == 500


def test_the_crowd_is_always_the_same_and_asked_about_by_nobody() -> None:
    one, other = a_shift(crowd=CROWD, seed="one"), a_shift(crowd=CROWD, seed="two")
    assert one.world.cards.keys() == other.world.cards.keys()
    assert [c.name for c in one.world.cards.values()] == [c.name for c in other.world.cards.values()]
    with pytest.raises(ValueError, match="missing"):
        a_desk().language.check("opened(.c1)")


def test_searching_finds_beginnings_of_words_without_accents() -> None:
    shift = a_shift(Move("search", "customers", {"text": "riva AD"}), crowd=CROWD)
    found = [row.number for row in window(shift.view(), "customers").rows if row.number in ("100", "101")]
    assert found == ["100", "101"]
    shift, _ = shift.apply(Move("search", "customers", {"text": "iva"}), 20)
    assert "100" not in [row.number for row in window(shift.view(), "customers").rows]
    shift, _ = shift.apply(Move("search", "records", {"text": "o-1"}), 30)
    assert "O-1" in [row.number for row in window(shift.view(), "records").rows]


# -- tokens ---------------------------------------------------------------------------------------------------------


def test_a_front_end_plays_with_what_it_sees() -> None:
    shift = a_shift()
    row = window(shift.view(), "inbox").rows[0]
    shift, _ = shift.apply(shift.read(Move("open", row.token, {"kind": row.kind})), 5)
    customer = window(shift.view(), "customers").rows[0]
    shift, _ = shift.apply(shift.read(Move("open", customer.token, {"kind": "customer"})), 10)
    address = next(one for one in sheet(shift).fields if one.label["en"] == "en address")
    offer = next(one for one in address.offers if one.text["it"] == "Via Verdi 2")
    corrected = Move("correct", customer.token, {"field": address.token, "value": offer.token})
    assert shift.read(corrected) == Move("correct", "ada", {"field": "address", "value": "letter"})
    shift, _ = shift.apply(shift.read(Move("register", row.token, {"customer": customer.token})), 15)
    queue = shift.view().tables["queues"][0]
    ticket = window(shift.view(), "tickets").rows[0]
    assert shift.read(Move("route", ticket.token, {"queue": queue.token})).values == {"queue": "billing"}
    form = window(shift.view(), "forms").rows[0]
    shift, _ = shift.apply(shift.read(Move("open", form.token, {"kind": "form"})), 20)
    fields = {field.token: field for field in sheet(shift).fields}
    size = next(field for field in fields.values() if field.entry == "choice")
    amount = next(field for field in fields.values() if field.entry == "number")
    filled = {size.token: size.offers[0].token, amount.token: "12.5"}
    read = shift.read(Move("fill", form.token, {"about": ticket.token, "fields": filled}))
    assert read == Move("fill", "form", {"about": "letter", "fields": {"size": "big", "amount": "12.5"}})


def test_phrases_are_sent_by_token() -> None:
    shift = a_shift(opened("letter"), opened("rule", "article"), opened("letter"))
    reply = sheet(shift).reply
    assert reply is not None
    offers = {offer.text["it"]: offer.token for offer in reply.slots[0].offers}
    sent = Move("reply", sheet(shift).token, {"phrases": [offers["it says done"]], "text": "x"})
    assert shift.read(sent) == Move("reply", "letter", {"phrases": ["done"], "text": "x"})
    assert shift.hint(offers["it says done"])["en"] == "en says done"
    assert shift.hint("text")["en"] == "en text of letter"


@pytest.mark.parametrize(
    "move",
    [
        Move("open", "letter", {"kind": "document"}), Move("register", "letter", {"customer": "ada"}),
        Move("open", "", {}), Move("merge", "ada", {"into": "ada-double"}), Move("route", "letter", {"queue": "boss"}),
    ],
)  # fmt: skip
def test_an_id_is_no_token(move: Move) -> None:
    with pytest.raises(MoveRefused):
        a_shift(opened("letter")).read(move)


def test_another_seed_gives_other_names() -> None:
    tokens = [{row.token for one in a_shift(seed=seed).view().lists for row in one.rows} for seed in ("one", "two")]
    assert not tokens[0] & tokens[1]


# -- nothing that tells ---------------------------------------------------------------------------------------------


def shown(play: Play) -> str:
    return json.dumps(asdict(play.view()), ensure_ascii=False)


def test_what_is_right_changes_nothing_that_is_shown() -> None:
    data = desk_data()
    other = desk_data(criteria=[criterion("quite-another", "deleted(letter)", critical=True, facts=["DEM-9"])])
    moves = (opened("letter"), Move("register", "letter", {"customer": "ada"}), opened("letter", "ticket"))
    views = []
    for one in (data, other):
        shift = Desk.model_validate(one).start("seed", "it")
        for move in moves:
            shift, _ = shift.apply(move, shift.at + 5)
        views.append(shown(shift))
    assert views[0] == views[1]


def test_whose_a_document_is_is_not_told() -> None:
    mine, nobodys = desk_data(), desk_data()
    del nobodys["documents"][0]["customer"]
    shifts = [Desk.model_validate(data).start("seed", "it") for data in (mine, nobodys)]
    assert shown(shifts[0].apply(opened("letter"), 5)[0]) == shown(shifts[1].apply(opened("letter"), 5)[0])


def test_no_id_and_nothing_that_is_to_come_is_shown() -> None:
    exercise = exercises()[MONDAY_INBOX]
    assert isinstance(exercise, Desk)
    ids = {one.id for name in ("customers", "records", "documents", "articles") for one in getattr(exercise, name)}
    ids |= {p.id for reply in exercise.replies for _, p in reply.phrases()} | {q.id for q in exercise.queues}
    start = exercise.start("seed", "it")
    telling = {id for id in ids if "-" in id}
    for play in (start, start.apply(opened("umbrella-mail"), 5)[0], play_run(exercise, "perfect")):
        assert not [id for id in telling if f'"{id}"' in shown(play)]
    late = next(one for one in exercise.documents if one.id == "decision")
    assert late.text["it"] not in shown(start) and late.number not in shown(start)


@pytest.mark.parametrize("exercise", exercises().values(), ids=lambda exercise: exercise.id)
def test_what_is_written_stays_in_its_language(exercise: Exercise) -> None:
    written = {one.text["en"] for one in exercise.texts() if one.spoken and "en" in one.text}
    play = play_run(exercise, "perfect", "it")
    view = shown(play)
    assert not [text for text in written if len(text) > 30 and json.dumps(text, ensure_ascii=False)[1:-1] in view]


# -- players without a plan -----------------------------------------------------------------------------------------

JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**6) | st.text(max_size=5)
    | st.sampled_from(["letter", "ada", "name", "got-it", "document", "form", "seat", "09:30", "2026-12-09"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3), max_leaves=6,
)  # fmt: skip
NAMES = st.sampled_from(
    ["kind", "text", "page", "fields", "into", "field", "value", "customer", "category", "queue", "day", "code",
     "phrases", "about", "folder", "to", "test", "act", "start", "minutes"]
)  # fmt: skip
THINGS = st.sampled_from(
    ["letter", "ada", "order", "rule", "form", "report", "customers", "seat", "printer", "caller", ""]
)
WORDS = st.sampled_from(["", "dance", *ACTS, *AT_A_POST])
MOVES = st.builds(Move, WORDS, THINGS | st.text(max_size=4), st.dictionaries(NAMES, JUNK, max_size=4))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(MOVES, st.floats(0, 600)), max_size=12))
def test_whatever_is_sent_is_done_or_refused(sent: list[tuple[Move, float]]) -> None:
    for play in (a_shift(), a_setup()):
        kept: list[tuple[float, Move]] = []
        start: Play = play
        for move, seconds in sent:
            try:
                play.read(move)
            except MoveRefused as refused:
                assert refused.template
            try:
                play, _ = play.apply(move, play.at + seconds)  # type: ignore[assignment] # one play is as good as another
                kept.append((play.at, Move.from_json(json.loads(json.dumps(move.as_json())))))
            except MoveRefused as refused:
                assert refused.template and refused.values == {}
        again = start
        for at, move in kept:
            again, _ = again.apply(move, at)
        assert again == play and again.view() == play.view() and again.assess() == play.assess()
        assert 0 <= play.assess().share <= 1


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=4), st.lists(st.integers(0, 10**6), max_size=40))
def test_what_somebody_without_a_plan_may_try_is_possible(seed: str, numbers: list[int]) -> None:
    for exercise in (a_desk(), exercises()[MONDAY_INBOX]):
        play: Any = exercise.start(seed, "it")
        for number in numbers:
            moves = play.moves()
            if not moves:
                break
            play, _ = play.apply(moves[number % len(moves)], play.at)
            assert asdict(replace(play.view(), moments=()))
