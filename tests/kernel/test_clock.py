"""Time stamps keep the moment, whatever the zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from trainer.kernel.clock import Clock, SystemClock, from_iso, iso

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=ZONES))
def test_a_moment_comes_back_to_the_millisecond(moment: datetime) -> None:
    assert timedelta(0) <= moment - from_iso(iso(moment)) < timedelta(milliseconds=1)
    assert iso(from_iso(iso(moment))) == iso(moment)


def test_the_written_form() -> None:
    assert iso(datetime(2026, 11, 21, 9, 0, tzinfo=timezone(timedelta(hours=1)))) == "2026-11-21T08:00:00.000Z"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        from_iso("2026-11-21T08:00:00")


def test_the_machines_clock_is_aware_and_goes_forward() -> None:
    clock: Clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_the_fake_clock_is_a_clock() -> None:
    clock = FakeClock()
    either: Clock = clock
    before = either.now()
    clock.wait(5)
    clock.move_wall(-60)
    assert (either.now() - before, either.monotonic()) == (timedelta(seconds=-55), 1005.0)
