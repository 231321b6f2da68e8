"""Visuals that lay themselves out at the width they are given (a page, two pages side by side), and their widget."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from textual.app import RenderResult
from textual.content import Content, Span
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from trainer.tui.markdown.blocks import Block, Points, Quote, Table
from trainer.tui.markdown.lay import lay_blocks
from trainer.tui.markdown.parse import parse_markdown
from trainer.tui.markdown.runs import Runs
from trainer.tui.widgets.columns import SIDE_BY_SIDE

TERM, TERM_SHOWN = "underline", "bold reverse"
GUTTER = 4


class Prose(Visual):
    """A page of Markdown. ``shown_term`` is the glossary id whose words are highlighted."""

    def __init__(self, markdown: str, shown_term: str = "") -> None:
        self._blocks = parse_markdown(markdown)
        self._term = shown_term
        self._laid: tuple[int, Content] = (-1, Content())

    @property
    def terms(self) -> tuple[str, ...]:
        """Glossary ids of the page, each once, in reading order."""
        return tuple(dict.fromkeys(_terms(self._blocks)))

    def content(self, width: int) -> Content:
        """The page at this width, as one text with line breaks."""
        if self._laid[0] != width:
            self._laid = (width, _joined(lay_blocks(self._blocks, width), self._term))
        return self._laid[1]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.content(width).plain.count("\n") + 1 if self._blocks else 0

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        return self.content(width).render_strips(width, height, style, options) if self._blocks else []


class Beside(Visual):
    """Two visuals in two columns; one below the other where the width is less than ``SIDE_BY_SIDE``."""

    def __init__(self, left: Visual, right: Visual) -> None:
        self._pair = (left, right)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        if width < SIDE_BY_SIDE:
            return sum(part.get_height(rules, width) for part in self._pair) + 1
        return max(part.get_height(rules, (width - GUTTER) // 2) for part in self._pair)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        half = (width - GUTTER) // 2
        if width < SIDE_BY_SIDE:
            upper, lower = (part.render_strips(width, None, style, options) for part in self._pair)
            rule = Content("╌" * min(width, 12)).stylize("$quiet").render_strips(width, 1, style, options)
            strips = [*upper, *rule, *lower]
        else:
            strips = _zipped([part.render_strips(half, None, style, options) for part in self._pair], half, style)
        return list(islice(strips, height))


class PageView(Widget):
    """Shows one visual; a page is turned by giving it another."""

    DEFAULT_CSS = "PageView { height: auto; width: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self._visual: Visual = Content()

    def turn(self, visual: Visual) -> None:
        """Show another page."""
        self._visual = visual
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        return self._visual


def _zipped(columns: Sequence[list[Strip]], half: int, style: Style) -> list[Strip]:
    blank, gutter = Strip.blank(half, style.rich_style), Strip.blank(GUTTER, style.rich_style)
    rows = max(len(column) for column in columns)
    left, right = ([*column, *[blank] * (rows - len(column))] for column in columns)
    return [
        Strip.join([a.adjust_cell_length(half, style.rich_style), gutter, b])
        for a, b in zip(left, right, strict=True)
    ]  # fmt: skip


def _joined(lines: Sequence[Runs], shown_term: str) -> Content:
    texts: list[str] = []
    spans: list[Span] = []
    offset = 0
    for number, line in enumerate(lines):
        if number:
            texts.append("\n")
            offset += 1
        for run in line:
            style = run.style
            if run.term:
                style = f"{style} {TERM_SHOWN if run.term == shown_term else TERM}".strip()
            if style:
                spans.append(Span(offset, offset + len(run.text), style))
            texts.append(run.text)
            offset += len(run.text)
    # The spaces that kept words together have done their work.
    return Content("".join(texts).replace("\u00a0", " "), spans)


def _terms(blocks: Sequence[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Points(_, items):
                found += [term for item in items for term in _terms(item)]
            case Quote(inside):
                found += _terms(inside)
            case Table(rows, _):
                found += [run.term for row in rows for cell in row for run in cell if run.term]
            case _:
                found += [run.term for run in getattr(block, "runs", ()) if run.term]
    return found
