"""Older stores brought to the present format, one step a version. The old file is kept beside the new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tree = dict[str, dict[str, Any]]


def _answers_and_cards(tree: Tree) -> Tree:
    """Format 2 keeps answers and review cards; recovery derives them from the journals."""
    return tree


def _page_marks_and_comfort(tree: Tree) -> Tree:
    """Format 3 keeps bookmarks and notes, and settings for more time and less motion; nothing is asked of anybody."""
    comfort = {"extra_time": 0, "reduced_motion": False}
    settings = {number: {**comfort, **row} for number, row in tree.get("settings", {}).items()}
    return {**tree, "settings": settings} if settings else tree


#: By the format they start from.
STEPS: dict[int, Callable[[Tree], Tree]] = {1: _answers_and_cards, 2: _page_marks_and_comfort}


def migrated(tree: Tree, version: int, wanted: int) -> Tree:
    """The tables of a store of format ``version`` as format ``wanted`` has them."""
    for step in range(version, wanted):
        tree = STEPS[step](tree)
    return tree
