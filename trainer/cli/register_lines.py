"""``trainer register status`` in lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from trainer.cli.context import Context

if TYPE_CHECKING:
    from trainer.flows.register import RegisterFlow, Standing
    from trainer.flows.register_status import ClassRow, Condition, UnitClass


def say_status(flow: RegisterFlow, classes: Sequence[UnitClass], context: Context) -> None:
    """Each class, and for how long hand-ins are kept."""
    from trainer.flows.words import readiness_words

    say, _ = context.say, context._
    if not classes:
        say(_("Nobody has handed anything in yet: «trainer register import FILE…» takes hand-ins in."))
    for one in classes:
        say(f"{one.unit}  {context.translator.text(one.title)} ({_(readiness_words(one.readiness))})")
        waiting = context.translator.ngettext(
            "{count} piece of work waits for an assessor", "{count} pieces of work wait for an assessor", one.waiting
        )
        say(f"  {_('{count} learners', count=len(one.rows))} · {waiting}")
        for row in one.rows:
            _say_row(row, context)
    say(_("Hand-ins are kept for {months} months after the last one.", months=flow.settings().retention_months))


def _say_row(row: ClassRow, context: Context) -> None:
    from trainer.i18n.dates import moment

    say, _ = context.say, context._
    when = moment(row.handed_in_at, context.translator.language)
    met = _("{met} of {whole} conditions met", met=row.met, whole=len(row.conditions))
    say(f"  {row.person.name} [{row.person.person}] · {met} · {_('handed in {when}', when=when)}")
    for one in row.conditions:
        if one.state != "met":
            say(f"    {_line(one, row, context)}")
    for attempt in (*row.exams, *row.exercises):
        say(f"    {' · '.join(_attempt(attempt, context))}")
    if row.keep_until < _today():
        say("    " + _("kept until {day}: it may be erased now", day=date.fromisoformat(row.keep_until)))


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


def _line(one: Condition, row: ClassRow, context: Context) -> str:
    from trainer.flows.register_words import condition_head, state_words

    _ = context._
    what = ", ".join(_what(one, row, context))
    said = f"{_(condition_head(one.name))}: {_(state_words(one.state))}"
    return f"{said} ({what})" if what else said


def _what(one: Condition, row: ClassRow, context: Context) -> Iterator[str]:
    from trainer.flows.exercise_words import requirement_words
    from trainer.flows.words import readiness_words

    match one.name:
        case "rule":
            for gap in row.missing:
                have = context._("{have} of {need}", have=gap.have, need=gap.need)
                yield f"{context._(requirement_words(gap.requirement))} {have}"
        case "certifiable":
            yield from (context._(readiness_words(name)) for name in one.what)
        case _:
            yield from one.what


def _attempt(one: Standing, context: Context) -> Iterator[str]:
    """What, when, how it went; whether it counts; and that nobody saw it done."""
    from trainer.flows.register_words import UNSUPERVISED, content_words
    from trainer.i18n.dates import moment
    from trainer.i18n.numbers import percent

    short, language, _ = one.short, context.translator.language, context._
    yield f"{one.attempt} {context.translator.text(short.title)}"
    yield moment(short.started_at, language)
    if one.voided is not None:
        yield _("voided: {reason}", reason=one.voided.act.reason)
    elif short.withdrawn is not None:
        yield _("voided: {reason}", reason=short.withdrawn)
    elif short.submitted_at is None:
        yield _("not finished")
    else:
        yield percent(short.share, language)
        yield _("Passed") if short.passed else _("Not passed")
    if one.content != "agreed":
        yield _(content_words(one.content))
    if not one.supervised:
        yield _(UNSUPERVISED)
