"""The calendar of a desk, against holidays looked up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.exercises.desk.days import Calendar, Country, easter, holidays, months_after

ITALY, SWITZERLAND = Calendar("IT"), Calendar("CH")


@pytest.mark.parametrize(
    "day",
    [date(2000, 4, 23), date(2024, 3, 31), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)],
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@pytest.mark.parametrize(
    ("country", "day", "free"),
    [
        ("IT", date(2026, 12, 8), True), ("CH", date(2026, 12, 8), False), ("IT", date(2026, 4, 6), True),
        ("CH", date(2026, 5, 14), True), ("IT", date(2026, 5, 14), False), ("CH", date(2025, 8, 1), True),
        ("IT", date(2027, 10, 4), True), ("IT", date(2025, 10, 4), False), ("IT", date(2026, 6, 2), True),
    ],
)  # fmt: skip
def test_holidays(country: Country, day: date, free: bool) -> None:
    assert (day in holidays(country, day.year)) is free
    assert Calendar(country).is_worked(day) is (not free and day.weekday() < 5)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    assert ITALY.after(date(2026, 11, 30), 6) == date(2026, 12, 9)
    assert SWITZERLAND.after(date(2026, 11, 30), 6) == date(2026, 12, 8)
    assert ITALY.after(date(2026, 12, 5), 0) == date(2026, 12, 5)
    assert ITALY.next_worked(date(2026, 12, 25)) == date(2026, 12, 28)


def test_a_town_may_have_a_day_of_its_own() -> None:
    assert Calendar.of("IT", [date(2026, 12, 7)]).after(date(2026, 12, 4), 1) == date(2026, 12, 9)


def test_months_end_where_there_is_no_such_day() -> None:
    assert months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert months_after(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert months_after(date(2026, 11, 15), 2) == date(2027, 1, 15)


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.integers(0, 40))
def test_a_count_of_working_days_can_be_counted_back(day: date, count: int) -> None:
    end = ITALY.after(day, count)
    between = [day + timedelta(days=n + 1) for n in range((end - day).days)]
    assert sum(map(ITALY.is_worked, between)) == count
    assert count == 0 or ITALY.is_worked(end)
