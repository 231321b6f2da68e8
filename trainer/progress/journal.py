"""The journal of one attempt: append-only JSON Lines, write, fsync, then acknowledge, hash-chained.

Each line holds ``n`` (from 0), ``at`` and ``engine`` (seconds), the event, and ``hash``: SHA-256 over the previous
line's hash and this line's canonical JSON. A torn last line is cut and reported; any other break is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.assessment.events import EVENTS, Event, Recorded, from_data, to_data
from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import N_, Problem, StorageUnusable, StoreDamaged
from trainer.progress.disk import PRIVATE_FILE, Disk, storage_problems

#: 2 since an attempt may hold ``CertaintyStated`` or what an exercise is made of; older journals read as they are.
FORMAT = 2
_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """What a journal file says: its events, the hash and byte length to go on from, and bytes cut from a torn end."""

    events: tuple[Recorded, ...]
    last_hash: str
    length: int
    torn: int


def _chain(previous: str, line: dict[str, Any]) -> str:
    return hashlib.sha256(previous.encode() + canonical_json(line)).hexdigest()


def encode(number: int, previous: str, recorded: Recorded) -> tuple[bytes, str]:
    """The line of an event and its hash."""
    line: dict[str, Any] = {"n": number, "at": recorded.at, "engine": recorded.engine, **to_data(recorded.event)}
    if number == 0:
        line["format"] = FORMAT
    own = _chain(previous, line)
    line["hash"] = own
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n", own


def parse_journal(raw: bytes, name: str) -> ReadJournal:
    """Read a journal's bytes.

    Raises :class:`StoreDamaged` on a break that is not a torn last line, :class:`StorageUnusable` on a newer format.
    """
    whole, newline, rest = raw.rpartition(b"\n")
    lines = whole.split(b"\n") if newline else []
    events: list[Recorded] = []
    previous, length = _FIRST, 0
    for number, text in enumerate(lines):
        recorded, previous = _decode(text, number, previous, name)
        events.append(recorded)
        length += len(text) + 1
    if _is_whole(rest[:-1], len(lines), previous):
        raise _broken(name, len(lines) + 1)
    return ReadJournal(tuple(events), previous, length, len(rest))


def _is_whole(text: bytes, number: int, previous: str) -> bool:
    """Whether a whole line stands here: then what follows it was a line end, and damage, not a torn write, took it."""
    try:
        _decode(text, number, previous, "")
    except Problem:
        return False
    return True


def _broken(name: str, line: int) -> StoreDamaged:
    return StoreDamaged(
        N_("{file}:{line}: the journal of this attempt is broken here; it was left as it is."), file=name, line=line
    )


def _decode(text: bytes, number: int, previous: str, name: str) -> tuple[Recorded, str]:
    try:
        line = json.loads(text)
        if number == 0 and _is_newer(line):
            raise StorageUnusable(
                N_("{file} was written by a newer version of Trainer (format {found}); this one reads format {known}."),
                file=name, found=line["format"], known=FORMAT,
            )  # fmt: skip
        claimed = line.pop("hash")
        if line["n"] != number or _chain(previous, line) != claimed:
            raise ValueError("chain")
        return Recorded(from_data(line), float(line["at"]), float(line["engine"])), claimed
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _broken(name, number + 1) from None


def _is_newer(line: dict[str, Any]) -> bool:
    """Whether a first line says it is of a later format, and not only because a byte of it flipped."""
    if line.get("format", FORMAT) <= FORMAT:
        return False
    rest = {key: value for key, value in line.items() if key != "hash"}
    return line.get("type") not in EVENTS or _chain(_FIRST, rest) == line.get("hash")


def read_journal(path: Path) -> ReadJournal:
    """Read a journal file without changing it."""
    with storage_problems(path):
        return parse_journal(path.read_bytes(), str(path))


class Journal:
    """An open journal. ``append`` returns only when the event is on the device."""

    def __init__(self, path: Path, disk: Disk, *, create: bool = False) -> None:
        self.path = path
        self._disk = disk
        self.read = parse_journal(b"", str(path)) if create else read_journal(path)
        self._number, self._hash, self._length = len(self.read.events), self.read.last_hash, self.read.length
        #: Whether something may stand behind the last event that must be cut before the next one is written.
        self._untidy = self.read.torn > 0
        flags = os.O_RDWR | os.O_APPEND | (os.O_CREAT | os.O_EXCL if create else 0)
        with storage_problems(path):
            self._descriptor = os.open(path, flags, PRIVATE_FILE)
            try:
                if create:
                    disk.sync_folder(path.parent)
                self._tidy()
            except OSError:
                self.close()
                raise

    def append(self, recorded: Recorded) -> None:
        """Write one event and wait for it. On failure the file is cut back and the event has not happened."""
        if self._descriptor < 0:
            raise ValueError("this journal is closed")
        line, own = encode(self._number, self._hash, recorded)
        with storage_problems(self.path):
            self._tidy()
            self._untidy = True
            try:
                self._disk.write(self._descriptor, line)
                self._disk.sync(self._descriptor)
            except BaseException:
                with contextlib.suppress(OSError):  # tried again before the next event
                    self._tidy()
                raise
        self._untidy = False
        self._number, self._hash, self._length = self._number + 1, own, self._length + len(line)

    def record(self, event: Event, at: float, engine: float) -> Recorded:
        """Append ``event`` with its times and return it."""
        recorded = Recorded(event, at, engine)
        self.append(recorded)
        return recorded

    def _tidy(self) -> None:
        """Cut off what is no event, durably: what is written next must not meet it again after a power cut."""
        if self._untidy:
            self._disk.truncate(self._descriptor, self._length)
            self._disk.sync(self._descriptor)
            self._untidy = False

    def close(self) -> None:
        """Let go of the file; closing twice is fine, writing afterwards is not."""
        # The number of a closed descriptor is soon another file's: never write to it or close it again.
        descriptor, self._descriptor = self._descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)
