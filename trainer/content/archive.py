"""Content in a zip archive somebody sent."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from trainer.content.bundle import FOLDERS, MOST_BYTES, MOST_FILES, is_content, keep_limits
from trainer.kernel.problems import N_
from trainer.kernel.zipped import Limits, Zipped, open_zipped, shown

#: Plain text shrinks to a tenth; what shrinks to less than this is made to fill a disk.
MOST_RATIO = 100
#: Members of any kind: an archive of content has few others.
MOST_MEMBERS = 2 * MOST_FILES
MOST_DIRECTORY_BYTES = 8 * 1024 * 1024


@contextmanager
def open_archive(source: Path) -> Iterator[Archive]:
    """Open a zip archive for reading. :class:`BundleRefused` when it is none or breaks a limit."""
    limits = Limits(MOST_MEMBERS, MOST_BYTES, MOST_RATIO, MOST_DIRECTORY_BYTES)
    with open_zipped(source, limits, N_("{file} is neither a folder nor a zip archive that can be read.")) as zipped:
        yield Archive(source, zipped)


class Archive:
    """The content of a zip archive; its root may stand in one folder of its own (``demo/courses/…``)."""

    def __init__(self, source: Path, zipped: Zipped) -> None:
        self._zipped = zipped
        prefix = _prefix([member.filename for member in zipped.members])
        self._members: dict[str, zipfile.ZipInfo] = {}
        others = []
        for member in zipped.members:
            name = member.filename.removeprefix(prefix)
            if member.filename.startswith(prefix) and is_content(PurePosixPath(name)):
                zipped.admit(member, name, self._members)
            else:
                others.append(shown(member.filename))
        sizes = {name: member.file_size for name, member in sorted(self._members.items())}
        keep_limits(source, sizes)
        self.sizes: Mapping[str, int] = sizes
        self.left_out = tuple(sorted(others))

    def read(self, path: str) -> bytes:
        return self._zipped.read(self._members[path])


def _prefix(names: list[str]) -> str:
    """The one folder in which everything stands, where the content folders are not at the top."""
    tops = {name.partition("/")[0] for name in names} - {"__MACOSX"}
    if tops & set(FOLDERS) or len(tops) != 1:
        return ""
    return f"{tops.pop()}/"
