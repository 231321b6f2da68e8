"""Nothing that acts on a terminal, or hides from a reader, survives cleaning."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainer.kernel.text import clean, clean_line, in_language, is_clean, is_slug

#: Any text, surrogates and all, with what must go drawn often.
ANY_TEXT = st.text(
    st.one_of(st.characters(codec=None), st.sampled_from("\x1b\x9b\r\n\t\x00\x7f\u202e\u2066\u200f\u200b\ufeff\u061c"))
)


@given(ANY_TEXT)
@example("\x1b[31mred\x1b[0m")
@example("A\u030a\u200bngstro\u0308m")
@example("\ud800")
def test_nothing_that_acts_is_left(text: str) -> None:
    cleaned = clean(text)
    assert all(char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs") for char in cleaned)
    assert not set(cleaned) & set("\x1b\x9b\u200b\u200e\u200f\u2060\ufeff\u061c\u2028\u2029")
    assert all(unicodedata.bidirectional(char) not in BIDI for char in cleaned)
    assert unicodedata.is_normalized("NFC", cleaned)


BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert is_clean(clean(text))
    clean(text).encode()


@pytest.mark.parametrize("text", ["Perché no?", "L’azienda – «così»", "a\tb\nc", "日本語", "🙂", "שלום"])
def test_what_people_write_stays(text: str) -> None:
    assert clean(text) == text
    assert is_clean(text)


@pytest.mark.parametrize(
    ("foreign", "cleaned"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("\x1b]0;title\x07bell", "]0;titlebell"),
        ("user\u202egnp.exe", "usergnp.exe"),
        ("e\u0301", "é"),
        ("\ud83d", "?"),
    ],
)
def test_what_cleaning_makes_of_it(foreign: str, cleaned: str) -> None:
    assert clean(foreign) == cleaned


@given(ANY_TEXT, st.integers(0, 50))
def test_a_line_is_one_line_and_not_too_long(text: str, limit: int) -> None:
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    assert "\t" not in line


def test_a_line_is_folded() -> None:
    assert clean_line("  Maria \n\t Rossi\x00 ") == "Maria Rossi"


def test_the_text_in_a_language_or_the_next_best() -> None:
    text = {"it": "sì", "en": "yes"}
    assert in_language(text, "en") == "yes"
    assert in_language(text, "de", "en") == "yes"
    assert in_language(text, "de") == "sì"
    assert in_language({}, "de") == ""


@pytest.mark.parametrize("text", ["a", "one-month", "b2b", "2026"])
def test_slugs(text: str) -> None:
    assert is_slug(text)


@pytest.mark.parametrize("text", ["", "-", "a-", "-a", "a--b", "A", "a_b", "è", "a b", "a\n", "../x"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@given(st.text())
def test_clean_is_what_cleaning_leaves_alone(text: str) -> None:
    assert is_clean(text) == (clean(text) == text)


@pytest.mark.parametrize(
    "code", [0x00, 0x1B, 0x7F, 0x9B, 0x061C, 0x200B, 0x2028, 0x202E, 0x2060, 0x2069, 0xFEFF, 0xFFFB]
)
def test_what_is_cleaned_away_is_never_clean(code: int) -> None:
    assert not is_clean(f"sì{chr(code)}")
