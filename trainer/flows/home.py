"""What *Today* and the first-run dialogue stand on, opened in steps so that a screen is seen before all is there.

On the way to the first screen: nothing here may import pydantic, TinyDB or the store.
"""

from __future__ import annotations

from typing import Any

from trainer.flows.kept_today import keep_view, kept_view, made_from
from trainer.flows.today import TodayView, today_view
from trainer.flows.workspace import Progress, Workspace
from trainer.kernel.record import Record
from trainer.kernel.text import LocalText


class HomeFlow:
    """*Today* of the chosen learner."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._opened = False

    @property
    def view(self) -> TodayView | None:
        """What can be shown now; None until :meth:`open` was called when content or glance are not ready."""
        glance = self._workspace.glance()
        if not glance or not glance["profile"]:
            return None
        kept = None if self._opened else kept_view(self._workspace.learner_folder, self._made_from(glance))
        return kept or self._worked_out(glance)

    def _made_from(self, glance: dict[str, Any]) -> list[Any]:
        return made_from(glance, self._workspace.content_stamp(), self._workspace.today(), self._workspace.day())

    def _worked_out(self, glance: dict[str, Any]) -> TodayView | None:
        catalogue = self._workspace.catalogue_if_current()
        return today_view(glance, catalogue, self._workspace.today(), self._workspace.day()) if catalogue else None

    @property
    def now(self) -> float:
        """Epoch seconds, for saying how long ago something was."""
        return self._workspace.clock.now().timestamp()

    def open(self, on_progress: Progress | None = None) -> None:
        """Compile the content if need be and open the store. Slow; raises the problem that stands in the way."""
        self._workspace.open_catalogue(on_progress)
        self._workspace.profile()
        self._opened = True
        glance = self._workspace.glance()
        view = self._worked_out(glance) if glance and glance["profile"] else None
        if glance and view:
            keep_view(self._workspace.disk, self._workspace.learner_folder, self._made_from(glance), view)


class QualificationChoice(Record):
    """A qualification one can learn for."""

    id: str
    title: LocalText
    issuer: LocalText


class FirstRunFlow:
    """Making the first learner of this machine."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def qualifications(self) -> tuple[QualificationChoice, ...]:
        """What can be chosen; empty until the content is compiled."""
        catalogue = self._workspace.catalogue_if_current()
        rows = catalogue.qualifications() if catalogue else []
        return tuple(QualificationChoice(row.id, row.title, row.issuer) for row in rows)

    def open(self, on_progress: Progress | None = None) -> None:
        """Compile the content if need be. Slow."""
        self._workspace.open_catalogue(on_progress)

    def create(self, name: str, language: str, second_language: str, qualification: str) -> str:
        """Make the learner and open it; its id. :class:`~trainer.kernel.problems.Refused` without a name.

        Somebody quicker than the content was compiled saw no qualification yet, and gets the first one.
        """
        first = next((choice.id for choice in self.qualifications()), "")
        return self._workspace.create_learner(name, language, second_language, qualification or first)
