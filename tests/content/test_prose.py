"""Prose is cut into pages at lines that are exactly ``---``, not inside fenced code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trainer.content.prose import parse_prose


def test_pages_know_the_line_they_start_at() -> None:
    prose, flaws = parse_prose("## One\n\ntext\n\n---\n\n## Two\n\n---\n## Three\n", "x.it.md")
    assert prose.pages == ("## One\n\ntext", "## Two", "## Three")
    assert prose.page_lines == (1, 7, 10)
    assert flaws == []


def test_a_line_of_dashes_in_a_fence_is_no_end_of_a_page() -> None:
    text = "a\n\n````\n---\n```\n---\n````\n\n---\nb\n\n~~~ x\n---\n~~~\n"
    prose, _ = parse_prose(text, "x.md")
    assert len(prose.pages) == 2
    assert prose.page_lines == (1, 10)


def test_a_table_or_longer_rule_is_no_end_of_a_page() -> None:
    prose, _ = parse_prose("a\n\n----\n\n| a |\n| --- |\n --- \n", "x.md")
    assert len(prose.pages) == 1


def test_what_no_terminal_should_see_is_a_flaw_at_its_line_and_gone() -> None:
    prose, flaws = parse_prose("one\ntwo\x1b[31m\nthree\u202e\nperche\u0301\n", "x.it.md")
    assert [(flaw.file, flaw.line) for flaw in flaws] == [("x.it.md", 2), ("x.it.md", 3), ("x.it.md", 4)]
    assert prose.pages == ("one\ntwo[31m\nthree\nperché",)


@given(st.lists(st.lists(st.sampled_from(["text", "", "## H", "- x", "```"]), max_size=5), min_size=1, max_size=5))
def test_no_text_is_lost_and_lines_point_at_it(pages: list[list[str]]) -> None:
    text = "\n---\n".join("\n".join(page) for page in pages)
    prose, _ = parse_prose(text, "x.md")
    lines = text.split("\n")
    assert len(prose.pages) == len(prose.page_lines)
    for page, start in zip(prose.pages, prose.page_lines, strict=True):
        if page.strip():
            assert page.split("\n")[0] == lines[start - 1]
    assert "".join(prose.pages).count("text") == text.count("text")
