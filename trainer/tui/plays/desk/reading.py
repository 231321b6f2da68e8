"""What is open, to be read: heading, text, fields, history, where it leads; the task, and what was sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from trainer.tui.plays.desk.speech import STATES
from trainer.tui.safe import joined, plain
from trainer.tui.shown import texts_shown

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Row, Sheet, ShiftView, ShownField
    from trainer.kernel.text import LocalText
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

#: Cells of the labels' column at most.
_LABELS = 22


def draw_task(pen: Pen, view: ShiftView, speech: Speech) -> None:
    """The briefing, which stands where nothing is open yet."""
    pen.title(speech.label(view.title), speech._("the task"), marked=True)
    pen.blank()
    for text in texts_shown(view.briefing, speech.shown, speech.languages):
        pen.say(text, indent=2)
        pen.blank()


def draw_sent(pen: Pen, row: Row, speech: Speech) -> None:
    """Something that was sent, as it was written."""
    pen.title(row.number, " · ".join((speech._(STATES[row.state][2]), row.at)), marked=True)
    pen.blank()
    paragraphs(pen, speech.spoken(row.title))


def draw_sheet(pen: Pen, sheet: Sheet, speech: Speech, hints: Mapping[str, LocalText]) -> None:
    """``hints`` are the tip and the translations that were read, by name."""
    title = speech.label(sheet.title) if sheet.kind == "form" else speech.line(sheet.title)
    pen.title(f"{sheet.number} · {title}", marked=True)
    translated(pen, hints.get("title"), speech)
    note = " · ".join(part for part in (speech.label(sheet.note), _when(sheet.kind, sheet.at, speech)) if part)
    if note:
        pen.say(note, "$quiet", indent=2)
    if "tip" in hints:
        pen.blank()
        for text in texts_shown(hints["tip"], speech.shown, speech.languages):
            pen.hang(joined("  ", ("✎ ", "bold $accent")), plain(text, "$accent"))
    if sheet.text is not None:
        pen.blank()
        paragraphs(pen, speech.spoken(sheet.text))
        translated(pen, hints.get("text"), speech)
    _fields(pen, sheet, speech)
    _history(pen, sheet, speech)
    _links(pen, sheet, speech)
    if sheet.facts:
        pen.blank()
        pen.say(f"{speech._('Sources')}: {' · '.join(map(speech.source, sheet.facts))}", "$quiet", indent=2)


def _when(kind: str, at: str, speech: Speech) -> str:
    """When it came in; of a request, when it is due."""
    return speech._("due {day}", day=speech.day(at)) if kind == "ticket" and at else speech.day(at)


def paragraphs(pen: Pen, text: str) -> None:
    """A spoken text with its own lines."""
    for line in text.split("\n"):
        if line.strip():
            pen.say(line, indent=2)
        else:
            pen.blank()


def translated(pen: Pen, text: LocalText | None, speech: Speech, *, indent: int = 2) -> None:
    """A translation that was asked for, quietly below what it translates."""
    others = [language for language in text or {} if language != speech.voice]
    known = [language for language in others if language in speech.languages]
    for language in known or others:
        for line in (text or {})[language].split("\n"):
            pen.hang(plain(" " * indent + "↳ ", "$quiet"), plain(line, "$quiet italic"))


def _fields(pen: Pen, sheet: Sheet, speech: Speech) -> None:
    if not sheet.fields:
        return
    heading = {"document": speech._("What it says"), "form": speech._("What it asks for")}
    note = {"form": speech._("* is needed")}
    pen.heading(heading.get(sheet.kind, speech._("Fields")), note.get(sheet.kind, ""))
    column = min(_LABELS, max(len(speech.label(field.label)) for field in sheet.fields) + 2)
    for field in sheet.fields:
        pen.hang(plain(f"  {_label(field, speech, column)} ", "$quiet"), plain(_value(field, speech)))


def _label(field: ShownField, speech: Speech, column: int) -> str:
    label = speech.label(field.label) + ("*" if field.needed else "")
    return f"{label:<{column}}" if len(label) <= column else f"{label[: column - 1]}…"


def _value(field: ShownField, speech: Speech) -> str:
    return speech.dated(speech.label(field.value)) or "–"


def _history(pen: Pen, sheet: Sheet, speech: Speech) -> None:
    if sheet.history:
        pen.heading(speech._("History"))
        days = [speech.day(line.day) for line in sheet.history]
        column = max(map(len, days))
        for day, line in zip(days, sheet.history, strict=True):
            pen.hang(plain(f"  {day:<{column}}  ", "$quiet"), plain(speech.line(line.text)))


def _links(pen: Pen, sheet: Sheet, speech: Speech) -> None:
    if sheet.links:
        pen.heading(speech._("Leads to"))
        for row in sheet.links:
            pen.hang("  · ", plain(link_words(row, speech)))
        if (more := sheet.links_total - len(sheet.links)) > 0:
            pen.say(speech.words.ngettext("and {count} more", "and {count} more", more), "$quiet", indent=4)


def link_words(row: Row, speech: Speech) -> str:
    """A thing that something leads to, in a line."""
    title = speech.label(row.title) if row.kind == "form" else speech.line(row.title)
    said = [f"{row.number} {title}", speech.label(row.note), _when(row.kind, row.at, speech)]
    if row.kind == "ticket":
        said.append(speech._(STATES[row.state][2]))
    return " · ".join(part for part in said if part)
