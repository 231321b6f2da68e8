"""A record in lines for people, from its credential alone; and what was found about one that was verified.

Words say everything; no colour does.
"""

from __future__ import annotations

import textwrap
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from trainer.cli.context import Context

if TYPE_CHECKING:
    from trainer.flows.issued_records import IssuedRecord
    from trainer.flows.verifying import Verified
    from trainer.records.record import Record

_WIDEST = 96


def width() -> int:
    """Columns to write in."""
    return max(40, min(get_terminal_size().columns, _WIDEST))


def say_record(record: Record, context: Context) -> None:
    """Everything a record says, in the language of the command."""
    from trainer.flows.record_lines import record_sections

    for head, lines in record_sections(record, context.translator):
        context.say()
        context.say(head)
        for line in lines:
            context.say(textwrap.fill(line, width(), initial_indent="  ", subsequent_indent="    "))


# -- what was found --------------------------------------------------------------------------------------------------


def say_verified(found: Verified, context: Context) -> None:
    """Every finding, each with its sign, and of whom and what the record is where it is intact."""
    heads = {"integrity": context._("Integrity"), "issuer": context._("Issuer"), "status": context._("Status"),
             "page": context._("Page")}  # fmt: skip
    if found.record is not None:
        record = found.record
        context.say(f"{record.holder.name} · {record.unit.id} · {context.translator.text(record.unit.title)}")
        context.say(record.id)
    before = ""
    for one in found.found:
        head = heads[one.subject] if one.subject != before else ""
        before = one.subject
        sign = "✗" if one.exit_code else "✓" if one.kind in _GOOD else "–"
        said = context._(one.template, **one.values)
        lead = f"{sign} {head + ':' if head else '':<12} "
        context.say(textwrap.fill(said, width(), initial_indent=lead, subsequent_indent=" " * len(lead),
                                  break_long_words=False))  # fmt: skip


_GOOD = ("intact", "trusted", "good", "agrees")


def verified_data(found: Verified, context: Context) -> dict[str, Any]:
    """The same for programs (version 1)."""
    record = found.record
    return {
        "version": 1, "file": str(found.source), "exit_code": found.exit_code,
        "findings": [
            {"about": one.subject, "kind": one.kind, "text": context._(one.template, **one.values),
             "exit_code": one.exit_code}
            for one in found.found
        ],
        "record": None if record is None else {
            "id": record.id, "holder": record.holder.name, "unit": record.unit.id, "issuer": record.issuer.name,
            "key": record.issuer.did, "issued_at": record.issued_at, "valid_until": record.valid_until,
        },
    }  # fmt: skip


# -- the list --------------------------------------------------------------------------------------------------------


def status_words(one: IssuedRecord, context: Context) -> str:
    """Whether a record holds, in words."""
    match one.status:
        case "revoked":
            return context._("revoked: {reason}", reason=one.reason)
        case "superseded":
            return context._("superseded by {record}", record=one.superseded_by)
    return context._("holds")


def say_issued(one: IssuedRecord, context: Context) -> None:
    """A record of the list in two lines."""
    from trainer.i18n.dates import moment

    name = one.name or context._("(erased)")
    context.say(f"{one.record}  {name} · {one.unit}")
    when = context._("issued {when} by {name}", when=moment(one.at, context.translator.language), name=one.by)
    context.say(f"  {when} · {status_words(one, context)}")


def issued_data(one: IssuedRecord) -> dict[str, Any]:
    """The same for programs."""
    from trainer.kernel.clock import iso_moment

    return {
        "record": one.record, "person": one.person, "name": one.name or None, "unit": one.unit,
        "issued_at": iso_moment(one.at), "by": one.by, "status": one.status, "reason": one.reason or None,
        "supersedes": one.supersedes or None, "superseded_by": one.superseded_by or None,
    }  # fmt: skip
