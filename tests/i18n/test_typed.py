"""A number is read as the language writes it; what could be another number is asked back, in that language's way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.i18n.numbers import number
from trainer.i18n.typed import NumberAskedBack, read_number


@pytest.mark.parametrize(
    ("typed", "language", "value"),
    [
        ("12", "it", "12"),
        ("12,5", "it", "12.5"),
        ("12.5", "en", "12.5"),
        (" 12,50 ", "it", "12.5"),
        ("1.234,5", "it", "1234.5"),
        ("1,234.5", "en", "1234.5"),
        ("1.234.567", "it", "1234567"),
        ("-3", "en", "-3"),
        ("−3,5", "it", "-3.5"),
        ("+7", "it", "7"),
        ("0", "it", "0"),
        ("-0", "en", "0"),
        ("007", "it", "7"),
        ("123456789012345", "en", "123456789012345"),
    ],
)
def test_what_a_language_writes_is_read(typed: str, language: str, value: str) -> None:
    assert read_number(typed, language) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "language", "said"),
    [
        ("1.5", "it", "If you mean 1,5, write 1,5"),
        ("1,5", "en", "If you mean 1.5, write 1.5"),
        ("1,234.5", "it", "If you mean 1234,5"),
        ("0.500", "it", "If you mean 0,500"),
        ("1.500", "it", "Write 1500 or 1,500, "),
        ("1,500", "it", "Write 1,500 or 1500, "),
        ("1.500", "en", "Write 1.500 or 1500, "),
        ("-1.500", "en", "Write -1.500 or -1500, "),
        ("1.2.3", "it", "Write one number and nothing else, like 12,5"),
        ("", "it", "nothing else, like 12,5"),
        ("   ", "en", "nothing else, like 12.5"),
        ("dodici", "it", "nothing else"),
        ("12 minuti", "it", "nothing else"),
        ("12 13", "en", "nothing else"),
        ("12 500", "en", "nothing else"),
        ("1e5", "en", "nothing else"),
        ("½", "en", "nothing else"),
        ("١٢", "en", "nothing else"),
        ("\uff11\uff12", "en", "nothing else"),
        ("--1", "en", "nothing else"),
        ("nan", "en", "nothing else"),
        (".", "en", "nothing else"),
        ("\x1b[2J12", "en", "nothing else"),
        ("1" * 16, "it", "at most 15 digits"),
        ("9" * 100_000, "it", "at most 15 digits"),
    ],
)
def test_what_is_no_number_here_is_asked_back(typed: str, language: str, said: str) -> None:
    with pytest.raises(NumberAskedBack) as asked:
        read_number(typed, language)
    assert said in str(asked.value)
    assert asked.value.exit_code == 1


def test_the_languages_of_an_item_count_as_well() -> None:
    assert read_number("1.5", "en", ["fr"]) == Decimal("1.5")
    with pytest.raises(NumberAskedBack, match="nothing else"):
        read_number("1’500", "en")
    with pytest.raises(NumberAskedBack, match="If you mean 1500, write 1500"):
        read_number("1’500", "en", ["de_CH"])


def test_a_language_nobody_knows_reads_nothing() -> None:
    assert read_number("12", "it", ["tlh", "no-such-language", ""]) == 12


@given(st.decimals(-10_000, 10_000, allow_nan=False, places=2), st.sampled_from(["it", "en"]))
def test_a_number_written_is_read_again(value: Decimal, language: str) -> None:
    assert read_number(number(value, language), language) == value


@given(st.text(max_size=20), st.sampled_from(["it", "en"]))
def test_anything_is_read_or_asked_back(text: str, language: str) -> None:
    try:
        found = read_number(text, language)
    except NumberAskedBack as asked:
        assert str(asked)
        return
    assert found.is_finite()
