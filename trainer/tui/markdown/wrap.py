"""Wrapping runs of text at a width, counted in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

from trainer.tui.markdown.runs import Run, Runs

_BREAK: Runs = (Run("\n"),)


def cells(runs: Sequence[Run]) -> int:
    """Width of a line in cells."""
    return sum(cell_len(run.text) for run in runs)


def wrap(runs: Runs, width: int) -> list[Runs]:
    """Lines of at most ``width`` cells (at least 1); a longer word is cut."""
    lines: list[Runs] = []
    line: list[Run] = []
    used = 0
    for word in _words(runs, max(width, 1)):
        size = cells(word)
        if word == _BREAK or (line and used + 1 + size > width):
            lines.append(tuple(line))
            line, used = [], 0
            if word == _BREAK:
                continue
        if line:
            line.append(_space(line[-1], word[0]))
            used += 1
        line.extend(word)
        used += size
    if line or not lines:
        lines.append(tuple(line))
    return lines


def longest_word(runs: Runs) -> int:
    """Cells of the longest word: what a column needs so that no word is cut."""
    return max((cells(word) for word in _words(runs, 1_000) if word != _BREAK), default=0)


def _space(before: Run, after: Run) -> Run:
    """A space that carries the underline or the style on when both sides have it."""
    same = before.style == after.style and before.term == after.term
    return Run(" ", before.style, before.term) if same else Run(" ")


def _words(runs: Runs, width: int) -> Iterator[Runs]:
    """Words as runs (a word may change style inside), those too long for the width cut, breaks as ``\\n``."""
    word: list[Run] = []
    for run in runs:
        for number, part in enumerate(run.text.replace("\n", " \n ").split(" ")):
            if number and word:
                yield from _cut(word, width)
                word = []
            if part == "\n":
                yield _BREAK
            elif part:
                word.append(run._replace(text=part))
    if word:
        yield from _cut(word, width)


def _cut(word: list[Run], width: int) -> Iterator[Runs]:
    if cells(word) <= width:
        yield tuple(word)
        return
    for run in word:
        for piece in chop_cells(run.text, width):
            yield (run._replace(text=piece),)
