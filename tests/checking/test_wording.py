"""Texts are taken apart as a reader would: sentences, questions, negations, readability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.checking.wording import (
    deny_somehow,
    gulpease,
    hits_of,
    negations,
    normal,
    question,
    sentences,
    tokens,
    unquoted,
    word_count,
)
from trainer.checking.words import WordList, words_of


def words(language: str) -> WordList:
    found = words_of(language)
    assert found is not None
    return found


def test_a_language_without_a_list_has_no_words() -> None:
    assert words_of("xx") is None


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("it", "Lo dice l’art. 5 GDPR. Che cosa fai?", 2),
        ("it", "La sig.ra Ferri chiama. «Chi è?» chiede. Rispondi.", 3),
        ("en", "Mr. Okafor calls at 6.30 p.m. What do you do?", 1),
        ("en", "He asks: “Why?” You answer. Then he leaves!", 3),
        ("it", "", 0),
    ],
)
def test_sentences(language: str, text: str, count: int) -> None:
    assert len(sentences(text, words(language))) == count


def test_the_question_is_the_last_sentence_that_asks_outside_quotes() -> None:
    text = "«Perché?» chiede Wei. Che cosa rispondi? Scegli tutte le frasi giuste."
    assert question(text, words("it")) == "Che cosa rispondi?"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("it", "Quale dato non serve?", [("non", False)]),
        ("it", "Quale dato **NON** serve?", [("NON", True)]),
        ("it", "Che cosa fai se il cliente non paga?", []),
        ("it", "Se il cliente non paga, che cosa NON fai?", [("NON", True)]),
        ("it", "Come mai il cliente chiama?", []),
        ("en", "Which of these is not needed?", [("not", False)]),
        ("en", "What do you say to a person who isn’t sure?", []),
        ("en", "Which of these isn’t needed?", [("isn’t", False)]),
        ("en", "What is needed at least?", []),
        ("en", "“I do not know,” she says. What now?", []),
    ],
)
def test_negations_of_the_question(language: str, text: str, found: list[tuple[str, bool]]) -> None:
    assert [(one.word, one.emphasised) for one in negations(text, words(language))] == found


@pytest.mark.parametrize(
    ("language", "text", "denies"),
    [
        ("it", "Senza la firma", True),
        ("it", "È vietato dalla legge", True),
        ("it", "Con la firma", False),
        ("en", "Unable to sign", True),
        ("en", "It can’t be signed", True),
        ("en", "Signed by the firm", False),
    ],
)
def test_ways_to_deny(language: str, text: str, denies: bool) -> None:
    assert deny_somehow(text, words(language)) is denies


def test_normal_form_drops_case_accents_and_signs() -> None:
    assert normal("«Perché  **NON** lo dà?»") == "perche non lo da"


def test_elided_articles_are_words_of_their_own() -> None:
    assert tokens("L’articolo dell'Unione") == ("l", "articolo", "dell", "unione")


def test_words_are_counted_without_lone_signs() -> None:
    assert word_count("Nome – cognome , e 3 cifre") == 5


def test_exceptions_hide_a_word() -> None:
    assert hits_of("Da solo, sempre", frozenset({"solo", "sempre"}), ("da solo",)) == ["sempre"]


def test_gulpease_is_the_published_formula() -> None:
    # 4 words, 20 letters, 1 sentence: 89 - 10 * 20/4 + 300 * 1/4
    assert gulpease("Il cliente chiede aiuto.", words("it")) == pytest.approx(89 - 50 + 75)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    for language in ("it", "en"):
        known = words(language)
        assert normal(normal(text)) == normal(text)
        negations(text, known)
        question(text, known)
        assert isinstance(gulpease(text, known), float)
        assert len(unquoted(text).strip("… ")) <= len(text)
