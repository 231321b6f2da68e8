"""The one place that starts work outside the event loop: whatever may take over 10 ms.

Tasks run one at a time and all in the same thread: store and catalogue are made for one caller, and yaml-rs 0.1.6 ends
the process with a segmentation fault when several short-lived threads use it one after the other.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from textual.dom import DOMNode
from textual.message import Message

from trainer.kernel.problems import Problem

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor


@cache
def _lane() -> ThreadPoolExecutor:
    """Made when the first task comes, which is after the first paint."""
    from concurrent.futures import ThreadPoolExecutor

    # A task that imports or reads keeps the interpreter for 5 ms at a time, and each key waits for it several times.
    sys.setswitchinterval(0.0005)

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")


class Finished(Message):
    """A task is done; ``name`` as given, ``result`` what it returned."""

    def __init__(self, name: str, result: object) -> None:
        super().__init__()
        self.name, self.result = name, result


class Failed(Message):
    """A task was refused; nothing else may be wrong with the program."""

    def __init__(self, name: str, problem: Problem) -> None:
        super().__init__()
        self.name, self.problem = name, problem


def in_background(node: DOMNode, name: str, task: Callable[[], object]) -> None:
    """Run ``task`` in the background thread; ``node`` is posted :class:`Finished` or :class:`Failed`.

    Any other exception ends the program as a crash. Closing a screen does not stop its task, only its message.
    """
    node.run_worker(_run(node, name, task), name=name, group="background")


async def _run(node: DOMNode, name: str, task: Callable[[], object]) -> None:
    try:
        result = await asyncio.get_running_loop().run_in_executor(_lane(), task)
    except Problem as problem:
        node.post_message(Failed(name, problem))
    else:
        node.post_message(Finished(name, result))
