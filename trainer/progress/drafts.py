"""What an assessor has begun and not confirmed: beside the person's hand-ins, so that erasing the person erases it.

Nothing is decided by a draft. One that cannot be read is as if it were not there.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

from trainer.progress.disk import Disk, storage_problems, write_whole
from trainer.progress.shapes import fits

VERSION = 1


@dataclass(frozen=True, slots=True)
class Draft:
    """Marks and comments by what they are about, notes, and the seconds an oral assessment has taken so far."""

    marks: dict[str, int] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    seconds: int = 0

    def __bool__(self) -> bool:
        return bool(self.marks or self.comments or self.notes)


class Drafts:
    """The drafts of one rater. ``about`` names what a draft is of: a piece of work, or a unit's oral assessment."""

    def __init__(self, folder: Path, disk: Disk, rater: str) -> None:
        self._folder, self._disk = folder / "hand-ins", disk
        self._name = f"draft-{hashlib.sha256(rater.encode()).hexdigest()[:16]}.json"

    def read(self, person: str, about: str) -> Draft:
        """The draft; an empty one where there is none."""
        return self._all(person).get(about, Draft())

    def begun(self, person: str) -> frozenset[str]:
        """What there are drafts of."""
        return frozenset(self._all(person))

    def keep(self, person: str, about: str, draft: Draft) -> None:
        """Keep it; an empty one goes away. Nothing is kept of somebody who was erased meanwhile."""
        path = self._path(person)
        found = self._all(person)
        if found.get(about, Draft()) == draft or not path.parent.is_dir():
            return
        found.pop(about, None)
        if draft:
            found[about] = draft
        rows = {name: asdict(one) for name, one in found.items()}
        raw = json.dumps({"version": VERSION, "drafts": rows}, ensure_ascii=False).encode()
        with storage_problems(path):
            write_whole(self._disk, path, raw)

    def _path(self, person: str) -> Path:
        return self._folder / person / self._name

    def _all(self, person: str) -> dict[str, Draft]:
        try:
            data = json.loads(self._path(person).read_bytes())
            rows = data["drafts"] if data["version"] == VERSION else {}
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return {}
        if not fits(rows, dict[str, Draft]):
            return {}
        return {name: Draft(**row) for name, row in rows.items()}
