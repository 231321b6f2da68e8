"""``trainer unit status UNIT``: what of a unit exists, its exam and tries, and its minimum performance."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from trainer.cli.context import Context

if TYPE_CHECKING:
    from trainer.flows.evidence import UnitEvidence
    from trainer.flows.tries import Try


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="status")
    status = verbs.add_parser("status", help="what of a unit exists, its exam and the tries so far")
    status.add_argument("unit", metavar="UNIT")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.unit_status import unit_status
    from trainer.flows.words import readiness_words

    workspace = context.workspace()
    workspace.choose_learner(context.learner)
    try:
        status = unit_status(workspace, options.unit)
    finally:
        workspace.close()
    if context.json:
        exams = [
            {"id": exam.id, "items": exam.whole_items, "drawable": exam.items if exam.drawable else 0,
             "minutes": exam.whole_minutes, "tries": [_try_data(one) for one in status.tries.get(exam.id, ())]}
            for exam in status.exams
        ]  # fmt: skip
        head = {"version": 1, "unit": status.id, "readiness": status.readiness, "modules": list(status.present)}
        rest = {"missing_modules": list(status.missing), "exams": exams}
        context.print_json({**head, "learner": workspace.learner, **_evidence_data(status.evidence), **rest})
        return 0
    say, _ = context.say, context._
    say(f"{status.id}  {context.translator.text(status.title)} ({_(readiness_words(status.readiness))})")
    say(_("modules: {modules}", modules=", ".join(status.present) or "–"))
    if status.missing:
        say(_("still in preparation: {modules}", modules=", ".join(status.missing)))
    for exam in status.exams:
        say(_("exam {exam}: {items} of {count} questions can be drawn", exam=exam.id,
              items=exam.items if exam.drawable else 0, count=exam.whole_items))  # fmt: skip
        for one in status.tries.get(exam.id, ()):
            say(f"  {_try_words(one, context)}")
    _say_evidence(status.evidence, context)
    return 0


def _evidence_data(evidence: UnitEvidence) -> dict[str, Any]:
    """``need`` and ``have`` are counts; what must hold of attempts must hold of as many as the largest minimum."""
    reading = {**evidence.reading, "text": dict(evidence.reading_text)} if evidence.reading_text else {}
    return {
        "rule": dict(evidence.rule),
        "reading": reading,
        "house_rule": evidence.house_rule,
        "met": [
            {"requirement": one.requirement, "need": one.need, "have": one.have, "attempts": list(one.attempts)}
            for one in evidence.met
        ],
        "missing": [
            {"requirement": gap.requirement.requirement, "need": gap.requirement.need, "have": gap.requirement.have,
             "how": list(gap.how)}
            for gap in evidence.missing
        ],
        "awaiting_assessment": list(evidence.awaiting),
        "complete": evidence.complete,
    }  # fmt: skip


def _say_evidence(evidence: UnitEvidence, context: Context) -> None:
    """The rule in words, then what is shown and what is missing."""
    from trainer.flows.exercise_words import requirement_words

    say, _ = context.say, context._
    if not evidence.text:
        say(_("No minimum performance is stated."))
        return
    say(_("House rule:") if evidence.house_rule else _("Minimum performance:"))
    say(f"  {context.translator.text(evidence.text)}")
    if evidence.reading_text:
        say(f"  {context.translator.text(evidence.reading_text)}")
    for one in evidence.met:
        say(_("shown: {what} ({have} of {need})", what=_(requirement_words(one.requirement)), have=one.have,
              need=one.need))  # fmt: skip
    for gap in evidence.missing:
        one = gap.requirement
        say(_("missing: {what} ({have} of {need}); {how}", what=_(requirement_words(one.requirement)), have=one.have,
              need=one.need, how=", ".join(gap.how) or "–"))  # fmt: skip


def _try_data(one: Try) -> dict[str, Any]:
    return {
        "attempt": one.attempt, "began": one.began.at, "submitted": one.submitted_at, "share": round(one.share, 4),
        "passed": one.passed, "voided": one.voided,
    }  # fmt: skip


def _try_words(one: Try, context: Context) -> str:
    """When, how much and what came of it; the record lists every try."""
    from trainer.i18n.dates import moment
    from trainer.i18n.numbers import percent

    language, _ = context.translator.language, context._
    parts = [moment(one.began.at, language)]
    if one.voided is not None:
        parts.append(_("voided: {reason}", reason=one.voided) if one.voided else _("voided"))
    elif one.submitted_at is None:
        parts.append(_("not finished"))
    else:
        parts += [percent(one.share, language), _("Passed") if one.passed else _("Not passed")]
    return " · ".join(parts)
