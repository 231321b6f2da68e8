"""Moves as a front end sends them: the names things were shown under become ids. And hints, by the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trainer.exercises.desk.view import shift_view
from trainer.exercises.play import Move, MoveRefused, Play
from trainer.exercises.tokens import Tokens
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

#: What a move is made on, by its word; moves that are not here name a list or nothing.
ON: Mapping[str, tuple[str, ...]] = {
    "open": ("document", "ticket", "customer", "record", "article", "form"),
    "register": ("document",), "new-card": ("document",), "reply": ("document",), "archive": ("document",),
    "delete": ("document", "customer"), "merge": ("customer",), "correct": ("customer", "record"),
    "link": ("ticket",), "classify": ("ticket",), "prioritise": ("ticket",), "route": ("ticket",),
    "deadline": ("ticket",), "close": ("ticket",), "fill": ("form",), "report": ("form",),
}  # fmt: skip
#: What the value of a name is a name of.
VALUES: Mapping[str, str] = {
    "customer": "customer", "into": "customer", "about": "ticket", "queue": "queues", "priority": "priorities",
    "category": "categories", "code": "codes", "folder": "folders", "field": "field",
}  # fmt: skip


def read(shift: Shift, sent: Move) -> Move:
    """The move with ids. Values: tokens, but ``text``, ``page``, ``day`` and what is typed into a field."""
    if sent.do not in ON:
        return sent
    _, tokens = shift_view(shift)
    values = {name: _value(shift, tokens, name, one, sent.values) for name, one in sent.values.items()}
    if sent.do in ("open", "delete"):
        kind = str(sent.values.get("kind", ""))
        wanted = (kind,) if kind in ON[sent.do] else ()
        return Move(sent.do, tokens.id_of(sent.on, *wanted), values)
    return Move(sent.do, tokens.id_of(sent.on, *ON[sent.do]), values)


def _value(shift: Shift, tokens: Tokens, name: str, value: Any, values: Mapping[str, Any]) -> Any:
    if name in VALUES:
        return tokens.id_of(value, VALUES[name]) if value else ""
    if name == "value":
        return _entered(shift, tokens, tokens.id_of(values.get("field"), "field"), value)
    if name == "phrases" and isinstance(value, list | tuple):
        return [tokens.id_of(one, "phrase") for one in value]
    if name == "fields" and isinstance(value, list | tuple):
        return [tokens.id_of(one, "field") for one in value]
    if name == "fields" and isinstance(value, dict):
        fields = {tokens.id_of(token, "field"): one for token, one in value.items()}
        return {field: _entered(shift, tokens, field, one) for field, one in fields.items()}
    return value


def _entered(shift: Shift, tokens: Tokens, field: str, value: Any) -> Any:
    if not value or shift.world.fields[field].entry in ("number", "day"):
        return value
    return tokens.id_of(value, "value")


def hint(shift: Shift, name: str) -> LocalText:
    """``tip`` of the document on the screen, the number of a moment, ``text`` or ``title`` of what is on the screen,
    or the token of a phrase: all its languages."""
    if name in ("tip", "text", "title"):
        return _on_screen(shift, name)
    if name.isdecimal():
        return Play.hint(shift, name)
    _, tokens = shift_view(shift)
    id = tokens.id_of(name, "phrase")
    document = shift.world.documents[shift.on_screen[1]] if shift.on_screen else None
    if document is None or document.reply is None:
        raise MoveRefused(N_("There is no hint for this."))
    return next(p.text for _, p in shift.world.replies[document.reply].phrases() if p.id == id)


def _on_screen(shift: Shift, name: str) -> LocalText:
    kind, id = shift.on_screen or ("", "")
    world = shift.world
    lists: dict[str, Mapping[str, Any]] = {
        "document": world.documents, "article": world.articles, "record": world.records, "ticket": shift.tickets,
    }  # fmt: skip
    text: LocalText | None = getattr(lists.get(kind, {}).get(id), name, None)
    if text is None:
        raise MoveRefused(N_("There is no hint for this."))
    return text
