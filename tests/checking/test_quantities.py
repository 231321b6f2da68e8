"""Numbers are read as each language writes them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.checking.quantities import in_words, interval, numbers, quantity, unmatched
from trainer.checking.words import WordList, words_of


def words(language: str) -> WordList:
    found = words_of(language)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("italian", "english"),
    [
        ("1.234,5", "1,234.5"),
        ("20.000.000 di euro", "20,000,000 euros"),
        ("20 000 euro", "20,000 euros"),
        ("20 milioni", "20,000,000"),
        ("3,5 %", "3.5%"),
        ("alle 14.30", "at 2.30 p.m."),
        ("alle 18", "at 6 p.m."),
        ("alle 10:40", "at 10.40"),
        ("art. 12, par. 3", "Art. 12(3)"),
        ("21.11.2026", "21/11/2026"),
        ("1° settembre", "1 September"),
        ("€ 40", "40 euros"),
        ("reg. (UE) 2016/679", "Regulation (EU) 2016/679"),
    ],
)
def test_the_same_number_in_both_languages(italian: str, english: str) -> None:
    assert unmatched(numbers(italian, words("it")), numbers(english, words("en"))) == ([], [])


@pytest.mark.parametrize(
    ("italian", "english"),
    [("72 ore", "27 hours"), ("1.234", "1.234"), ("3,5", "35"), ("alle 14.30", "at 2.30"), ("2 e 3", "2")],
)
def test_different_numbers(italian: str, english: str) -> None:
    left, right = unmatched(numbers(italian, words("it")), numbers(english, words("en")))
    assert left or right


def test_a_number_may_be_written_in_words() -> None:
    (number,) = numbers("2 mesi", words("it"))
    assert in_words(number, "two months", words("en"))
    assert not in_words(number, "three months", words("en"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("72 ore", (72, "hours")),
        ("Entro 3 giorni", (72, "hours")),
        ("Un mese", (730, "hours")),
        ("4 %", (4, "%")),
        ("€ 40", (40, "")),
        ("Una copia dei dati", None),
        ("Quando vuole", None),
        ("Entro 72 ore da quando il titolare ne viene a conoscenza", None),
    ],
)
def test_quantities(text: str, found: tuple[float, str] | None) -> None:
    size = quantity(text, words("it"))
    assert (size and (round(size.value), size.unit)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Da 10 a 20 giorni", (10, 20)),
        ("10–20 giorni", (10, 20)),
        ("tra 1.000 e 2.000 euro", (1000, 2000)),
        ("Oltre 20 giorni", None),
        ("artt. 12-22 del regolamento sui dati", None),
    ],
)
def test_ranges(text: str, found: tuple[float, float] | None) -> None:
    assert interval(text, words("it")) == found


@given(st.text(alphabet="0123456789.,:’ %€°-/apm", max_size=30))
def test_any_signs_between_digits_are_read(text: str) -> None:
    for language in ("it", "en"):
        known = words(language)
        found = numbers(text, known)
        assert all(number.readings for number in found)
        assert unmatched(found, found) == ([], [])
        quantity(text, known)
        interval(text, known)
