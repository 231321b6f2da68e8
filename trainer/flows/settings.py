"""Changing who one is to the program: languages, qualification, appearance."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.due import exam_day
from trainer.flows.home import QualificationChoice
from trainer.flows.workspace import Workspace
from trainer.i18n.typed_days import read_day
from trainer.kernel.days import from_iso_day, iso_day
from trainer.kernel.problems import N_, Refused


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What is set now; ``folder`` is where everything about the learner lies, ``exam_date`` an ISO date or empty."""

    name: str
    language: str
    second_language: str
    qualification: str
    qualifications: tuple[QualificationChoice, ...]
    theme: str
    clock_hidden: bool
    folder: str
    ask_certainty: bool = True
    exam_date: str = ""
    extra_time: int = 0
    reduced_motion: bool = False


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
            settings.theme, settings.clock_hidden, str(workspace.store.folder), settings.ask_certainty,
            _readable(settings.exam_date), settings.extra_time, settings.reduced_motion,
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

    def ask_certainty(self, ask: bool) -> None:
        """Whether practice asks how sure one is before an answer is confirmed."""
        self._workspace.change_settings(ask_certainty=ask)

    def give_extra_time(self, per_cent: int) -> None:
        """More time in mock exams from now on, never in one that counts: one of ``EXTRA_TIMES`` of ``progress.rows``.

        Raises :class:`Refused` on another number.
        """
        from trainer.progress.rows import EXTRA_TIMES

        if per_cent not in EXTRA_TIMES:
            raise Refused(N_("There is no extra time of {extra} %."), extra=per_cent)
        self._workspace.change_settings(extra_time=per_cent)

    def set_exam_date(self, date: str) -> None:
        """The day of the exam (ISO date), so that nothing is put off past it; empty for none.

        Raises :class:`Refused` on what is no date, or a day that is not to come.
        """
        if date:
            try:
                day = from_iso_day(date)
            except ValueError:
                raise Refused(N_("«{text}» is not a date; write it as 2026-11-21."), text=date) from None
            self._need_future(day)
        self._workspace.change_settings(exam_date=date)

    def read_exam_date(self, typed: str, language: str) -> str:
        """The ISO date that was typed as ``language`` writes dates, empty for none; nothing is kept yet.

        Raises :class:`~trainer.i18n.typed_days.DayAskedBack` on what is no date, :class:`Refused` on a day gone by.
        """
        if not typed.strip():
            return ""
        found = read_day(typed, language).isoformat()
        self._need_future(from_iso_day(found))
        return found

    def _need_future(self, day: int) -> None:
        if day <= self._workspace.day():
            raise Refused(N_("The exam date must be a day to come."))


def _readable(exam_date: str) -> str:
    """An ISO date, or nothing where a store says something else."""
    day = exam_day({"exam_date": exam_date})
    return "" if day is None else iso_day(day)
