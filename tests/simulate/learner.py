"""``python -m tests.simulate.learner --days 90 --seed N``: a learner's weeks in minutes, checked every evening.

What the program says is due, mastered and to come must be what fsrs and the written-out sums make of the journals; and
what is exported, erased and brought back must be the same again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.fakes.clock import FakeClock
from tests.simulate.person import Person
from tests.simulate.replay import Replay, due_dates, forecast
from trainer.content.locate import shipped_root
from trainer.flows.due import FORECAST_DAYS, due_view
from trainer.flows.home import HomeFlow
from trainer.flows.moving import export_everything, import_learner
from trainer.flows.progress import progress_view
from trainer.flows.settings import SettingsFlow
from trainer.flows.workspace import Workspace
from trainer.kernel.days import from_iso_day
from trainer.progress.disk import Disk
from trainer.progress.learners import erase_learner
from trainer.progress.locations import find_locations

Say = Callable[[str], None]
QUALIFICATION = "abr"


class QuickDisk(Disk):
    """No waiting for a device: nothing here dies."""

    def sync(self, descriptor: int) -> None: ...

    def sync_folder(self, folder: Path) -> None: ...


class Differs(AssertionError):
    """The program says something else than the replay."""


class Simulation:
    """One learner in a home of their own; every day is a new run of the program."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.clock = FakeClock(wall=datetime(2026, 1, 7, 7, 0, tzinfo=UTC))
        self.person = Person(f"learner-{seed}", self.clock)
        self.groups: list[set[str]] = _equal_statements()
        self.exam: date | None = None
        self._workspace: Workspace | None = None
        self.open().create_learner("Maria Rossi", "it", "en", QUALIFICATION)

    @property
    def workspace(self) -> Workspace:
        return self._workspace or self.open()

    def open(self) -> Workspace:
        """A new run of the program."""
        self.close()
        self._workspace = Workspace(find_locations(str(self.home)), self.clock, QuickDisk())
        self._workspace.choose_learner(None)
        return self._workspace

    def close(self) -> None:
        if self._workspace:
            self._workspace.close()
            self._workspace.catalogue.close()

    def run(self, days: int, say: Say) -> None:
        """Live through these days, check each evening and each following morning, then move house."""
        for number in range(days):
            self.clock.wait(86_400 - self.clock.now().timestamp() % 86_400 + 7 * 3600)
            self.open()
            self._plan_exam(number, days)
            self.check(f"day {number + 1}, morning")
            self.person.day(self.workspace)
            self.check(f"day {number + 1}, evening")
            if number % 10 == 9:
                say(f"day {number + 1}: {self._summary()}")
        self.check_move()
        say(f"{days} days: {self._summary()}")
        say(", ".join(f"{what} {count}" for what, count in sorted(self.person.did.items())))

    def _summary(self) -> str:
        view = progress_view(self.workspace)
        return f"{view.answers} answers, {len(self.workspace.store.cards())} cards, {view.due} due"

    def _plan_exam(self, number: int, days: int) -> None:
        """The exam is set after a third of the time, for two thirds of it."""
        if number == days // 3:
            self.exam = self._today() + timedelta(days=max(2, days // 3))
            SettingsFlow(self.workspace).set_exam_date(self.exam.isoformat())

    def _today(self) -> date:
        moment = self.clock.now().astimezone()
        return moment.date()

    # -- checks --------------------------------------------------------------------------------------------------

    def check(self, when: str) -> None:
        """Cards, due counts, forecast, mastery and days against the replay. Raises :class:`Differs`."""
        replay, workspace, today = Replay(self.workspace.store.folder), self.workspace, self._today()
        cards, kept = replay.cards(), workspace.store.cards()
        _same(
            when, "cards",
            {item: (c.stability, c.difficulty, c.last_day, c.due_day) for item, c in kept.items()},
            {item: (c.stability, c.difficulty, from_iso_day(str(c.last)), from_iso_day(str(c.due)))
             for item, c in cards.items()},
        )  # fmt: skip
        dates = due_dates(cards, today, self.exam)
        expected = forecast(dates, self._shown(), today, FORECAST_DAYS)
        view, home = due_view(workspace), HomeFlow(workspace).view
        _same(when, "forecast", [day.due for day in view.forecast], expected)
        _same(when, "due", (view.due, home.due if home else None), (expected[0], expected[0]))
        self._check_progress(when, replay, expected)

    def _check_progress(self, when: str, replay: Replay, expected: list[int]) -> None:
        view, mastery = progress_view(self.workspace), replay.mastery(self.groups)
        _same(when, "answers", (view.answers, view.right),
              (len(replay.answers), sum(given.points == 1 for given in replay.answers)))  # fmt: skip
        _same(when, "due in progress", (view.due, [day.due for day in view.forecast]), (expected[0], expected))
        for line in view.statements:
            if abs(line.value - mastery.get(line.id, 0.0)) > 1e-9:
                raise Differs(f"{when}: mastery of {line.id} is {line.value}, {mastery.get(line.id, 0.0)} by the sum")
        by_day: dict[str, int] = {}
        for given in replay.answers:
            by_day[given.day.isoformat()] = by_day.get(given.day.isoformat(), 0) + 1
        _same(when, "days", {d.day: d.answers for d in view.days if d.answers},
              {day: count for day, count in by_day.items() if day >= view.days[0].day})  # fmt: skip

    def _shown(self) -> set[str]:
        """The items the learner may meet in practice today, from all pools."""
        workspace = self.workspace
        modules = [row.slug for row in workspace.catalogue.modules()]
        own = workspace.jurisdictions()
        return {row.id for row in workspace.catalogue.pool(modules, own, ("practice", "both"), workspace.today())}

    def check_move(self) -> None:
        """Export, erase, bring back: everything is the same. Raises :class:`Differs`."""
        workspace, learner = self.workspace, self.workspace.learner or ""
        before, files = self._everything(), _files(workspace.store.folder)
        target = self.home.parent / "moving.zip"
        export_everything(workspace, learner, target)
        erase_learner(workspace.locations, learner)
        if workspace.locations.learner(learner).exists():
            raise Differs("something is left after erasing")
        import_learner(self.open(), target)
        self.open()
        for name, found in self._everything().items():
            _same("after moving", name, found, before[name])
        _same("after moving", "journals and papers", _files(self.workspace.store.folder), files)
        self.check("after moving")

    def _everything(self) -> dict[str, Any]:
        store = self.workspace.store
        return {
            "profile": store.profile(), "settings": store.settings(), "attempts": store.attempts(),
            "lessons": sorted(store.lessons(), key=lambda lesson: (lesson.module, lesson.lesson)),
            "items": store.item_history(), "answers": dict(store.answers()), "cards": dict(store.cards()),
            "time": store.study_seconds(), "progress": asdict(progress_view(self.workspace)),
        }  # fmt: skip


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.parent.name in ("attempts", "papers")}


def _equal_statements() -> list[set[str]]:
    plan = yaml.safe_load((shipped_root() / "courses" / "coverage.yaml").read_text(encoding="utf-8"))
    return [set(group) for group in plan["same_as"]]


def _same(when: str, what: str, found: Any, expected: Any) -> None:
    if found != expected:
        pairs = enumerate(zip(found, expected, strict=False)) if isinstance(found, list) else ()
        if isinstance(found, dict):
            pairs = ((key, (found.get(key), expected.get(key))) for key in {**found, **expected})
        unlike = [f"{place}: {one}\n   is {other}" for place, (one, other) in pairs if one != other][:3]
        raise Differs("\n  ".join([f"{when}: {what}", *(unlike or [f"{found}", f"is {expected}"])]))


def main() -> int:
    """Simulate and say how it went."""
    parser = argparse.ArgumentParser(description="A simulated learner, checked every day against a replay with fsrs.")
    parser.add_argument("--days", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="trainer-simulation-") as folder:
        simulation = Simulation(Path(folder) / "home", options.seed)
        try:
            simulation.run(options.days, print)
        except Differs as difference:
            print(difference, file=sys.stderr)
            return 1
        finally:
            simulation.close()
    print("What the program says is what the replay gives, every day; export, erase and import changed nothing.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
