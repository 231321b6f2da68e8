"""What is shown of a text that was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.catalogue.excerpts import EXCERPT, MOST_WORDS, excerpt_of, readable, words_of


def marked(text: str, question: str) -> list[str]:
    excerpt, marks = excerpt_of(text, words_of(question))
    return [excerpt[at:to] for at, to in marks]


def test_words_are_marked_whatever_their_accents_and_case() -> None:
    assert marked("La PERCHÉ e l’età: perche no", "perchè") == ["PERCHÉ", "perche"]
    assert marked("Una voce, tante voci", "voc") == ["voce", "voci"]
    assert marked("voce e voce_alta", "voce alta") == ["voce", "voce", "alta"]


def test_only_the_last_word_may_be_unfinished() -> None:
    assert marked("dati e dato personale", "dat person") == ["personale"]


def test_an_excerpt_begins_near_the_first_word_and_says_that_it_was_cut() -> None:
    text = " ".join(["prima"] * 80 + ["reclamo"] + ["dopo"] * 80)
    excerpt, _ = excerpt_of(text, ["reclamo"])
    assert excerpt.startswith("… prima") and excerpt.endswith("dopo …")
    assert "reclamo" in excerpt and len(excerpt) <= EXCERPT + 4


def test_marks_of_markdown_are_left_out() -> None:
    page = "## Titolo\n\n- uno **due**, [tre](glossary:x)\n\n| a | b |\n| --- | --- |\n| c | d |\n\n[[check: one]]\n"
    assert readable(page) == "uno due, tre a · b c · d"


def test_enormous_questions_are_cut() -> None:
    assert len(words_of("a " * 1000)) == MOST_WORDS
    assert words_of("\x1b[31mrosso\u202e") == ["31mrosso"]


@pytest.mark.parametrize("text", ["", "ß", "İstanbul", "ﬁne"])
def test_places_stay_places(text: str) -> None:
    excerpt, marks = excerpt_of(text, words_of(text))
    assert all(to <= len(excerpt) for _, to in marks)


@given(st.text(max_size=400), st.text(max_size=40))
def test_marks_lie_in_the_excerpt(text: str, question: str) -> None:
    excerpt, marks = excerpt_of(readable(text), words_of(question))
    assert all(0 <= at < to <= len(excerpt) for at, to in marks)
    assert len(excerpt) <= len(readable(text)) + 4
