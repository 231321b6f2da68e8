"""A learner's data as four CSV files (RFC 4180) for a spreadsheet: responses, attempts, mastery, reviews.

UTF-8, a header row, ISO dates in UTC, a point in decimals, empty for nothing. A cell a spreadsheet would take for a
formula gets an apostrophe in front. The columns are version 1: none is renamed or moved, new ones come last.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.assessment.attempt import AttemptState, replay
from trainer.assessment.paper import Paper
from trainer.flows.due import exam_day
from trainer.flows.progress import share_of
from trainer.flows.running import journal_path
from trainer.flows.standing import own_statements, statement_mastery
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import iso_moment
from trainer.kernel.days import iso_day
from trainer.kernel.problems import N_, InputUnreadable, Problem, Refused
from trainer.memory.answers import Answer
from trainer.memory.mastery import Mastery
from trainer.memory.schedule import Plan, due_day
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.rows import AttemptRow

VERSION = 1

#: What makes a spreadsheet run a cell instead of showing it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

COLUMNS: dict[str, tuple[str, ...]] = {
    "responses.csv": ("attempt", "mode", "position", "item", "revision", "module", "lesson", "statements", "response",
                      "points", "right", "certainty", "answered_at", "day"),
    "attempts.csv": ("attempt", "kind", "mode", "subject", "started_at", "submitted_at", "reason", "items", "answered",
                     "points", "maximum", "share", "pass_mark", "passed", "seconds"),
    "mastery.csv": ("statement", "unit", "part", "mastery", "answers", "reason"),
    "reviews.csv": ("item", "revision", "due", "last_answered", "stability_days", "difficulty", "answers", "lapses"),
}  # fmt: skip

Row = Sequence[object]


def write_csv(workspace: Workspace, folder: Path) -> list[Path]:
    """Write the four files of the open learner into ``folder``, made when missing; the files written.

    :class:`Refused` when one of them exists already, :class:`InputUnreadable` when they cannot be written.
    """
    targets = {name: folder / name for name in COLUMNS}
    try:
        with storage_problems(folder):
            existing = next((path for path in targets.values() if path.exists()), None)
    except Problem as problem:
        raise _cannot_be_written(folder, problem) from None
    if existing:
        raise Refused(N_("{file} exists already; choose another name."), file=existing)
    rows = {
        "responses.csv": _responses(workspace),
        "attempts.csv": map(_attempt, _oldest_first(workspace)),
        "mastery.csv": _mastery(workspace),
        "reviews.csv": _reviews(workspace),
    }
    disk = Disk()
    try:
        with storage_problems(folder):
            make_folder(folder, disk)
        for name, path in targets.items():
            write_whole(disk, path, csv_bytes(COLUMNS[name], rows[name]))
    except Problem as problem:
        raise _cannot_be_written(folder, problem) from None
    return list(targets.values())


def _cannot_be_written(folder: Path, problem: Problem) -> InputUnreadable:
    why = problem.values.get("why") or problem.template.format(**problem.values)
    return InputUnreadable(N_("{file} cannot be written: {why}."), file=folder, why=why)


def csv_bytes(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """A header and rows as RFC 4180 has them: CRLF, quotes doubled, quoted where need be."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> str:
    """Numbers are written as they are; only text can be taken for a formula."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float():
            return f"{value:.6f}".rstrip("0").rstrip(".")
        case _:
            text = str(value)
            return f"'{text}" if text.startswith(_FORMULA) else text


def _oldest_first(workspace: Workspace) -> list[AttemptRow]:
    return sorted(workspace.store.attempts(), key=lambda row: (row.started_at, row.id))


def _attempt(row: AttemptRow) -> Row:
    over = row.submitted_at is not None
    return (
        row.id, row.kind, row.mode, row.subject, iso_moment(row.started_at),
        iso_moment(row.submitted_at) if row.submitted_at is not None else None, row.reason, row.items, row.answered,
        share_of(row) * (row.maximum or row.items) if over else None, row.maximum if over else None,
        share_of(row) if over else None, row.pass_mark, row.passed, row.seconds,
    )  # fmt: skip


def _responses(workspace: Workspace) -> Iterator[Row]:
    """Every answer that counts. What was chosen is read from the journals; a counting exam's stays in the engine."""
    store = workspace.store
    known = store.answers()
    for row in _oldest_first(workspace):
        own = known.get(row.id, ())
        frozen = _frozen(workspace, row) if own else None
        for answer in own:
            yield (
                row.id, row.mode, answer.position + 1, answer.item, answer.revision, *_matter(answer, row, frozen),
                answer.points, answer.right, _certainty(answer), iso_moment(answer.at), iso_day(answer.day),
            )  # fmt: skip


def _frozen(workspace: Workspace, row: AttemptRow) -> tuple[Paper, AttemptState] | None:
    """Paper and state of an attempt; None when they cannot be read any more."""
    store = workspace.store
    try:
        return load_paper(store.papers_folder, row.paper), replay(read_journal(journal_path(store, row.id)).events)
    except Problem:
        return None


def _matter(answer: Answer, row: AttemptRow, frozen: tuple[Paper, AttemptState] | None) -> Row:
    """Module, lesson, statements, and what was answered."""
    if frozen is None:
        return None, None, None, None
    paper, state = frozen
    item = paper.item(answer.position)
    response = state.responses.get(answer.position, {})
    said = "; ".join(f"{group}={'+'.join(values)}" for group, values in response.items() if values)
    return (
        paper.items[answer.position].module, item.lesson, " ".join(item.statements),
        None if row.mode == "counting" else said,
    )  # fmt: skip


def _certainty(answer: Answer) -> str | None:
    return None if answer.sure is None else "sure" if answer.sure else "unsure"


def _mastery(workspace: Workspace) -> Iterator[Row]:
    found: Mapping[str, Mastery] = statement_mastery(workspace)
    for line in own_statements(workspace):
        one = found.get(line.leader, Mastery())
        yield line.row.id, line.row.unit, line.row.part, one.value, one.answers, one.reason


def _reviews(workspace: Workspace) -> Iterator[Row]:
    store = workspace.store
    settings: dict[str, Any] = {"exam_date": store.settings().exam_date}
    revisions, today = workspace.catalogue.revised(), workspace.day()
    for item, card in sorted(store.cards().items()):
        plan = Plan(item, card.revision, card.last_day, card.due_day)
        due = due_day(plan, today, exam_day(settings), revisions.get(item))
        yield (
            item, card.revision, iso_day(due), iso_day(card.last_day), card.stability, card.difficulty, card.answers,
            card.lapses,
        )  # fmt: skip
