"""The completion record as data: all that is printed and signed, in the languages it is issued in.

The whole of it travels inside the signed credential, so that the PDF and the view in the terminal are made from the
credential alone. Days are ISO days, moments ISO in UTC (``…Z``); shares run from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, Literal

from trainer.kernel.problems import N_, InputUnreadable
from trainer.records.frozen import frozen
from trainer.records.strict import Form, Malformed, Range, decode, encode

VERSION = 1

#: A text in every language of the record.
LocalText = dict[str, str]

Line = Annotated[str, Form(r"\S(?:.*\S)?", 500)]
Prose = Annotated[str, Form()]
Day = Annotated[str, Form(r"\d{4}-\d\d-\d\d", dated=True)]
#: In UTC, so that moments compare as texts.
Moment = Annotated[str, Form(r"\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ", dated=True)]
Language = Annotated[str, Form(r"[a-z]{2,3}")]
Name = Annotated[str, Form(r"[A-Za-z0-9][A-Za-z0-9._-]*", 120)]
Uuid = Annotated[str, Form(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
Did = Annotated[str, Form(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]+", 300)]
Url = Annotated[str, Form(r"https?://[^\s\"<>\\^`{|}]+", 500)]
Country = Annotated[str, Form(r"[A-Z]{2}")]
Hex = Annotated[str, Form(r"[0-9a-f]{64}")]
Code = Annotated[str, Form(r"[A-Za-z0-9.]+", 40)]
Share = Annotated[float, Range(0, 1)]
Points = Annotated[float, Range(-10_000, 10_000)]
Count = Annotated[int, Range(0, 1_000_000)]


class NewerRecord(InputUnreadable):
    """The record's format is later than this version reads."""


@frozen
class Holder:
    """Who the record is of. ``email_hash`` is SHA-256 (hexadecimal) over the address followed by ``email_salt``."""

    name: Line
    birth_date: Day | None
    student_number: Line | None
    email_hash: Hex | None
    email_salt: Name | None


@frozen
class Qualification:
    """The standard the unit belongs to."""

    id: Name
    title: LocalText


@frozen
class Unit:
    """The unit: ``meaning`` says in two lines what its holder can do, ``outcome`` is the standard's own sentence."""

    id: Name
    title: LocalText
    meaning: LocalText
    outcome: LocalText


@frozen
class Ada:
    """An area of activity of the Atlante del lavoro."""

    code: Code
    title: LocalText


@frozen
class Outcome:
    """One knowledge or skill line of the unit."""

    id: Name
    kind: Literal["knowledge", "skill"]
    text: LocalText


@frozen
class ModuleStudied:
    """A module of the unit: studied on a day, or recognised as prior learning with the issuer's reason."""

    slug: Name
    title: LocalText
    minutes: Count
    studied_on: Day | None
    recognised: Prose | None


@frozen
class Rule:
    """The minimum performance: its conditions, how its words are read, and whether it is a house rule."""

    lines: tuple[LocalText, ...]
    reading: LocalText
    house: bool


@frozen
class Facet:
    """What an attempt is evidence of: list, value, and its words."""

    key: Name
    value: Name
    text: LocalText


@frozen
class EvidenceLine:
    """One counted attempt at an exercise. ``day`` is when it ended; ``played_before`` and ``hints`` are counts.

    ``in_time`` is None where no time was set; ``judged`` is of its rationale, by ``raters`` people; ``supervised`` is
    true only for an attempt of an exam room.
    """

    attempt: Name
    exercise: Name
    title: LocalText
    kind: Name
    day: Day
    spoken_language: Language
    facets: tuple[Facet, ...]
    mark: Points
    max: Points
    in_time: bool | None
    played_before: Count
    hints: Count
    supervised: bool
    judged: Literal["sufficient", "insufficient", "not-asked"]
    raters: Count


@frozen
class SectionShare:
    """A section of the exam and the share of its marks."""

    title: LocalText
    share: Share


@frozen
class ExamTry:
    """One counting try at the unit exam; every try is listed. ``own_pool``: drawn from the issuer's own items."""

    attempt: Name
    day: Day
    mark: Share
    passed: bool
    sections: tuple[SectionShare, ...]
    supervised: bool
    own_pool: bool
    voided: bool


@frozen
class OralSheet:
    """An oral assessment: its day, who held it, its result."""

    day: Day
    assessor: Line
    result: Literal["sufficient", "insufficient"]


@frozen
class IssuerFacts:
    """Who issues; ``quality_assurance`` in the issuer's own words, ``country`` as ISO 3166 code."""

    did: Did
    name: Line
    country: Country
    contact: Line
    quality_assurance: Prose
    accreditation: Prose | None
    url: Url | None


@frozen
class Record:
    """The record of one person's unit.

    ``assessment`` lists the kinds of assessment, ``not_assessed`` what the program could not assess; ``issued_at`` is
    when it was made, ``valid_from`` since when it holds, ``supersedes`` the id of the record it stands in for.
    """

    version: Annotated[int, Range(1, VERSION)]
    id: Uuid
    languages: tuple[Language, ...]
    title: LocalText
    holder: Holder
    qualification: Qualification
    unit: Unit
    eqf: Annotated[int, Range(1, 8)] | None
    ada: tuple[Ada, ...]
    outcomes: tuple[Outcome, ...]
    workload_minutes: Count
    modules: tuple[ModuleStudied, ...]
    assessment: tuple[LocalText, ...]
    participation: LocalText
    supervision: LocalText
    identity_check: LocalText
    quality_assurance: LocalText
    rule: Rule
    evidence: tuple[EvidenceLine, ...]
    exams: tuple[ExamTry, ...]
    oral: tuple[OralSheet, ...]
    not_assessed: tuple[LocalText, ...]
    content_version: Line
    program_version: Line
    issuer: IssuerFacts
    issued_at: Moment
    valid_from: Moment
    valid_until: Moment | None
    supersedes: Uuid | None


def to_data(record: Record) -> dict[str, Any]:
    """JSON data of a record. Raises :class:`Malformed` for one that :func:`from_data` would refuse."""
    data: dict[str, Any] = encode(record)
    from_data(data)
    return data


def from_data(data: object) -> Record:
    """The record of :func:`to_data`'s data.

    Raises :class:`NewerRecord` for a later format and :class:`Malformed`, naming the member, for anything else that is
    unknown, missing, of the wrong form or not in every language of the record.
    """
    refuse_newer(data)
    record: Record = decode(Record, data)
    for where, text in _texts(record, ""):
        if set(text) != set(record.languages):
            raise Malformed(N_("The member “{member}” is not in the languages of the record."), member=where)
    return record


def refuse_newer(data: object) -> None:
    """Raises :class:`NewerRecord` for the data of a record of a later version, whatever else it may hold."""
    version = data.get("version") if isinstance(data, Mapping) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise NewerRecord(
            N_("This record is of a newer format ({found}); this version of Trainer reads format {known}."),
            found=version, known=VERSION,
        )  # fmt: skip


def _texts(value: object, where: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every text by language in a value, with the name of its member."""
    if isinstance(value, dict):
        yield where, value
    elif isinstance(value, tuple):
        for place, one in enumerate(value):
            yield from _texts(one, f"{where}[{place}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{where}.{field.name}" if where else field.name)
