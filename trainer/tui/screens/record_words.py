"""A record in the register, in words: its conditions with what to do, the records issued, one to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.flows.record_lines import record_sections
from trainer.flows.register_words import condition_sentence
from trainer.i18n.dates import moment
from trainer.tui.markdown.runs import Run
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from trainer.flows.issued_records import IssuedRecord
    from trainer.flows.issuing import Issuable
    from trainer.flows.record_conditions import Check
    from trainer.i18n.catalogue import Translator
    from trainer.records.record import Record
    from trainer.tui.widgets.ledger import Writer

#: What entries of records begin with; a condition's is its name.
RECORD = "record:"
_SIGNS = {"good": ("✓", "$success"), "revoked": ("✗", "$error"), "superseded": ("–", "$quiet")}


def sections(view: Issuable, words: Translator) -> list[Section]:
    """Records first where there are some, because they are what one comes for then; conditions below."""
    records = tuple(_record(one, words) for one in reversed(view.records))
    met = words._("{met} of {whole} met", met=sum(one.met for one in view.checks), whole=len(view.checks))
    conditions = tuple(_condition(one, words) for one in view.checks)
    issued = [Section(words._("Records issued"), records, words._("the latest first"), numbered=False)]
    return [*(issued if records else []), Section(words._("Conditions of a record"), conditions, met, numbered=False)]


def _condition(one: Check, words: Translator) -> Entry:
    sentence = words._(condition_sentence(one.name))
    if one.why is not None:
        return Entry(one.name, sentence, f"{words.translate(one.why)} {words._(one.how)}", "○", "$warning")
    return Entry(one.name, sentence, words.translate(one.note) if one.note else "", "✓", "$success")


def _record(one: IssuedRecord, words: Translator) -> Entry:
    sign, style = _SIGNS[one.status]
    said = [status_words(one, words), words._("by {name}", name=one.by), one.record]
    return Entry(f"{RECORD}{one.record}", moment(one.at, words.language), BETWEEN.join(said), sign, style)


def status_words(one: IssuedRecord, words: Translator) -> str:
    """Whether a record holds."""
    if one.status == "revoked":
        return words._("revoked: {reason}", reason=one.reason)
    return words._("superseded by a corrected one") if one.status == "superseded" else words._("holds")


def first_lack(view: Issuable, words: Translator) -> str:
    """The first condition that is not met, and what to do."""
    check = next(one for one in view.checks if one.why is not None)
    return f"{words.translate(check.why)} {words._(check.how)}" if check.why else ""


def write_record(record: Record, one: IssuedRecord | None, writer: Writer) -> None:
    """Everything a record says; ``one`` is its place in the list, None for one that is not issued yet."""
    words = writer.words
    if one is None:
        writer.say(words._("This is how it would be issued now; number and moment will be others."), "$quiet")
    else:
        writer.say(status_words(one, words), "$quiet")
    for head, lines in record_sections(record, words):
        writer.heading(head)
        for line in lines:
            writer.hang((Run("  "),), line)
