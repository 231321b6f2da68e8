"""A place of work: measures, devices, reports, incidents, breaks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.desks import a_setup, a_workstation, criterion, work_data
from trainer.exercises.kinds.workstation import Workstation
from trainer.exercises.play import Move, MoveRefused
from trainer.exercises.workstation.parts import Workday
from trainer.exercises.workstation.setup import Setup
from trainer.exercises.workstation.timeline import Break, bounds, fits, stretches

PAGE = Move("test", "printer", {"test": "page"})
PULL = Move("act", "printer", {"act": "pull"})


def refused(setup: Setup, move: Move) -> str:
    with pytest.raises(MoveRefused) as problem:
        setup.apply(move, setup.at)
    return str(problem.value)


def test_what_is_set_moves_what_is_measured() -> None:
    setup = a_setup()
    assert setup.holds("place().gap == 10 and place().rest == none")[0]
    setup = a_setup(Move("set", "seat", {"to": 50}), Move("set", "rest", {"to": "low"}))
    assert setup.holds("place().gap == 0 and place().seat == 50 and place().rest == low and set(seat)")[0]
    drawn = {one.label["en"]: one for one in setup.view().drawn}
    assert (drawn["en seat"].value, drawn["en seat"].least, drawn["en seat"].most) == (50, 40, 56)
    assert drawn["en gap"].value == 0 and drawn["en gap"].token == ""
    assert drawn["en rest"].options[1].token == drawn["en rest"].chosen


@pytest.mark.parametrize("to", [51, 58, "50", 50.0, True, None, [50]])
def test_it_is_set_in_steps(to: Any) -> None:
    assert refused(a_setup(), Move("set", "seat", {"to": to}))


def test_a_device_shows_its_state_when_it_is_tested() -> None:
    setup = a_setup(PAGE)
    (device,) = setup.view().devices
    assert device.tests[0].answer == {"it": "it it grinds", "en": "en it grinds"}
    setup = a_setup(PAGE, PULL, PAGE)
    assert setup.view().devices[0].tests[0].answer == {"it": "it it prints", "en": "en it prints"}
    assert setup.holds("device(printer).state == fine and times(tested(printer, page)) == 2")[0]
    again, _ = setup.apply(PULL, 60)
    assert "nothing there" in again.moments[-1].text["en"] and again.states == setup.states
    assert again.used().keys() == {"printer"}


def test_its_state_is_nowhere_before() -> None:
    shown = json.dumps(asdict(a_setup().view()))
    assert "broken" not in shown and "grinds" not in shown and "printer" in shown


def test_a_fault_is_reported_in_words_one_knows() -> None:
    sent = Move("report", "fault", {"phrases": ["exactly"], "text": "mine"})
    assert "yet" in refused(a_setup(), sent)
    setup = a_setup(PAGE, sent)
    assert setup.holds("said(fault, names-it) and reported(fault)")[0]
    assert setup.moments[-1].text["it"].endswith("mine") and setup.view().reports[0].sent == 1
    setup = a_setup(Move("report", "fault", {"phrases": ["vaguely"]}), PULL)
    assert [one.texts[0]["en"] for one in setup.comments()] == ["en say what", "en carefully"]


def test_an_incident_demands_an_act() -> None:
    setup = a_setup().advance(125)
    (incident,) = setup.view().incidents
    assert incident.seconds == 5 and len(incident.acts) == 2
    setup, _ = setup.apply(Move("respond", "caller", {"act": "tell"}), 130)
    assert len(setup.view().incidents[0].acts) == 1
    assert "already" in refused(setup, Move("respond", "caller", {"act": "tell"}))
    setup, _ = setup.apply(Move("respond", "caller", {"act": "hang-up"}), 140)
    assert setup.holds("before(did(caller, tell), did(caller, hang-up)) and not ignored(caller)")[0]
    assert not setup.view().incidents
    assert refused(setup, Move("respond", "caller", {"act": "hang-up"}))
    assert refused(a_setup(), Move("respond", "caller", {"act": "hang-up"}))


def test_an_incident_that_is_left_alone_takes_its_course() -> None:
    setup = a_setup().advance(500)
    assert setup.holds("ignored(caller) and within(ignored(caller), arrived(caller), 60)")[0]
    assert [moment.at for moment in setup.moments] == [120.0, 180.0]
    pieces = a_setup()
    for at in (119.9, 120.0, 150.0, 180.1, 500.0):
        pieces = pieces.advance(at)
    assert pieces == setup


def test_breaks_stand_in_the_day() -> None:
    setup = a_setup(Move("break", "", {"start": "11:00", "minutes": 15}))
    assert setup.holds("longest_stretch() == 120 and shortest_break() == 15 and not breaks_at_edge()")[0]
    assert setup.holds("breaks_in(early) == 1 and breaks_in(late) == 0 and break_minutes() == 15")[0]
    for start, minutes in (("11:05", 15), ("13:10", 10), ("08:55", 10), ("15:55", 10), ("10:00", 3), ("9:00", 15)):
        assert refused(setup, Move("break", "", {"start": start, "minutes": minutes}))
    setup, _ = setup.apply(Move("unbreak", "", {"start": "11:00"}), 30)
    assert setup.holds("longest_stretch() == 240 and break_minutes() == 0")[0]
    assert refused(setup, Move("unbreak", "", {"start": "11:00"}))
    edge = a_setup(Move("break", "", {"start": "15:45", "minutes": 15}))
    assert edge.holds("breaks_at_edge()")[0]


DAY = Workday.model_validate(work_data()["day"])


@given(st.lists(st.tuples(st.integers(0, 24 * 12), st.integers(1, 12)), max_size=8))
def test_stretches_and_what_interrupts_them_make_up_the_day(wanted: list[tuple[int, int]]) -> None:
    breaks = list[Break]()
    for start, size in wanted:
        one = Break(5 * start, 5 * size)
        if fits(DAY, breaks, one):
            breaks.append(one)
    start, end = bounds(DAY)
    counted = sum(one.minutes for one in breaks if one.minutes >= DAY.counts)
    assert sum(stretches(DAY, breaks)) == end - start - 60 - counted


def test_a_front_end_plays_with_what_it_sees() -> None:
    setup = a_setup().advance(125)
    view = setup.view()
    seat, rest = view.drawn[0], view.drawn[1]
    assert setup.read(Move("set", seat.token, {"to": 50})) == Move("set", "seat", {"to": 50})
    assert setup.read(Move("set", rest.token, {"to": rest.options[1].token})).values == {"to": "low"}
    device = view.devices[0]
    assert setup.read(Move("test", device.token, {"test": device.tests[0].token})) == PAGE
    assert setup.read(Move("act", device.token, {"act": device.acts[0].token})) == PULL
    incident = view.incidents[0]
    tell = next(act for act in incident.acts if act.text["en"] == "en tell")
    assert setup.read(Move("respond", incident.token, {"act": tell.token})).values == {"act": "tell"}
    assert setup.hint(incident.token)["en"] == "en your password, please"
    report = view.reports[0]
    offer = report.slots[0].offers[0]
    assert setup.read(Move("report", report.token, {"phrases": [offer.token]})).values == {"phrases": ["vaguely"]}
    assert setup.hint(offer.token)["en"] == "en says vaguely"
    for wrong in (Move("set", "seat", {"to": 50}), Move("test", device.token, {"test": "page"}), Move("open", "rule")):
        with pytest.raises(MoveRefused):
            setup.read(wrong)


def test_an_article_is_read_on_the_screen() -> None:
    setup = a_setup(Move("open", "rule"))
    (article,) = setup.view().articles
    assert article.opened and article.text == {"it": "it rules"}
    assert setup.hint("text")["en"] == "en rules"
    assert a_setup().view().articles[0].text is None


def _worse(*path: str | int, to: Any) -> Callable[[dict[str, Any]], None]:
    def change(data: dict[str, Any]) -> None:
        inner: Any = data
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_worse("settings", 0, "start", to=55), "steps"),
        (_worse("settings", 0, "start", to="high"), "number"),
        (_worse("settings", 0, "unit", to=None), "unit"),
        (_worse("settings", 1, "start", to="missing"), "options"),
        (_worse("settings", 0, "part", to="ashtray"), "eye-distance"),
        (_worse("readings", 0, "of", to={"desk": 1}), "no setting"),
        (_worse("readings", 0, "id", to="seat"), "something else"),
        (_worse("devices", 0, "start", to="lost"), "states"),
        (_worse("devices", 0, "tests", 0, "answers", to={"broken": {"it": "x", "en": "x"}}), "every state"),
        (_worse("devices", 0, "acts", 0, "to", to="lost"), "has not"),
        (_worse("devices", 0, "acts", 0, "otherwise", to=None), "otherwise"),
        (_worse("incidents", 0, "acts", 0, "ends", to=False), "ends"),
        (_worse("incidents", 0, "arrives", to={"after": "tested(nothing)"}), "nothing"),
        (_worse("day", "blocks", 1, "from", to="13:30"), "begin"),
        (_worse("day", "blocks", 1, "to", to="12:00"), "ends before"),
        (_worse("day", "blocks", 1, "to", to="25:00"), "does not exist"),
        (_worse("criteria", 0, to=criterion("x", "place().gap == low")), "number"),
        (_worse("criteria", 0, to=criterion("x", "place().shelf == 1")), "shelf"),
        (_worse("runs", to={"idle": [{"set": "seat", "with": 1}]}), "may have"),
        (_worse("runs", to={"idle": [{"test": "seat", "with": "page"}]}), "devices"),
        (_worse("runs", to={"idle": [{"seconds": -1}]}), "seconds"),
    ],
)
def test_what_does_not_hang_together_is_refused(change: Callable[[dict[str, Any]], None], why: str) -> None:
    data = work_data()
    change(data)
    with pytest.raises(ValueError, match=why):
        Workstation.model_validate(data)


def test_doing_nothing_earns_nothing() -> None:
    assert a_workstation().start("seed", "it").advance(900).assess().points == 0
