"""Setting one or two texts beside each other (or one under the other where it is narrow) behind a hanging mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

#: From this width on two languages stand side by side; each column is then 44 characters or more.
SIDE_BY_SIDE = 92
_GAP = 4


def set_texts(mark: Content, texts: Sequence[Content], width: int) -> list[Content]:
    """Lines of ``width`` or less: ``mark`` hangs before the first text, the others align with it."""
    indent = Content(" " * mark.cell_length)
    room = max(10, width - mark.cell_length)
    if len(texts) == 1:
        return [_lead(mark, indent, index) + line for index, line in enumerate(_wrap(texts[0], room))]
    if width < SIDE_BY_SIDE:
        second = [text.stylize_before("$quiet") for text in texts[1:]]
        lines = [line for text in (texts[0], *second) for line in _wrap(text, room)]
        return [_lead(mark, indent, index) + line for index, line in enumerate(lines)]
    # The second column starts at the same place whatever mark hangs before the first.
    half = (width - _GAP) // 2
    column = half - mark.cell_length
    rows = zip_longest(_wrap(texts[0], column), _wrap(texts[1], width - half - _GAP), fillvalue=Content(""))
    return [
        _lead(mark, indent, index) + left.pad_right(column + _GAP - left.cell_length) + right
        for index, (left, right) in enumerate(rows)
    ]


def _lead(mark: Content, indent: Content, index: int) -> Content:
    return indent if index else mark


def _wrap(text: Content, width: int) -> list[Content]:
    return [line.rstrip() for line in text.wrap(width)]
