"""The report of a class as PDF: each learner's conditions, what is lacking and what waits for an assessor."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.flows.issued_records import issued_records
from trainer.flows.issuers import IssuerFlow
from trainer.flows.record_conditions import ALL, Check, checks
from trainer.flows.register_status import ClassRow, UnitClass, unit_class
from trainer.flows.register_words import condition_head, condition_sentence
from trainer.i18n.values import written
from trainer.kernel.clock import iso
from trainer.kernel.problems import N_, Refused
from trainer.progress.issuers import write_new

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.flows.register import RegisterFlow
    from trainer.i18n.catalogue import Translator
    from trainer.printing.class_report import ClassReport, ReportedLearner, State


def write_class_report(flow: RegisterFlow, unit: str, target: Path, words: Translator) -> int:
    """Write the report of a unit's class; how many learners are in it.

    :class:`Refused` for a class without learners and where the target exists; ``GlyphsMissing`` for a name the font
    cannot draw.
    """
    from trainer.printing.class_report import render_class_report

    found = unit_class(flow, unit)
    if not found.rows:
        raise Refused(N_("Nobody has handed anything in for {unit} yet."), unit=unit)
    write_new(target, render_class_report(_report(flow, found, words), flow.locations.cache))
    return len(found.rows)


def _report(flow: RegisterFlow, found: UnitClass, words: Translator) -> ClassReport:
    from trainer.printing.class_report import ClassReport, Condition

    unit = flow.catalogue.unit(found.unit)
    standard = next(one for one in flow.catalogue.qualifications() if unit and one.id == unit.qualification)
    issuers = IssuerFlow(flow.locations, flow.clock)
    conditions = tuple(Condition(words._(condition_head(name)), words._(condition_sentence(name))) for name in ALL)
    learners = tuple(_learner(flow, row, checks(flow, issuers, row), words) for row in found.rows)
    return ClassReport(
        words.language, found.unit, found.title, standard.title, conditions, learners, __version__,
        iso(flow.clock.now()),
    )  # fmt: skip


def _learner(flow: RegisterFlow, row: ClassRow, found: tuple[Check, ...], words: Translator) -> ReportedLearner:
    from trainer.printing.class_report import ReportedLearner

    waiting_for = {one.name for one in row.conditions if one.state == "waiting"}
    states: list[State] = [
        "met" if check.met else "waiting" if check.name in waiting_for else "lacking" for check in found
    ]
    said = {check.name: words.translate(check.why) for check in found if check.why is not None}
    return ReportedLearner(
        row.person.name, tuple(states), tuple(text for name, text in said.items() if name not in waiting_for),
        tuple(text for name, text in said.items() if name in waiting_for), " ".join(_notes(flow, row, words)),
    )  # fmt: skip


def _notes(flow: RegisterFlow, row: ClassRow, words: Translator) -> Iterator[str]:
    for one in issued_records(flow, row.unit, row.person.person):
        if one.status == "good":
            day = written(datetime.fromtimestamp(one.at, UTC).date(), words)
            yield words._("record issued on {day}", day=day)
        elif one.status == "revoked":
            yield words._("a record was revoked")
