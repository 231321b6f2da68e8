"""Files of facts that are only added to: JSON Lines, write, fsync, then acknowledge, each line chained to the last.

Each line holds ``n`` (from 0), what it says, and ``hash``: SHA-256 over the previous line's hash and this line's
canonical JSON; the first line has the ``format`` too. A torn last line is cut and reported; any other break is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import Problem, StoreDamaged, newer_format
from trainer.progress.disk import PRIVATE_FILE, Disk, storage_problems

T = TypeVar("T")
_FIRST = "0" * 64


@dataclass(frozen=True, slots=True)
class ReadChain(Generic[T]):
    """What a file says: its facts, the hash and byte length to go on from, and bytes cut from a torn end."""

    facts: tuple[T, ...]
    last_hash: str
    length: int
    torn: int


def _hash(previous: str, line: dict[str, Any]) -> str:
    return hashlib.sha256(previous.encode() + canonical_json(line)).hexdigest()


@dataclass(frozen=True, slots=True)
class Chain(Generic[T]):
    """A kind of such files. ``types`` are the facts known by name, ``broken`` the sentence for a break in ``{file}``.

    ``to_data`` gives what a line says of a fact, with its ``type``; ``from_data`` reads it back and raises
    ``ValueError`` or the like on what it does not know.
    """

    format: int
    types: Container[str]
    broken: str
    to_data: Callable[[T], dict[str, Any]]
    from_data: Callable[[dict[str, Any]], T]

    def encode(self, number: int, previous: str, fact: T) -> tuple[bytes, str]:
        """The line of a fact and its hash."""
        line: dict[str, Any] = {"n": number, **self.to_data(fact)}
        if number == 0:
            line["format"] = self.format
        own = _hash(previous, line)
        line["hash"] = own
        return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n", own

    def parse(self, raw: bytes, name: str) -> ReadChain[T]:
        """Read a file's bytes.

        Raises :class:`StoreDamaged` on a break that is not a torn last line, :class:`StorageUnusable` on a newer
        format.
        """
        whole, newline, rest = raw.rpartition(b"\n")
        lines = whole.split(b"\n") if newline else []
        facts: list[T] = []
        previous, length = _FIRST, 0
        for number, text in enumerate(lines):
            fact, previous = self._decode(text, number, previous, name)
            facts.append(fact)
            length += len(text) + 1
        if rest and self._is_whole(rest[:-1], len(lines), previous):
            raise self._break(name, len(lines) + 1)
        return ReadChain(tuple(facts), previous, length, len(rest))

    def _is_whole(self, text: bytes, number: int, previous: str) -> bool:
        """Whether a whole line stands here: then what follows it was a line end, and damage, no torn write, took it."""
        try:
            self._decode(text, number, previous, "")
        except Problem:
            return False
        return True

    def _break(self, name: str, line: int) -> StoreDamaged:
        return StoreDamaged(self.broken, file=name, line=line)

    def _decode(self, text: bytes, number: int, previous: str, name: str) -> tuple[T, str]:
        try:
            line = json.loads(text.decode())
            if number == 0 and self._is_newer(line):
                raise newer_format(name, found=line["format"], known=self.format)
            claimed = line.pop("hash")
            if line["n"] != number or _hash(previous, line) != claimed:
                raise ValueError("chain")
            return self.from_data(line), claimed
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise self._break(name, number + 1) from None

    def _is_newer(self, line: dict[str, Any]) -> bool:
        """Whether a first line says it is of a later format, and not only because a byte of it flipped."""
        if line.get("format", self.format) <= self.format:
            return False
        rest = {key: value for key, value in line.items() if key != "hash"}
        return line.get("type") not in self.types or _hash(_FIRST, rest) == line.get("hash")

    def read(self, path: Path) -> ReadChain[T]:
        """Read a file without changing it."""
        with storage_problems(path):
            return self.parse(path.read_bytes(), str(path))


class ChainedFile(Generic[T]):
    """An open file. ``append_all`` returns only when the facts are on the device.

    ``found`` is what the file says, where that is known already.
    """

    def __init__(
        self, path: Path, disk: Disk, chain: Chain[T], *, create: bool = False, found: ReadChain[T] | None = None
    ) -> None:
        self.path = path
        self._disk, self._chain = disk, chain
        self._found = found or (chain.parse(b"", str(path)) if create else chain.read(path))
        self._number, self._hash, self._length = len(self._found.facts), self._found.last_hash, self._found.length
        #: Whether something may stand behind the last fact that must be cut before the next one is written.
        self._untidy = self._found.torn > 0
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

    def append_all(self, facts: Iterable[T]) -> None:
        """Write facts and wait for them. On failure the file is cut back and none of them has happened.

        A power cut may leave the first few of them.
        """
        if self._descriptor < 0:
            raise ValueError("this file is closed")
        written, number, own = b"", self._number, self._hash
        for fact in facts:
            line, own = self._chain.encode(number, own, fact)
            written, number = written + line, number + 1
        with storage_problems(self.path):
            self._tidy()
            self._untidy = True
            try:
                self._disk.write(self._descriptor, written)
                self._disk.sync(self._descriptor)
            except BaseException:
                with contextlib.suppress(OSError):  # tried again before the next fact
                    self._tidy()
                raise
        self._untidy = False
        self._number, self._hash, self._length = number, own, self._length + len(written)

    def as_read(self, facts: tuple[T, ...]) -> ReadChain[T]:
        """What the file says by now, given its facts."""
        return ReadChain(facts, self._hash, self._length, 0)

    def _tidy(self) -> None:
        """Cut off what is no fact, durably: what is written next must not meet it again after a power cut."""
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
