"""One question a file. Each ends in ``MEASURE``, and is found by being here; the order is that of ``ORDER``."""

from __future__ import annotations

from importlib import import_module

from benchmarks.measure import Measure

ORDER = (
    "first_paint",
    "first_paint_peer",
    "first_paint_items",
    "first_paint_history",
    "first_paint_learners",
    "help_text",
    "keys_practice",
    "keys_exam",
    "idle_exam",
    "lesson_page",
    "progress_screen",
    "session_memory",
    "desk_moves",
    "answer",
    "answer_history",
    "draw",
    "hand_ins",
    "compile_memory",
    "compile_edit",
    "verify_record",
)


def all_measures() -> list[Measure]:
    """Every measure, in order."""
    return [import_module(f"benchmarks.measures.{name}").MEASURE for name in ORDER]
