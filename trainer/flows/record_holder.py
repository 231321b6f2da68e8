"""Who a record is of: the name, what tells namesakes apart, and an address that only its owner recognises."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import date

from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import clean_line
from trainer.progress.foreign import LONGEST_NAME
from trainer.progress.register_files import Person
from trainer.records.record import Holder

#: An Italian tax code tells sex, birthday and birthplace of everybody; a record never shows one.
_TAX_CODE = re.compile(r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]", re.IGNORECASE)
_LONGEST_NUMBER = 60


@dataclass(frozen=True, slots=True)
class HolderDraft:
    """What is to stand on a record of its holder; empty: what the register knows, or nothing.

    ``email`` is hashed with a salt and not kept. ``name`` mends the spelling on the record alone.
    """

    name: str = ""
    birth_date: str = ""
    student_number: str = ""
    email: str = ""


def holder_of(draft: HolderDraft, person: Person, before: Holder | None, salt: str) -> Holder:
    """The holder: what was said now, else what the corrected record said, else what the register knows.

    :class:`Refused` with a sentence on what cannot stand on a record.
    """
    name = clean_line(draft.name, LONGEST_NAME + 1) or (before.name if before else person.name)
    birth = _birth_date(draft.birth_date) or (before.birth_date if before else person.birth_date)
    number = _number(draft.student_number) or (before.student_number if before else person.student_number)
    if len(name) > LONGEST_NAME:
        raise Refused(N_("There is room for {limit} characters here."), limit=LONGEST_NAME)
    if draft.email:
        address = _email(draft.email)
        return Holder(name, birth, number, hashlib.sha256((address + salt).encode()).hexdigest(), salt)
    return Holder(
        name, birth, number, before.email_hash if before else None, before.email_salt if before else None
    )  # fmt: skip


def namesake_of(draft: HolderDraft, typed: str) -> HolderDraft:
    """A draft with what tells namesakes apart: a date of birth where it looks like one, else a student number.

    :class:`Refused` with a sentence on what cannot stand on a record.
    """
    said = clean_line(typed)
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", said):
        return replace(draft, birth_date=_birth_date(said) or "")
    return replace(draft, student_number=_number(said) or "")


def _birth_date(text: str) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(N_("Write the date of birth as year-month-day: 1999-02-28.")) from None


def _number(text: str) -> str | None:
    number = clean_line(text, _LONGEST_NUMBER + 1)
    if _TAX_CODE.search(number.replace(" ", "")):
        raise Refused(N_("This looks like a tax code, which never stands on a record. Give a number of your own."))
    if len(number) > _LONGEST_NUMBER:
        raise Refused(N_("There is room for {limit} characters here."), limit=_LONGEST_NUMBER)
    return number or None


def _email(text: str) -> str:
    address = clean_line(text, 320).lower()
    if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", address):
        raise Refused(N_("This is no e-mail address: {address}"), address=address)
    return address
