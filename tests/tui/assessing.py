"""A register that people have handed in to, on the machine of an instructor who is a learner there too."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from tests.flows.registering import Machine, School, take
from tests.tui.stage import Stage, on_stage
from trainer.tui.messages import OpenScreen

NAMES = ("Anna Rossi", "Bruno Verdi")


def handed_in(folder: Path, *names: str) -> School:
    """A school whose learners have done and handed in everything; the instructor's home is ready."""
    school = School(folder)
    files = [school.finished(name).hand_in(f"{number}.zip").file for number, name in enumerate(names or NAMES)]
    take(school.register(), *files)
    instructor(school).close()
    return school


def instructor(school: School) -> Machine:
    """The instructor's home, as a new run of the program finds it."""
    machine = school.machine("instructor")
    if not machine.learners():
        machine.create_learner("Istruttrice", "it", "en", "dem")
    machine.choose_learner(None)
    machine.open_catalogue()
    return machine


@asynccontextmanager
async def assessing(
    school: School,
    screen: str,
    *,
    size: tuple[int, int] = (120, 40),
    language: str = "en",
    **arguments: Any,
) -> AsyncIterator[Stage]:
    """The program at a screen of the instructor's."""
    machine = instructor(school)
    async with on_stage(machine, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open(screen, **arguments)
        yield stage
    machine.close()


def seen(stage: Stage) -> str:
    """What stands on the screen, in one line."""
    return " ".join(stage.text.split())
