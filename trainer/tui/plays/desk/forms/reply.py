"""Composing a reply part by part: the text grows in sight, and is read as a whole before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.items.controls import EntryGroup
from trainer.tui.plays.desk.forms.base import Choice, Choices, Form
from trainer.tui.plays.desk.forms.fill import LONGEST_TEXT
from trainer.tui.plays.desk.keys import ChooseByNumber, GoOnInForm, LeaveText, RowAbove, StepBack, Tick, WriteLine
from trainer.tui.plays.desk.reading import translated
from trainer.tui.safe import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer.exercises.desk.shown import Sheet, ShiftView, ShownSlot
    from trainer.exercises.play import Move
    from trainer.tui.commands import Command
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

_TEXT_LINES = 4


class ReplyForm(Form):
    """``chosen`` are the phrases of each part, ``part`` the one that is open; after the last one comes the end.

    At the end own words can be added where they are wanted, and ``enter`` sends it.
    """

    def __init__(self, word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> None:
        self.list = Choices()
        self.chosen: dict[int, tuple[str, ...]] = {}
        self.part, self.text, self.writing = 0, "", False
        super().__init__(word, view, sheet, speech)

    @property
    def slots(self) -> tuple[ShownSlot, ...]:
        """The parts of the reply as they are offered now."""
        return self.sheet.reply.slots if self.sheet.reply else ()

    @property
    def slot(self) -> ShownSlot | None:
        """The part that is open; None at the end."""
        return self.slots[self.part] if self.part < len(self.slots) else None

    def ready(self) -> None:
        for number, slot in enumerate(self.slots):
            there = {offer.token for offer in slot.offers}
            self.chosen[number] = tuple(one for one in self.chosen.get(number, ()) if one in there)
        self._lay()

    def _lay(self) -> None:
        """What can be chosen in the open part, or done at the end."""
        speech = self.speech
        if self.slot is not None:
            self.list.renew([Choice(one.token, speech.line(one.text)) for one in self.slot.offers])
        else:
            own = [Choice("text", speech._("Add a sentence of your own"))] if self.sheet.free_text else []
            self.list.renew([Choice("send", speech._("Send the reply")), *own])

    def _go(self, part: int) -> None:
        self.part = max(0, min(part, len(self.slots)))
        self.list = Choices()
        self._lay()
        chosen = self.chosen.get(self.part, ())
        tokens = [line.value for line in self.list.lines]
        if chosen and self.slot is not None and self.slot.pick == "one":
            self.list.cursor = tokens.index(chosen[0])

    @property
    def begun(self) -> bool:
        return any(self.chosen.values()) or bool(self.text)

    @property
    def phrase(self) -> str:
        return self.list.at.value if self.slot is not None and self.list.at else ""

    # -- drawing -------------------------------------------------------------------------------------------------

    def draw(self, pen: Pen) -> None:
        speech, slot = self.speech, self.slot
        if self.sheet.reply is None:
            return
        pen.title(speech.label(self.sheet.reply.title), self._where())
        self._written(pen)
        if self.writing:
            pen.room_for_field(speech._("An assessor may read this; it earns no points."), 0, high=_TEXT_LINES)
            return
        if slot is not None:
            how = speech._("choose any number") if slot.pick == "any" else speech._("choose one")
            pen.add(joined("  ", (speech.label(slot.label), "bold"), (f"  {how}", "$quiet")))
            if not slot.offers:
                pen.say(speech._("Nothing can be written here yet."), "$quiet", indent=2)
        several = slot is not None and slot.pick == "any"
        self.list.draw(
            pen, self.chosen.get(self.part, ()) if several else None,
            lambda token: translated(pen, self.hints.get(token), speech, indent=4),
        )  # fmt: skip

    def _where(self) -> str:
        if self.slot is None:
            return self.speech._("read it once more")
        return self.speech._("part {part} of {parts}", part=self.part + 1, parts=len(self.slots))

    def _written(self, pen: Pen) -> None:
        """What is written so far, as the customer will read it."""
        before = [speech for number in range(self.part) for speech in self._said(number)]
        if self.slot is None and self.text.strip() and not self.writing:
            before += [line for line in self.text.strip().split("\n") if line.strip()]
        for line in before:
            pen.quote(line)

    def _said(self, number: int) -> list[str]:
        """The phrases of a part, in the order they are written in."""
        slot, chosen = self.slots[number], self.chosen.get(number, ())
        texts = {one.token: self.speech.line(one.text) for one in slot.offers}
        return [texts[token] for token in slot.written or chosen if token in chosen]

    # -- keys ----------------------------------------------------------------------------------------------------

    def offers(self) -> Sequence[type[Command]]:
        if self.writing:
            return (WriteLine, LeaveText)
        tick = (Tick,) if self.slot is not None and self.slot.pick == "any" else ()
        return (ChooseByNumber, RowAbove, *tick, GoOnInForm, *((StepBack,) if self.part else ()))

    @property
    def entry(self) -> EntryGroup | None:
        return EntryGroup("text", "argument", None, LONGEST_TEXT) if self.writing else None

    @property
    def typed(self) -> str:
        return self.text

    def write(self, text: str) -> None:
        self.text = text

    def step(self, by: int) -> None:
        self.list.step(by)

    def number(self, number: int) -> Move | None:
        if not self.list.number(number):
            return None
        if self.slot is not None and self.slot.pick == "any":
            self.tick()
            return None
        return self.take()

    def tick(self) -> None:
        if self.slot is None or self.slot.pick != "any" or self.list.at is None:
            return
        value, chosen = self.list.at.value, self.chosen.get(self.part, ())
        self.chosen[self.part] = tuple(one for one in chosen if one != value) if value in chosen else (*chosen, value)

    def take(self) -> Move | None:
        if self.slot is None:
            return self._end()
        if self.slot.pick == "one":
            if self.list.at is None:
                return None
            self.chosen[self.part] = (self.list.at.value,)
        self._go(self.part + 1)
        return None

    def _end(self) -> Move | None:
        if self.list.at and self.list.at.value == "text":
            self.writing = True
            return None
        phrases = [token for number in range(len(self.slots)) for token in self.chosen.get(number, ())]
        values: dict[str, object] = {"phrases": phrases}
        if self.text.strip():
            values["text"] = self.text
        return self.made(**values)

    def erase(self) -> None:
        self.back()

    def back(self) -> bool:
        if self.writing:
            self.writing = False
            self.list.cursor = 0
        elif self.part:
            self._go(self.part - 1)
        else:
            return False
        return True
