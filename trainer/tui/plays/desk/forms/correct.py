"""Putting a field right, in two steps: which field, and what it is to say; and the day a request is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.plays.desk.forms.base import Choice, Choices, Form
from trainer.tui.plays.desk.forms.entering import DayEntering, Entering, entering
from trainer.tui.plays.desk.keys import StepBack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.exercises.desk.shown import Sheet, ShiftView, ShownField
    from trainer.exercises.play import Move
    from trainer.items.controls import EntryGroup
    from trainer.tui.commands import Command
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech


class CorrectForm(Form):
    """A field of a card or a record."""

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.list = Choices()
        self.field: ShownField | None = None
        self.entering: Entering | None = None
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        speech, fields = self.speech, [field for field in self.sheet.fields if field.changeable]
        self.list.renew([Choice(one.token, speech.label(one.label), _stands(one, speech)) for one in fields])
        token = self.field.token if self.field else None
        self.field = next((field for field in fields if field.token == token), None)
        if self.field is None:
            self.entering = None
        elif self.entering is not None:
            self.entering.renew(self.view, self.field, speech)

    @property
    def entry(self) -> EntryGroup | None:
        return self.entering.entry if self.entering else None

    @property
    def typed(self) -> str:
        return self.entering.typed if self.entering else ""

    def write(self, text: str) -> None:
        if self.entering:
            self.entering.write(text)

    def offers(self) -> Sequence[type[Command]]:
        if self.entering is None or self.entering.entry is not None:
            return self.entering.offers() if self.entering else self.OFFERS
        return list(dict.fromkeys([*self.entering.offers(), StepBack]))

    def draw(self, pen: Pen) -> None:
        speech = self.speech
        if self.field is None or self.entering is None:
            pen.title(speech._("Which field do you correct?"))
            self.list.draw(pen)
            return
        pen.title(speech._("What does it say now?"), speech.label(self.field.label))
        self.entering.draw(pen)

    def step(self, by: int) -> None:
        (self.entering or self.list).step(by)

    def turn(self, by: int) -> None:
        if self.entering:
            self.entering.turn(by)

    def leap(self, by: int) -> bool:
        return self.entering is not None and self.entering.leap(by)

    def number(self, number: int) -> Move | None:
        if self.entering:
            return self._entered(self.entering.number(number))
        return self.take() if self.list.number(number) else None

    def take(self) -> Move | None:
        if self.entering:
            return self._entered(self.entering.take())
        here = self.list.at
        self.field = next((field for field in self.sheet.fields if here and field.token == here.value), None)
        self.entering = entering(self.view, self.field, self.speech) if self.field else None
        return None

    def erase(self) -> None:
        self.back()

    def back(self) -> bool:
        was, self.entering, self.field = self.entering, None, None
        return was is not None

    def _entered(self, value: Choice | None) -> Move | None:
        if value is None or self.field is None:
            return None
        return self.made(field=self.field.token, value=value.value)


def _stands(field: ShownField, speech: Speech) -> str:
    return speech.dated(speech.label(field.value)) or "–"


class DeadlineForm(Form):
    """The day a request is due."""

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.entering = DayEntering(view, None, speech)
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        self.entering.renew(self.view, None, self.speech)

    def offers(self) -> Sequence[type[Command]]:
        return [one for one in self.entering.offers() if one is not StepBack]

    def draw(self, pen: Pen) -> None:
        pen.title(self.speech._("By what day?"))
        self.entering.draw(pen)

    def step(self, by: int) -> None:
        self.entering.step(by)

    def turn(self, by: int) -> None:
        self.entering.turn(by)

    def leap(self, by: int) -> bool:
        return self.entering.leap(by)

    def take(self) -> Move | None:
        day = self.entering.take()
        return self.made(day=day.value) if day else None
