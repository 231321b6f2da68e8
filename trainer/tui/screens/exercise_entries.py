"""Exercises as entries of a list: those for practice, then those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.flows.exercise_words import kind_words
from trainer.i18n.numbers import percent
from trainer.tui.screens.today_words import BETWEEN, minutes_words
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.flows.exercise_cards import ExerciseCard
    from trainer.i18n.catalogue import Translator

#: What entries of exercises begin with; the rest is the exercise's id.
EXERCISE = "exercise:"


def exercise_sections(cards: Sequence[ExerciseCard], words: Translator) -> list[Section]:
    """Nothing where there are none."""
    practice = tuple(exercise_entry(card, words) for card in cards if not card.assessed)
    counting = tuple(exercise_entry(card, words) for card in cards if card.assessed)
    found = [
        Section(words._("Exercises for practice"), practice, numbered=False),
        Section(words._("Exercises that count"), counting, words._("one try a day"), numbered=False),
    ]
    return [section for section in found if section.entries]


def exercise_entry(card: ExerciseCard, words: Translator) -> Entry:
    """What it is, how long it takes, how it went so far; an attempt that waits is said first."""
    said = [words._("waits to be finished")] if card.running else []
    said += [words._(kind_words(card.kind)), minutes_words(card.minutes, words)]
    if card.best is not None:
        said.append(words._("best {share}", share=percent(card.best, words.language)))
        said.append(words._("passed") if card.passed else words._("not passed yet"))
    elif not card.played:
        said.append(words._("not played yet"))
    sign, style = _sign(card)
    return Entry(f"{EXERCISE}{card.id}", words.text(card.title), BETWEEN.join(said), sign, style)


def _sign(card: ExerciseCard) -> tuple[str, str]:
    if card.running:
        return "◐", "$accent"
    return ("✓", "$success") if card.passed else ("○", "$quiet")
