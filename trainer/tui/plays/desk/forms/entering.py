"""Entering a value in a field: taken from something that was opened, chosen, written as a number, or a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.items.controls import EntryGroup
from trainer.kernel.problems import N_, Problem
from trainer.tui.plays.desk.forms.base import Choice, Choices, choices
from trainer.tui.plays.desk.forms.calendar import Calendar
from trainer.tui.plays.desk.keys import ChooseByNumber, GoOnInForm, OtherDay, OtherMonth, RowAbove, StepBack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.exercises.desk.shown import ShiftView, ShownField
    from trainer.tui.commands import Command
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

_NOTHING_SAYS_IT = N_("Nothing you have opened says this: open what says it first.")
_LONGEST_NUMBER = 24


class Entering:
    """One of a list; the base of the other two. ``take`` gives the value and its words, None while there is none."""

    entry: EntryGroup | None = None
    typed = ""

    def __init__(self, view: ShiftView, field: ShownField, speech: Speech) -> None:
        self.list = Choices()
        self.renew(view, field, speech)

    def renew(self, view: ShiftView, field: ShownField, speech: Speech) -> None:
        """The field as it is offered now."""
        self.speech = speech
        offers = choices(field.offers, speech)
        self.empty = not offers
        clear = [Choice("", speech._("leave it empty"))] if offers or speech.label(field.value) else []
        self.list.renew([*offers, *clear])

    def offers(self) -> Sequence[type[Command]]:
        """What the footer says."""
        return (ChooseByNumber, RowAbove, GoOnInForm)

    def draw(self, pen: Pen) -> None:
        """Its lines."""
        if self.empty:
            pen.say(self.speech._(_NOTHING_SAYS_IT), "$quiet", indent=2)
        self.list.draw(pen)

    def step(self, by: int) -> None:
        """Up or down."""
        self.list.step(by)

    def turn(self, by: int) -> None:
        """Left or right."""

    def leap(self, by: int) -> bool:
        """A page further."""
        return False

    def number(self, number: int) -> Choice | None:
        """A number was pressed."""
        return self.take() if self.list.number(number) else None

    def take(self) -> Choice | None:
        """What was entered."""
        return self.list.at

    def write(self, text: str) -> None:
        """Something else stands in the field."""


class NumberEntering(Entering):
    """A number in a field of one line."""

    entry = EntryGroup("number", "number", None, _LONGEST_NUMBER)

    def __init__(self, view: ShiftView, field: ShownField, speech: Speech) -> None:
        self.problem = self.label = ""
        super().__init__(view, field, speech)

    def renew(self, view: ShiftView, field: ShownField, speech: Speech) -> None:
        self.speech, self.label = speech, speech.label(field.label)

    def offers(self) -> Sequence[type[Command]]:
        return (GoOnInForm,)

    def draw(self, pen: Pen) -> None:
        pen.room_for_field(self.label, _LONGEST_NUMBER)
        if self.problem:
            pen.say(f"! {self.problem}", "$warning", indent=2)

    def step(self, by: int) -> None:
        """There is one line only."""

    def number(self, number: int) -> Choice | None:
        return None

    def take(self) -> Choice | None:
        from trainer.i18n.typed import read_number

        text = self.typed.strip()
        if not text:
            return Choice("", "")
        try:
            value = read_number(text, self.speech.words.language)
        except Problem as problem:
            self.problem = self.speech.words.translate(problem)
            return None
        return Choice(format(value.normalize(), "f"), text)

    def write(self, text: str) -> None:
        self.typed, self.problem = text, ""


class DayEntering(Entering):
    """A day of the calendar."""

    def __init__(self, view: ShiftView, field: ShownField | None, speech: Speech) -> None:
        self.calendar = Calendar(view.day, view.free_days)
        self.speech = speech

    def renew(self, view: ShiftView, field: ShownField | None, speech: Speech) -> None:
        self.speech = speech

    def offers(self) -> Sequence[type[Command]]:
        return (OtherDay, OtherMonth, GoOnInForm, StepBack)

    def draw(self, pen: Pen) -> None:
        self.calendar.draw(pen, self.speech)

    def step(self, by: int) -> None:
        self.calendar.go(7 * by)

    def turn(self, by: int) -> None:
        self.calendar.go(by)

    def leap(self, by: int) -> bool:
        self.calendar.go_months(by)
        return True

    def number(self, number: int) -> Choice | None:
        return None

    def take(self) -> Choice | None:
        day = self.calendar.day.isoformat()
        return Choice(day, self.speech.day(day))


def entering(view: ShiftView, field: ShownField, speech: Speech) -> Entering:
    """The way this field is entered."""
    match field.entry:
        case "number":
            return NumberEntering(view, field, speech)
        case "day":
            return DayEntering(view, field, speech)
    return Entering(view, field, speech)
