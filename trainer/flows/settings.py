"""Changing who one is to the program: languages, qualification, appearance."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.home import QualificationChoice
from trainer.flows.workspace import Workspace


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What is set now; ``folder`` is where everything about the learner lies."""

    name: str
    language: str
    second_language: str
    qualification: str
    qualifications: tuple[QualificationChoice, ...]
    theme: str
    clock_hidden: bool
    folder: str


class SettingsFlow:
    """Each change is saved when it is made."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def view(self) -> SettingsView:
        workspace = self._workspace
        profile, settings = workspace.profile(), workspace.store.settings()
        choices = tuple(QualificationChoice(q.id, q.title, q.issuer) for q in workspace.catalogue.qualifications())
        return SettingsView(
            profile.name, profile.language, profile.second_language, profile.qualification, choices,
            settings.theme, settings.clock_hidden, str(workspace.store.folder),
        )  # fmt: skip

    def speak_also(self, language: str) -> None:
        """Another second language; the first one again means none."""
        self._workspace.change_profile(second_language=language)

    def learn(self, qualification: str) -> None:
        """Another qualification: what is studied and answered stays."""
        self._workspace.change_profile(qualification=qualification)

    def hide_clock(self, hidden: bool) -> None:
        """Whether exams begin with the clock hidden."""
        self._workspace.change_settings(clock_hidden=hidden)
