"""Answering as a front end does: with tokens of the presented item."""

from __future__ import annotations

from typing import Protocol

from tests.builders import right_response, wrong_response
from trainer.flows.running import RunningAttempt
from trainer.items.controls import PresentedItem


class View(Protocol):
    """What practice and exam views share."""

    @property
    def item(self) -> PresentedItem: ...

    @property
    def position(self) -> int: ...


class Flow(Protocol):
    """What practice and exam flows share."""

    _running: RunningAttempt

    @property
    def view(self) -> View: ...

    def choose(self, group: str, token: str) -> None: ...


def answer(flow: Flow, *, right: bool = True) -> None:
    """Choose every option of a right (or a wrong) answer to the item on screen. Looks at the key, unlike a learner."""
    item = flow._running.item(flow.view.position)
    tokens = item.tokens(flow._running.state.attempt)
    for group, ids in (right_response(item) if right else wrong_response(item)).items():
        for option in ids:
            flow.choose(group, tokens[f"{group}/{option}"])


def first_token(flow: Flow, group: int = 0, option: int = 0) -> tuple[str, str]:
    """Group and token of an option as it stands on screen."""
    shown = flow.view.item.groups[group]
    return shown.name, shown.options[option].token
