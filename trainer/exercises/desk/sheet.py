"""The thing on the screen: its text, fields, history, what it leads to and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from trainer.exercises.desk.acts.values import offered
from trainer.exercises.desk.parts import FieldKind
from trainer.exercises.desk.rows import Rows
from trainer.exercises.desk.shown import Noted, Offer, Row, Sheet, ShownField, ShownReply, ShownSlot
from trainer.exercises.tokens import Tokens
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift, Thing

#: Lines of a history and of what a thing leads to that are shown at once.
MOST = 12


def sheet(shift: Shift, rows: Rows, tokens: Tokens) -> Sheet | None:
    """What is on the screen; None before anything was opened."""
    if shift.on_screen is None or (row := rows.of(shift.on_screen)) is None:
        return None
    return _Sheets(shift, rows, tokens).of(shift.on_screen, row)


def standing_of(shift: Shift, ticket_id: str) -> LocalText:
    """Category, priority, queue and closing code of a request in a line."""
    ticket, desk = shift.tickets[ticket_id], shift.desk
    pairs = (
        (desk.categories, ticket.category), (desk.priorities, ticket.priority),
        (desk.queues, ticket.queue), (desk.codes, ticket.code),
    )  # fmt: skip
    titles = [one.title for table, chosen in pairs for one in table if one.id == chosen]
    return {language: " · ".join(title[language] for title in titles if language in title) for language in desk.title}


class _Sheets:
    def __init__(self, shift: Shift, rows: Rows, tokens: Tokens) -> None:
        self.shift, self.rows, self.tokens = shift, rows, tokens

    def of(self, thing: Thing, row: Row) -> Sheet:
        kind, id = thing
        match kind:
            case "document":
                return self._document(id, row)
            case "ticket":
                return self._ticket(id, row)
            case "customer":
                return self._customer(id, row)
            case "record":
                return self._record(id, row)
            case "article":
                one = self.shift.world.articles[id]
                return self._sheet(row, text=self.shift.in_spoken(one.text), facts=one.facts)
        return self._form(id, row)

    def _document(self, id: str, row: Row) -> Sheet:
        shift, one = self.shift, self.shift.world.documents[id]
        here = shift.world.taken[id]
        can_reply = one.reply is not None and id not in shift.gone
        acts = {
            "register": id not in shift.tickets, "new-card": bool(here) and id not in shift.cards,
            "reply": can_reply, "archive": bool(shift.desk.folders), "delete": True,
        }  # fmt: skip
        tickets = [("ticket", key) for key, ticket in shift.tickets.items() if id in ticket.documents]
        links = [*self._links(one.links), *tickets, *([("customer", id)] if id in shift.cards else [])]
        return self._sheet(
            row, text=shift.in_spoken(one.text), fields=self._fields(here, here, shift.desk.room), links=links,
            reply=self._reply(one.reply or "") if can_reply else None, acts=acts, free_text=can_reply,
            has_tip=one.tip is not None,
        )  # fmt: skip

    def _ticket(self, id: str, row: Row) -> Sheet:
        shift, ticket = self.shift, self.shift.tickets[id]
        acts = dict.fromkeys(("link", "classify", "prioritise", "route", "deadline", "close"), not ticket.code)
        owner = [("customer", shift.root(ticket.customer))] if ticket.customer else []
        links = [*owner, *(("document", one) for one in ticket.documents)]
        forms = [("form", form) for form, about in shift.forms if about == id]
        return self._sheet(row, note=standing_of(self.shift, id), links=[*links, *forms], acts=acts)

    def _customer(self, id: str, row: Row) -> Sheet:
        shift = self.shift
        card = shift.card(id)
        assert card is not None
        owners = {id, *(old for old in shift.merged if shift.root(old) == id)}
        papers = [("record", one) for owner in sorted(owners) for one in shift.world.records_of.get(owner, ())]
        tickets = [("ticket", key) for key, ticket in shift.tickets.items() if shift.root(ticket.customer) == id]
        fields = shift.desk.room
        history = tuple(Noted(day, shift.in_spoken(text)) for day, text in card.history[:MOST])
        acts = {"correct": True, "merge": True, "delete": True}
        links = [*tickets, *papers]
        return self._sheet(
            row, fields=self._fields(card.fields, fields, fields), history=history, links=links, acts=acts
        )

    def _record(self, id: str, row: Row) -> Sheet:
        one = self.shift.record(id)
        assert one is not None
        text = self.shift.in_spoken(one.text) if one.text else None
        owner = [("customer", self.shift.root(one.customer))] if one.customer else []
        fields = self._fields(one.fields, [*dict.fromkeys([*one.fields, *one.changeable])], one.changeable)
        return self._sheet(row, text=text, fields=fields, links=owner, acts={"correct": bool(one.changeable)})

    def _form(self, id: str, row: Row) -> Sheet:
        form = self.shift.world.forms[id]
        latest = [values for (name, _), values in self.shift.forms.items() if name == id][-1:]
        fields = self._fields(latest[0] if latest else {}, form.fields, form.fields, form.needs)
        word = "report" if form.kind == "report" else "fill"
        usable = word == "report" or bool(self.shift.tickets)
        return self._sheet(row, fields=fields, acts={word: usable}, free_text=form.free)

    def _sheet(
        self, row: Row, *, text: LocalText | None = None, note: LocalText | None = None,
        fields: tuple[ShownField, ...] = (), history: tuple[Noted, ...] = (), links: Sequence[Thing] = (),
        reply: ShownReply | None = None, acts: Mapping[str, bool] | None = None, free_text: bool = False,
        has_tip: bool = False, facts: Iterable[str] = (),
    ) -> Sheet:  # fmt: skip
        shown = [line for thing in links[:MOST] if (line := self.rows.of(thing)) is not None]
        possible = tuple(word for word, can in (acts or {}).items() if can and not self.shift.over)
        return Sheet(
            row.kind, row.token, row.number, row.title, text, note or row.note, row.at, fields, history,
            tuple(shown), len(links), reply, possible, free_text, has_tip, tuple(facts),
        )  # fmt: skip

    def _links(self, ids: Iterable[str]) -> list[Thing]:
        """Things a document leads to, by the lists they are of."""
        world = self.shift.world
        kinds: dict[str, Mapping[str, object]] = {
            "document": world.documents, "customer": world.cards, "record": world.records,
            "article": world.articles, "form": world.forms, "ticket": self.shift.tickets,
        }  # fmt: skip
        return [(kind, id) for id in ids for kind, there in kinds.items() if id in there]

    def _fields(
        self, values: Mapping[str, str], names: Iterable[str], changeable: Iterable[str], needed: Iterable[str] = ()
    ) -> tuple[ShownField, ...]:
        can, wants = frozenset(changeable), frozenset(needed)
        return tuple(self._field(name, values.get(name, ""), name in can, name in wants) for name in names)

    def _field(self, name: str, value: str, changeable: bool, needed: bool) -> ShownField:
        kind = self.shift.world.fields[name]
        titles = {option.id: option.title for option in kind.options}
        shown = titles.get(value) or self.shift.everywhere(value)
        offers = self._offers(kind) if changeable else ()
        return ShownField(self.tokens.of("field", name), kind.label, shown, kind.entry, changeable, needed, offers)

    def _offers(self, kind: FieldKind) -> tuple[Offer, ...]:
        if kind.entry == "choice":
            return tuple(Offer(self.tokens.of("value", one.id), one.title, one.about) for one in kind.options)
        if kind.entry != "taken":
            return ()
        sources = dict[str, str]()
        for source, text in offered(self.shift, kind.id):
            sources.setdefault(text, source)
        return tuple(
            Offer(self.tokens.of("value", source), self.shift.everywhere(text)) for text, source in sources.items()
        )

    def _reply(self, name: str) -> ShownReply:
        shift, reply = self.shift, self.shift.world.replies[name]
        slots = []
        for slot in reply.slots:
            possible = [phrase for phrase in reply.shuffled(slot, shift.seed) if shift.possible(phrase)]
            tokens = {phrase.id: self.tokens.of("phrase", phrase.id) for phrase in possible}
            offers = tuple(Offer(tokens[p.id], shift.in_spoken(p.text)) for p in possible)
            written = tuple(tokens[id] for id in slot.order if id in tokens)
            slots.append(ShownSlot(slot.label, slot.pick, offers, written))
        return ShownReply(reply.title, tuple(slots))
