"""Progress as a screen opens it: the view, and writing it down as tables where the learner wants them."""

from __future__ import annotations

from itertools import chain, count
from pathlib import Path

from trainer.flows.progress import ProgressView, progress_view
from trainer.flows.workspace import Workspace
from trainer.kernel.days import iso_day
from trainer.kernel.problems import N_, Refused
from trainer.kernel.text import clean_line


class ProgressFlow:
    """The open learner's progress, and writing it down as tables."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def look(self) -> ProgressView:
        """How far the learner is now."""
        return progress_view(self._workspace)

    def export_folder(self) -> str:
        """Where tables could be written: a folder in the person's own (``~``) that does not exist yet."""
        name = f"trainer-{self._workspace.learner}-{iso_day(self._workspace.day())}"
        names = chain((name,), (f"{name}-{number}" for number in count(2)))
        return f"~/{next(other for other in names if not (_home() / other).exists())}"

    def export(self, folder: str) -> tuple[str, tuple[str, ...]]:
        """Write the tables into ``folder`` (``~`` is the person's own); the whole path, and the files in it.

        :class:`~trainer.kernel.problems.Refused` without a folder or where a file of that name exists.
        """
        from trainer.flows.learner_csv import write_csv

        wanted = clean_line(folder, 1000)
        if not wanted:
            raise Refused(N_("Write where the tables are to be put."))
        target = _folder(wanted)
        return str(target), tuple(path.name for path in write_csv(self._workspace, target))


def _home() -> Path:
    """The person's own folder; where the system knows none, the present one."""
    try:
        return Path.home()
    except RuntimeError:
        return Path()


def _folder(wanted: str) -> Path:
    try:
        return Path(wanted).expanduser().absolute()
    except RuntimeError:
        raise Refused(N_("There is no folder {folder}."), folder=wanted) from None
