"""The journal of one attempt: a chain of events (see ``chain``), each with ``at`` and ``engine`` in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.assessment.events import EVENTS, Event, Recorded, from_data, to_data
from trainer.kernel.problems import N_
from trainer.progress.chain import Chain, ChainedFile
from trainer.progress.disk import Disk

#: 2 since an attempt may hold ``CertaintyStated`` or what an exercise is made of; older journals read as they are.
FORMAT = 2


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """What a journal file says: its events, the hash and byte length to go on from, and bytes cut from a torn end."""

    events: tuple[Recorded, ...]
    last_hash: str
    length: int
    torn: int


def _line(recorded: Recorded) -> dict[str, Any]:
    return {"at": recorded.at, "engine": recorded.engine, **to_data(recorded.event)}


def _recorded(line: dict[str, Any]) -> Recorded:
    return Recorded(from_data(line), float(line["at"]), float(line["engine"]))


_EVENTS = Chain(
    FORMAT, EVENTS, N_("{file}:{line}: the journal of this attempt is broken here; it was left as it is."), _line,
    _recorded,
)  # fmt: skip


def encode(number: int, previous: str, recorded: Recorded) -> tuple[bytes, str]:
    """The line of an event and its hash."""
    return _EVENTS.encode(number, previous, recorded)


def parse_journal(raw: bytes, name: str) -> ReadJournal:
    """Read a journal's bytes.

    Raises :class:`~trainer.kernel.problems.StoreDamaged` on a break that is not a torn last line,
    :class:`~trainer.kernel.problems.StorageUnusable` on a newer format.
    """
    found = _EVENTS.parse(raw, name)
    return ReadJournal(found.facts, found.last_hash, found.length, found.torn)


def read_journal(path: Path) -> ReadJournal:
    """Read a journal file without changing it."""
    found = _EVENTS.read(path)
    return ReadJournal(found.facts, found.last_hash, found.length, found.torn)


class Journal(ChainedFile[Recorded]):
    """An open journal. ``append`` returns only when the event is on the device."""

    def __init__(self, path: Path, disk: Disk, *, create: bool = False) -> None:
        super().__init__(path, disk, _EVENTS, create=create)
        found = self._found
        self.read = ReadJournal(found.facts, found.last_hash, found.length, found.torn)

    def append(self, recorded: Recorded) -> None:
        """Write one event and wait for it. On failure the file is cut back and the event has not happened."""
        self.append_all((recorded,))

    def record(self, event: Event, at: float, engine: float) -> Recorded:
        """Append ``event`` with its times and return it."""
        recorded = Recorded(event, at, engine)
        self.append(recorded)
        return recorded
