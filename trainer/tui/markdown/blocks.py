"""What a page consists of: blocks of runs."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.tui.markdown.runs import Runs


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a page."""

    runs: Runs
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text to be wrapped."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Points:
    """A list. ``markers`` stand before the items: a bullet or a number. ``loose``: blank lines between items."""

    markers: tuple[str, ...]
    items: tuple[tuple[Block, ...], ...]
    loose: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """What is said or written to a customer, word for word."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A fenced block, kept as typed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the header. ``aligned`` says ``left``, ``center`` or ``right`` by column."""

    rows: tuple[tuple[Runs, ...], ...]
    aligned: tuple[str, ...]


Block = Heading | Paragraph | Points | Quote | Drawing | Table
