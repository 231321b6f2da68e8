"""Lines keep their width, and lose nothing."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trainer.printing.fonts import text_width
from trainer.printing.marks import INK, Style, TextMark
from trainer.printing.typeset import fitted, paragraph, spans

STYLE, STRONG = Style("regular", 8), Style("bold", 9)
WORDS = st.text("abcdefghiàèủ .,-/:WM\u00a0", max_size=200)


def lines(marks: tuple[object, ...]) -> list[list[TextMark]]:
    """The marks by line."""
    found: dict[float, list[TextMark]] = {}
    for mark in marks:
        assert isinstance(mark, TextMark)
        found.setdefault(round(mark.y, 3), []).append(mark)
    return list(found.values())


@given(WORDS, st.floats(20, 300))
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(text: str, width: float) -> None:
    drawn = paragraph(text, STYLE, width)
    for line in lines(drawn.marks):
        assert line[-1].x + line[-1].width <= width + 0.01
    assert "".join(m.text for m in drawn.marks).replace(" ", "") == text.replace(" ", "")


@given(st.lists(WORDS, min_size=1, max_size=4), st.floats(30, 200))
def test_pieces_in_two_styles_run_together(texts: list[str], width: float) -> None:
    drawn = spans([(text, (STYLE, STRONG)[number % 2]) for number, text in enumerate(texts)], width)
    for line in lines(drawn.marks):
        for first, second in pairwise(line):
            assert abs(first.x + first.width - second.x) < 0.01
        assert line[-1].x + line[-1].width <= width + 0.01
    assert "".join(m.text for m in drawn.marks).replace(" ", "") == "".join(texts).replace(" ", "")


def test_line_breaks_are_kept() -> None:
    drawn = paragraph("uno\ndue", STYLE, 500)
    assert [[mark.text for mark in line] for line in lines(drawn.marks)] == [["uno"], ["due"]]


def test_a_long_word_is_broken_at_its_joints() -> None:
    word = "did:web:attestazioni.centro-di-formazione.example:records"
    first = lines(paragraph(word, STYLE, 120).marks)[0][0].text
    assert first[-1] in "-/.:_@"


def test_a_line_is_made_smaller_before_it_is_broken() -> None:
    style = Style("bold", 24, INK)
    text = "Maximiliane Konstantinopoulou"
    [mark] = fitted(text, style, 300, 12).marks
    assert isinstance(mark, TextMark)
    assert 12 <= mark.style.size < 24
    assert text_width(mark.text, mark.style) <= 300
    assert len(fitted(text * 3, style, 300, 12).marks) > 1
