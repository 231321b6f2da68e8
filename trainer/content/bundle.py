"""Content as somebody hands it over: a folder or a zip archive. Nothing is believed of it before limits are kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Protocol

from trainer.content.yamlfile import MAX_BYTES
from trainer.kernel.problems import N_
from trainer.kernel.zipped import ArchiveRefused, refuse_path, shown

#: What content lies in; anything else beside these folders is left out.
FOLDERS = ("courses", "question_banks")
_SUFFIXES = (".yaml", ".md")

MOST_FILES = 5_000
MOST_BYTES = 200 * 1024 * 1024

#: Folders are refused as archives are.
BundleRefused = ArchiveRefused


class Bundle(Protocol):
    """The content files of one hand-over, by their path below its root (``courses/…``), and what was left out."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Every content file with its size in bytes, sorted by path."""
        ...

    @property
    def left_out(self) -> tuple[str, ...]:
        """Files that are no content, as they were found."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of one of :attr:`sizes`. :class:`BundleRefused` when they are not what was announced."""
        ...


@contextmanager
def open_bundle(source: Path) -> Iterator[Bundle]:
    """Open a folder or a zip archive. :class:`BundleRefused` when it breaks a limit or holds no content."""
    if source.is_dir():
        yield FolderBundle(source)
        return
    if not source.exists():
        raise BundleRefused(N_("{file}: there is no such file or folder."), file=source)
    from trainer.content.archive import open_archive

    with open_archive(source) as archive:
        yield archive


def is_content(path: PurePosixPath) -> bool:
    """Whether a file at this path below the root belongs to content."""
    hidden = any(part.startswith(".") for part in path.parts)
    known = path.suffix in _SUFFIXES or path.name == "RELEASE"
    return len(path.parts) > 1 and path.parts[0] in FOLDERS and known and not hidden


def keep_limits(source: Path, sizes: Mapping[str, int]) -> None:
    """Refuse what is too much: too many files, too long a path, too many bytes; and what holds no content at all."""
    name = str(source)
    if not sizes:
        raise BundleRefused(N_("{file} holds no content: files below courses/ or question_banks/."), file=name)
    if len(sizes) > MOST_FILES:
        template = N_("{file} holds {count} content files; {limit} at most can be added at once.")
        raise BundleRefused(template, file=name, count=len(sizes), limit=MOST_FILES)
    if (total := sum(sizes.values())) > MOST_BYTES:
        template = N_("{file} holds {size} MB of content; {limit} MB at most can be added at once.")
        raise BundleRefused(template, file=name, size=total >> 20, limit=MOST_BYTES >> 20)
    for path, size in sizes.items():
        if size > MAX_BYTES:
            template = N_("{file}: «{member}» is larger than {limit} MB; split it into several files.")
            raise BundleRefused(template, file=name, member=shown(path), limit=MAX_BYTES >> 20)
    refuse_ambiguous(name, sizes)


def refuse_ambiguous(name: str, paths: Iterable[str]) -> None:
    """Two names that one disk holds apart and another does not, or a file where a folder is needed."""
    folded: set[str] = set()
    for path in sorted(paths):
        low = path.casefold()
        above = {str(parent) for parent in PurePosixPath(low).parents}
        if low in folded or above & folded:
            template = N_("{file}: «{member}» stands in it twice, or is a file and a folder at once.")
            raise BundleRefused(template, file=name, member=shown(path))
        folded.add(low)


class FolderBundle:
    """A folder; links in it are refused, because they could lead to anything on this machine."""

    def __init__(self, root: Path) -> None:
        self._root = root
        found, others = dict[str, int](), list[str]()
        for path in _files(root):
            name = path.relative_to(root).as_posix()
            if is_content(PurePosixPath(name)) or (path.is_symlink() and name.split("/")[0] in FOLDERS):
                refuse_path(str(root), name)
                found[name] = _plain_size(root, path)
            elif not path.name.startswith("."):
                others.append(shown(name))
        keep_limits(root, found)
        self.sizes: Mapping[str, int] = dict(sorted(found.items()))
        self.left_out = tuple(sorted(others))

    def read(self, path: str) -> bytes:
        file = self._root / path
        try:
            data = file.read_bytes()
        except OSError as error:
            raise _unreadable(file, error) from None
        if len(data) != self.sizes[path]:
            raise BundleRefused(N_("{file} changed while it was being added; try again."), file=str(file))
        return data


def _plain_size(root: Path, path: Path) -> int:
    status = path.lstat()
    if not stat.S_ISREG(status.st_mode):
        template = N_("{file}: «{member}» is a link or no plain file; only plain files are added.")
        raise BundleRefused(template, file=str(root), member=shown(path.relative_to(root).as_posix()))
    return status.st_size


def _files(root: Path) -> Iterator[Path]:
    """What stands beside the content folders, and every file and link inside them; no link is followed."""

    def stop(error: OSError) -> None:
        raise _unreadable(root, error) from None

    for entry in sorted(root.iterdir()):
        if entry.name not in FOLDERS or not entry.is_dir() or entry.is_symlink():
            yield entry
            continue
        for folder, folders, files in os.walk(entry, onerror=stop):
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            yield from (Path(folder) / name for name in sorted([*files, *links]))


def _unreadable(file: Path, error: OSError) -> BundleRefused:
    return BundleRefused(N_("{file}: cannot be read ({why})."), file=str(file), why=error.strerror)
