"""A page's lines are counted as it is drawn at 76 columns."""

from __future__ import annotations

from trainer.checking.layout import page_size, shown, wrapped


def test_a_paragraph_is_wrapped_as_a_whole() -> None:
    page = "## Heading\n\n" + "parola " * 10 + "\n" + "parola " * 10
    # heading, blank, and 20 words of seven columns: eleven to a line of 76, hence two lines
    assert page_size(page).lines == 4


def test_links_and_marks_take_no_room() -> None:
    assert shown("**Il** [titolare](glossary:controller) *decide* `subito`") == "Il titolare decide subito"
    assert wrapped("[x](glossary:" + "y" * 200 + ")", 76) == 1


def test_lists_quotes_and_drawings_keep_their_lines() -> None:
    page = "- uno\n- due\n\n> detto\n> ancora\n\n```\n+--+\n|  |\n+--+\n```"
    size = page_size(page)
    assert size.lines == 2 + 1 + 1 + 1 + 3
    assert [(row.line, row.width, row.drawing) for row in size.rows] == [(7, 4, True), (8, 4, True), (9, 4, True)]


def test_what_all_lines_of_a_drawing_begin_with_takes_no_room() -> None:
    page = "```\n  +--+\n\n   |\n```\n\n```\nab\n c\n```"
    assert [row.width for row in page_size(page).rows] == [4, 0, 2, 2, 2]


def test_a_table_is_as_wide_as_its_widest_cells() -> None:
    page = "| a | bb |\n| --- | --- |\n| [lungo](glossary:x) | b |"
    size = page_size(page)
    assert [(row.line, row.width) for row in size.rows] == [(0, 5 + 2 + 2)]
    assert size.lines == 3


def test_a_check_takes_a_line() -> None:
    assert page_size("uno\n\n[[check: x]]").lines == 3
