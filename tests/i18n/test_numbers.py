"""Numbers, shares, days and names as languages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.i18n.dates import day, minutes
from trainer.i18n.names import own_name
from trainer.i18n.numbers import decimal, integer, percent


def test_numbers() -> None:
    assert (integer(12500, "it"), integer(12500, "en")) == ("12.500", "12,500")
    assert (decimal(0.5, "it"), decimal(2.0, "en"), decimal(1 / 3, "en")) == ("0,5", "2", "0.33")


@pytest.mark.parametrize(("share", "shown"), [(0.7, "70%"), (0.29, "29%"), (0.6999, "69%"), (1.0, "100%"), (0, "0%")])
def test_a_share_is_never_rounded_up(share: float, shown: str) -> None:
    assert percent(share, "en") == shown


@given(st.integers(0, 400), st.integers(1, 400))
def test_a_failed_share_never_reads_as_the_pass_mark(points: int, maximum: int) -> None:
    share = min(points, maximum) / maximum
    assert (int(percent(share, "en").rstrip("%")) >= 70) == (min(points, maximum) * 10 >= maximum * 7)


def test_days_lengths_and_names() -> None:
    assert (day(date(2026, 11, 21), "it"), day(date(2026, 11, 21), "en")) == ("21 nov 2026", "Nov 21, 2026")
    assert (minutes(0.2, "it"), minutes(24, "en")) == ("1 minuto", "24 minutes")
    assert (own_name("it"), own_name("en"), own_name("xx-none")) == ("Italiano", "English", "xx-none")
