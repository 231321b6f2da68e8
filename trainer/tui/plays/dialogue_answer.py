"""What may be said: a list of answers, or an answer put together from an opening, a content and a closing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.content import Content

from trainer.tui.plays.dialogue_words import WRITTEN, change_words, part_words
from trainer.tui.safe import joined
from trainer.tui.widgets.item_paint import LETTERS
from trainer.tui.widgets.menu import NO_CURSOR, Entry, Menu, Section

if TYPE_CHECKING:
    from trainer.exercises.dialogue.view import Offer, TalkView
    from trainer.i18n.catalogue import Translator

#: The parts of a composed answer, in the order they are said.
PARTS = ("opening", "content", "closing")
#: The entry that says a composed answer.
SAY = "say"


class Choices(Menu):
    """A list whose highlight is seen only while keys go to it: two of them stand on one screen."""

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _line(self, line: Any, width: int) -> Content:
        drawn = super()._line(line, width)
        if self.has_focus or line.entry != self._cursor:
            return drawn
        return joined(NO_CURSOR, *((run.text, run.style) for run in line.runs))


class Answers(Choices):
    """A number or letter highlights an answer, ``enter`` takes it: what is said cannot always be taken back."""

    BINDINGS = [Binding(letter, f"number({number})", show=False) for number, letter in enumerate(LETTERS, 1)]
    _apart = False

    def action_number(self, number: int) -> None:
        if number <= len(self._entries):
            self._move(number - 1)

    def set_apart(self, apart: bool) -> None:
        """Whether a blank line stands between answers."""
        if apart != self._apart:
            self._apart = apart
            self._redraw(layout=True)

    def _lines(self, width: int) -> list[Any]:
        lines = super()._lines(width)
        if not self._apart:
            return lines
        begins = {at for at, line in enumerate(lines) if line.first and line.entry > 0}
        blank = type(lines[0])(-1, False, ()) if lines else None
        return [part for at, line in enumerate(lines) for part in ((blank, line) if at in begins else (line,))]


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer being put together: tokens by part, and the ``part`` being chosen (None: all are, it can be said)."""

    chosen: Mapping[str, str] = field(default_factory=dict)
    part: str | None = PARTS[0]

    def take(self, token: str) -> Draft:
        """Put in what was chosen, and go on to the first part that is missing."""
        chosen = {**self.chosen, self.part: token} if self.part else dict(self.chosen)
        return Draft(chosen, next((part for part in PARTS if part not in chosen), None))

    def change(self, part: str) -> Draft:
        """Choose a part again."""
        return replace(self, part=part)

    def earlier(self) -> Draft | None:
        """Back to the part before; None at the first."""
        at = PARTS.index(self.part) if self.part else len(PARTS)
        return self.change(PARTS[at - 1]) if at else None

    def kept(self, view: TalkView) -> Draft:
        """Without what can no longer be said, for instance because it was taken back."""
        chosen = {part: token for part, token in self.chosen.items() if text_of(view, part, token)}
        if not chosen:
            return Draft()
        missing = next((part for part in PARTS if part not in chosen), None)
        return Draft(chosen, self.part if self.part or missing is None else missing)

    def text(self, view: TalkView) -> str:
        """What stands so far."""
        return " ".join(text_of(view, part, self.chosen[part]) for part in PARTS if part in self.chosen)


def offers_of(view: TalkView, part: str) -> tuple[Offer, ...]:
    """What may be chosen as a part of an answer."""
    return {"opening": view.openings, "content": view.contents, "closing": view.closings}[part]


def text_of(view: TalkView, part: str, token: str) -> str:
    """The text of a part; "" when it is not offered."""
    return next((_said(offer) for offer in offers_of(view, part) if offer.token == token), "")


def sections(view: TalkView, draft: Draft, words: Translator) -> list[Section]:
    """The answers to choose from, or the part of one, or what to do with the whole."""
    if view.choices:
        return [Section("", tuple(map(_entry, view.choices)))]
    if not view.openings:
        return []
    if draft.part is not None:
        return [Section(part_words(draft.part, words), tuple(map(_entry, offers_of(view, draft.part))))]
    say = words._("Send it") if view.channel in WRITTEN else words._("Say it")
    changes = (Entry(part, change_words(part, words)) for part in PARTS)
    return [Section("", (Entry(SAY, say), *changes))]


def _entry(offer: Offer) -> Entry:
    return Entry(offer.token, _said(offer))


def _said(offer: Offer) -> str:
    return next(iter(offer.text.values()), "").strip()
