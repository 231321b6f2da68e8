"""Replies put together from phrases, forms and reports filled in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.exercises.composing import joined
from trainer.exercises.desk.acts import things
from trainer.exercises.desk.acts.values import entered
from trainer.exercises.play import Move, MoveRefused
from trainer.kernel.problems import N_
from trainer.kernel.text import clean

if TYPE_CHECKING:
    from trainer.exercises.desk.shift import Shift

#: Characters of one's own words that are kept for an assessor.
_LONGEST = 2000


def reply(shift: Shift, move: Move) -> Shift:
    """``reply`` to a document with ``phrases``; ``text`` is one's own words, kept for an assessor and never marked."""
    document = things.document(shift, move.on)
    if document.reply is None:
        raise MoveRefused(N_("There is nobody to answer here."))
    if document.id in shift.gone:
        raise MoveRefused(N_("Whoever wrote this has left."))
    phrases = shift.world.replies[document.reply].chosen(move.values.get("phrases"), shift.possible)
    names = ("replied", document.id, *(phrase.id for phrase in phrases))
    shift = shift.with_moment("replied", joined(phrases, _free(move)), *names, spoken=True)
    return replace(shift, answered=shift.answered | {document.id})


def _free(move: Move) -> str:
    return clean(things.text_value(move, "text")).strip()[:_LONGEST]


def fill(shift: Shift, move: Move) -> Shift:
    """``fill`` in a form ``about`` a request, or a report; filled in again, the later one counts."""
    form = shift.world.forms.get(move.on)
    if form is None:
        raise MoveRefused(N_("There is no such form."))
    about = things.text_value(move, "about")
    if form.kind == "report":
        about = ""
    elif about not in shift.tickets:
        raise MoveRefused(N_("Say which request the form is about."))
    given = move.values.get("fields")
    if not isinstance(given, dict) or not set(given) <= set(form.fields):
        raise MoveRefused(N_("There is no such field."))
    values = {field: text for field in form.fields if (text := entered(shift, field, given.get(field, "")))}
    if not set(form.needs) <= set(values):
        raise MoveRefused(N_("The form is not complete."))
    free = _free(move) if form.free else ""
    named = shift.tickets[about].number if about else ""
    head, tail = f"{form.number} {named}".strip(), f"\n{free}" if free else ""
    written = {language: f"{head} · {title}{tail}" for language, title in form.title.items()}
    word = "reported" if form.kind == "report" else "filled"
    names = (word, form.id, about) if about else (word, form.id)
    shift = shift.with_moment(word, written, *names)
    return replace(shift, forms={**shift.forms, (form.id, about): values})
