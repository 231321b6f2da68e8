"""What the emulated screen shows, and when a key was answered."""

from __future__ import annotations

import pytest

from benchmarks.frames import Row, answer_times, shown_at


def test_a_text_is_shown_when_its_last_chunk_came() -> None:
    log = [(1.0, b"\x1b[2J\x1b[Hone\x1b[3"), (2.0, b"1m two"), (3.0, b"\x1b[>1u\x1b[?2026$p!")]
    assert shown_at(log, "one two") == 2.0
    assert shown_at(log, "one two!") == 3.0
    with pytest.raises(ValueError, match="three"):
        shown_at(log, "three")


def test_a_key_is_answered_by_the_last_chunk_that_changed_something() -> None:
    log = [
        (0.5, b"\x1b[Hfirst"),
        (1.1, b"\x1b[Hsecond"),
        (1.2, b"\x1b[Hsecond"),  # painted again, nothing new
        (2.3, b"\x1b[H\x1b[1msecond"),  # bold is a change
        (4.1, b"\x1b[1;20H12:01"),
    ]
    assert answer_times(log, [1.0, 2.0, 3.0]) == [pytest.approx(0.1), pytest.approx(0.3), pytest.approx(1.1)]


def test_what_is_masked_is_no_answer() -> None:
    def no_clock(number: int, row: Row) -> Row:
        return row[:19] if number == 0 else row

    log = [(0.5, b"\x1b[Hfirst"), (1.1, b"\x1b[1;20H12:01")]
    assert answer_times(log, [1.0], no_clock) == [None]
