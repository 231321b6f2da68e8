"""Whether a compiled catalogue still matches the content files: by their size, time and inode, read in one sweep."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from zlib import crc32

from trainer import __version__
from trainer.catalogue.schema import FORMAT
from trainer.kernel.record import Record

_ENDINGS = (".yaml", ".md", "RELEASE")
#: Figures of blind answers lie beside the banks and are no content.
_BESIDE = ".blind.yaml"


class ContentFile(Record):
    """A content file as found on disk; ``path`` is relative to ``roots[root]``, with ``/``."""

    root: int
    path: str
    size: int
    mtime_ns: int
    inode: int


def content_files(roots: Sequence[Path]) -> list[ContentFile]:
    """Every file a catalogue is made from, sorted."""
    found: list[ContentFile] = []
    for number, root in enumerate(roots):
        for folder in ("courses", "question_banks"):
            found += _files(number, os.fspath(root / folder), folder)
    return sorted(found, key=lambda file: (file.root, file.path))


def _files(root: int, folder: str, shown: str) -> Iterator[ContentFile]:
    """Scans by hand: walking with :mod:`pathlib` takes ten times as long, and the first screen waits for it."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = f"{shown}/{entry.name}"
        if entry.is_dir():
            yield from _files(root, entry.path, path)
        elif entry.name.endswith(_ENDINGS) and not entry.name.endswith(_BESIDE) and entry.is_file():
            status = entry.stat()
            yield ContentFile(root, path, status.st_size, status.st_mtime_ns, status.st_ino)


def fingerprint(files: Sequence[ContentFile]) -> str:
    """Changes when any file was touched, added or removed, and with the program's version.

    The list itself and no digest of it: importing :mod:`hashlib` takes longer than comparing the list.
    """
    lines = [f"{FORMAT} {__version__}"]
    lines += [f"{file.root} {file.path} {file.size} {file.mtime_ns} {file.inode}" for file in files]
    return "\n".join(lines).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def cache_file(roots: Sequence[Path], cache: Path) -> Path:
    """Where the catalogue is kept. It is named by the first root: other checkouts do not disturb it, and adding
    content compiles only what was added.
    """
    named = os.path.abspath(roots[0])  # noqa: PTH100 - resolves no links, unlike Path.resolve
    return cache / f"catalogue-{crc32(named.encode(errors='surrogateescape')):08x}.sqlite"
