"""How each kind of block is drawn."""

from __future__ import annotations

from textual.content import Content

from trainer.tui.markdown.page import Prose

TABLE = """
| Chi chiede | Puoi parlare se |  N |
| ---------- | --------------- | -: |
| coniuge    | è autorizzato   |  1 |
| collega    | il caso serve   | 12 |
"""


def drawn(markdown: str, width: int = 40) -> list[str]:
    return [line.rstrip() for line in Prose(markdown).content(width).plain.split("\n")]


def styles_of(content: Content, text: str) -> set[str]:
    start = content.plain.index(text)
    return {str(style) for first, last, style in content.spans if first <= start < last}


def test_paragraphs_are_wrapped_and_kept_apart() -> None:
    assert drawn("Una frase che\nva a capo.\n\nUn'altra.", 12) == ["Una frase", "che va a", "capo.", "", "Un'altra."]


def test_an_abbreviation_stays_with_its_number() -> None:
    assert drawn("Il termine (art. 12) corre.", 16) == ["Il termine", "(art. 12) corre."]


def test_list_items_hang() -> None:
    assert drawn("- una voce che va a capo\n- due", 18) == ["• una voce che va", "  a capo", "• due"]


def test_numbers_are_right_aligned_and_go_on() -> None:
    assert drawn("9. nove\n10. dieci", 20) == [" 9. nove", "10. dieci"]


def test_a_nested_list_is_indented() -> None:
    assert drawn("- sopra\n  - sotto", 30) == ["• sopra", "  • sotto"]


def test_a_quote_has_a_bar_on_every_line() -> None:
    assert drawn("> «Buongiorno, mi dica pure.»", 18) == ["▌ «Buongiorno, mi", "▌ dica pure.»"]


def test_a_fence_is_kept_as_typed() -> None:
    assert drawn("```\na  -->  b\n   |-- c\n```") == ["a  -->  b", "   |-- c"]


def test_a_long_fence_line_goes_on_below_with_a_sign() -> None:
    assert drawn("```\nuno due tre quattro\n```", 12) == ["uno due tre", "↳ quattro"]


def test_a_drawing_too_wide_begins_at_the_edge() -> None:
    fence = "```\n   a --> b\n\n     '-- c\n```"
    assert drawn(fence, 10) == ["   a --> b", "", "     '-- c"]
    assert drawn(fence, 9) == ["a --> b", "", "  '-- c"]


def test_a_table_is_as_wide_as_its_cells() -> None:
    assert drawn(TABLE) == [
        "Chi chiede  Puoi parlare se   N",
        "──────────  ───────────────  ──",
        "coniuge     è autorizzato     1",
        "collega     il caso serve    12",
    ]


def test_a_narrow_table_wraps_cells_in_their_columns() -> None:
    lines = drawn(TABLE, 24)
    assert max(map(len, lines)) <= 24
    assert lines[-1] == "serve" or "serve" in lines[-1]


def test_bold_italic_and_titles_carry_styles() -> None:
    content = Prose("## Titolo\n\nCon **forza** e *garbo*.").content(40)
    assert styles_of(content, "Titolo") == {"bold $accent"}
    assert styles_of(content, "forza") == {"bold"}
    assert styles_of(content, "garbo") == {"italic"}


def test_terms_are_listed_once_and_the_shown_one_stands_out() -> None:
    markdown = "Il [titolare](glossary:controller), poi [titolare](glossary:controller) e [tu](lesson:gdpr/rights)."
    page = Prose(markdown, "controller")
    assert page.terms == ("controller",)
    assert styles_of(page.content(80), "titolare") == {"bold reverse"}
    assert styles_of(Prose(markdown).content(80), "titolare") == {"underline"}
    assert styles_of(page.content(80), "tu.") == set()
