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


#: The glance read last, by its file's state: it is asked for several times before the first paint.
_last: tuple[tuple[str, int, int, int], Any] | None = None
#: More than a profile takes; what follows it is not read.
_HEAD_BYTES = 4096


def _parsed(path: Path) -> Any:
    global _last
    stat = path.stat()
    state = (str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino)
    if _last is None or _last[0] != state:
        _last = (state, json.loads(path.read_bytes()))
    return _last[1]


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


def read_profile(folder: Path) -> dict[str, Any] | None:
    """The profile of a glance, read from the beginning of the file: a tenth of the time, for lists of learners.

    None where :func:`read_glance` has to say.
    """
    try:
        head = json.dumps({"format": FORMAT, "store": _stamp(folder)}, separators=(",", ":"))[:-1] + ',"profile":'
        with (folder / GLANCE_FILE).open("rb") as file:
            text = file.read(_HEAD_BYTES).decode(errors="ignore")
        profile = json.JSONDecoder().raw_decode(text, len(head))[0] if text.startswith(head) else None
    except (OSError, ValueError):
        return None
    return profile if isinstance(profile, dict) else None


def read_glance(folder: Path) -> dict[str, Any] | None:
    """The glance of a learner's folder, or None when it is missing, unreadable or not of the present store."""
    try:
        data = _parsed(folder / GLANCE_FILE)
        if data["format"] == FORMAT and data["store"] == _stamp(folder) and data.keys() >= _PARTS:
            return dict(data)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return None
