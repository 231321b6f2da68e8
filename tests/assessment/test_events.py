"""Events go through JSON and come back; what is none is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.making import EVENTS as MADE
from tests.assessment.making import STARTS, every_event, started
from trainer.assessment.events import EVENTS, Event, Responded, from_data, to_data


def test_there_is_a_strategy_for_every_event() -> None:
    assert {"Started", *MADE} == set(EVENTS)
    assert all(name == cls.name == cls.__name__ for name, cls in EVENTS.items())


@pytest.mark.parametrize("name", EVENTS)
@given(data=st.data())
def test_an_event_comes_back_equal(name: str, data: st.DataObject) -> None:
    event = data.draw(STARTS if name == "Started" else MADE[name])
    back = from_data(json.loads(json.dumps(to_data(event))))
    assert back == event
    assert type(back) is type(event)


@given(st.one_of(*every_event()))
def test_values_of_a_later_minor_version_are_passed_over(event: Event) -> None:
    assert from_data({**to_data(event), "mood": "calm"}) == event


def test_responses_come_back_as_tuples() -> None:
    event = Responded(3, {"answer": ("one-month",), "reason": ()})
    back = from_data(json.loads(json.dumps(to_data(event))))
    assert isinstance(back, Responded)
    assert back.response == {"answer": ("one-month",), "reason": ()}


@pytest.mark.parametrize("data", [{}, {"type": "Danced"}, {"type": None}, {"type": "Presented"}, {"type": "Flagged",
                                  "position": 1}])  # fmt: skip
def test_what_is_no_event_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="event"):
        from_data(data)


def test_a_journal_from_before_zones_has_none() -> None:
    data = to_data(started())
    del data["zone_minutes"]
    assert from_data(data) == replace(started(), zone_minutes=0)
