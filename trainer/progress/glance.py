"""A small derived file so that the first screen needs neither TinyDB nor the whole store.

It says which store it was made from (size, modification time and inode); when that no longer fits it is not believed.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.kernel.problems import Problem
from trainer.progress.disk import write_whole

if TYPE_CHECKING:
    from trainer.progress.store import LearnerStore

FORMAT = 3
GLANCE_FILE = "glance.json"
#: How many of the attempts that are over it tells.
RECENT = 5
_PARTS = {"profile", "settings", "lessons", "running", "recent", "answered", "cards"}


def _stamp(folder: Path) -> list[int]:
    stat = (folder / "store.json").stat()
    # The inode too: two writes of one size can fall into one tick of the file system's clock.
    return [stat.st_size, stat.st_mtime_ns, stat.st_ino]


def glance_of(store: LearnerStore) -> dict[str, Any]:
    """The glance of an open store."""
    profile, attempts, history = store.profile(), store.attempts(), store.item_history()
    recent = islice((row for row in attempts if row.submitted_at is not None), RECENT)
    return {
        "format": FORMAT,
        "store": _stamp(store.folder),
        "profile": asdict(profile) if profile else None,
        "settings": asdict(store.settings()),
        "lessons": [asdict(lesson) for lesson in store.lessons()],
        "running": [asdict(row) for row in attempts if row.submitted_at is None],
        "recent": [asdict(row) for row in recent],
        "answered": {key: value.right for key, value in history.items()},
        "cards": store.plans(),
    }


def write_glance(store: LearnerStore) -> None:
    """Derive the glance from the open store. It is only a convenience: failing to write it loses nothing."""
    with contextlib.suppress(Problem, OSError):
        raw = json.dumps(glance_of(store), ensure_ascii=False, separators=(",", ":")).encode()
        write_whole(store.disk, store.folder / GLANCE_FILE, raw)


def read_glance(folder: Path) -> dict[str, Any] | None:
    """The glance of a learner's folder, or None when it is missing, unreadable or not of the present store."""
    try:
        data = json.loads((folder / GLANCE_FILE).read_bytes())
        if data["format"] == FORMAT and data["store"] == _stamp(folder) and data.keys() >= _PARTS:
            return dict(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None
