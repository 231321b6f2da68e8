"""Charts of characters: everything that is there is seen, nothing is wider than its room."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.workspace import TinyWorkspace
from tests.tui.stage import on_stage_with
from trainer.i18n.catalogue import Translator
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells
from trainer.tui.widgets.charts import calendar, columns, rows
from trainer.tui.widgets.ledger import Ledger, Writer

WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def text(line: Runs) -> str:
    return "".join(run.text for run in line)


@given(st.lists(st.integers(0, 10_000), min_size=30, max_size=30), st.sampled_from([56, 78]))
def test_columns_fit_and_show_every_day_with_something(values: list[int], width: int) -> None:
    lines = columns([float(value) for value in values], 6, width, "Nov 1", "today", str(max(values)), 9)
    assert all(cells(line) <= width for line in lines)
    assert len(lines) == 8
    bottom = text(lines[5])
    axis = bottom.index("│") + 1
    step = 2 if width == 78 else 1
    drawn = bottom[axis:].ljust(30 * step)
    assert [drawn[at * step] != " " for at in range(30)] == [value > 0 for value in values]
    assert text(lines[7]).split() == ["Nov", "1", "today"]


def test_the_highest_column_is_full_and_half_of_it_half() -> None:
    lines = columns([8.0, 4.0], 2, 40, "a", "b", "8")
    assert "██" in text(lines[0]) and text(lines[1]).count("█") == 4


@given(st.lists(st.integers(0, 500), min_size=14, max_size=14), st.integers(40, 84))
def test_rows_fit_and_say_their_number(values: list[int], width: int) -> None:
    lines = rows([(f"day {number}", value) for number, value in enumerate(values)], width)
    assert all(cells(line) <= width for line in lines)
    for line, value in zip(lines, values, strict=True):
        assert (("■" in text(line)) == (value > 0)) and (not value or f" {value}  " in text(line))


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.lists(st.integers(0, 99), min_size=90, max_size=90))
def test_a_calendar_has_a_cell_for_each_day(first: date, counts: list[int]) -> None:
    days = [(first + timedelta(days=number), count) for number, count in enumerate(counts)]
    lines = calendar(days, WEEK, MONTHS)
    assert len(lines) == 8 and all(cells(line) <= 50 for line in lines)
    shown = [run.text for line in lines[1:] for run in line[1:] if run.text.strip()]
    assert len(shown) == 90
    assert shown.count("·· ") == counts.count(0)
    if max(counts):
        assert "██ " in shown


@pytest.mark.parametrize("width", [30, 56, 78])
def test_what_is_written_hangs_and_fits(width: int) -> None:
    writer = Writer(Translator("en"), width)
    writer.heading("A title that goes on and on", "a note")
    writer.hang((Run("✓ ", "$success"),), "words " * 30 + "[@click=app.quit]\x1b[2J")
    writer.say("")
    assert all(cells(line) <= width for line in writer.lines)
    assert all("\x1b" not in text(line) for line in writer.lines)
    assert [text(line)[:2] for line in writer.lines if "words" in text(line)][1:] == ["  "] * (
        sum("words" in text(line) for line in writer.lines) - 1
    )


async def test_a_ledger_is_as_long_as_it_needs_and_draws_what_is_seen(workspace: TinyWorkspace) -> None:
    ledger = Ledger()
    async with on_stage_with(workspace, lambda _: ledger) as stage:
        ledger.show(lambda width: [(Run(f"line {number} of {width}"),) for number in range(500)])
        await stage.settle()
        assert ledger.size.height == 500
        assert "line 3 of" in stage.text and len(ledger._strips) < 60
        await stage.press("end")
        assert "line 499 of" in stage.text
