"""Cutting a bank's text at the items of its top-level list, without parsing it and in constant memory."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO, NoReturn

from trainer.content.yamlfile import MAX_BYTES, YamlProblem
from trainer.kernel.problems import N_

PIECE_ITEMS = 200
MAX_ITEMS = 10_000

_ITEMS = re.compile(rb"""(["']?)items\1[ ]*:[ ]*(.*)""")
_START = re.compile(rb"(?P<indent>  )?-(?: |\r?\n|$)")
_INSIDE = b"   "  # three spaces: no item starts here; most lines are settled by this
_OTHER = re.compile(rb"[^\s#-]")


@dataclass(frozen=True, slots=True)
class RawItem:
    """The bytes of one item, from its dash to the next, and the 1-based line of the dash."""

    line: int
    raw: bytes

    @property
    def digest(self) -> str:
        """Changes when any byte of the item changes."""
        return blake2b(self.raw.rstrip(), digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class RawPiece:
    """The header (first piece only) or up to :data:`PIECE_ITEMS` neighbouring items."""

    header: bytes | None = None
    items: tuple[RawItem, ...] = ()


def cut_bank(path: Path, name: str) -> Iterator[RawPiece]:
    """The header, then the items in pieces. Raises :class:`YamlProblem` for what cannot be cut."""
    try:
        with path.open("rb") as file:
            _check_limits(file, name)
            yield from _cut(file, name)
    except OSError as error:
        raise YamlProblem(N_("{file}: cannot be read ({why})."), file=name, line=1, why=error.strerror) from None


def _check_limits(file: BinaryIO, name: str) -> None:
    """Size first; items are only counted where a file is large enough to hold too many."""
    size = file.seek(0, 2)
    file.seek(0)
    if size > MAX_BYTES:
        raise YamlProblem(N_("{file}: larger than 30 MB; split it into several files."), file=name, line=1, why="size")
    if size > MAX_ITEMS * 100:
        dashes = Counter(
            found["indent"] for line in file if not line.startswith(_INSIDE) and (found := _START.match(line))
        )
        count = next(iter(dashes.values()), 0)  # the first dash of the file is an item's
        file.seek(0)
        if count > MAX_ITEMS:
            raise YamlProblem(
                N_("{file}: {count} items; a bank holds at most {limit}. Split it into several files."),
                file=name, line=1, why="items", count=count, limit=MAX_ITEMS,
            )  # fmt: skip


def _cut(file: BinaryIO, name: str) -> Iterator[RawPiece]:
    lines = enumerate(file, 1)
    yield RawPiece(header=b"".join(_header(lines, name)))
    piece: list[RawItem] = []
    for item in _items(lines, name):
        piece.append(item)
        if len(piece) == PIECE_ITEMS:
            yield RawPiece(items=tuple(piece))
            piece = []
    if piece:
        yield RawPiece(items=tuple(piece))


def _header(lines: Iterator[tuple[int, bytes]], name: str) -> Iterator[bytes]:
    """The lines above ``items:``; that line itself is dropped."""
    number = 1
    for number, line in lines:
        found = _ITEMS.match(line)
        if found is None:
            yield line
        elif found[2].split(b"#")[0].strip() in (b"", b"[]"):
            return
        else:
            _refuse(N_("{file}:{line}: write «items:» alone and each item below it as «- id: …»."), name, number)
    _refuse(N_("{file}:{line}: the list «items:» is missing."), name, number)


def _items(lines: Iterator[tuple[int, bytes]], name: str) -> Iterator[RawItem]:
    """Items by their dashes: all at the indentation of the first one, which is 0 or 2."""
    start, raw, indent = 0, list[bytes](), None
    for number, line in lines:
        if start and line.startswith(_INSIDE):
            raw.append(line)
            continue
        found = _START.match(line)
        if found and indent in (None, found["indent"] or b""):
            if start:
                yield RawItem(start, b"".join(raw))
            start, raw, indent = number, [line], found["indent"] or b""
        elif _OTHER.match(line) or (not start and line.strip() and not line.lstrip().startswith(b"#")):
            _refuse(N_("{file}:{line}: only items («- id: …», indented by 0 or 2) may follow «items:»."), name, number)
        elif start:
            raw.append(line)
    if start:
        yield RawItem(start, b"".join(raw))


def _refuse(template: str, name: str, line: int) -> NoReturn:
    raise YamlProblem(template, file=name, line=line, why="bank")
