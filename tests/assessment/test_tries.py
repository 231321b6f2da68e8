"""One counting try a day: days are the learner's, and no clock or zone makes one shorter."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from trainer.assessment.events import ClockSetBack, Recorded, Started, Submitted
from trainer.assessment.tries import TryStart, opens_at, start_of
from trainer.kernel.days import day_number

ROME, UTC_ZONE, KIRIBATI, HAWAII = 60, 0, 14 * 60, -10 * 60

zones = st.integers(min_value=-12 * 60, max_value=14 * 60)
moments = st.floats(min_value=0, max_value=4e9, allow_nan=False)
tries = st.builds(TryStart, moments, zones)


def at(text: str) -> float:
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


def test_without_a_try_nothing_has_to_open() -> None:
    assert opens_at([], ROME) is None


def test_the_next_try_opens_at_the_learners_midnight() -> None:
    begun = TryStart(at("2026-11-21T08:00"), ROME)
    assert opens_at([begun], ROME) == at("2026-11-21T23:00")


def test_shortly_before_midnight_the_day_is_nearly_over() -> None:
    begun = TryStart(at("2026-11-21T22:59:59"), ROME)
    assert opens_at([begun], ROME) == at("2026-11-21T23:00")


def test_the_latest_try_decides() -> None:
    days = [TryStart(at(f"2026-11-{day}T08:00"), UTC_ZONE) for day in (22, 20, 21)]
    assert opens_at(days, UTC_ZONE) == at("2026-11-23T00:00")


def test_another_zone_makes_no_new_day() -> None:
    begun = TryStart(at("2026-11-21T10:00"), UTC_ZONE)
    assert opens_at([begun], KIRIBATI) == at("2026-11-22T10:00")  # midnight there, and it has been midnight here
    assert opens_at([begun], HAWAII) == at("2026-11-22T10:00")
    assert opens_at([TryStart(at("2026-11-21T10:00"), KIRIBATI)], UTC_ZONE) == at("2026-11-22T10:00")


@given(st.lists(tries, min_size=1, max_size=5), zones)
def test_it_opens_on_a_later_day_wherever_one_looks_from(begun: list[TryStart], zone: int) -> None:
    opens = opens_at(begun, zone)
    assert opens is not None
    for one in begun:
        assert one.at < opens
        for where in (zone, one.zone_minutes):
            assert day_number(opens, where) > day_number(one.at, where)


@given(tries, zones)
def test_nobody_waits_longer_than_two_midnights(one: TryStart, zone: int) -> None:
    opens = opens_at([one], zone)
    assert opens is not None
    assert opens - one.at <= 86_400


def started(at: float) -> Recorded:
    return Recorded(Started("a", "p", "counting", "runs_on", 600, "it", ROME), at, 0.0)


def test_a_journal_says_when_it_began() -> None:
    assert start_of([started(100.0)]) == TryStart(100.0, ROME)
    assert start_of([]) is None
    assert start_of([Recorded(Submitted("learner"), 1.0, 1.0)]) is None


def test_a_clock_found_behind_counts_as_the_later_time() -> None:
    behind = Recorded(ClockSetBack(86_400.0), 100.5, 0.5)
    assert start_of([started(100.0), behind]) == TryStart(86_500.5, ROME)
    later = [started(100.0), Recorded(Submitted("learner"), 110.0, 10.0), behind]
    assert start_of(later) == TryStart(100.0, ROME)
