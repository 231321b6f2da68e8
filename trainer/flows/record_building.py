"""The record of a learner's unit, made from the register and the content of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

from trainer import __version__
from trainer.content.models import Exam, MinimumPerformance
from trainer.flows import record_texts as texts
from trainer.flows.hand_in import unit_of
from trainer.flows.record_conditions import orals_of
from trainer.flows.record_texts import Voices
from trainer.flows.register import RegisterFlow, Standing
from trainer.flows.register_status import ClassRow
from trainer.kernel.days import day_number, iso_day
from trainer.records import record as made
from trainer.records.record import Record

VERSION = 1


def moment_text(at: float) -> str:
    """A moment as records write it: UTC, whole seconds."""
    return datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def build_record(
    flow: RegisterFlow, row: ClassRow, voices: Voices, holder: made.Holder, issuer: made.IssuerFacts, *,
    id: str, at: float, valid_until: str | None, supersedes: str | None,
) -> Record:  # fmt: skip
    """The record of a learner all of whose conditions are met, at a moment."""
    return _Building(flow, row, voices).record(holder, issuer, id, moment_text(at), valid_until, supersedes)


class _Building:
    def __init__(self, flow: RegisterFlow, row: ClassRow, voices: Voices) -> None:
        self._flow, self._row, self._voices = flow, row, voices
        self._catalogue = flow.catalogue
        self._unit = unit_of(flow.catalogue, row.unit)
        self._standard = next(one for one in self._catalogue.qualifications() if one.id == self._unit.qualification)
        body = self._catalogue.performance_json(row.unit)
        self._minimum: Any = MinimumPerformance.model_validate_json(body)
        self._counted = [one for one in row.exercises if one.attempt in row.counted]
        self._facets = {(one.list, one.id): one.name for one in self._catalogue.facets()}

    def record(
        self, holder: made.Holder, issuer: made.IssuerFacts, id: str, now: str, until: str | None, before: str | None
    ) -> Record:
        voices, unit, row = self._voices, self._unit, self._row
        title = voices.text(unit.title, row.unit)
        modules = tuple(self._module(module) for module in row.modules)
        return Record(
            version=VERSION, id=id, languages=voices.languages, title=voices.say(texts.TITLE, unit=title),
            holder=holder, qualification=made.Qualification(self._standard.id, voices.text(self._standard.title)),
            unit=made.Unit(row.unit, title, voices.meaning(unit.outcome), voices.text(unit.outcome)),
            eqf=unit.eqf, ada=tuple(made.Ada(code, voices.text(text)) for code, text in self._standard.ada),
            outcomes=tuple(self._outcomes()), workload_minutes=self._workload(modules), modules=modules,
            assessment=tuple(self._assessment()), participation=voices.say(texts.PARTICIPATION),
            supervision=self._supervision(), identity_check=self._identity(),
            quality_assurance=voices.same(issuer.quality_assurance), rule=self._rule(),
            evidence=tuple(self._line(one) for one in self._counted),
            exams=tuple(self._try(one) for one in row.exams), oral=tuple(self._orals()),
            not_assessed=tuple(self._unheard()), content_version=self._content_version(), program_version=__version__,
            issuer=issuer, issued_at=now, valid_from=now, valid_until=until, supersedes=before,
        )  # fmt: skip

    # -- the unit ------------------------------------------------------------------------------------------------

    def _outcomes(self) -> Iterator[made.Outcome]:
        for one in self._catalogue.statements(self._row.unit):
            if one.part != "key_point":
                yield made.Outcome(one.id, one.part, self._voices.text(one.text))

    def _module(self, slug: str) -> made.ModuleStudied:
        row, state, who = self._catalogue.module(slug), self._flow.state, self._row.person.person
        studied = state.studied(who, self._row.unit).get(slug)
        recognised = state.recognised.get((who, self._row.unit), {}).get(slug)
        minutes = row.minutes if row and row.minutes else state.minutes(who, self._row.unit).get(slug, 0)
        title = self._voices.text(row.title if row else {}, slug)
        if studied is not None:
            return made.ModuleStudied(slug, title, minutes, studied, None)
        return made.ModuleStudied(slug, title, minutes, None, recognised.act.reason if recognised else "–")

    def _workload(self, modules: Sequence[made.ModuleStudied]) -> int:
        """What the unit takes: its modules, its exam, and the exercises that count."""
        exam = max((one.short.minutes or 0 for one in self._row.exams), default=0)
        rows = {one.id: one.minutes for one in self._catalogue.exercises(self._row.unit)}
        work = sum(rows.get(one.short.subject) or one.short.minutes or 0 for one in self._counted)
        return sum(one.minutes for one in modules) + exam + work

    def _rule(self) -> made.Rule:
        minimum = self._minimum
        reading = self._voices.text(minimum.reading.text) if minimum.reading else self._voices.say(texts.READING)
        return made.Rule((self._voices.text(minimum.text),), reading, minimum.house_rule)

    # -- how it was assessed -------------------------------------------------------------------------------------

    def _assessment(self) -> Iterator[made.LocalText]:
        for row in self._catalogue.exams():
            if row.scope == "unit" and row.subject == self._row.unit and (body := self._catalogue.exam(row.id)):
                exam = Exam.model_validate_json(body)
                items = sum(count for section in exam.sections for count in section.draw.values())
                yield self._voices.say(
                    texts.ASSESSED_EXAM, items=items, minutes=exam.minutes, pass_mark=round(exam.pass_mark * 100),
                    section=round(exam.section_pass_mark * 100),
                )  # fmt: skip
        if self._counted:
            argued = any(one.short.parts for one in self._counted)
            yield self._voices.say(texts.ASSESSED_RATIONALE if argued else texts.ASSESSED_WORK)
        if orals_of(self._flow, self._row):
            yield self._voices.say(texts.ASSESSED_ORALLY)

    def _supervision(self) -> made.LocalText:
        done = [*self._counted, *self._row.exams]
        if all(one.supervised for one in done):
            return self._voices.say(texts.IN_ROOM)
        accepted = self._flow.state.accepted.get((self._row.person.person, self._row.unit), {})
        names = dict.fromkeys(one.act.by for name, one in accepted.items() if name in {one.attempt for one in done})
        return self._voices.say(texts.UNSUPERVISED, assessors=", ".join(names) or "–")

    def _identity(self) -> made.LocalText:
        known = self._flow.state.identity.get(self._row.person.person)
        if known is None:
            return self._voices.say(texts.NOT_CHECKED)
        return self._voices.say(texts.CHECKED, method=known.act.method, by=known.act.by, day=_day(known.at))

    def _orals(self) -> Iterator[made.OralSheet]:
        for one in orals_of(self._flow, self._row):
            yield made.OralSheet(_day(one.at).isoformat(), one.act.by, one.act.outcome)

    def _unheard(self) -> Iterator[made.LocalText]:
        what = next(one.what for one in self._row.conditions if one.name == "oral")
        named = self._catalogue.statement_texts(what)
        yield from (self._voices.text(named.get(one, {}), one) for one in what)

    # -- the work ------------------------------------------------------------------------------------------------

    def _line(self, one: Standing) -> made.EvidenceLine:
        short, proof = one.short, one.short.proof
        assert proof is not None  # only what proves something is counted
        mark = round(float(Fraction(short.points)), 2)
        return made.EvidenceLine(
            attempt=one.attempt, exercise=short.subject, title=self._voices.text(short.title, short.subject),
            kind=proof.kind, day=_lived(short.submitted_at or short.started_at, short.zone_minutes),
            spoken_language=short.spoken, facets=tuple(self._shown(proof)), mark=mark, max=short.maximum,
            in_time=None if short.minutes is None else proof.in_time, played_before=one.played_before,
            hints=proof.hints, supervised=one.supervised,
            judged="sufficient" if short.parts else "not-asked",
            raters=len(one.judged.get("rationale", ())) if short.parts else 0,
        )  # fmt: skip

    def _shown(self, proof: Any) -> Iterator[made.Facet]:
        for name, values in proof.values.items():
            for value in values:
                yield made.Facet(name, value, self._voices.text(self._facets.get((name, value), {}), value))
        reading = self._minimum.reading
        home = reading.home_language if reading else None
        for language in dict.fromkeys(case.native_language for case in proof.cases):
            if language != home:
                yield made.Facet("native_language", language, self._voices.native(language))
        if any(case.conflict for case in proof.cases):
            yield made.Facet("conflict", "conflict", self._voices.say(texts.CONFLICT))

    def _try(self, one: Standing) -> made.ExamTry:
        short = one.short
        sections = tuple(
            made.SectionShare(self._voices.text(part.title, part.id), _share(part.share)) for part in short.sections
        )
        return made.ExamTry(
            one.attempt, _lived(short.submitted_at or short.started_at, short.zone_minutes), _share(short.share),
            bool(short.passed), sections, one.supervised, False, not one.counts,
        )  # fmt: skip

    def _content_version(self) -> str:
        passed = [one for one in self._row.exams if one.counts and one.short.passed]
        versions = {one.short.content_version for one in (*self._counted, *passed)}
        return ", ".join(sorted(version for version in versions if version))[:400] or "–"


def _share(share: float) -> float:
    return round(min(max(share, 0.0), 1.0), 4)


def _day(at: float) -> date:
    return datetime.fromtimestamp(at, UTC).date()


def _lived(at: float, zone_minutes: int) -> str:
    """The ISO day of a moment for whoever lived it."""
    return iso_day(day_number(at, zone_minutes))
