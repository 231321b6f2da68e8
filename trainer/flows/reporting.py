"""Reporting a mistake in an item: a short text, kept in a file the learner can give to an instructor by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trainer.assessment.paper import Paper
from trainer.flows.page_notes import tidied
from trainer.flows.workspace import Workspace
from trainer.items.base import Item
from trainer.kernel.clock import iso
from trainer.kernel.problems import N_, InputUnreadable, Refused
from trainer.kernel.text import LocalText
from trainer.progress.disk import Disk, write_whole
from trainer.progress.reports import REPORT_LIMIT, REPORTS_FILE, Report, append_report, read_reports


@dataclass(frozen=True, slots=True)
class Subject:
    """The item a report is about, as it was seen. ``stem`` is for the screen only and empty where it may not be shown.

    ``shown`` are ids by group in the order they stood on screen; ``where`` is practice, exam or lesson.
    """

    item: str
    module: str
    revision: int
    content_version: str
    language: str
    where: str
    shown: Mapping[str, Sequence[str]]
    stem: LocalText


def subject_of(
    item: Item, order: Mapping[str, Sequence[str]], module: str, language: str, where: str, version: str
) -> Subject:
    """A report's subject; ids only, whatever the item holds."""
    shown = {group: tuple(ids) for group, ids in order.items()}
    return Subject(item.id, module, item.revision, version, language, where, shown, dict(item.stem))


def subject_on_paper(paper: Paper, position: int, language: str, where: str) -> Subject:
    """The item at ``position`` of a frozen paper."""
    frozen, item = paper.items[position], paper.item(position)
    return subject_of(item, frozen.order, frozen.module, language, where, paper.content_version)


@dataclass(frozen=True, slots=True)
class ReportView:
    """What is said beside the field: ``file`` is where reports are kept, ``name`` what the learner may sign with."""

    stem: LocalText
    item: str
    file: str
    name: str
    limit: int


class ReportFlow:
    """One report in the making."""

    def __init__(self, workspace: Workspace, subject: Subject) -> None:
        self._workspace, self._subject = workspace, subject
        file = workspace.store.folder / REPORTS_FILE
        self.view = ReportView(subject.stem, subject.item, str(file), workspace.profile().name, REPORT_LIMIT)

    def send(self, text: str, *, signed: bool = False) -> None:
        """Keep the report; the learner's name is in it only when ``signed``. :class:`Refused` without a text."""
        said, subject = tidied(text, REPORT_LIMIT), self._subject
        if not said:
            raise Refused(N_("Write what is wrong with this question."))
        workspace = self._workspace
        report = Report(
            iso(workspace.clock.now()), subject.item, subject.module, subject.revision, subject.content_version,
            subject.language, subject.where, said, {group: list(ids) for group, ids in subject.shown.items()},
            self.view.name if signed else "",
        )  # fmt: skip
        append_report(workspace.store.folder, report, workspace.disk)


@dataclass(frozen=True, slots=True)
class Written:
    """What was handed over: ``reports`` in ``file``; ``source`` is where they are kept; lines that were no report."""

    file: Path
    source: Path
    reports: int
    unreadable: int


def write_reports(folder: Path, target: Path) -> Written:
    """Copy a learner's reports to a file of its own. :class:`Refused` when it exists or there is no report."""
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    found, unreadable = read_reports(folder)
    if not found:
        raise Refused(N_("There is no report of a mistake yet."))
    if not target.absolute().parent.is_dir():
        raise InputUnreadable(N_("There is no folder for {file}."), file=target)
    write_whole(Disk(), target.absolute(), (folder / REPORTS_FILE).read_bytes())
    return Written(target, folder / REPORTS_FILE, len(found), unreadable)
