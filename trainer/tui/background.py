"""The one place that starts work outside the event loop: whatever may take over 10 ms.

One task runs at a time, because store and catalogue are made for one caller.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Lock

from textual.dom import DOMNode
from textual.message import Message

from trainer.kernel.problems import Problem

_LANE = Lock()


@dataclass
class Finished(Message):
    """A task is done; ``name`` as given, ``result`` what it returned."""

    name: str
    result: object


@dataclass
class Failed(Message):
    """A task was refused; nothing else may be wrong with the program."""

    name: str
    problem: Problem


def in_background(node: DOMNode, name: str, task: Callable[[], object]) -> None:
    """Run ``task`` in a thread; ``node`` is posted :class:`Finished` or :class:`Failed`.

    Any other exception ends the program as a crash. Closing a screen does not stop its task, only its message.
    """
    node.run_worker(partial(_run, node, name, task), name=name, group="background", thread=True)


def _run(node: DOMNode, name: str, task: Callable[[], object]) -> None:
    try:
        with _LANE:
            result = task()
    except Problem as problem:
        node.post_message(Failed(name, problem))
    else:
        node.post_message(Finished(name, result))
