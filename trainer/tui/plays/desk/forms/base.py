"""What a form is: keys change it, lines show it, and when it is complete it gives a move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from trainer.exercises.play import Move
from trainer.tui.plays.desk.keys import ChooseByNumber, GoOnInForm, RowAbove

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Offer, Sheet, ShiftView
    from trainer.items.controls import EntryGroup
    from trainer.kernel.text import LocalText
    from trainer.tui.commands import Command
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: what it stands for, its words, and quietly what more there is to say of it."""

    value: str
    text: str
    about: str = ""


def choices(offers: Sequence[Offer], speech: Speech) -> tuple[Choice, ...]:
    """What a view offers, as it is said."""
    return tuple(
        Choice(one.token, speech.dated(speech.label(one.text)), speech.label(one.about) if one.about else "")
        for one in offers
    )


class Choices:
    """A list in a form, with a highlight that stays on its line when the list changes."""

    def __init__(self, lines: Sequence[Choice] = ()) -> None:
        self.lines, self.cursor = tuple(lines), 0

    def renew(self, lines: Sequence[Choice]) -> None:
        """Other lines from now on."""
        before = self.at.value if self.at else None
        self.lines = tuple(lines)
        values = [line.value for line in self.lines]
        self.cursor = values.index(before) if before in values else min(self.cursor, max(len(values) - 1, 0))

    @property
    def at(self) -> Choice | None:
        """The highlighted line."""
        return self.lines[self.cursor] if self.lines else None

    def step(self, by: int) -> None:
        """Highlight another line."""
        self.cursor = max(0, min(len(self.lines) - 1, self.cursor + by))

    def number(self, number: int) -> bool:
        """Highlight a line by its number, from 1; False where there is none."""
        if 1 <= number <= len(self.lines):
            self.cursor = number - 1
            return True
        return False

    def draw(self, pen: Pen, chosen: Sequence[str] | None = None, below: Callable[[str], None] | None = None) -> None:
        """The lines; with ``chosen`` each has a box. ``below`` writes what belongs under a line."""
        for index, line in enumerate(self.lines):
            box = "" if chosen is None else "[x]" if line.value in chosen else "[ ]"
            pen.option(index + 1, line.text, line.about, box=box, at=index == self.cursor)
            if below is not None:
                below(line.value)


class Form:
    """The form of one act over one sheet. Keys give a :class:`Move` once it is complete, and None before.

    ``hints`` are translations of phrases that were read, by token.
    """

    #: What the footer says while it has the keys.
    OFFERS: ClassVar[Sequence[type[Command]]] = (ChooseByNumber, RowAbove, GoOnInForm)

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.word = word
        self.hints: Mapping[str, LocalText] = {}
        self.view, self.sheet, self.speech = view, sheet, speech
        self.ready()

    def renew(self, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        """The same thing as it is now; what was chosen and is still offered stays."""
        self.view, self.sheet, self.speech = view, sheet, speech
        self.ready()

    def ready(self) -> None:
        """Bring what is offered up to date with view, sheet and language."""

    def draw(self, pen: Pen) -> None:
        """Its lines."""

    @property
    def begun(self) -> bool:
        """Whether something would be lost without it."""
        return False

    @property
    def entry(self) -> EntryGroup | None:
        """What is typed now; None where nothing is."""
        return None

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return ""

    def write(self, text: str) -> None:
        """Something else stands in the field now."""

    @property
    def phrase(self) -> str:
        """The token of the highlighted phrase, whose translation may be asked for."""
        return ""

    def offers(self) -> Sequence[type[Command]]:
        """What the footer says now."""
        return self.OFFERS

    def step(self, by: int) -> None:
        """Up or down."""

    def turn(self, by: int) -> None:
        """Left or right."""

    def leap(self, by: int) -> bool:
        """A page further or back; False: what is open is scrolled instead."""
        return False

    def number(self, number: int) -> Move | None:
        """A number was pressed."""
        return None

    def take(self) -> Move | None:
        """``enter``: the highlighted or written thing is taken."""
        return None

    def tick(self) -> None:
        """``space``: the highlighted thing is chosen or taken back."""

    def erase(self) -> None:
        """``backspace``."""

    def back(self) -> bool:
        """``escape``: one step back in the form; False: leave it."""
        return False

    def made(self, **values: object) -> Move:
        """The move of this act on this sheet."""
        return Move(self.word, self.sheet.token, values)
