"""The result of an exercise in words: how it went, what cost points and why, what was met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from textual.content import Content

from trainer.i18n.dates import day as day_of
from trainer.i18n.dates import minutes
from trainer.i18n.numbers import decimal, percent
from trainer.kernel.problems import N_
from trainer.tui.safe import joined, plain
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.paragraphs import GAP, Para

if TYPE_CHECKING:
    from trainer.exercises.marks import CriterionMark
    from trainer.flows.exercise_result import ExerciseResult
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.replay_words import Reading

_NARROW_BAR, _WIDE_BAR, _WIDE_FROM = 14, 26, 66
_NO_MARK = Content("")
_INDENT = Content("  ")
_OUTCOMES = {
    "reached": ("✓", "$success", N_("what was wanted was reached")),
    "partly": ("◐", "$warning", N_("reached in part")),
    "failed": ("✗", "$error", N_("not reached")),
    "left": ("○", "$quiet", N_("broken off before the end")),
}


# -- how it went ---------------------------------------------------------------------------------------------------


def summary(result: ExerciseResult, reading: Reading, width: int) -> list[Para]:
    """Verdict, share of the points, and what else there is to know of the attempt."""
    sentences = [Para(_NO_MARK, (plain(one),)) for one in _sentences(result, reading.words)]
    voided = [Para(joined(("! ", "bold $warning")), (plain(_void(result.voided, reading.words)),))]
    return [
        Para(_NO_MARK, (_verdict(result, reading.words),)), Para(_NO_MARK, (_points(result, reading.words, width),)),
        *(voided if result.voided is not None else ()), GAP, *_outcome(result, reading), *sentences,
        *_requests(result, reading),
    ]  # fmt: skip


def _verdict(result: ExerciseResult, words: Translator) -> Content:
    kind = words._("it counts") if result.assessed and result.voided is None else words._("practice")
    if result.voided is not None:
        kind = words._("does not count")
    passed = words._("passed") if result.passed else words._("not passed")
    sign, style = ("✓", "bold $success") if result.passed else ("✗", "bold $error")
    said = (f"{sign} {passed[:1].upper()}{passed[1:]}", style)
    return joined(said, (f"  ·  {kind}", "$quiet"))


def _points(result: ExerciseResult, words: Translator, width: int) -> Content:
    figures = words._("{points} of {maximum}", points=decimal(result.points, words.language), maximum=result.maximum)
    room = _WIDE_BAR if width >= _WIDE_FROM else _NARROW_BAR
    share = percent(result.share, words.language)
    return joined(bar(result.share, room, result.pass_mark), f"  {share}", (f"  {figures}", "$quiet"))


def _void(reason: str | None, words: Translator) -> str:
    said = words._("This try was voided and does not count.")
    return f"{said} {words._('Reason: {reason}', reason=reason)}" if reason else said


def _outcome(result: ExerciseResult, reading: Reading) -> Iterator[Para]:
    """How a talk ended, for its customer."""
    last: Any = result.last
    found = _OUTCOMES.get(getattr(last, "outcome", None) or "")
    if found is None:
        return
    sign, style, said = found
    outcome = reading.words._("Outcome: {what}", what=reading.words._(said))
    yield Para(joined((f"{sign} ", f"bold {style}")), (plain(outcome, style),))
    if getattr(last, "ending", None):
        yield Para(_INDENT, reading.of(last.ending))
    if getattr(last, "goal", None):
        wanted = reading.words._("What was wanted:")
        yield Para(_INDENT, tuple(joined((f"{wanted} ", "$quiet"), text) for text in reading.of(last.goal)))
    yield GAP


def _sentences(result: ExerciseResult, words: Translator) -> Iterator[str]:
    language = words.language
    needed = words._("To pass: {share} of the points, and everything critical met, marked │ on the bar.",
                     share=percent(result.pass_mark, language))  # fmt: skip
    yield f"{needed} {words._('House rule.')}"
    if not result.passed and result.share >= result.pass_mark:
        yield words._("The points would do, but something critical was missed.")
    told = [_time(result, words), _help(result, words), _before(result.played_before, words)]
    yield " ".join(one for one in told if one)
    yield from _rationale(result, words)


def _time(result: ExerciseResult, words: Translator) -> str:
    used = minutes(result.seconds / 60, words.language)
    if result.limit is None:
        return words._("Time used: {used}.", used=used)
    limit = minutes(result.limit / 60, words.language)
    said = words._("Time used: {used} of {limit}.", used=used, limit=limit)
    return said if result.in_time else f"{said} {words._('Beyond the time allotted: it is noted, and ends nothing.')}"


def _before(count: int, words: Translator) -> str:
    if not count:
        return words._("Played for the first time.")
    return words.ngettext("Played {count} time before.", "Played {count} times before.", count)


def _help(result: ExerciseResult, words: Translator) -> str:
    said = []
    if result.hints:
        said.append(words.ngettext("{count} hint read.", "{count} hints read.", result.hints))
    if result.undone:
        said.append(words.ngettext("{count} step taken back.", "{count} steps taken back.", result.undone))
    return " ".join(said)


def _rationale(result: ExerciseResult, words: Translator) -> Iterator[str]:
    """What still lacks stands beside the way to it."""
    if not result.rationale_due:
        return
    if result.rationale_gaps is None:
        yield words._("The rationale was handed in.")
    elif not result.rationale_gaps:
        yield words._("The rationale is complete; hand it in.")


def _requests(result: ExerciseResult, reading: Reading) -> Iterator[Para]:
    """How the requests of a desk stood at the end."""
    windows: Sequence[Any] = getattr(result.last, "lists", ())
    window = next((one for one in windows if one.name == "tickets"), None)
    if window is None or not window.total:
        return
    words = reading.words
    yield GAP
    yield Para(_NO_MARK, (plain(words._("Requests at the end"), "bold"),))
    for row in window.rows:
        day = day_of(date.fromisoformat(row.at), words.language) if row.at else ""
        state = words._("closed") if row.state == "closed" else words._("still open")
        sign, style = ("✓ ", "$success") if row.state == "closed" else ("○ ", "$quiet")
        title, note = (next(iter(reading.of(text)), _NO_MARK) for text in (row.title, row.note))
        yield Para(joined((sign, style)), (joined(row.number, title, (state, "bold"), note, day, between=" · "),))
    if (more := window.total - len(window.rows)) > 0:
        yield Para(_INDENT, (plain(words._("and {count} more", count=more), "$quiet"),))


# -- points --------------------------------------------------------------------------------------------------------


def criteria(result: ExerciseResult, reading: Reading) -> list[Para]:
    """What cost points, the dearest first and each with its reason; then what was met."""
    words, lost = reading.words, result.lost
    met = [mark for mark in result.marks if not mark.lost]
    title = words._("What cost points") if lost else words._("Nothing cost points")
    found = [Para(_NO_MARK, (plain(title, "bold"),))]
    for mark in lost:
        found += [GAP, *_criterion(mark, result, reading)]
    if met:
        found += [GAP, Para(_NO_MARK, (plain(words._("What was met"), "bold"),))]
    for mark in met:
        found += [GAP, *_criterion(mark, result, reading)]
    return found


def _criterion(mark: CriterionMark, result: ExerciseResult, reading: Reading) -> Iterator[Para]:
    words = reading.words
    points = decimal(float(mark.lost or mark.points), words.language)
    figures = (words._("−{points} of {maximum}", points=points, maximum=mark.maximum), "bold $error")
    if not mark.lost:
        figures = (f"+{points}", "bold $success")
    sign, style = ("✗ ", "bold $error") if mark.lost else ("✓ ", "bold $success")
    critical = (words._("critical"), "bold $warning") if mark.critical else ""
    first, *others = reading.of(mark.text, "bold" if mark.lost else "")
    yield Para(joined((sign, style)), (joined(first, figures, critical, between="  "), *others))
    yield Para(_INDENT, reading.of(mark.why))
    for fact in mark.facts:
        source = words._("Source:")
        texts = reading.of(result.sources.get(fact, {"": fact}), "$quiet")
        yield Para(_INDENT, tuple(joined((f"{source} ", "$quiet"), text) for text in texts))
    if mark.lost:
        yield Para(_INDENT, (plain(_when(mark, words), "$quiet"),))


def _when(mark: CriterionMark, words: Translator) -> str:
    """Which moments decided it."""
    if not mark.moments:
        return words._("Nothing of what happened shows it.")
    numbers = ", ".join(str(number + 1) for number in mark.moments)
    return words.ngettext("Decided at moment {numbers}.", "Decided at moments {numbers}.", len(mark.moments),
                          numbers=numbers)  # fmt: skip
