"""Lines of lists: how each thing at the desk is shown in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.exercises.desk.shown import Row
from trainer.exercises.tokens import Tokens
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift, Thing


class Rows:
    """Makes lines and gives each thing the name it is shown under."""

    def __init__(self, shift: Shift, tokens: Tokens) -> None:
        self.shift, self.tokens = shift, tokens

    def of(self, thing: Thing) -> Row | None:
        """The line of a thing; None when it is not there (any more)."""
        kind, id = thing
        shift = self.shift
        match kind:
            case "document" if shift.document(id) is not None:
                return self.document(id)
            case "customer" if shift.card(id) is not None:
                return self.customer(id)
            case "record":
                return self.record(id)
            case "article":
                return self.article(id)
            case "form":
                return self.form(id)
            case "ticket" if id in shift.tickets:
                return self.ticket(id)
        return None

    def document(self, id: str) -> Row:
        """Number, title, sender, when it came in and whether it was read or answered."""
        shift, one = self.shift, self.shift.world.documents[id]
        read = "read" if ("document", id) in shift.seen else "new"
        state = "left" if id in shift.gone else "answered" if id in shift.answered else read
        at = one.on.isoformat() if one.on else shift.world.when(shift.arrived[id]).strftime("%H:%M")
        note = shift.everywhere(one.sender)
        return Row("document", self._token("document", id), one.number, shift.in_spoken(one.title), note, state, at)

    def ticket(self, id: str) -> Row:
        """Number, title, queue, deadline and whether it is closed."""
        shift, one = self.shift, self.shift.tickets[id]
        queue = next((q.title for q in shift.desk.queues if q.id == one.queue), shift.everywhere(""))
        day = one.deadline.isoformat() if one.deadline else ""
        state = "closed" if one.code else "open"
        return Row("ticket", self._token("ticket", id), one.number, shift.in_spoken(one.title), queue, state, day)

    def customer(self, id: str) -> Row:
        """Name and number; the address tells namesakes apart."""
        shift = self.shift
        card = shift.card(id)
        assert card is not None
        note = shift.everywhere(card.fields.get("address", ""))
        return Row("customer", self._token("customer", id), card.number, shift.everywhere(card.name), note)

    def record(self, id: str) -> Row:
        """Number, title and whose it is."""
        shift, one = self.shift, self.shift.record(id)
        assert one is not None
        card = shift.card(shift.root(one.customer))
        note = shift.everywhere(card.name if card else "")
        return Row("record", self._token("record", id), one.number, shift.in_spoken(one.title), note)

    def article(self, id: str) -> Row:
        """Number and title."""
        one = self.shift.world.articles[id]
        title = self.shift.in_spoken(one.title)
        return Row("article", self._token("article", id), one.number, title, self.shift.everywhere(""), one.kind)

    def form(self, id: str) -> Row:
        """Number and title; ``state`` says whether it is a form or a report."""
        one = self.shift.world.forms[id]
        return Row("form", self._token("form", id), one.number, one.title, one.about or self._nothing, one.kind)

    def sent(self, number: str) -> Row:
        """What was written: the moment it stands in, by its number."""
        shift, moment = self.shift, self.shift.moments[int(number)]
        text = shift.in_spoken(moment.text) if moment.spoken else moment.text
        id = moment.names[1]
        name = (shift.world.documents if moment.kind == "replied" else shift.world.forms)[id].number
        at = shift.world.when(shift.times[moment.number]).strftime("%H:%M")
        return Row("moment", number, name, text, self._nothing, moment.kind, at)

    @property
    def _nothing(self) -> LocalText:
        return self.shift.everywhere("")

    def _token(self, kind: str, id: str) -> str:
        return self.tokens.of(kind, id)
