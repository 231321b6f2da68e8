"""Text files of a dossier: Markdown that reads well as it stands, and in which nobody's words can act.

Everything from outside goes through :func:`plain`: marks of Markdown are escaped, so that a learner's sentence can
neither be a heading nor a link, and there is no HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from trainer.kernel.text import clean

_MARKS = re.compile(r"([\\`*_{}\[\]<>|~])")
#: What begins a heading, a list or a quotation at the beginning of a line.
_LEADS = re.compile(r"^(\s*)([#+>=-]|\d{1,9}[.)])", re.MULTILINE)


def plain(text: str) -> str:
    """Somebody's words, as words and nothing else."""
    return _LEADS.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", _marked(text))


def _marked(text: str) -> str:
    """The same within a line that begins with something else."""
    return _MARKS.sub(r"\\\1", clean(text))


class Pages:
    """One text being written, from top to bottom."""

    def __init__(self, title: str) -> None:
        self._parts = [f"# {_marked(title)}"]

    def head(self, text: str, level: int = 2) -> None:
        """A heading."""
        self._parts.append(f"{'#' * level} {_marked(' '.join(text.split()))}")

    def say(self, text: str) -> None:
        """A paragraph; nothing for an empty text."""
        if text.strip():
            self._parts.append(plain(text.strip()))

    def quote(self, text: str) -> None:
        """Words somebody wrote or said, set off."""
        if text.strip():
            self._parts.append("\n".join(f"> {plain(line)}".rstrip() for line in clean(text).strip().split("\n")))

    def points(self, lines: Iterable[str]) -> None:
        """A list."""
        made = [f"- {plain(' '.join(line.split()))}" for line in lines if line.strip()]
        if made:
            self._parts.append("\n".join(made))

    def bytes(self) -> bytes:
        """The file."""
        return ("\n\n".join(self._parts) + "\n").encode()
