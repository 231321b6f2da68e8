"""What screens with items or pages are made of, loaded in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from trainer.kernel.record import Record

if TYPE_CHECKING:
    from trainer.flows.titles import Titles
    from trainer.flows.workspace import Workspace


class Loaded(Record):
    """A flow, the languages its texts are shown in, names of lessons and statements, whether clocks are hidden.

    ``due`` says how many items are due for review now.
    """

    flow: Any
    languages: tuple[str, ...]
    titles: Titles
    clock_hidden: bool
    due: Callable[[], int] = int


def loaded(workspace: Workspace, flow: Any) -> Loaded:
    """What the learner's profile and settings add to a flow."""
    from trainer.flows.titles import Titles

    settings = workspace.store.settings()
    return Loaded(
        flow, languages_of(workspace), Titles(workspace.catalogue), settings.clock_hidden, partial(_due, workspace)
    )


def languages_of(workspace: Workspace) -> tuple[str, ...]:
    """The languages a learner reads in, the preferred one first."""
    profile = workspace.profile()
    return tuple(dict.fromkeys((profile.language, profile.second_language)))


def _due(workspace: Workspace) -> int:
    """How many items are due for review."""
    from trainer.flows.due import schedule

    return len(schedule(workspace).due())
