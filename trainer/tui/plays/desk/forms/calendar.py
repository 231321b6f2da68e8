"""A calendar of one month: arrows go from day to day; days that are not worked stand in brackets and are named."""

from __future__ import annotations

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined, plain

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import FreeDay
    from trainer.tui.plays.desk.pen import Pen
    from trainer.tui.plays.desk.speech import Speech

#: Cells of a day.
_CELL = 5
#: How far one can go, in days from the day it began on.
_FURTHEST = timedelta(days=1500)


class Calendar:
    """``day`` is the highlighted day, ``today`` the desk's."""

    def __init__(self, today: str, free: tuple[FreeDay, ...]) -> None:
        self.today = date.fromisoformat(today)
        self.day = self.today
        self.free = {date.fromisoformat(one.day): one.name for one in free}

    def go(self, days: int) -> None:
        """Another day."""
        wanted = self.day + timedelta(days=days)
        if abs(wanted - self.today) <= _FURTHEST:
            self.day = wanted

    def go_months(self, months: int) -> None:
        """The same day of another month, or its last."""
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        last = max(day for day in Weeks().itermonthdays(year, month + 1))
        wanted = date(year, month + 1, min(self.day.day, last))
        if abs(wanted - self.today) <= _FURTHEST:
            self.day = wanted

    def draw(self, pen: Pen, speech: Speech) -> None:
        """Month, weekdays, weeks; below them the highlighted day in words and the free days of the month."""
        from trainer.i18n.dates import short_weekdays

        top = len(pen.lines)
        pen.add(joined("  ", (speech.month(self.day), "bold")))
        heads = "".join(f"{name[: _CELL - 2]:^{_CELL}}" for name in short_weekdays(speech.words.language))
        pen.add(plain(f"  {heads}", "$quiet"))
        for week in Weeks().monthdatescalendar(self.day.year, self.day.month):
            pen.add(joined("  ", *(self._cell(day, active=pen.active) for day in week)))
        said = [speech.whole_day(self.day.isoformat()), *self._about(self.day, speech)]
        pen.hang(plain("  → ", "bold $accent"), plain(" · ".join(said), "bold"))
        pen.keep(top)
        self._free_days(pen, speech)

    def _cell(self, day: date, *, active: bool) -> Content:
        if day.month != self.day.month:
            return plain(" " * _CELL)
        number = f"({day.day})" if self._is_free(day) else str(day.day)
        style = "$quiet" if self._is_free(day) else ""
        if day == self.today:
            style = f"{style} underline".strip()
        if day == self.day:
            mark = f"▸{number}"
            return plain(f"{mark:^{_CELL}}", "bold reverse" if active else "bold")
        return plain(f"{number:^{_CELL}}", style)

    def _is_free(self, day: date) -> bool:
        return day.weekday() >= 5 or day in self.free

    def _about(self, day: date, speech: Speech) -> list[str]:
        said = [speech._("today")] if day == self.today else []
        if day in self.free:
            said.append(self._name(day, speech))
        elif day.weekday() >= 5:
            said.append(speech._("not worked"))
        return said

    def _name(self, day: date, speech: Speech) -> str:
        return speech._(self.free[day]) if self.free[day] else speech._("free day here")

    def _free_days(self, pen: Pen, speech: Speech) -> None:
        month = (self.day.year, self.day.month)
        here = sorted(day for day in self.free if (day.year, day.month) == month)
        named = [f"({day.day}) {self._name(day, speech)}" for day in here]
        pen.say(" · ".join([speech._("( ) not worked"), *named]), "$quiet", indent=2)
