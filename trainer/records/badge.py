"""The record as an Open Badges 3.0 credential, unsigned.

The badge's own terms say what other programs look for: the eleven mandatory elements of the European recommendation on
micro-credentials are all among them. The record itself is the last piece of evidence (``credential``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import N_, Refused
from trainer.records.credential import CONTEXT, JSON_GENRE, TYPE
from trainer.records.names import named
from trainer.records.record import Holder, LocalText, Record, to_data
from trainer.records.status_list import StatusPlace, entries
from trainer.records.wording import criteria, duration, exam_line, exercise_line, paragraphs, percent, together

#: The eighth element is due where it applies: some standards have no level.
_LEVEL_IF_ANY = True
_EQF = "European Qualifications Framework"
_ADA = "Atlante del lavoro e delle qualificazioni (INAPP)"


class IncompleteRecord(Refused):
    """An element that a record must have is empty; ``values["element"]`` is its number in the recommendation."""


def credential_of(record: Record, place: StatusPlace) -> dict[str, Any]:
    """The unsigned credential. Raises :class:`IncompleteRecord`, or ``Malformed`` for a record not in its form."""
    check_complete(record)
    credential: dict[str, Any] = {
        "@context": CONTEXT,
        "id": record.id,
        "type": TYPE,
        "name": together(record.title, record.languages),
        "description": paragraphs([record.unit.meaning], record.languages),
        "issuer": _issuer(record),
        "validFrom": record.valid_from,
        "awardedDate": record.issued_at,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": list(_identifiers(record.holder)),
            "achievement": _achievement(record),
            "result": list(_results(record)),
        },
        "evidence": list(_evidence(record)),
        "credentialStatus": entries(place),
    }
    if record.valid_until is not None:
        credential["validUntil"] = record.valid_until
    return credential


def check_complete(record: Record) -> None:
    """Raises :class:`IncompleteRecord` for the first of the eleven mandatory elements that is missing."""
    elements = (
        record.holder.name, record.title, record.issuer.country, record.issuer.name, record.issued_at, record.outcomes,
        record.workload_minutes, _LEVEL_IF_ANY, record.assessment, record.participation, record.quality_assurance,
    )  # fmt: skip
    for number, value in enumerate(elements, 1):
        if not value:
            raise IncompleteRecord(
                N_("Element {element} of the European recommendation on micro-credentials is empty."), element=number
            )


def _issuer(record: Record) -> dict[str, Any]:
    facts = record.issuer
    kept = {
        "id": facts.did,
        "type": ["Profile"],
        "name": facts.name,
        "description": "\n".join(filter(None, (facts.quality_assurance, facts.accreditation, facts.contact))),
        "address": {"type": ["Address"], "addressCountryCode": facts.country},
    }
    return kept if facts.url is None else {**kept, "url": facts.url}


def _identifiers(holder: Holder) -> Iterator[dict[str, Any]]:
    plain = (("name", holder.name), ("ext:birthDate", holder.birth_date), ("identifier", holder.student_number))
    for kind, value in plain:
        if value is not None:
            yield {"type": "IdentityObject", "hashed": False, "identityHash": value, "identityType": kind}
    if holder.email_hash is not None and holder.email_salt is not None:
        yield {
            "type": "IdentityObject", "hashed": True, "identityHash": f"sha256${holder.email_hash}",
            "identityType": "emailAddress", "salt": holder.email_salt,
        }  # fmt: skip


def _achievement(record: Record) -> dict[str, Any]:
    return {
        "id": named("unit", record.unit.id),
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": together(record.unit.title, record.languages),
        "description": paragraphs([record.unit.outcome], record.languages),
        "criteria": {"narrative": criteria(record)},
        "humanCode": record.unit.id,
        "inLanguage": record.languages[0],
        "version": record.content_version,
        "alignment": list(_alignments(record)),
        "resultDescription": [_result_description(record)],
    }


def _alignments(record: Record) -> Iterator[dict[str, Any]]:
    if record.eqf is not None:
        yield {
            "type": ["Alignment"], "targetType": "ext:EQFLevel", "targetName": f"EQF {record.eqf}",
            "targetFramework": _EQF, "targetCode": str(record.eqf),
            "targetUrl": f"http://data.europa.eu/snb/eqf/{record.eqf}",
        }  # fmt: skip
    for ada in record.ada:
        yield {
            "type": ["Alignment"], "targetType": "ext:ADA", "targetName": together(ada.title, record.languages),
            "targetFramework": _ADA, "targetCode": ada.code, "targetUrl": "https://atlantelavoro.inapp.org/",
        }  # fmt: skip
    outcomes = [f"{one.id} {together(one.text, record.languages)}" for one in record.outcomes]
    yield {
        "type": ["Alignment"], "targetType": "ext:LearningOutcomes", "targetCode": record.unit.id,
        "targetName": together(record.unit.title, record.languages), "targetDescription": "\n".join(outcomes),
        "targetFramework": together(record.qualification.title, record.languages),
        "targetUrl": named("unit", record.unit.id),
    }  # fmt: skip


def _result_description(record: Record) -> dict[str, Any]:
    return {
        "id": named("result", record.unit.id), "type": ["ResultDescription"], "resultType": "Percent",
        "name": together(record.unit.title, record.languages), "valueMin": "0", "valueMax": "100",
    }  # fmt: skip


def _results(record: Record) -> Iterator[dict[str, Any]]:
    """The marks of exams passed; every try stands in the evidence. Equal results would be one to linked data."""
    passed = (percent(one.mark) for one in record.exams if one.passed and not one.voided)
    for value in dict.fromkeys(passed):
        yield {"type": ["Result"], "resultDescription": named("result", record.unit.id), "value": value}


def _evidence(record: Record) -> Iterator[dict[str, Any]]:
    told = {
        "assessment": paragraphs(record.assessment, record.languages),
        "participation": paragraphs([record.participation], record.languages),
        "supervision": paragraphs([record.supervision], record.languages),
        "identity-check": paragraphs([record.identity_check], record.languages),
        "quality-assurance": paragraphs([record.quality_assurance], record.languages),
    }
    yield {"type": ["Evidence"], "genre": "workload", "narrative": duration(record.workload_minutes)}
    for genre, narrative in told.items():
        yield {"type": ["Evidence"], "genre": genre, "narrative": narrative}
    if record.not_assessed:
        narrative = paragraphs(record.not_assessed, record.languages)
        yield {"type": ["Evidence"], "genre": "not-assessed", "narrative": narrative}
    for one in record.exams:
        yield _work("exam", one.attempt, record.unit.title, exam_line(one, record), record)
    for line in record.evidence:
        yield _work("exercise", line.attempt, line.title, exercise_line(line, record), record)
    yield {"type": ["Evidence"], "genre": JSON_GENRE, "narrative": canonical_json(to_data(record)).decode()}


def _work(genre: str, attempt: str, title: LocalText, narrative: str, record: Record) -> dict[str, Any]:
    name = together(title, record.languages)
    return {
        "id": named("attempt", attempt), "type": ["Evidence"], "genre": genre, "name": name, "narrative": narrative,
    }  # fmt: skip
