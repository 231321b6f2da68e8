"""Answering as a front end does: with tokens of the presented item."""

from __future__ import annotations

from typing import Protocol

from tests.builders import right_response, wrong_response
from trainer.flows.answering import number_language, response_shown
from trainer.flows.running import RunningAttempt
from trainer.items.base import Response
from trainer.items.controls import PresentedItem
from trainer.progress.store import LearnerStore


class View(Protocol):
    """What practice and exam views share."""

    @property
    def item(self) -> PresentedItem: ...

    @property
    def position(self) -> int: ...


class Flow(Protocol):
    """What practice and exam flows share."""

    _running: RunningAttempt
    _store: LearnerStore

    @property
    def view(self) -> View: ...

    def choose(self, group: str, token: str) -> None: ...

    def answer(self, group: str, values: tuple[str, ...]) -> None: ...


def answer(flow: Flow, *, right: bool = True) -> None:
    """Give a right (or a wrong) answer to the item on screen. Looks at the key, unlike a learner."""
    item = flow._running.item(flow.view.position)
    give(flow, right_response(item) if right else wrong_response(item))


def give(flow: Flow, response: Response) -> None:
    """Give this response to the item on screen: choices one by one, orders and texts whole."""
    item = flow._running.item(flow.view.position)
    tokens = item.tokens(flow._running.state.attempt)
    language = number_language(flow._running.state.language, flow._store)
    whole = {*item.sequences(), *item.entries()}
    for name, values in response_shown(item, item.parse(response), tokens, language).items():
        if item.group_of(name, tokens) in whole:
            flow.answer(name, values)
        else:
            for token in values:
                flow.choose(name, token)


def first_token(flow: Flow, group: int = 0, option: int = 0) -> tuple[str, str]:
    """Group and token of an option as it stands on screen."""
    shown = flow.view.item.groups[group]
    return shown.name, shown.options[option].token
