"""Where shipped content lies: inside the wheel, or at the top of the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
FOLDERS = ("courses", "question_banks", "locales")


def shipped_root() -> Path:
    """The folder that holds ``courses``, ``question_banks`` and ``locales``.

    A wheel carries them in ``trainer/_shipped``; editable installs do not materialise that folder, so a checkout
    is read in place.
    """
    packaged = PACKAGE / "_shipped"
    return packaged if packaged.is_dir() else PACKAGE.parent


def release_date() -> str:
    """The content's release date (ISO), the default day for drawing a paper: line two of ``courses/RELEASE``."""
    return (shipped_root() / "courses" / "RELEASE").read_text(encoding="utf-8").split()[1]


def content_version() -> str:
    """The content's version, line one of ``courses/RELEASE``."""
    return (shipped_root() / "courses" / "RELEASE").read_text(encoding="utf-8").split()[0]
