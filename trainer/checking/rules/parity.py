"""Parity: every text in every language, with the same numbers and the same negations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from trainer.checking.parts import Place
from trainer.checking.quantities import in_words, numbers, unmatched
from trainer.checking.rule import Rule, each_item
from trainer.checking.seen import Hit, SeenItem, Wording, at
from trainer.checking.wording import deny_somehow, negations
from trainer.checking.words import words_of
from trainer.checking.world import World
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_MISSING = N_("The text in «{language}» is missing; a learner who reads that language would see another one. Add it.")

_NONE_ACCEPTED = N_("Nothing is accepted in «{language}»; whoever answers in that language could not be right. Add it.")


def item_languages(world: World) -> Iterator[Hit]:
    """L30: every text of an item in every language. Matter taught in one needs no translation; the task does."""
    for seen in world.items:
        needed = [*world.languages, *(one for one in seen.item.stem if one not in world.languages)]
        matter = seen.item.matter_language
        for place, text in seen.texts:
            is_matter = place[-1] in ("text", "model_answer")
            for language in needed:
                if language not in text and not (is_matter and matter in text):
                    yield seen.hit(place, _MISSING, language=language)
        for place, accepted in seen.accepted:
            for language in needed:
                if language not in accepted and matter not in accepted:
                    yield seen.hit(place, _NONE_ACCEPTED, language=language)


def file_languages(world: World) -> Iterator[Hit]:
    """T01: the same for every text of every other file."""
    for document in world.documents:
        for place, text in _texts(document.data, ()):
            for language in world.languages:
                if language not in text:
                    yield at(document, place, _MISSING, language=language)


def _texts(data: object, place: Place) -> Iterator[tuple[Place, dict[str, str]]]:
    """Maps from languages to texts, wherever they stand in a file. Check questions are looked at as items."""
    if isinstance(data, dict):
        if _is_text(data):
            yield place, data
        for key, value in data.items():
            if key != "checks":
                yield from _texts(value, (*place, key))
    elif isinstance(data, list):
        yield from chain.from_iterable(_texts(value, (*place, index)) for index, value in enumerate(data))


def _is_text(data: dict[object, object]) -> bool:
    """Keys are language codes, values are texts; one known language is enough to tell."""
    return (
        bool(data)
        and all(isinstance(key, str) and len(key) in (2, 3) and isinstance(text, str) for key, text in data.items())
        and any(words_of(str(key)) is not None for key in data)
    )


def same_numbers(seen: SeenItem) -> Iterator[Hit]:
    """L30: the same numbers in both languages, as digits or in words."""
    template = N_(
        "The numbers differ between «{first}» and «{second}» ({found}); both versions must state the same. Correct one."
    )
    for place, text, first, second in _pairs(seen, seen.texts):
        one, other = words_of(first), words_of(second)
        if one is None or other is None or _plainly_equal(text[first], text[second]):
            continue
        left, right = unmatched(numbers(text[first], one), numbers(text[second], other))
        left = [number for number in left if not in_words(number, text[second], other)]
        right = [number for number in right if not in_words(number, text[first], one)]
        if left or right:
            found = " / ".join(", ".join(number.written for number in side) or "–" for side in (left, right))
            yield seen.hit((*place, second), template, first=first, second=second, found=found)


def _plainly_equal(one: str, other: str) -> bool:
    """Whether both texts have the same whole numbers and no signs inside them: no need to read them closer."""
    left, right = _DIGITS.findall(one), _DIGITS.findall(other)
    return not (left or right) or (sorted(left) == sorted(right) and all(number.isdigit() for number in left))


def same_negation(seen: SeenItem) -> Iterator[Hit]:
    """L30: a question is negative in both languages or in none; an option that denies in one denies in the other."""
    asked = N_("The question is negative in «{negative}» and not in «{positive}», so the two ask opposite things.")
    denied = N_("The text denies in «{negative}» and seems not to in «{positive}»; check that both say the same.")
    by_language = {w.language: w for w in seen.wordings if w.known_words is not None}
    for place, text, first, second in _pairs(seen, [(p, t) for p, t in seen.shown if p[-1] in ("stem", "text")]):
        one, other = by_language.get(first), by_language.get(second)
        if one is None or other is None:
            continue
        if place == ("stem",):
            if one.negative != other.negative and not _denies(text, other if one.negative else one):
                negative, positive = (first, second) if one.negative else (second, first)
                yield seen.hit((*place, second), asked, negative=negative, positive=positive)
        else:
            for left, right in ((one, other), (other, one)):
                if negations(text[left.language], left.words, whole=True) and not _denies(text, right):
                    values = {"negative": left.language, "positive": right.language}
                    yield seen.hit((*place, second), denied, "warning", **values)


def _denies(text: LocalText, wording: Wording) -> bool:
    return deny_somehow(text[wording.language], wording.words)


def _pairs(seen: SeenItem, texts: Iterable[tuple[Place, LocalText]]) -> Iterator[tuple[Place, LocalText, str, str]]:
    """Each text with its first language and each other one; matter that is not translated has no pair."""
    for place, text in texts:
        first, *others = text
        for second in others:
            if not (seen.item.matter_language and (place[0] == "stem" or place[-1] == "text")):
                yield place, text, first, second


RULES = (
    Rule("L30", "error", "every text of an item in every language", item_languages),
    Rule("L30", "error", "the same numbers in every language", each_item(same_numbers)),
    Rule("L30", "error", "the same negations in every language", each_item(same_negation)),
    Rule("T01", "error", "every text of a file in every language", file_languages),
)
