"""Days as numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.kernel.days import day_number, from_iso_day, iso_day


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_a_date_comes_back(day: date) -> None:
    assert iso_day(from_iso_day(day.isoformat())) == day.isoformat()


@given(st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1)), st.integers(-840, 840))
def test_a_moment_falls_on_the_day_its_place_says(moment: datetime, zone: int) -> None:
    at = moment.replace(tzinfo=UTC).timestamp()
    assert iso_day(day_number(at, zone)) == (moment + timedelta(minutes=zone)).date().isoformat()


@pytest.mark.parametrize("text", ["", "21.11.2026", "2026-13-01", "soon"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_iso_day(text)
