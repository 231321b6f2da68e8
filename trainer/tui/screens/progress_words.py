"""Progress in words: units, strengths and gaps, and how well each module and statement is known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from trainer.flows.words import readiness_words, reason_words
from trainer.i18n.dates import whole_day
from trainer.i18n.numbers import integer, percent
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.ledger import Writer
from trainer.tui.widgets.strides import stride_bar

if TYPE_CHECKING:
    from trainer.flows.progress import ModuleStanding, ProgressView, StatementStanding, UnitStanding
    from trainer.i18n.catalogue import Translator

#: Sign and style of why a statement stands where it stands; the words say the same.
_SIGNS = {
    "mastered": ("✓", "bold $success"), "slipping": ("✗", "bold $warning"), "mistakes": ("✗", "bold $error"),
    "growing": ("◐", "$accent"), "few_answers": ("◐", "$accent"), "untried": ("○", "$quiet"),
}  # fmt: skip


def write_overview(view: ProgressView, writer: Writer) -> None:
    """Everything in short: numbers, units, strengths and gaps."""
    words = writer.words
    writer.say(BETWEEN.join(_numbers(view, words)))
    if view.exam_date:
        day = whole_day(date.fromisoformat(view.exam_date), words.language)
        writer.say(words._("Exam on {day}", day=day), "$quiet")
    writer.heading(words._("Your units"), words._("mastery, readiness"))
    for unit in view.units:
        _unit(unit, writer)
    writer.heading(words._("Strengths"))
    if not view.strengths:
        writer.say(words._("Nothing is mastered yet: five right answers in a row do it."), "$quiet")
    for line in view.strengths:
        writer.hang((Run("✓ ", "bold $success"),), words.text(line.text))
    writer.heading(words._("Gaps"))
    if not view.gaps:
        writer.say(words._("There is none among what can be tested yet."), "$quiet")
    for line in view.gaps:
        sign, style = _SIGNS[line.reason]
        writer.hang((Run(f"{sign} ", style),), words.text(line.text))
        writer.hang((Run("  "),), words._(reason_words(line.reason)), "$quiet")


def _numbers(view: ProgressView, words: Translator) -> list[str]:
    answers = words.ngettext("{count} answer", "{count} answers", view.answers)
    right = [words._("{share} right", share=percent(view.right / view.answers, words.language))] if view.answers else []
    due = [words.ngettext("{count} question is due", "{count} questions are due", view.due)] if view.due else []
    spent = words._("time studied {time}", time=time_words(view.lesson_seconds + view.attempt_seconds, words))
    return [answers, *right, spent, *due]


def time_words(seconds: float, words: Translator) -> str:
    """``3 h 20 min``; under an hour minutes alone, a begun one as a whole."""
    minutes = int(-(-seconds // 60))
    hours, rest = divmod(minutes, 60)
    if not hours:
        return words._("{minutes} min", minutes=rest)
    return words._("{hours} h {minutes} min", hours=integer(hours, words.language), minutes=rest)


def _known(value: float, words: Translator) -> Runs:
    """A bar and its share."""
    share = percent(value, words.language)
    return (*stride_bar(round(value * 100), 100), Run(f" {share:>5}  "))


def _unit(unit: UnitStanding, writer: Writer) -> None:
    words = writer.words
    writer.say(words.text(unit.title))
    detail = [words._(readiness_words(unit.readiness)), *_counts(unit, words)]
    writer.hang(_known(unit.value, words), BETWEEN.join(detail), "$quiet")


def _counts(one: UnitStanding | ModuleStanding, words: Translator) -> list[str]:
    mastered = words._("{count} of {all} mastered", count=one.mastered, all=one.statements)
    tried = words._("{count} tried", count=one.tried)
    return [mastered, tried]


# -- mastery -------------------------------------------------------------------------------------------------------


def write_mastery(view: ProgressView, writer: Writer) -> None:
    """Modules, then every statement, unit by unit."""
    words = writer.words
    writer.heading(words._("Modules"), words._("the mean of their statements"))
    if not view.modules:
        writer.say(words._("There is no module for your qualification yet."), "$quiet")
    for module in view.modules:
        writer.say(words.text(module.title))
        lessons = words._("{done} of {lessons} lessons", done=module.lessons_done, lessons=module.lessons)
        writer.hang(_known(module.value, words), BETWEEN.join([*_counts(module, words), lessons]), "$quiet")
    _statements("", words._("For the whole qualification"), view.statements, writer)
    for unit in view.units:
        _statements(unit.id, words.text(unit.title), view.statements, writer)


def _statements(unit: str, title: str, statements: Sequence[StatementStanding], writer: Writer) -> None:
    mine = [line for line in statements if line.unit == unit]
    if not mine:
        return
    words = writer.words
    tested = sum(line.tested for line in mine)
    writer.heading(title, words._("{count} of {all} can be tested", count=tested, all=len(mine)))
    for line in mine:
        sign, style = _SIGNS[line.reason]
        writer.hang((Run(f"{sign} ", style),), words.text(line.text))
        if line.answers:
            said = [
                words._(reason_words(line.reason)),
                words.ngettext("{count} answer", "{count} answers", line.answers),
            ]
            writer.hang((Run("  "), *_known(line.value, words)), BETWEEN.join(said), "$quiet")
