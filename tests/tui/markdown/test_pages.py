"""Every shipped lesson page, drawn at the two widths it is written for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from rich.cells import cell_len

from trainer.content.locate import shipped_root
from trainer.content.prose import parse_prose
from trainer.tui.markdown.blocks import Heading
from trainer.tui.markdown.page import Prose
from trainer.tui.markdown.parse import parse_markdown

PROSE = sorted((shipped_root() / "courses" / "modules").glob("*/lessons/*.md"))


def pages(path: Path) -> tuple[str, ...]:
    prose, _ = parse_prose(path.read_text(encoding="utf-8"), path.name)
    return prose.pages


@pytest.mark.parametrize("width", [56, 76])
@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_no_line_is_longer_than_the_width(path: Path, width: int) -> None:
    for page in pages(path):
        lines = Prose(page).content(width).plain.split("\n")
        assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.name)
def test_nothing_is_lost_where_it_is_narrow(path: Path) -> None:
    """Cells wrap in another order at another width, so letters are counted and the text is not compared."""
    for page in pages(path):
        wide, narrow = (Prose(page).content(width).plain for width in (90, 56))
        assert Counter(filter(str.isalnum, wide)) == Counter(filter(str.isalnum, narrow))


def test_every_page_begins_with_a_heading() -> None:
    assert PROSE
    for path in PROSE:
        for page in pages(path):
            assert isinstance(parse_markdown(page)[0], Heading), path.name
