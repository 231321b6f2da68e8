"""Forms of one list: a queue, a priority, a folder, a customer; and what to keep on a new card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trainer.exercises.play import Move
from trainer.kernel.problems import N_
from trainer.tui.plays.desk.forms.base import Choice, Choices, Form, choices
from trainer.tui.plays.desk.keys import ChooseByNumber, GoOnInForm, RowAbove, Tick
from trainer.tui.plays.desk.reading import link_words

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Row, Sheet, ShiftView
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

#: Of each act with one list: the question, the name of the value, and the table it comes from.
QUESTIONS = {
    "classify": (N_("What kind of request is it?"), "category", "categories"),
    "prioritise": (N_("How urgent is it?"), "priority", "priorities"),
    "route": (N_("Which office does it go to?"), "queue", "queues"),
    "close": (N_("How does it end?"), "code", "codes"),
    "archive": (N_("Into which folder?"), "folder", "folders"),
    "register": (N_("Whose request is it?"), "customer", ""),
    "link": (N_("Whose request is it?"), "customer", ""),
    "merge": (N_("Which card stays?"), "into", ""),
}
_NO_CARD = N_("Only cards you have opened or found can be chosen: search the customers first.")


class ChooseForm(Form):
    """One thing of a list; its number takes it at once."""

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.question, self.name, self.table = QUESTIONS[word]
        self.list = Choices()
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        self.list.renew(self._lines())

    def _lines(self) -> tuple[Choice, ...]:
        if self.table:
            return choices(self.view.tables.get(self.table, ()), self.speech)
        speech = self.speech
        lines = [*reversed(choices(self.view.customers_seen, speech)), *map(self._customer, self._cards())]
        known = {line.value: line for line in lines if line.value != self.sheet.token}
        nobody = (Choice("", speech._("nobody’s yet")),) if self.word == "register" else ()
        return (*known.values(), *nobody)

    def _cards(self) -> Iterator[Row]:
        """Cards in sight that were not opened: those this leads to, and those a search has found."""
        yield from (row for row in self.sheet.links if row.kind == "customer")
        yield from (row for one in self.view.lists if one.name == "customers" and one.query for row in one.rows)

    def _customer(self, row: Row) -> Choice:
        return Choice(row.token, self.speech.line(row.title), self.speech.label(row.note))

    def draw(self, pen: Pen) -> None:
        pen.title(self.speech._(self.question))
        self.list.draw(pen)
        if not self.table and not any(line.value for line in self.list.lines):
            pen.say(self.speech._(_NO_CARD), "$quiet", indent=2)
        elif not self.list.lines:
            pen.say(self.speech._("There is nothing to choose from here."), "$quiet", indent=2)

    def step(self, by: int) -> None:
        self.list.step(by)

    def number(self, number: int) -> Move | None:
        return self.take() if self.list.number(number) else None

    def take(self) -> Move | None:
        return self.made(**{self.name: self.list.at.value}) if self.list.at else None


class KeepForm(Form):
    """What a new card keeps: any number of fields, none chosen at first."""

    OFFERS = (ChooseByNumber, RowAbove, Tick, GoOnInForm)

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.list, self.kept = Choices(), list[str]()
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        speech = self.speech
        self.list.renew(
            [Choice(field.token, f"{speech.label(field.label)}: {speech.dated(speech.label(field.value))}")
             for field in self.sheet.fields if field.changeable]
        )  # fmt: skip

    @property
    def begun(self) -> bool:
        return bool(self.kept)

    def draw(self, pen: Pen) -> None:
        pen.title(self.speech._("What is kept on the card?"))
        self.list.draw(pen, self.kept)
        pen.say(self.speech._("enter makes the card with what is ticked"), "$quiet", indent=2)

    def step(self, by: int) -> None:
        self.list.step(by)

    def number(self, number: int) -> Move | None:
        if self.list.number(number):
            self.tick()
        return None

    def tick(self) -> None:
        if self.list.at:
            value = self.list.at.value
            self.kept = [one for one in self.kept if one != value] if value in self.kept else [*self.kept, value]

    def take(self) -> Move:
        return self.made(fields=self.kept)


class FollowForm(Form):
    """Which of the things that this leads to is to be opened."""

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.list = Choices()
        super().__init__(word, view, sheet, speech)

    def ready(self) -> None:
        self.list.renew([Choice(row.token, link_words(row, self.speech)) for row in self.sheet.links])

    def draw(self, pen: Pen) -> None:
        pen.title(self.speech._("What do you open?"))
        self.list.draw(pen)

    def step(self, by: int) -> None:
        self.list.step(by)

    def number(self, number: int) -> Move | None:
        return self.take() if self.list.number(number) else None

    def take(self) -> Move | None:
        row = next((row for row in self.sheet.links if self.list.at and row.token == self.list.at.value), None)
        return Move("open", row.token, {"kind": row.kind}) if row else None
