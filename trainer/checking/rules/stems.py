"""Stems: one question, put positively, short enough to be read once; statements that say one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.checking.rule import Rule, each_language, each_worded
from trainer.checking.seen import Hit, Wording
from trainer.checking.wording import (
    gulpease,
    negations,
    normal,
    plain,
    sentences,
    unquoted,
    word_count,
)
from trainer.kernel.problems import N_

_BLANK = re.compile(r"_{2,}|\[…\]|\[\.\.\.\]")


def is_statement(wording: Wording) -> bool:
    """Whether the stem is a statement to be judged true or false, not a question."""
    return "verdict" in wording.seen.item.limits()


def asks_for_options(wording: Wording) -> bool:
    """Whether the stem itself is what the options answer."""
    return any(len(listed.place) == 1 for listed in wording.seen.keyed)


def negative(wording: Wording) -> Iterator[Hit]:
    """L07: the question asks for what is not so."""
    if is_statement(wording) or not wording.negative:
        return
    word = negations(wording.question, wording.words)[0].word
    template = N_(
        "The question is negative («{word}»), which measures attention more than knowledge; ask for what is right, or "
        "accept this where the task is to spot the wrong act."
    )
    yield wording.hit(wording.stem_place, template, word=word)


def overlooked_negation(wording: Wording) -> Iterator[Hit]:
    """L08: a question's negation that can be overlooked."""
    if is_statement(wording):
        return
    for found in negations(wording.question, wording.words):
        if not found.emphasised:
            template = N_("The negation «{word}» can be overlooked; write it **{upper}**, or ask positively.")
            yield wording.hit(wording.stem_place, template, word=found.word, upper=found.word.upper())


def double_negative(wording: Wording) -> Iterator[Hit]:
    """L09: a negative question with a negative option."""
    if is_statement(wording) or not wording.negative:
        return
    template = N_("A negative option («{text}») answers a negative question; put one of the two positively.")
    for choice in wording.choices:
        if negations(choice.text, wording.words, whole=True):
            yield wording.hit(choice.place, template, text=choice.text)


def is_a_question(wording: Wording) -> Iterator[Hit]:
    """L23: a question, or a sentence with a gap near its end; a statement for true or false.

    Where rows, steps or gaps are the matter, or an answer is written, the stem may as well name the task.
    """
    stem = unquoted(plain(wording.stem)).strip()
    if word_count(wording.stem) < 4:
        template = N_(
            "The stem has fewer than four words; say what is asked so that it can be answered without the options."
        )
        yield wording.hit(wording.stem_place, template)
    elif is_statement(wording):
        if stem.endswith("?"):
            template = N_(
                "A true or false item judges a statement, and this stem is a question; put it as a statement."
            )
            yield wording.hit(wording.stem_place, template)
    elif not asks_for_options(wording):
        return
    elif gap := _BLANK.search(stem):
        if word_count(stem[gap.end() :]) > 5:
            template = N_("The gap is far from the end, so the sentence must be read twice; move it to the end.")
            yield wording.hit(wording.stem_place, template)
    elif "?" not in stem:
        template = N_("The stem asks nothing: it has no question mark and no gap. Write a question.")
        yield wording.hit(wording.stem_place, template)


def readable(wording: Wording) -> Iterator[Hit]:
    """L24: length of the stem and of its sentences, and readability where the language has a measure for it."""
    count = word_count(wording.stem)
    mean = count / max(1, len(sentences(wording.stem, wording.words)))
    if count > 60:
        template = N_(
            "The stem has {count} words; up to 60 can be kept in mind. Leave out what the answer does not need."
        )
        yield wording.hit(wording.stem_place, template, count=count)
    if mean > 25:
        template = N_("The stem's sentences have {count} words on average; up to 25 are easy to read. Split them.")
        yield wording.hit(wording.stem_place, template, count=round(mean))
    index = gulpease(wording.stem, wording.words) if wording.words.readability else 100
    if index < 40:
        template = N_(
            "The stem is hard to read (Gulpease index {index}, at least 40 is due); use shorter words and sentences."
        )
        yield wording.hit(wording.stem_place, template, index=round(index))


def opinion(wording: Wording) -> Iterator[Hit]:
    """L26."""
    text = f" {normal(unquoted(wording.stem))} "
    for phrase in wording.words.opinion:
        if f" {normal(phrase)} " in text:
            template = N_(
                "«{phrase}» asks for an opinion, and an opinion cannot be wrong; ask for the rule or the best act."
            )
            yield wording.hit(wording.stem_place, template, phrase=phrase)


def statement(wording: Wording) -> Iterator[Hit]:
    """L31: one affirmative claim."""
    if not is_statement(wording):
        return
    claim = sentences(wording.stem, wording.words)[-1]
    if negations(claim, wording.words):
        template = N_("The statement is negative, so that «false» means a double negation; put it in the affirmative.")
        yield wording.hit(wording.stem_place, template)
    if joint := _second_clause(claim, wording):
        template = N_(
            "The statement joins two claims («{joint}»), and one may be true and the other false; make it one."
        )
        yield wording.hit(wording.stem_place, template, joint=joint)


def _second_clause(claim: str, wording: Wording) -> str:
    """The words that open a second clause: a conjunction and, within two words, a verb of the list."""
    words = re.findall(r"[^\W\d_]+|[,;]", unquoted(plain(claim)).casefold())
    joining, verbs = wording.words.joining, wording.words.clause_verbs
    for index, word in enumerate(words):
        before, after = words[:index], words[index + 1 : index + 4]
        if word in joining and not verbs.isdisjoint(before) and not verbs.isdisjoint(after):
            return " ".join([word, *after])
        if word == ";":
            return ";"
    return ""


RULES = (
    Rule("L07", "warning", "questions that are not negative", each_worded(negative)),
    Rule("L08", "error", "a negation that cannot be overlooked", each_worded(overlooked_negation)),
    Rule("L09", "error", "no negative option under a negative question", each_worded(double_negative)),
    Rule("L23", "warning", "a stem that asks", each_language(is_a_question)),
    Rule("L24", "warning", "a stem that is easy to read", each_worded(readable)),
    Rule("L26", "warning", "no question for an opinion", each_worded(opinion)),
    Rule("L31", "warning", "one affirmative claim in a statement", each_worded(statement)),
)
