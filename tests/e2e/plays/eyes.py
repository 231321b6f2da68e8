"""Reading a screen as a learner does: where the highlight stands, and whether a sentence is there however it wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence

MARK, BESIDE = "▸", "▏"
#: What stands before the words of an entry: number, sign, box, letter.
_LEAD = re.compile(r"^(?:[↓↑]\s?)?(?:\d{1,3}\s+)?(?:[○●◐✓✗▷✎◇·+–→↓↑]\s+)?(?:\[[x ]\]\s+)?(?:\d{1,3}\s{2})?")
_LETTER = re.compile(r"^[a-e]\s(?=\S)")
#: Bars, borders and what is drawn with blocks.
_DRAWN = re.compile(r"[\s▁-▟│┃┆]+")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")
#: Characters of the beginning of a title that tell it from others, where the rest is on the next line.
_ENOUGH = 20
#: Several words that must all stand in an entry.
Wanted = str | tuple[str, ...]


def squeezed(text: str) -> str:
    """Without spaces, line ends, bars and borders: a wrapped sentence is found in it."""
    return _DRAWN.sub("", text)


def seen_in(sentence: str, text: str) -> bool:
    """Whether a sentence stands in a text, wrapped or not."""
    return squeezed(sentence) in squeezed(text)


def still(lines: Sequence[str]) -> str:
    """What does not change by itself: no times, no scroll bars, no highlight, no trailing blanks."""
    text = "\n".join(re.sub(r"\s*[▁▂▃▄▅▆▇█]?$", "", line) for line in lines)
    return _CLOCK.sub("·", text).replace(MARK, " ")


def halves(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands left and right of the line between list and sheet; the same twice where nothing is beside."""
    columns = [line.index(BESIDE) for line in lines if BESIDE in line]
    if not columns:
        return list(lines), list(lines)
    at = max(set(columns), key=columns.count)
    if at < 20 or columns.count(at) < 5:
        return list(lines), list(lines)
    return [line[:at] for line in lines], [line[at + 1 :] if BESIDE in line else "" for line in lines]


def marker(lines: Sequence[str]) -> tuple[int, int] | None:
    """Row and column of the highlight."""
    return next(((row, line.index(MARK)) for row, line in enumerate(lines) if MARK in line), None)


def entry_at(lines: Sequence[str], row: int, column: int) -> str:
    """The entry that begins in a row: its first line, and those that hang below it."""
    found = [cut(lines[row][column + 1 :])]
    for line in lines[row + 1 :]:
        if line[: column + 3][column:].strip() or not line[column:].strip():
            break
        found.append(cut(line[column:]))
    return "\n".join(found)


def cut(text: str) -> str:
    """What stands before a wide gap: the rest is another column."""
    return re.split(r"\s{4,}", text.strip())[0]


def fits(wanted: Wanted, entry: str, *, exact: bool = False) -> bool:
    """Whether an entry is the wanted one; ``exact``: it says that and no more."""
    if isinstance(wanted, tuple):
        return all(squeezed(one) in squeezed(entry) for one in wanted)
    return any(_same(wanted, one, exact) for one in _bare(entry))


def fits_at(wanted: Wanted, lines: Sequence[str], row: int, column: int, *, exact: bool = False) -> bool:
    """Whether the entry that begins there is the wanted one; what it begins with may go on on the next lines."""
    entry = entry_at(lines, row, column)
    if isinstance(wanted, tuple) or exact or "…" in entry or not fits(wanted, entry):
        return fits(wanted, entry, exact=exact)
    below = "".join(cut(line[column:]) for line in lines[row + entry.count("\n") + 1 :][:3])
    whole = squeezed(wanted)
    return any(squeezed(one + below).startswith(whole) for one in _bare(entry))


def _bare(entry: str) -> tuple[str, ...]:
    """An entry as it is, without its lead, and without its letter."""
    bare = _LEAD.sub("", entry.strip(), count=1)
    return entry.strip(), bare, _LETTER.sub("", bare)


def _same(wanted: str, entry: str, exact: bool) -> bool:
    if exact:
        return squeezed(re.split(r"\s{2,}|\n", entry)[0]).rstrip("*") == squeezed(wanted)
    cut = "…" in entry
    shown, whole = squeezed(entry.partition("…")[0]), squeezed(wanted)
    return shown.startswith(whole) or (whole.startswith(shown) and (cut or len(shown) >= _ENOUGH))


def joined_pages(before: list[str], after: Sequence[str]) -> list[str]:
    """Two looks at one long page, the second further down: what both show stands once."""
    for count in range(min(len(before), len(after)), 0, -1):
        if before[-count:] == list(after[:count]):
            return [*before, *after[count:]]
    return [*before, *after]
