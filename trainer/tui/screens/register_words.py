"""The register in words: a learner in a line, a condition, an attempt, what came of a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.flows.exercise_words import requirement_words
from trainer.flows.register_words import (
    UNSUPERVISED,
    condition_head,
    condition_sentence,
    content_words,
    state_words,
)
from trainer.flows.words import readiness_words
from trainer.i18n.dates import moment
from trainer.i18n.numbers import percent
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry

if TYPE_CHECKING:
    from trainer.flows.register import Standing
    from trainer.flows.register_import import Outcome
    from trainer.flows.register_status import ClassRow, Condition, UnitClass
    from trainer.flows.register_view import Details, LearnerView
    from trainer.i18n.catalogue import Translator

#: Sign and style of a condition's state.
_SIGNS = {"met": ("✓", "$success"), "waiting": ("◇", "$accent"), "lacking": ("○", "$warning")}
#: What entries of attempts begin with; a condition's with its own.
ATTEMPT, CONDITION = "attempt:", "condition:"
#: How many things that are lacking are named.
_NAMED = 4


def unit_note(one: UnitClass, words: Translator) -> str:
    """How many learners, and how much waits."""
    learners = words.ngettext("{count} learner", "{count} learners", len(one.rows))
    waiting = words.ngettext(
        "{count} piece of work waits for an assessor", "{count} pieces of work wait for an assessor", one.waiting
    )
    said = [learners, *([waiting] if one.waiting else [])]
    if one.readiness != "certifiable":
        said.append(words._(readiness_words(one.readiness)))
    return BETWEEN.join(said)


def class_entry(row: ClassRow, words: Translator) -> Entry:
    """A learner: how many conditions are met, what is lacking, what waits."""
    groups = {state: [words._(condition_head(one.name)) for one in row.conditions if one.state == state]
              for state in ("lacking", "waiting")}  # fmt: skip
    said = []
    if groups["lacking"]:
        said.append(words._("lacking: {what}", what=", ".join(groups["lacking"])))
    if groups["waiting"]:
        said.append(words._("waiting: {what}", what=", ".join(groups["waiting"])))
    if row.unknown:
        said.append(words._("content not known here"))
    if row.complete:
        said.append(words._("everything is met"))
    sign, style = _SIGNS["lacking" if groups["lacking"] else "waiting" if groups["waiting"] else "met"]
    return Entry(
        f"{row.person.person}/{row.unit}", row.person.name, BETWEEN.join(said), sign, style,
        (row.met, len(row.conditions)),
        aside=words._("handed in {when}", when=moment(row.handed_in_at, words.language)),
    )  # fmt: skip


def condition_entry(one: Condition, view: LearnerView, words: Translator) -> Entry:
    """A condition with what it still lacks."""
    sign, style = _SIGNS[one.state]
    said = words._(state_words(one.state)) if one.state != "met" else ""
    detail = _lacks(one, view, words)
    return Entry(f"{CONDITION}{one.name}", words._(condition_sentence(one.name)), detail, sign, style, aside=said)


def _lacks(one: Condition, view: LearnerView, words: Translator) -> str:
    named = list(_what(one, view, words))
    if not named:
        return ""
    more = len(named) - _NAMED
    said = ", ".join(named[:_NAMED])
    return words._("{what} and {count} more", what=said, count=more) if more > 0 else said


def _what(one: Condition, view: LearnerView, words: Translator) -> Iterator[str]:
    match one.name:
        case "certifiable":
            yield from (words._(readiness_words(name)) for name in one.what)
        case "studied":
            yield from (words.text(view.modules.get(name, {"": name})) for name in one.what)
        case "rule":
            for gap in view.row.missing:
                have = words._("{have} of {need}", have=gap.have, need=gap.need)
                yield f"{words._(requirement_words(gap.requirement))} ({have})"
        case "oral":
            yield from (words.text(view.statements.get(name, {"": name})) for name in one.what)
        case _:
            for name in one.what:
                found = view.standing(name)
                yield words.text(found.short.title) if found else name


def attempt_entry(one: Standing, words: Translator) -> Entry:
    """An attempt: when, how it went, whether it counts, what raters did, and that nobody saw it done."""
    short = one.short
    sign, style = ("✓", "$success") if short.passed else ("✗", "$error")
    if one.void:
        sign, style = "–", "$quiet"
    elif short.submitted_at is None:
        sign, style = "◐", "$accent"
    return Entry(
        f"{ATTEMPT}{one.attempt}", words.text(short.title), BETWEEN.join(_said(one, words)), sign, style,
        faint=one.void, aside=moment(short.started_at, words.language),
    )  # fmt: skip


def _said(one: Standing, words: Translator) -> Iterator[str]:
    short = one.short
    if one.voided is not None:
        yield words._("voided: {reason}", reason=one.voided.act.reason)
    elif short.withdrawn is not None:
        yield words._("voided: {reason}", reason=short.withdrawn)
    elif short.submitted_at is None:
        yield words._("not finished")
    else:
        yield percent(short.share, words.language)
        yield words._("passed") if short.passed else words._("not passed")
    if one.played_before:
        yield words.ngettext("played {count} time before", "played {count} times before", one.played_before)
    for part in short.parts:
        raters = len(one.judged.get(part, ()))
        if part not in short.ready:
            yield words._("rationale not handed in")
        elif raters:
            yield words.ngettext("judged by {count} rater", "judged by {count} raters", raters)
        else:
            yield words._("not judged yet")
    if one.content != "agreed":
        yield words._(content_words(one.content))
    if not one.supervised:
        yield words._(UNSUPERVISED)


def detail_lines(found: Details, words: Translator) -> Iterator[str]:
    """An attempt with everything that is known of it: its id, its points one by one, and what raters said."""
    one, short = found.standing, found.standing.short
    yield BETWEEN.join([one.attempt, moment(short.started_at, words.language), *_said(one, words)])
    yield ""
    for point in found.points:
        yield f"{'✓' if point.met else '✗'} {words.text(point.text)} · {percent(point.share, words.language)}"
    for part, judged in one.judged.items():
        for by in judged:
            yield ""
            levels = ", ".join(f"{name} {level}" for name, level in by.act.marks.items())
            yield f"{by.act.by} · {part} · {levels}"
            yield from (comment for comment in by.act.comments.values() if comment)


def summary(outcomes: Sequence[Outcome], words: Translator) -> str:
    """What came of all files in a sentence."""
    refused = sum(one.problem is not None for one in outcomes)
    known = sum(one.known for one in outcomes)
    return words._(
        "{files} files: {taken} taken, {known} known already, {refused} refused.", files=len(outcomes),
        taken=len(outcomes) - known - refused, known=known, refused=refused,
    )  # fmt: skip


def outcome_lines(one: Outcome, words: Translator) -> Iterator[str]:
    """What came of a file: a sentence, and what is special about it."""
    name = one.source.name
    if one.problem is not None:
        yield f"✗ {name}"
        yield f"  {words.translate(one.problem)}"
        return
    yield f"✓ {name}" + (f": {one.person.name}" if one.person else "")
    if one.forks:
        yield "  " + words._("went on otherwise than here, so the one of here counts: {attempts}",
                             attempts=", ".join(one.forks))  # fmt: skip
    if one.unknown:
        yield "  " + words._("made from content not known here: {attempts}", attempts=", ".join(one.unknown))
