"""A place of work being set up: what is set, what was tested, what came up, and the breaks of the day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from trainer.exercises.assertions.holds import holds
from trainer.exercises.assertions.marking import assess
from trainer.exercises.composing import Phrase
from trainer.exercises.marks import Assessment
from trainer.exercises.play import Comment, Moment, Move, MoveRefused, Play
from trainer.exercises.workstation import incidents
from trainer.exercises.workstation.parts import Incident, Reading, Setting
from trainer.exercises.workstation.says import FUNCTIONS
from trainer.exercises.workstation.timeline import Break
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.kinds.workstation import Workstation
    from trainer.exercises.workstation.shown import SetupView


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup(Play):
    """``answers`` are the latest by device and test; ``due`` and ``open_since`` tell of incidents by id."""

    workstation: Workstation
    values: Mapping[str, int | str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[tuple[str, str], LocalText] = field(default_factory=dict)
    due: Mapping[str, float] = field(default_factory=dict)
    open_since: Mapping[str, float] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()
    breaks: tuple[Break, ...] = ()
    seen: tuple[str, ...] = ()
    on_screen: str = ""
    finished: bool = False

    @property
    def exercise(self) -> Workstation:
        return self.workstation

    @property
    def over(self) -> bool:
        return self.finished

    def seconds_of(self, moment: int) -> float:
        """When a moment was, in seconds of the attempt."""
        return self.moments[moment].at

    def moves(self) -> Sequence[Move]:
        from trainer.exercises.workstation.moves import moves

        return moves(self)

    def apply(self, move: Move, at: float) -> tuple[Setup, tuple[Moment, ...]]:
        from trainer.exercises.workstation.acts import ACTS

        if self.over:
            raise MoveRefused(N_("The exercise is over."))
        if move.do not in ACTS:
            raise MoveRefused(N_("This cannot be done at a workstation."))
        setup = incidents.follow(ACTS[move.do](self.advance(at), move))
        return setup, setup.moments[len(self.moments) :]

    def advance(self, at: float) -> Setup:
        return incidents.advance(self, at)

    def view(self) -> SetupView:
        from trainer.exercises.workstation.view import setup_view

        return setup_view(self)[0]

    def read(self, sent: Move) -> Move:
        from trainer.exercises.workstation.reading import read

        return read(self, sent)

    def hint(self, name: str) -> LocalText:
        from trainer.exercises.workstation.reading import hint

        return hint(self, name)

    def used(self) -> Mapping[str, LocalText]:
        """Articles that were opened, devices that were tested or handled, reports that were sent."""
        names = {name for moment in self.moments for name in moment.names[1:2]}
        work = self.workstation
        titles = {article.id: article.title for article in work.articles}
        titles |= {device.id: device.title for device in work.devices}
        titles |= {report.id: report.title for report in work.reports}
        return {id: title for id, title in titles.items() if id in names}

    def assess(self) -> Assessment:
        return assess(self, self.workstation.criteria, FUNCTIONS, self.workstation.passive)

    def comments(self) -> tuple[Comment, ...]:
        """What is said of phrases that were written and of acts that were done."""
        found = []
        for moment in self.moments:
            texts = tuple(text for text in self._comments_of(moment) if text is not None)
            if texts:
                found.append(Comment(moment.number, texts))
        return tuple(found)

    def _comments_of(self, moment: Moment) -> list[LocalText | None]:
        match moment.names:
            case ("acted", device, act):
                return [one.comment for one in self.workstation.device_of[device].acts if one.id == act]
            case ("did", incident, act):
                return [one.comment for one in self.workstation.incident_of[incident].acts if one.id == act]
        return [phrase.comment for phrase in self.phrases_of(moment)]

    def phrases_of(self, moment: Moment) -> list[Phrase]:
        """The phrases a report was composed of."""
        if moment.names[:1] != ("reported",):
            return []
        report = self.workstation.report_of[moment.names[1]]
        return [phrase for _, phrase in report.phrases() if phrase.id in moment.names[2:]]

    def holds(self, line: str) -> tuple[bool, tuple[int, ...]]:
        """Whether an assertion is true now, and the moments it spoke of."""
        return holds(line, FUNCTIONS, self)

    def possible(self, phrase: Phrase) -> bool:
        """Whether a phrase can be written now."""
        return phrase.when is None or self.holds(phrase.when)[0]

    def with_moment(self, kind: str, text: LocalText, *names: str, spoken: bool = False) -> Setup:
        """The setup after something more has happened; ``names`` are what assertions know it by."""
        moment = Moment(len(self.moments), self.at, kind, text, spoken, names)
        return replace(self, moments=(*self.moments, moment))

    def value_of(self, setting: Setting) -> int | str:
        """What a setting is set to."""
        return self.values.get(setting.id, setting.start)

    def measure(self, reading: Reading) -> int:
        """What a reading comes to."""
        return reading.plus + sum(factor * self._counts(name) for name, factor in reading.of.items())

    def _counts(self, name: str) -> int:
        setting = self.workstation.setting_of[name]
        value = self.value_of(setting)
        if isinstance(value, int):
            return value
        return next(option.value for option in setting.options if option.id == value)

    def open_incidents(self) -> list[Incident]:
        """Incidents that have come up and are not over."""
        return [one for one in self.workstation.incidents if one.id in self.open_since and one.id not in self.ended]


def begin(workstation: Workstation, seed: str, spoken: str) -> Setup:
    """The place of work as it is found. ``ValueError`` in a language it is not offered in."""
    if spoken not in workstation.spoken:
        raise ValueError(f"not offered in {spoken}")
    due = {one.id: one.arrives.minutes * 60.0 for one in workstation.incidents if one.arrives.after is None}
    states = {device.id: device.start for device in workstation.devices}
    setup = Setup(seed, spoken, workstation=workstation, states=states, due=due)
    return incidents.follow(incidents.advance(setup, 0.0))
