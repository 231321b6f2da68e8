# ruff: noqa: PTH118, PTH120, PTH112 - pathlib and typing take 5 ms to import, a fifth of what `trainer --help` may take
"""Where shipped content lies: inside the wheel, or at the top of the checkout."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = ("courses", "question_banks", "locales")

_PACKAGE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


def shipped_folder(name: str = "") -> str:
    """The folder that holds ``courses``, ``question_banks`` and ``locales``, or one of these.

    A wheel carries them in ``trainer/_shipped``; editable installs do not materialise that folder, so a checkout
    is read in place.
    """
    packaged = os.path.join(_PACKAGE, "_shipped")
    return os.path.join(packaged if os.path.isdir(packaged) else os.path.dirname(_PACKAGE), name).rstrip(os.sep)


def shipped_root() -> Path:
    """:func:`shipped_folder` as a path."""
    from pathlib import Path

    return Path(shipped_folder())


def package_root() -> Path:
    """The folder of the program's own modules."""
    from pathlib import Path

    return Path(_PACKAGE)


def release_date() -> str:
    """The content's release date (ISO), the default day for drawing a paper: line two of ``courses/RELEASE``."""
    return (shipped_root() / "courses" / "RELEASE").read_text(encoding="utf-8").split()[1]


def content_version() -> str:
    """The content's version, line one of ``courses/RELEASE``."""
    return (shipped_root() / "courses" / "RELEASE").read_text(encoding="utf-8").split()[0]
