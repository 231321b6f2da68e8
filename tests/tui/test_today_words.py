"""Numbers and days in the words of *Today*."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.fakes.clock import MORNING
from trainer.flows.today import Step, TodayView, UnitProgress
from trainer.i18n.catalogue import Translator
from trainer.tui.screens.today_words import ago, halves, recent_entry, step_entry, steps_note, unit_entry
from trainer.tui.widgets.strides import EMPTY, FULL, dots, stride_bar

NOW = MORNING.timestamp()
DAY = 86_400
IT = Translator("it")


@pytest.mark.parametrize(("days", "said"), [(0, "oggi"), (1, "ieri"), (5, "5 giorni fa"), (-3, "oggi")])
def test_days_ago(days: int, said: str) -> None:
    assert ago(NOW - days * DAY, NOW, IT) == said


@pytest.mark.parametrize(
    ("points", "said"), [("15", "15"), ("31/2", "15½"), ("0", "0"), ("47/3", "15½"), ("61/4", "15")]
)
def test_points_are_rounded_down_to_a_half(points: str, said: str) -> None:
    assert halves(Fraction(points)) == said


@pytest.mark.parametrize(
    ("done", "total", "full"), [(0, 7, 0), (1, 100, 1), (99, 100, 7), (7, 7, 8), (0, 0, 0), (9, 7, 8)]
)
def test_a_bar_never_lies_at_its_ends(done: int, total: int, full: int) -> None:
    assert "".join(run.text for run in stride_bar(done, total)) == FULL * full + EMPTY * (8 - full)


def test_dots_tell_here_opened_and_beyond() -> None:
    assert "".join(run.text for run in dots(1, 4, 2)) == "• ● · ·"
    assert "".join(run.text for run in dots(4, 4, 4)) == "• • • •"


def test_a_lesson_begun_says_the_page() -> None:
    detail = {"page": 2, "pages": 7, "minutes": 10, "begun": True, "module": {"it": "Modulo"}}
    entry = step_entry(Step("lesson", "m/l", {"it": "Titolo"}, detail), IT)
    assert (entry.title, entry.detail) == ("Continua la lezione: Titolo", "pagina 3 di 7 · Modulo")
    entry = step_entry(Step("lesson", "m/l", {"it": "Titolo"}, {**detail, "begun": False}), IT)
    assert (entry.title, entry.detail) == ("Comincia la lezione: Titolo", "10 minuti · Modulo")


def test_a_unit_says_how_far_and_what_is_missing() -> None:
    unit = UnitProgress("u", {"it": "Unità"}, "study", 1, 8, 3, 36, 1)
    assert unit_entry(unit, IT).detail == "1 di 8 lezioni · 3 di 36 quesiti · 1 modulo in preparazione"
    complete = UnitProgress("u", {"it": "Unità"}, "exam", 8, 8, 3, 36, 0)
    assert unit_entry(complete, IT).detail == "8 di 8 lezioni · 3 di 36 quesiti · pronta per l’esame"


@pytest.mark.parametrize(("passed", "sign", "said"), [(True, "✓", "superata"), (False, "✗", "non superata")])
def test_a_result_is_said_by_sign_and_word(passed: bool, sign: str, said: str) -> None:
    row = {"id": "x", "kind": "exam", "title": {"it": "Esame"}, "points": "31/2", "items": 20, "passed": passed,
           "submitted_at": NOW}  # fmt: skip
    entry = recent_entry(row, NOW, IT)
    assert (entry.id, entry.sign, entry.detail) == ("result:x", sign, f"{said} · 15½ di 20 punti · oggi")


@pytest.mark.parametrize(
    ("days", "more", "said"),
    [
        (0, 0, ""),
        (1, 0, "prossimo ripasso domani"),
        (0, 1, "1 altro modulo nel catalogo"),
        (3, 7, "prossimo ripasso fra 3 giorni · altri 7 moduli nel catalogo"),
    ],
)
def test_what_stands_beside_the_steps(days: int, more: int, said: str) -> None:
    view = TodayView("Ada", {}, (), (), (), 0, next_due=days, more=more)
    assert steps_note(view, IT) == said
