"""Characters for what a cell covers: of all blocks and lines the one that comes nearest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

#: Points of a cell in each direction.
FINE = 8

_ALL = (1 << FINE * FINE) - 1


def _mask(inside: Callable[[int, int], bool]) -> int:
    return sum(1 << (FINE * y + x) for y in range(FINE) for x in range(FINE) if inside(x, y))


def _low(eighths: int) -> Callable[[int, int], bool]:
    return lambda x, y: y >= FINE - eighths


def _left(eighths: int) -> Callable[[int, int], bool]:
    return lambda x, y: x < eighths


def _quarters(top_left: bool, top_right: bool, low_left: bool, low_right: bool) -> int:
    corners = {(0, 0): top_left, (1, 0): top_right, (0, 1): low_left, (1, 1): low_right}
    return _mask(lambda x, y: corners[x // 4, y // 4])


#: What each character covers. The plainest come first: of two that come as near it is taken.
_COVERS: Mapping[str, int] = {
    " ": 0,
    "█": _ALL,
    "▀": _mask(lambda x, y: y < 4),
    **{char: _mask(_low(n)) for n, char in enumerate("▁▂▃▄▅▆▇", 1)},
    **{char: _mask(_left(n)) for n, char in enumerate("▏▎▍▌▋▊▉", 1)},
    "▐": _mask(lambda x, y: x >= 4),
    "▔": _mask(lambda x, y: y < 1),
    "▕": _mask(lambda x, y: x > 6),
    "━": _mask(lambda x, y: y in (3, 4)),
    "┃": _mask(lambda x, y: x in (3, 4)),
    "╱": _mask(lambda x, y: abs(x + y - 7) < 2),
    "╲": _mask(lambda x, y: abs(x - y) < 2),
    "▘": _quarters(True, False, False, False),
    "▝": _quarters(False, True, False, False),
    "▖": _quarters(False, False, True, False),
    "▗": _quarters(False, False, False, True),
    "▚": _quarters(True, False, False, True),
    "▞": _quarters(False, True, True, False),
    "▛": _quarters(True, True, True, False),
    "▜": _quarters(True, True, False, True),
    "▙": _quarters(True, False, True, True),
    "▟": _quarters(False, True, True, True),
}


#: Points from which something is drawn at all, and what a point costs that lies in another place of the cell.
_SEEN, _ELSEWHERE = 10, 3.0


def _middle(mask: int) -> tuple[float, float]:
    points = [(x, y) for y in range(FINE) for x in range(FINE) if mask >> (FINE * y + x) & 1]
    count = max(1, len(points))
    return sum(x for x, _ in points) / count, sum(y for _, y in points) / count


_MIDDLES = {char: _middle(mask) for char, mask in _COVERS.items()}


@lru_cache(maxsize=20_000)
def nearest(mask: int) -> str:
    """The character that differs least from what a cell covers; a thin line between two of them is never lost."""
    if mask.bit_count() < _SEEN:
        return " "
    x, y = _middle(mask)

    def differs(char: str) -> float:
        there = _MIDDLES[char]
        return (_COVERS[char] ^ mask).bit_count() + _ELSEWHERE * (abs(there[0] - x) + abs(there[1] - y))

    return min((char for char in _COVERS if char != " "), key=differs)
