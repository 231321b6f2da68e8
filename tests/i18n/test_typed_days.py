"""A day typed as a language writes it is read; anything else is asked back with an example."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.i18n.catalogue import languages
from trainer.i18n.dates import day
from trainer.i18n.typed_days import DayAskedBack, day_example, day_in_numbers, read_day

SPRING = date(2027, 3, 28)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("it", "28/03/2027"), ("it", "28.3.27"), ("it", "28-3-2027"), ("it", "28 3 2027"), ("it", " 28/3/2027 "),
        ("it", "28 marzo 2027"), ("it", "28 mar. 2027"), ("it", "28 MARZO 2027"), ("it", "2027-03-28"),
        ("en", "3/28/2027"), ("en", "03/28/27"), ("en", "March 28, 2027"), ("en", "Mar 28, 2027"),
        ("en", "28 March 2027"), ("en", "2027-03-28"),
    ],
)  # fmt: skip
def test_a_day_as_people_write_it(language: str, typed: str) -> None:
    assert read_day(typed, language) == SPRING


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("it", ""), ("it", "3/28/2027"), ("it", "30/2/2027"), ("it", "28/03"), ("it", "28 March 2027"),
        ("it", "domani"), ("it", "0/0/0"), ("it", "28/03/2027 e dopo"), ("it", "٢٨/٠٣/٢٠٢٧"), ("it", "28/03/20277"),
        ("it", "9" * 500), ("it", "28 2027"), ("it", "28 marzo 28 2027"), ("en", "28/3/2027"), ("en", "28 marzo 2027"),
        ("en", "2/30/2027"), ("en", "\x1b[2J"), ("en", "2027-13-01"), ("en", "0000-01-01"),
    ],
)  # fmt: skip
def test_anything_else_is_asked_back_with_an_example(language: str, typed: str) -> None:
    with pytest.raises(DayAskedBack) as caught:
        read_day(typed, language)
    example = str(caught.value.values["example"])
    assert read_day(example, language) == SPRING
    assert len(str(caught.value.values["typed"])) <= 40


@given(DAYS, st.sampled_from(languages()))
def test_what_is_written_can_be_read(value: date, language: str) -> None:
    assert read_day(day_in_numbers(value, language), language) == value
    assert read_day(day(value, language), language) == value
    assert read_day(value.isoformat(), language) == value


@given(st.text(max_size=60), st.sampled_from(languages()))
def test_no_text_does_more_than_be_asked_back(typed: str, language: str) -> None:
    with contextlib.suppress(DayAskedBack):
        read_day(typed, language)


def test_an_example_cannot_be_misread() -> None:
    assert [day_example(language) for language in ("it", "en")] == ["28/03/2027", "3/28/2027"]
