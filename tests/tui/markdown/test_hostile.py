"""Text from elsewhere is text: no markup, no control codes, no line beyond the width, whatever it holds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from trainer.kernel.text import is_clean
from trainer.tui.markdown.page import Prose

PIECES = st.sampled_from(
    [
        *("[@click=app.quit]x[/]", "[bold]", "[/", "[ @click=app.pwn()]y", "$accent", "&#27;[2J", "&#x202e;", "&#x9b;"),
        *("**", "*", "`", "> ", "- ", "1. ", "\n", "\n\n", "| a | b |\n| --- | --- |\n| ", "```\n", "\t", "word "),
        *("\x1b[31m", "\x07", "\u202e", "\u200b", "漢字", "é", "🙂", "parolalunghissima" * 3, "<b>", "<script>"),
        *("![i](x)", "[l](javascript:x)", "[t](glossary:x)"),
    ]
)
HOSTILE = st.lists(PIECES | st.text(max_size=12), max_size=30).map("".join)


@settings(max_examples=300, deadline=None)
@given(HOSTILE, st.integers(12, 90))
def test_any_text_is_drawn_within_the_width_and_clean(text: str, width: int) -> None:
    plain = Prose(text).content(width).plain
    assert is_clean(plain)
    assert max(cell_len(line) for line in plain.split("\n")) <= width


@pytest.mark.parametrize("text", ["[@click=app.quit]esci[/]", "[bold]no", "un [/] solo", "[ @click=app.pwn()]CLICK"])
def test_markup_is_shown_as_it_is_and_acts_on_nothing(text: str) -> None:
    content = Prose(text).content(80)
    assert content.plain == text
    assert content.spans == []


def test_entities_do_not_bring_control_codes_back() -> None:
    assert is_clean(Prose("a&#27;[2J&#x202e;&#x9b;b").content(80).plain)


def test_links_elsewhere_are_only_their_words() -> None:
    content = Prose("[qui](https://example.org) e [là](javascript:x)").content(80)
    assert content.plain.startswith("qui e ")
    assert content.spans == []


def test_html_is_text() -> None:
    assert Prose("<b>grassetto</b> <script>x</script>").content(80).plain == "<b>grassetto</b> <script>x</script>"


def test_a_table_of_a_thousand_columns_stays_within_the_width() -> None:
    row = "|" + " a |" * 1000
    plain = Prose(f"{row}\n|{' --- |' * 1000}\n{row}").content(56).plain
    assert max(map(len, plain.split("\n"))) <= 56
    assert plain.count("a") == 2000
