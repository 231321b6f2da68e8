"""The one place that starts work outside the event loop: whatever may take over 10 ms.

Tasks run one at a time and all in the same thread: store and catalogue are made for one caller, and yaml-rs 0.1.6 ends
the process with a segmentation fault when several short-lived threads use it one after the other.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from textual.dom import DOMNode
from textual.message import Message

from trainer.kernel.problems import Problem

_LANE = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")


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
    """Run ``task`` in the background thread; ``node`` is posted :class:`Finished` or :class:`Failed`.

    Any other exception ends the program as a crash. Closing a screen does not stop its task, only its message.
    """
    node.run_worker(_run(node, name, task), name=name, group="background")


async def _run(node: DOMNode, name: str, task: Callable[[], object]) -> None:
    try:
        result = await asyncio.get_running_loop().run_in_executor(_LANE, task)
    except Problem as problem:
        node.post_message(Failed(name, problem))
    else:
        node.post_message(Finished(name, result))
