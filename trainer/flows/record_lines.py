"""A record in words, section by section, from its credential alone: what front ends and text files show."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from trainer.flows.exercise_words import kind_words
from trainer.flows.register_words import UNSUPERVISED
from trainer.i18n.names import name_in
from trainer.i18n.numbers import decimal, percent
from trainer.i18n.values import written

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.records.record import EvidenceLine, ExamTry, ModuleStudied, Record


def record_sections(record: Record, words: Translator) -> Iterator[tuple[str, list[str]]]:
    """Heads and lines, in the reader's language; texts of the record in the nearest it has."""
    text, unit = words.text, record.unit
    yield text(record.title), [text(unit.meaning)]
    yield words._("Holder"), list(_holder(record, words))
    yield words._("Issuer"), list(_issuer(record, words))
    yield words._("Qualification"), list(_qualification(record, words))
    yield words._("Learning outcomes"), [f"{one.id}  {text(one.text)}" for one in record.outcomes]
    yield words._("Minimum performance shown"), list(_rule(record, words))
    yield words._("Supervision"), [text(record.supervision)]
    yield words._("Evidence"), [_line(one, words) for one in record.evidence]
    yield words._("Unit exam: every counting try"), [_try(one, words) for one in record.exams]
    if record.oral:
        yield words._("Oral assessment"), list(_orals(record, words))
    if record.not_assessed:
        yield words._("Not assessed by the program"), [text(one) for one in record.not_assessed]
    yield words._("Workload"), list(_workload(record, words))
    yield words._("Kind of assessment"), [text(one) for one in record.assessment]
    yield words._("Participation"), [text(record.participation)]
    yield words._("Identity check"), [text(record.identity_check)]
    yield words._("Quality assurance"), [text(record.quality_assurance)]
    yield words._("Validity"), list(_validity(record, words))


def _holder(record: Record, words: Translator) -> Iterator[str]:
    holder = record.holder
    yield holder.name
    if holder.birth_date:
        yield words._("date of birth: {day}", day=date.fromisoformat(holder.birth_date))
    if holder.student_number:
        yield f"{words._('student number')}: {holder.student_number}"
    if holder.email_hash:
        yield words._("an e-mail address, hashed with a salt: only who knows it can compare it")


def _issuer(record: Record, words: Translator) -> Iterator[str]:
    issuer = record.issuer
    yield f"{issuer.name} ({issuer.country}) · {issuer.contact}"
    yield from (one for one in (issuer.accreditation, issuer.url) if one)
    yield words._("Key: {key}", key=issuer.did)
    yield words._("Only verifying says whether it is theirs: «trainer record verify FILE --issuer KEY».")


def _qualification(record: Record, words: Translator) -> Iterator[str]:
    text = words.text
    yield f"{record.qualification.id} · {text(record.qualification.title)}"
    yield f"{record.unit.id} · {text(record.unit.title)}"
    yield text(record.unit.outcome)
    if record.eqf is not None:
        yield words._("EQF level {level}", level=record.eqf)
    yield from (f"AdA {one.code} · {text(one.title)}" for one in record.ada)


def _rule(record: Record, words: Translator) -> Iterator[str]:
    text, rule = words.text, record.rule
    yield from (text(one) for one in rule.lines)
    yield words._("How it is read: {text}", text=text(rule.reading))
    if rule.house:
        yield words._("The standard states no threshold: this one is a house rule of the program.")


def _line(one: EvidenceLine, words: Translator) -> str:

    facts = [date.fromisoformat(one.day), words.text(one.title), words._(kind_words(one.kind))]
    facts += [words._("{points} of {maximum}", points=one.mark, maximum=one.max)]
    facts += [words.text(facet.text) for facet in one.facets]
    facts.append(words._("held in {language}", language=name_in(one.spoken_language, words.language)))
    if one.in_time is not None:
        facts.append(words._("within the time set") if one.in_time else words._("over the time set"))
    facts.append(words._("played before: {count}", count=one.played_before) if one.played_before else
                 words._("never played before"))  # fmt: skip
    if one.judged == "sufficient":
        facts.append(words.ngettext("rationale judged sufficient by {count} assessor",
                                    "rationale judged sufficient by {count} assessors", one.raters))  # fmt: skip
    return _facts([*facts, _watched(one.supervised, words)], words)


def _try(one: ExamTry, words: Translator) -> str:

    outcome = words._("voided") if one.voided else words._("exam passed") if one.passed else words._("exam not passed")
    sections = [f"{words.text(part.title)} {percent(part.share, words.language)}" for part in one.sections]
    pool = words._("items of the issuer") if one.own_pool else words._("public items")
    facts: list[Any] = [date.fromisoformat(one.day), outcome, percent(one.mark, words.language), *sections, pool]
    return _facts([*facts, _watched(one.supervised, words)], words)


def _watched(supervised: bool, words: Translator) -> str:

    return words._("in an exam room") if supervised else words._(UNSUPERVISED)


def _facts(facts: list[Any], words: Translator) -> str:

    return " · ".join(written(fact, words) for fact in facts)


def _orals(record: Record, words: Translator) -> Iterator[str]:
    for one in record.oral:
        result = words._("sufficient") if one.result == "sufficient" else words._("insufficient")
        held = words._("held by {assessor}", assessor=one.assessor)
        yield _facts([date.fromisoformat(one.day), held, result], words)


def _workload(record: Record, words: Translator) -> Iterator[str]:

    hours = decimal(round(record.workload_minutes / 60, 1), words.language)
    yield words._("{hours} hours", hours=hours)
    yield from (_module(one, words) for one in record.modules)


def _module(one: ModuleStudied, words: Translator) -> str:
    title = words.text(one.title)
    if one.recognised is not None:
        return words._("{module}: prior learning recognised ({reason})", module=title, reason=one.recognised)
    day = date.fromisoformat(one.studied_on) if one.studied_on else "–"
    return words._("{module}: studied, complete on {day}", module=title, day=day)


def _validity(record: Record, words: Translator) -> Iterator[str]:
    start = date.fromisoformat(record.valid_from[:10])
    if record.valid_until:
        yield words._("from {start} to {end}", start=start, end=date.fromisoformat(record.valid_until[:10]))
    else:
        yield words._("from {start}, without an end", start=start)
    if record.supersedes:
        yield words._("stands in for the record {record}", record=record.supersedes)
    yield f"{words._('Record number')}: {record.id}"
    yield f"Trainer {record.program_version} · {words._('content version')} {record.content_version}"
