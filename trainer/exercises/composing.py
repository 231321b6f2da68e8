"""Texts put together from phrases: what somebody writes, reports or says, in parts that each have a meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field, model_validator

from trainer.exercises.base import Place, Written
from trainer.exercises.play import MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText
from trainer.schema.fields import Authored, Mismatch, Slug, Text

#: The phases a customer is told of: it came in, somebody is at it, this came of it.
Phase = Literal["received", "progress", "outcome"]
PHASES: tuple[Phase, ...] = ("received", "progress", "outcome")


class Phrase(Authored):
    """A piece of a text. ``says`` are names for what it says, ``informs`` the phase it tells of.

    It is offered only ``when`` this is true. ``comment`` is said of it after the end.
    """

    id: Slug
    text: Text
    says: list[Slug] = []
    informs: Phase | None = None
    when: str | None = None
    comment: Text | None = None


class Slot(Authored):
    """A part of a text: one phrase, or ``any`` number of them in the order they are listed."""

    id: Slug
    label: Text
    pick: Literal["one", "any"] = "one"
    phrases: Annotated[list[Phrase], Field(min_length=2, max_length=9)]

    @property
    def order(self) -> list[str]:
        """Ids in the order of the text, where several may be chosen: that of alternatives would only tell the best."""
        return [phrase.id for phrase in self.phrases] if self.pick == "any" else []


class Composed(Authored):
    """A text to be composed, slot by slot."""

    id: Slug
    title: Text
    slots: Annotated[list[Slot], Field(min_length=1, max_length=6)]

    @model_validator(mode="after")
    def _phrases_have_names_of_their_own(self) -> Composed:
        seen = set[str]()
        for number, slot in enumerate(self.slots):
            for index, phrase in enumerate(slot.phrases):
                if phrase.id in seen:
                    raise Mismatch("another phrase has the same id", "slots", number, "phrases", index, "id")
                seen.add(phrase.id)
        return self

    def phrases(self) -> Iterator[tuple[Place, Phrase]]:
        """Every phrase with its place."""
        for number, slot in enumerate(self.slots):
            for index, phrase in enumerate(slot.phrases):
                yield ("slots", number, "phrases", index), phrase

    def chosen(self, ids: object, possible: Callable[[Phrase], bool]) -> tuple[Phrase, ...]:
        """The phrases with these ids, in the order of the text. :class:`MoveRefused` when they are no such text."""
        wanted = set(ids) if isinstance(ids, list | tuple) and all(isinstance(id, str) for id in ids) else {""}
        found = list[Phrase]()
        for slot in self.slots:
            here = [phrase for phrase in slot.phrases if phrase.id in wanted]
            if slot.pick == "one" and len(here) != 1:
                raise MoveRefused(N_("Choose one phrase in each part of the text."))
            found += here
        if len(found) != len(wanted):
            raise MoveRefused(N_("There is no such phrase."))
        if not found:
            raise MoveRefused(N_("Choose something to write."))
        if not all(map(possible, found)):
            raise MoveRefused(N_("This cannot be said yet."))
        return tuple(found)

    def shuffled(self, slot: Slot, seed: str) -> list[Phrase]:
        """The phrases of a slot in an order that the seed and the ids decide and nothing else."""
        order = Stream(seed, "order", self.id, slot.id).shuffled(sorted(phrase.id for phrase in slot.phrases))
        by_id = {phrase.id: phrase for phrase in slot.phrases}
        return [by_id[id] for id in order]

    def at_random(self, stream: Stream, possible: Callable[[Phrase], bool]) -> list[str] | None:
        """Ids of phrases somebody without a plan would choose; None when some slot has nothing to offer."""
        found = list[str]()
        for slot in self.slots:
            here = [phrase.id for phrase in slot.phrases if possible(phrase)]
            if slot.pick == "any":
                found += [id for id in here if stream.below(2)]
            elif not here:
                return None
            else:
                found.append(here[stream.below(len(here))])
        return found or None


def joined(phrases: Sequence[Phrase], free: str = "") -> LocalText:
    """The text in every language all phrases have, one phrase a line; ``free`` words stand at its end."""
    languages = [language for language in phrases[0].text if all(language in phrase.text for phrase in phrases)]
    tail = [free] if free else []
    return {language: "\n".join([*(p.text[language].strip() for p in phrases), *tail]) for language in languages}


#: Characters a title, a label, a phrase and a comment have room for on a screen of 60 columns.
_TITLE, _LABEL, _PHRASE, _COMMENT = 60, 28, 232, 360


def texts_of(place: Place, composed: Composed) -> Iterator[Written]:
    """The texts of something that is put together from phrases, with their places and the room they have."""
    yield Written((*place, "title"), composed.title, _TITLE)
    for index, slot in enumerate(composed.slots):
        yield Written((*place, "slots", index, "label"), slot.label, _LABEL)
    for inner, phrase in composed.phrases():
        yield Written((*place, *inner, "text"), phrase.text, _PHRASE, True)
        if phrase.comment is not None:
            yield Written((*place, *inner, "comment"), phrase.comment, _COMMENT)
