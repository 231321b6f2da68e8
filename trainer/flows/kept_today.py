"""*Today* as it was last worked out, kept so that the next start need not open the compiled content to show it.

The file says what it was made from: the content files, the learner's store, the day, and the shape of the view. It is
believed only when all of them are the same; deleting it costs ten milliseconds at the next start.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.flows.today import Step, TodayView, UnitProgress
from trainer.kernel.problems import Problem
from trainer.progress.disk import write_whole

if TYPE_CHECKING:
    from trainer.progress.disk import Disk

KEPT_FILE = "today.json"
_SHAPE = [TodayView._fields, Step._fields, UnitProgress._fields]


def made_from(glance: Mapping[str, Any], content: str, as_of: str, day: int) -> list[Any]:
    """What a view depends on. ``content`` changes with any content file; the days are those of ``today_view``."""
    return [*map(list, _SHAPE), glance["format"], glance["store"], content, as_of, day]


def kept_view(folder: Path, wanted: list[Any]) -> TodayView | None:
    """The view kept in a learner's folder when it was made from ``wanted``; None otherwise."""
    try:
        data = json.loads((folder / KEPT_FILE).read_bytes())
        if data["from"] != wanted:
            return None
        name, qualification, steps, units, recent, *rest = data["view"]
        made = tuple(Step(*step) for step in steps), tuple(UnitProgress(*unit) for unit in units)
        return TodayView(name, qualification, *made, tuple(recent), *rest)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def keep_view(disk: Disk, folder: Path, wanted: list[Any], view: TodayView) -> None:
    """Keep a view. It is only a convenience: failing to write it loses nothing."""
    if kept_view(folder, wanted) is not None:
        return
    raw = json.dumps({"from": wanted, "view": view}, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(Problem, OSError):
        write_whole(disk, folder / KEPT_FILE, raw)
