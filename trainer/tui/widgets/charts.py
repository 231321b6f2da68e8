"""Charts made of characters, as runs of text. Every value can be read off without colour."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells

#: A column's top in eighths of a cell.
_EIGHTHS = " ▁▂▃▄▅▆▇█"
#: Cells of a calendar, from nothing to the most.
LEVELS = ("··", "░░", "▒▒", "▓▓", "██")
_WIDEST_COLUMN = 3
#: A bar of this or more fills its line: smaller numbers look small.
_SMALL = 12


def columns(
    values: Sequence[float], height: int, width: int, first: str, last: str, top: str, lead: int = 0
) -> list[Runs]:
    """A column for each value, the highest ``height`` lines high; ``top`` is its value in words.

    ``first`` and ``last`` stand below the first and the last column. ``lead`` are the cells before the axis at least,
    so that charts below each other have it in one line.
    """
    lead = max(lead, cells((Run(top),)) + 2)
    step = max(1, min(_WIDEST_COLUMN, (width - lead) // max(len(values), 1)))
    bar = max(1, step - 1)
    most = max(values, default=0)
    eighths = [_eighths(value, most, height * 8) for value in values]
    lines: list[Runs] = []
    for row in range(height - 1, -1, -1):
        cut = (_EIGHTHS[max(0, min(8, eighth - row * 8))] * bar for eighth in eighths)
        label = f"{top:>{lead - 2}} ┤" if row == height - 1 else " " * (lead - 1) + "│"
        lines.append((Run(label, "$quiet"), Run((" " * (step - bar)).join(cut), "$accent")))
    drawn = step * len(values) - (step - bar)
    lines.append((Run(" " * (lead - 1) + "└" + "─" * drawn, "$quiet"),))
    gap = max(1, drawn - cells((Run(first),)) - cells((Run(last),)))
    lines.append((Run(" " * lead + first + " " * gap + last, "$quiet"),))
    return lines


def _eighths(value: float, most: float, full: int) -> int:
    """What is there at all is never shown as nothing."""
    return max(1, round(value / most * full)) if value > 0 else 0


def rows(pairs: Sequence[tuple[str, int]], width: int) -> list[Runs]:
    """A line for each label with its number and a bar."""
    most = max(_SMALL, *(value for _, value in pairs))
    labels = max((cells((Run(label),)) for label, _ in pairs), default=0)
    numbers = len(str(most))
    room = max(4, width - labels - numbers - 5)
    lines: list[Runs] = []
    for label, value in pairs:
        bar = "■" * max(1, round(value / most * room)) if value else ""
        pad = " " * (labels - cells((Run(label),)))
        figure = str(value) if value else "·"
        lines.append((Run(f"{label}{pad}  "), Run(f"{figure:>{numbers}}  ", "bold" if value else "$quiet"),
                      Run(bar, "$accent")))  # fmt: skip
    return lines


def calendar(days: Sequence[tuple[date, int]], weekdays: Sequence[str], months: Sequence[str]) -> list[Runs]:
    """Weeks beside each other, Monday first: a cell for each day, darker where there was more.

    ``months`` are the twelve names, put above the week a month begins in.
    """
    counts = dict(days)
    first, last = days[0][0], days[-1][0]
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    most, lead = max(counts.values()), max(cells((Run(name),)) for name in weekdays) + 1
    lines: list[Runs] = [(Run(" " * lead + _months(monday, weeks, first, months), "$quiet"),)]
    for weekday in range(7):
        line = [Run(weekdays[weekday] + " " * (lead - cells((Run(weekdays[weekday]),))), "$quiet")]
        for week in range(weeks):
            count = counts.get(monday + timedelta(days=7 * week + weekday))
            level = -1 if count is None else -(-count * (len(LEVELS) - 1) // most) if most else 0
            line.append(Run("   " if level < 0 else f"{LEVELS[level]} ", "$accent" if level > 0 else "$quiet"))
        lines.append(tuple(line))
    return lines


def _months(monday: date, weeks: int, first: date, months: Sequence[str]) -> str:
    """Names over the weeks in which a month begins; one that would touch the name before it is left out."""
    line = ""
    for week in range(weeks):
        days = [monday + timedelta(days=7 * week + day) for day in range(7)]
        begins = next((day for day in days if day >= first and (day.day == 1 or day == first)), None)
        if begins and len(line) <= 3 * week:
            line = f"{line:<{3 * week}}{months[begins.month - 1]} "
    return line
