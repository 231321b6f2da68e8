"""Moves as a front end sends them: the names things were shown under become ids. And hints, by the same names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from trainer.exercises.play import Move, MoveRefused, Play
from trainer.exercises.tokens import Tokens
from trainer.exercises.workstation.view import setup_view
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.workstation.setup import Setup

#: What a move is made on, by its word.
ON: Mapping[str, str] = {
    "set": "setting", "test": "device", "act": "device", "report": "report", "respond": "incident", "open": "article",
}  # fmt: skip
#: What a value names, by the move and its name; the name begins with the id of what the move is made on.
VALUES: Mapping[tuple[str, str], str] = {
    ("set", "to"): "option", ("test", "test"): "test", ("act", "act"): "act", ("respond", "act"): "response",
}  # fmt: skip


def read(setup: Setup, sent: Move) -> Move:
    """The move with ids. Numbers, times and one's own ``text`` stay as they are."""
    if sent.do not in ON:
        return sent
    _, tokens = setup_view(setup)
    on = tokens.id_of(sent.on, ON[sent.do])
    values = {name: _value(tokens, sent.do, on, name, value) for name, value in sent.values.items()}
    return Move(sent.do, on, values)


def _value(tokens: Tokens, do: str, on: str, name: str, value: Any) -> Any:
    if name == "phrases" and isinstance(value, list | tuple):
        return [_inner(tokens, on, one, "phrase") for one in value]
    kind = VALUES.get((do, name))
    return value if kind is None or isinstance(value, int) else _inner(tokens, on, value, kind)


def _inner(tokens: Tokens, on: str, token: object, kind: str) -> str:
    owner, _, id = tokens.id_of(token, kind).partition(" ")
    if owner != on:
        raise MoveRefused(N_("This is no longer on the screen."))
    return id


def hint(setup: Setup, name: str) -> LocalText:
    """The number of a moment, ``text`` of the article on the screen, or the token of a phrase or an incident."""
    work = setup.workstation
    if name == "text" and setup.on_screen:
        return work.article_of[setup.on_screen].text
    if name.isdecimal():
        return Play.hint(setup, name)
    _, tokens = setup_view(setup)
    owner, _, id = tokens.id_of(name, "phrase", "incident").partition(" ")
    if not id:
        return work.incident_of[owner].text
    return next(phrase.text for _, phrase in work.report_of[owner].phrases() if phrase.id == id)
