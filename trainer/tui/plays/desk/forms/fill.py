"""Filling in a form or a report: its fields one below the other, each entered in place, and at the end it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.items.controls import EntryGroup
from trainer.tui.plays.desk.forms.base import Choice, Choices, Form, choices
from trainer.tui.plays.desk.forms.entering import Entering, entering
from trainer.tui.plays.desk.keys import ChooseByNumber, GoOnInForm, LeaveText, RowAbove, StepBack, WriteLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.exercises.desk.shown import Sheet, ShiftView, ShownField
    from trainer.exercises.play import Move
    from trainer.tui.commands import Command
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

#: Names of the lines that are no fields; tokens are never like these.
_ABOUT, _FREE, _SEND = "about", "free", "send"
LONGEST_TEXT = 2000
_TEXT_LINES = 5


class FillForm(Form):
    """``values`` are what was entered, by line; what is being entered now has the keys."""

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.list, self.requests = Choices(), Choices()
        self.values: dict[str, Choice] = {}
        self.text = ""
        self.at = ""
        self.entering: Entering | None = None
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        speech = self.speech
        about = [Choice(_ABOUT, f"{speech._('Request')}*")] if self.word == "fill" else []
        fields = [Choice(field.token, f"{speech.label(field.label)}{'*' * field.needed}") for field in self._fields()]
        free = [Choice(_FREE, speech._("In your own words"))] if self.sheet.free_text else []
        send = speech._("Hand the report in") if self.word == "report" else speech._("Hand the form in")
        self.list.renew([*about, *fields, *free, Choice(_SEND, send)])
        self.requests.renew(choices(self.view.requests, speech))
        field = self._field(self.at)
        if self.entering is not None and field is not None:
            self.entering.renew(self.view, field, speech)

    def _fields(self) -> list[ShownField]:
        return [field for field in self.sheet.fields if field.changeable]

    def _field(self, token: str) -> ShownField | None:
        return next((field for field in self._fields() if field.token == token), None)

    @property
    def begun(self) -> bool:
        return bool(self.values or self.text)

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw(self, pen: Pen) -> None:
        speech = self.speech
        if self.at == _FREE:
            pen.title(self.sheet.number, speech._("In your own words"))
            pen.room_for_field(speech._("An assessor may read this; it earns no points."), 0, high=_TEXT_LINES)
        elif self.at == _ABOUT:
            pen.title(speech._("Which request is it about?"))
            self.requests.draw(pen)
        elif self.entering is not None and (field := self._field(self.at)):
            pen.title(speech._("What do you enter?"), speech.label(field.label))
            self.entering.draw(pen)
        else:
            pen.title(speech._("Fill it in line by line, then hand it in"), speech._("* is needed"))
            for index, line in enumerate(self.list.lines):
                stands = self._stands(line.value)
                style = "$quiet" if stands == "–" else ""
                pen.option(index + 1, line.text, stands, at=index == self.list.cursor, style=style)

    def _stands(self, name: str) -> str:
        """What was entered in a line; "–" where nothing is."""
        if name == _SEND:
            return ""
        if name == _FREE:
            return " ".join(self.text.split()) or "–"
        return self.values[name].text or "–" if name in self.values else "–"

    # -- keys ----------------------------------------------------------------------------------------------------

    def offers(self) -> Sequence[type[Command]]:
        if self.at == _FREE:
            return (WriteLine, LeaveText)
        if self.entering is not None and self.entering.entry is not None:
            return self.entering.offers()
        if self.entering is not None:
            return list(dict.fromkeys([*self.entering.offers(), StepBack]))
        return (ChooseByNumber, RowAbove, GoOnInForm, StepBack) if self.at else self.OFFERS

    @property
    def entry(self) -> EntryGroup | None:
        if self.at == _FREE:
            return EntryGroup(_FREE, "argument", None, LONGEST_TEXT)
        return self.entering.entry if self.entering else None

    @property
    def typed(self) -> str:
        return self.text if self.at == _FREE else self.entering.typed if self.entering else ""

    def write(self, text: str) -> None:
        if self.at == _FREE:
            self.text = text
        elif self.entering:
            self.entering.write(text)

    def step(self, by: int) -> None:
        (self.entering or (self.requests if self.at == _ABOUT else self.list)).step(by)

    def turn(self, by: int) -> None:
        if self.entering:
            self.entering.turn(by)

    def leap(self, by: int) -> bool:
        return self.entering is not None and self.entering.leap(by)

    def number(self, number: int) -> Move | None:
        if self.entering:
            self._entered(self.entering.number(number))
        elif (self.requests if self.at == _ABOUT else self.list).number(number):
            return self.take()
        return None

    def take(self) -> Move | None:
        if self.entering:
            self._entered(self.entering.take())
        elif self.at == _ABOUT:
            self._entered(self.requests.at)
        elif self.list.at:
            return self._begin(self.list.at.value)
        return None

    def _begin(self, name: str) -> Move | None:
        if name == _SEND:
            return self._complete()
        self.at = name
        field = self._field(name)
        self.entering = entering(self.view, field, self.speech) if field else None
        if self.entering is not None and field and field.entry == "number" and name in self.values:
            self.entering.write(self.values[name].text)
        return None

    def _entered(self, value: Choice | None) -> None:
        """Keep it and go on to the line below."""
        if value is not None:
            about = f"{value.text} {value.about}".strip() if self.at == _ABOUT else value.text
            self.values[self.at] = Choice(value.value, about)
            self.back()
            self.list.step(1)

    def erase(self) -> None:
        if self.at:
            self.back()
        elif self.list.at:
            self.values.pop(self.list.at.value, None)

    def back(self) -> bool:
        was, self.at, self.entering = self.at, "", None
        if was == _FREE:
            self.list.step(1)
        return bool(was)

    def _complete(self) -> Move:
        fields = {name: value.value for name, value in self.values.items() if name != _ABOUT and value.value}
        values: dict[str, object] = {"fields": fields}
        if self.word == "fill":
            values["about"] = self.values[_ABOUT].value if _ABOUT in self.values else ""
        if self.text.strip():
            values["text"] = self.text
        return self.made(**values)
