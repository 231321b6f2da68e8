"""Progress as charts: answers per day, time, exams against their pass marks, and what comes back when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from trainer.i18n.dates import day, day_and_month, months, short_weekdays, weekday_and_day
from trainer.i18n.numbers import integer, percent
from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.screens.progress_words import time_words
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.charts import LEVELS, calendar, columns, rows
from trainer.tui.widgets.ledger import Writer

if TYPE_CHECKING:
    from trainer.flows.progress import Day, ExamResult, ProgressView

FEW_DAYS = 30
_ANSWERS_HIGH, _TIME_HIGH = 6, 4
#: Cells before the axis: room for minutes in three figures.
_LEAD = 9
#: Exams shown; older ones are counted.
_EXAMS = 20
_FULL, _EMPTY, _MARK = "█", "░", "│"
_BAR = 30


def write_days(view: ProgressView, writer: Writer, *, all_days: bool) -> None:
    """The last 30 days as columns, or all days of the view as a calendar."""
    words = writer.words
    days = view.days if all_days else view.days[-FEW_DAYS:]
    answers, right = sum(one.answers for one in days), sum(one.right for one in days)
    said = [words.ngettext("{count} answer", "{count} answers", answers)]
    if answers:
        said.append(words._("{share} right", share=percent(right / answers, words.language)))
    writer.heading(words._("Answers per day, the last {count} days", count=len(days)), BETWEEN.join(said))
    if all_days:
        _calendar(days, writer)
    else:
        _columns([float(one.answers) for one in days], days, writer, _ANSWERS_HIGH, "")
    lessons, attempts = sum(one.lesson_seconds for one in days), sum(one.attempt_seconds for one in days)
    writer.heading(words._("Time studied, the last {count} days", count=len(days)))
    writer.say(
        words._("lessons {lessons}, questions and exams {attempts}; in all so far {whole}",
                lessons=time_words(lessons, words), attempts=time_words(attempts, words),
                whole=time_words(view.lesson_seconds + view.attempt_seconds, words)), "$quiet",
    )  # fmt: skip
    if not all_days:
        minutes = [-(-(one.lesson_seconds + one.attempt_seconds) // 60) for one in days]
        _columns(minutes, days, writer, _TIME_HIGH, words._("min"))


def _columns(values: list[float], days: tuple[Day, ...], writer: Writer, height: int, unit: str) -> None:
    words = writer.words
    if not any(values):
        writer.say(words._("Nothing in these days."), "$quiet")
        return
    top = f"{integer(int(max(values)), words.language)} {unit}".strip()
    first = day_and_month(date.fromisoformat(days[0].day), words.language)
    writer.add(columns(values, height, writer.width, first, words._("today"), top, _LEAD))


def _calendar(days: tuple[Day, ...], writer: Writer) -> None:
    words, language = writer.words, writer.words.language
    counts = [(date.fromisoformat(one.day), one.answers) for one in days]
    most = max(count for _, count in counts)
    writer.add(calendar(counts, short_weekdays(language), months(language)))
    shown = integer(most, language)
    none = (Run(f"{LEVELS[0]} ", "$quiet"), Run(words._("nothing"), "$quiet"))
    some = [run for level in LEVELS[1:] for run in (Run("  "), Run(level, "$accent"))]
    writer.add([(*none, *some, Run(f" {words._('most: {count}', count=shown)}", "$quiet"))])


# -- exams ---------------------------------------------------------------------------------------------------------


def write_exams(view: ProgressView, writer: Writer) -> None:
    """Every exam that is over, the latest first, on a bar with the pass mark."""
    words = writer.words
    latest = view.exams[::-1][:_EXAMS]
    note = words._("the line {mark} is the pass mark", mark=_MARK) if latest else ""
    writer.heading(words._("Exams so far"), note)
    if not latest:
        writer.say(words._("You have not finished an exam yet."), "$quiet")
    for exam in latest:
        _exam(exam, writer)
    if older := len(view.exams) - len(latest):
        writer.blank()
        writer.say(words.ngettext("and {count} earlier one", "and {count} earlier ones", older), "$quiet")


def _exam(exam: ExamResult, writer: Writer) -> None:
    words = writer.words
    kind = words._("counting exam") if exam.mode == "counting" else words._("mock exam")
    taken = day(date.fromisoformat(exam.day), words.language)
    writer.blank()
    writer.say(words.text(exam.title))
    share = percent(exam.share, words.language)
    verdict = "" if exam.passed is None else words._("Passed") if exam.passed else words._("Not passed")
    below = exam.sections_below if exam.passed is False and exam.share >= (exam.pass_mark or 0) else 0
    sign = "" if exam.passed is None else "✓ " if exam.passed else "✗ "
    style = "bold $success" if exam.passed else "bold $error"
    room = min(_BAR, max(10, writer.width - 26))
    line = (*_marked(exam.share, room, exam.pass_mark), Run(f" {share:>5}  "), Run(f"{sign}{verdict}", style))
    writer.add([line])
    said = words.ngettext("{count} section below its own mark", "{count} sections below their own mark", below)
    writer.say(BETWEEN.join([taken, kind, *([said] if below else [])]), "$quiet")


def _marked(share: float, width: int, mark: float | None) -> Runs:
    """A bar with a line where it should reach."""
    filled = int(max(0.0, min(1.0, share)) * width + 1e-9)
    place = None if mark is None else min(width - 1, int(mark * width + 1e-9))
    cells = [_MARK if at == place else _FULL if at < filled else _EMPTY for at in range(width)]
    return tuple(Run(cell, "bold" if cell == _MARK else "$accent" if cell == _FULL else "$quiet") for cell in cells)


# -- review --------------------------------------------------------------------------------------------------------


def write_forecast(view: ProgressView, writer: Writer) -> None:
    """How many questions come back on each of the days to come."""
    words = writer.words
    whole = sum(one.due for one in view.forecast)
    note = words.ngettext("{count} question", "{count} questions", whole)
    writer.heading(words._("What comes back, the next {count} days", count=len(view.forecast)), note)
    if not whole:
        writer.say(words._("Nothing is planned: questions come back once you have answered them."), "$quiet")
        return
    labels = [words._("today"), words._("tomorrow")]
    labels += [weekday_and_day(date.fromisoformat(one.day), words.language) for one in view.forecast[2:]]
    writer.add(rows([(clean(label), one.due) for label, one in zip(labels, view.forecast, strict=True)], writer.width))
    if view.exam_date:
        writer.blank()
        taken = day(date.fromisoformat(view.exam_date), words.language)
        writer.say(words._("Nothing is put off past the day before your exam on {day}.", day=taken), "$quiet")
