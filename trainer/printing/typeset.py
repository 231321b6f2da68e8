"""Setting text into lines: words whole where they fit, long ones broken at their joints, nothing ever cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trainer.printing.fonts import text_width
from trainer.printing.marks import Drawn, Mark, Style, TextMark

#: A piece of a paragraph in one style.
Span = tuple[str, Style]

#: Where a word too long for its line may be broken: behind these.
_JOINTS = "-/.:_@"
#: The baseline within a line, as a share of the size.
_ASCENT = 0.93


def paragraph(text: str, style: Style, width: float) -> Drawn:
    """One text in one style; its line breaks are kept."""
    return spans([(text, style)], width)


def spans(pieces: Sequence[Span], width: float, *, hanging: float = 0.0) -> Drawn:
    """Pieces in their styles run together into lines; all but the first begin ``hanging`` points further right."""
    lines = _lines(pieces, width, hanging)
    y, marks = 0.0, list[Mark]()
    for number, line in enumerate(lines):
        tallest = max(line, key=lambda piece: piece[1].line)[1] if line else pieces[0][1]
        x, base = hanging if number else 0.0, y + tallest.size * _ASCENT + (tallest.line - tallest.size * 1.17) / 2
        for text, style in _joined(line):
            measured = text_width(text, style)
            marks.append(TextMark(x, base, text, style, measured))
            x += measured
        y += tallest.line
    return Drawn(y, tuple(marks))


def _lines(pieces: Sequence[Span], width: float, hanging: float) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    used = 0.0
    for text, style in _words(pieces):
        room = width - (hanging if len(lines) > 1 else 0.0)
        if text == "\n":
            lines, used = [*lines, []], 0.0
            continue
        if used and used + text_width(text.rstrip(" "), style) > room:
            lines, used = [*lines, []], 0.0
            room = width - hanging
        for part in _fitting(text if used else text.lstrip(" "), style, room):
            if used and used + text_width(part.rstrip(" "), style) > room:
                lines, used, room = [*lines, []], 0.0, width - hanging
            lines[-1].append((part, style))
            used += text_width(part, style)
    return [_stripped(line) for line in lines]


def _words(pieces: Sequence[Span]) -> Iterable[Span]:
    """Words with the space behind them, and line breaks as words of their own."""
    for text, style in pieces:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield "\n", style
            start = 0
            for place, sign in enumerate(line):
                if sign == " ":
                    yield line[start : place + 1], style
                    start = place + 1
            if start < len(line):
                yield line[start:], style


def _fitting(word: str, style: Style, width: float) -> list[str]:
    """A word in parts none of which is wider than a line."""
    if text_width(word.rstrip(" "), style) <= width:
        return [word] if word else []
    end = len(word)
    while end > 1 and text_width(word[:end], style) > width:
        end -= 1
    joint = max(word.rfind(sign, 0, end) for sign in _JOINTS) + 1
    end = joint if joint > end // 2 else end
    return [word[:end], *_fitting(word[end:], style, width)]


def _stripped(line: list[Span]) -> list[Span]:
    if line:
        line[-1] = (line[-1][0].rstrip(" "), line[-1][1])
    return [piece for piece in line if piece[0]]


def _joined(line: list[Span]) -> list[Span]:
    """Neighbours of one style as one text, so that a line is read and copied as it was written."""
    joined: list[Span] = []
    for text, style in line:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    return joined


def fitted(text: str, style: Style, width: float, smallest: float) -> Drawn:
    """One line, made smaller down to ``smallest`` to fit; what is still too long is broken into lines of that size."""
    measured = text_width(text, style)
    size = style.size if measured <= width else max(smallest, int(style.size * width / measured * 4) / 4)
    return paragraph(text, style.sized(size), width)
