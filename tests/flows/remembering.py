"""Playing practices to the end, and looking at what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import start_practice
from trainer.memory.cards import Card
from trainer.memory.upkeep import rebuilt_cards

DAY = 86_400


def play(flow: PracticeFlow, rights: Iterable[bool] | Mapping[str, bool], clock: FakeClock) -> list[str]:
    """Answer item after item, right or wrong in turn (or by item; others right), a minute each; what was answered."""
    items = drawn(flow)
    by_item = dict(rights) if isinstance(rights, Mapping) else dict(zip(items, rights, strict=False))
    while flow.previous():
        pass
    done = []
    for item in items:
        if item in by_item or isinstance(rights, Mapping):
            answer(flow, right=by_item.get(item, True))
            clock.wait(60)
            flow.confirm()
            done.append(item)
        flow.next()
    return done


def practised(
    workspace: TinyWorkspace, clock: FakeClock, rights: Iterable[bool] | Mapping[str, bool], module: str = "greeting"
) -> PracticeFlow:
    """A practice over a module, finished."""
    flow = start_practice(workspace, module, seed="1")
    play(flow, rights, clock)
    flow.finish()
    return flow


def drawn(flow: PracticeFlow) -> list[str]:
    """The items of a practice, in order."""
    return [item.id for item in flow._running.paper.items]


def cards(workspace: TinyWorkspace) -> Mapping[str, Card]:
    """The cards kept; they are always what a rebuild from the answers kept would give."""
    kept = workspace.store.cards()
    assert dict(kept) == rebuilt_cards(workspace.store.answers())
    return kept
