"""Entries of *Today*: steps, units and last attempts in words. No dates or decimals: they would import Babel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from trainer.flows.words import readiness_words
from trainer.kernel.problems import N_
from trainer.tui.widgets.menu import Entry

if TYPE_CHECKING:
    from trainer.flows.today import Step, TodayView, UnitProgress
    from trainer.i18n.catalogue import Translator

BETWEEN = " · "
#: Items of one review; ``flows.due`` says the same, and the first paint does not wait for it.
REVIEW_SIZE = 20
_STEPS = {
    "resume_exam": N_("Go on with: {title}"),
    "resume_practice": N_("Go on with the practice: {title}"),
    "resume_exercise": N_("Go on with the exercise: {title}"),
    "practice": N_("Practise: {title}"),
}


def step_entry(step: Step, words: Translator) -> Entry:
    """A thing to do next."""
    title = words.text(step.title)
    if step.kind == "due":
        shown = words.ngettext("Review {count} question", "Review {count} questions", step.detail["due"])
        return Entry(f"due:{step.target}", shown, BETWEEN.join(_step_detail(step, words)))
    if step.kind == "lesson":
        template = N_("Go on with the lesson: {title}") if step.detail["begun"] else N_("Begin the lesson: {title}")
    else:
        template = _STEPS.get(step.kind, "{title}")
    shown = words._(template, title=title)
    return Entry(f"{step.kind}:{step.target}", shown, BETWEEN.join(_step_detail(step, words)))


def _step_detail(step: Step, words: Translator) -> list[str]:
    detail = step.detail
    match step.kind:
        case "resume_exam" | "resume_practice":
            return [words._("{answered} of {items} questions answered", **_of(detail, "answered", "items"))]
        case "resume_exercise":
            counts = (
                words._("it counts, and its clock runs on") if detail["mode"] == "assessed" else words._("practice")
            )
            return [counts, words.ngettext("{count} step taken", "{count} steps taken", detail["answered"])]
        case "lesson":
            where = words._("page {page} of {pages}", page=detail["page"] + 1, pages=detail["pages"])
            minutes = minutes_words(detail["minutes"], words)
            return [where if detail["begun"] else minutes, words.text(detail["module"])]
        case "practice":
            return [items_words(detail["items"], words)]
        case "due":
            many = detail["due"] > REVIEW_SIZE
            return [words._("due today, {count} at a time", count=REVIEW_SIZE) if many else words._("due today")]
        case "exam":
            return [items_words(detail["items"], words), minutes_words(detail["minutes"], words)]
    return []


def _of(detail: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: detail[name] for name in names}


def steps_note(view: TodayView, words: Translator) -> str:
    """When the next review is due, and where the modules are that no step is of; empty where neither is so."""
    more = words.ngettext("{count} more module in the catalogue", "{count} more modules in the catalogue", view.more)
    said = (next_due_words(view.next_due, words), more if view.more else "")
    return BETWEEN.join(part for part in said if part)


def next_due_words(days: int, words: Translator) -> str:
    """When the next review is due; empty where nothing is planned."""
    if not days:
        return ""
    if days == 1:
        return words._("next review tomorrow")
    return words.ngettext("next review in {count} day", "next review in {count} days", days)


def items_words(count: int, words: Translator) -> str:
    """A number of questions."""
    return words.ngettext("{count} question", "{count} questions", count)


def minutes_words(count: int, words: Translator) -> str:
    """A number of minutes."""
    return words.ngettext("{count} minute", "{count} minutes", count)


def unit_entry(unit: UnitProgress, words: Translator) -> Entry:
    """A unit with how far its lessons are."""
    detail = [words._("{done} of {lessons} lessons", done=unit.lessons_done, lessons=unit.lessons)]
    if unit.items:
        detail.append(words._("{right} of {items} questions", right=unit.items_right, items=unit.items))
    if unit.modules_missing:
        missing = words.ngettext(
            "{count} module in preparation", "{count} modules in preparation", unit.modules_missing
        )
        detail.append(missing)
    else:
        detail.append(words._(readiness_words(unit.readiness)))
    return Entry(f"unit:{unit.id}", words.text(unit.title), BETWEEN.join(detail), bar=(unit.lessons_done, unit.lessons))


def recent_entry(row: Mapping[str, Any], now: float, words: Translator) -> Entry:
    """A finished attempt: passed or not, points, how long ago."""
    title = words.text(row["title"])
    most = row.get("maximum") or row["items"]  # without the answers that wait for an assessor
    points = words._("{points} of {items} points", points=halves(Fraction(row["points"])), items=most)
    detail = [points, ago(float(row["submitted_at"]), now, words)]
    if row["kind"] == "exercise":
        return _played_entry(row, title, detail, words)
    if row["kind"] == "practice":
        return Entry(f"review:{row['id']}", words._("Practice: {title}", title=title), BETWEEN.join(detail), "●")
    if row["passed"] is None:
        return Entry(f"result:{row['id']}", title, BETWEEN.join(detail), "●")
    passed = words._("passed") if row["passed"] else words._("not passed")
    sign, style = ("✓", "$success") if row["passed"] else ("✗", "$error")
    return Entry(f"result:{row['id']}", title, BETWEEN.join([passed, *detail]), sign, style)


def _played_entry(row: Mapping[str, Any], title: str, detail: list[str], words: Translator) -> Entry:
    """An exercise that is over; what could not be replayed has no verdict."""
    mode = words._("it counts") if row["mode"] == "assessed" else words._("practice")
    entry, shown = f"exercise_result:{row['id']}", words._("Exercise: {title}", title=title)
    if row["passed"] is None:
        return Entry(entry, shown, BETWEEN.join([mode, *detail]), "●")
    passed = words._("passed") if row["passed"] else words._("not passed")
    sign, style = ("✓", "$success") if row["passed"] else ("✗", "$error")
    return Entry(entry, shown, BETWEEN.join([passed, mode, *detail]), sign, style)


def halves(points: Fraction) -> str:
    """Points rounded down to a half: ``15½``."""
    whole, rest = divmod(points, 1)
    return f"{whole}½" if rest >= Fraction(1, 2) else str(whole)


def ago(at: float, now: float, words: Translator) -> str:
    """How many days ago, by the calendar of this machine."""
    days = (date.fromtimestamp(now) - date.fromtimestamp(at)).days
    if days <= 0:
        return words._("today")
    if days == 1:
        return words._("yesterday")
    return words.ngettext("{count} day ago", "{count} days ago", days)
