"""The replay of an exercise: each moment with what is said of it, what it moved, and which points it decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.i18n.numbers import decimal
from trainer.tui.safe import joined, plain
from trainer.tui.screens.moment_words import head_of, time_of
from trainer.tui.shown import texts_shown
from trainer.tui.widgets.paragraphs import Para

if TYPE_CHECKING:
    from trainer.exercises.marks import CriterionMark
    from trainer.exercises.play import Comment, ShownMoment
    from trainer.flows.exercise_result import ExerciseResult
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

#: A mood moves clearly from so much on; less is a nuance.
_CLEARLY = 15
#: Cells between the number of a moment and what it says.
_APART = 2
#: What people say and write; the rest was done.
_WORDS_OF_PEOPLE = ("said", "heard", "replied", "incident")


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are shown: the interface's words, the language of comments or both, the learner's languages.

    ``translated``: what was spoken is shown in the other language too.
    """

    words: Translator
    shown: str
    languages: Sequence[str]
    translated: bool = False

    def of(self, text: LocalText, style: str = "") -> tuple[Content, ...]:
        """A text as the language key has it."""
        return tuple(plain(one, style) for one in texts_shown(text, self.shown, self.languages) or [""])


def replayed(result: ExerciseResult, reading: Reading) -> list[list[Para]]:
    """The paragraphs of each moment."""
    comments = {comment.moment: comment for comment in result.comments}
    digits = len(str(len(result.moments)))
    indent = Content(" " * (digits + _APART))
    found = []
    for moment in result.moments:
        said = _said(moment, comments.get(moment.number), result, reading)
        found.append(
            [_head(moment, result, digits, reading.words), *(Para(indent + one.mark, one.texts) for one in said)]
        )
    return found


def _head(moment: ShownMoment, result: ExerciseResult, digits: int, words: Translator) -> Para:
    number = (f"{moment.number + 1:>{digits}}{' ' * _APART}", "$quiet")
    head = (head_of(moment, result.last, words), "bold")
    return Para(joined(number), (joined(head, (f"  {time_of(moment, result.last)}", "$quiet")),))


def _said(moment: ShownMoment, comment: Comment | None, result: ExerciseResult, reading: Reading) -> Iterator[Para]:
    yield from _text(moment, result, reading)
    if comment is not None:
        for text in comment.texts:
            yield Para(joined(("› ", "bold $accent")), reading.of(text))
        yield from _mood(comment.changed.get("mood", 0), reading.words)
    for mark in result.marks:
        if moment.number in mark.moments:
            yield _decided(mark, reading)


def _text(moment: ShownMoment, result: ExerciseResult, reading: Reading) -> Iterator[Para]:
    if not any(moment.text.values()):
        return
    style = "" if moment.kind in _WORDS_OF_PEOPLE else "$quiet"
    mark = Content("")
    if not moment.spoken:
        yield Para(mark, reading.of(moment.text, style))
        return
    yield Para(mark, (plain(next(iter(moment.text.values())), style),))
    if reading.translated:
        yield from (Para(mark, (plain(text, "italic $quiet"),)) for text in _translation(moment, result, reading))


def _translation(moment: ShownMoment, result: ExerciseResult, reading: Reading) -> list[str]:
    """What was spoken, in the first of the learner's other languages it is written in."""
    whole = result.translations.get(moment.number, {})
    spoken = next(iter(moment.text.values()))
    others = [whole[language] for language in reading.languages if language in whole]
    return [text for text in others if text != spoken][:1]


def _mood(change: int, words: Translator) -> Iterator[Para]:
    if not change:
        return
    if change > 0:
        said = (
            words._("the mood gets clearly better") if change >= _CLEARLY else words._("the mood gets a little better")
        )
    else:
        said = (
            words._("the mood gets clearly worse") if change <= -_CLEARLY else words._("the mood gets a little worse")
        )
    sign, style = ("↑", "$success") if change > 0 else ("↓", "$error")
    yield Para(joined((f"{sign} ", f"bold {style}")), (plain(said, style),))


def _decided(mark: CriterionMark, reading: Reading) -> Para:
    """A criterion this moment decided, with its points."""
    words = reading.words
    points = decimal(float(mark.points if mark.met else mark.lost), words.language)
    sign, style = (f"✓ +{points} ", "$success") if mark.met else (f"✗ −{points} ", "$error")
    first, *others = reading.of(mark.text, "$quiet")
    critical = (f"  {words._('critical')}", "bold") if mark.critical and not mark.met else ""
    return Para(joined((sign, f"bold {style}")), (joined(first, critical), *others))
