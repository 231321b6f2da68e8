"""Text in one style after the other: what blocks hold and lines are made of. Lists use it too, without Markdown."""

from __future__ import annotations

from typing import NamedTuple


class Run(NamedTuple):
    """Text in one style; ``style`` is a Textual style, ``term`` the glossary id the text leads to."""

    text: str
    style: str = ""
    term: str = ""


#: A line as drawn, or a paragraph before wrapping (``\n`` in a run breaks it).
Runs = tuple[Run, ...]
