"""What happened in an exercise, moment by moment: who spoke, what was done, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.flows.exercise_words import moment_words
from trainer.kernel.problems import N_
from trainer.kernel.text import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.exercises.play import ShownMoment, View
    from trainer.i18n.catalogue import Translator

#: Who waited for an answer in vain has left; a talk one breaks off oneself has no words.
_GONE = N_("Left without an answer")


def head_of(moment: ShownMoment, view: View, words: Translator) -> str:
    """Who spoke or what was done; a kind nobody named is its own name."""
    if moment.kind == "heard" and (customer := getattr(view, "customer", "")):
        return str(customer)
    if moment.kind == "left" and any(moment.text.values()):
        return words._(_GONE)
    return words._(moment_words(moment.kind))


def time_of(moment: ShownMoment, view: View) -> str:
    """The desk's own time where there is a desk, else minutes and seconds since the start."""
    times: Sequence[Any] = getattr(view, "times", ())
    if moment.number < len(times):
        return str(times[moment.number])
    minutes, seconds = divmod(int(moment.at), 60)
    return f"{minutes}:{seconds:02}"


def in_brief(moment: ShownMoment, view: View, words: Translator, most: int = 90) -> str:
    """A moment in one line: head and the beginning of its text."""
    text = " ".join(in_language(moment.text, words.language).split())
    head = head_of(moment, view, words)
    shown = text if len(text) <= most else f"{text[:most].rstrip()}…"
    return f"{head}: {shown}" if shown else head
