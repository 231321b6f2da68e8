"""Figures, ratios and verdicts of the benchmarks."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from benchmarks.machine import Machine
from benchmarks.measure import Bound, Contender, Measure, take_rounds
from benchmarks.measures import all_measures
from benchmarks.report import as_json, markdown
from benchmarks.result import Result, percentile, summarise


def a_measure(**bounds: Bound) -> Measure:
    nobody = Contender("nobody", dict)
    return Measure("name", "How long?", "ms", nobody, nobody, bounds)


def test_a_ratio_is_taken_round_by_round() -> None:
    """The second round fell into a slow phase of the machine; neither the ratio nor the verdict notices."""
    rounds = [({"t": 12.0}, {"t": 10.0}), ({"t": 36.0}, {"t": 30.0}), ({"t": 11.0}, {"t": 10.0})]
    (line,) = summarise(a_measure(t=Bound(1.2)), rounds).lines
    assert (line.ratio.least, line.ratio.median, line.ratio.greatest) == pytest.approx((1.1, 1.2, 1.2))
    assert line.holds


def test_an_absolute_bound_looks_at_the_subject_only() -> None:
    rounds = [({"t": 19.0}, {"t": 1.0})] * 3
    assert summarise(a_measure(t=Bound(20, absolute=True)), rounds).lines[0].holds
    assert not summarise(a_measure(t=Bound(18, absolute=True)), rounds).lines[0].holds


def test_figures_only_one_of_both_gave_are_left_out() -> None:
    assert [line.figure for line in summarise(a_measure(), [({"a": 1.0, "b": 1.0}, {"b": 1.0})]).lines] == ["b"]


@pytest.mark.parametrize(("share", "value"), [(0.5, 100), (0.99, 198), (1.0, 200), (0.0, 1)])
def test_percentile_is_the_nearest_rank(share: float, value: float) -> None:
    assert percentile([float(n) for n in range(200, 0, -1)], share) == value


def test_rounds_take_turns_and_the_first_calls_do_not_count() -> None:
    calls: list[str] = []

    def called(name: str) -> Mapping[str, float]:
        calls.append(name)
        return {"n": float(len(calls))}

    subject, floor = Contender("s", lambda: called("s")), Contender("f", lambda: called("f"))
    rounds = take_rounds(Measure("n", "?", "", subject, floor, {}), 2, lambda _: None)
    assert "".join(calls) == "sfsffs"
    assert rounds == [({"n": 3.0}, {"n": 4.0}), ({"n": 6.0}, {"n": 5.0})]


def test_the_page_tells_figures_and_what_was_skipped() -> None:
    machine = Machine("A processor", 2, "Linux", "CPython 3.11.7")
    taken = summarise(a_measure(t=Bound(1.1)), [({"t": 2.0}, {"t": 1.0})])
    page = markdown([taken, Result(a_measure(), why_skipped="no terminal")], machine)
    assert "A processor, 2 cores; Linux; CPython 3.11.7. 1 runs of each." in page
    assert "| name | t | 2.00 (2.00–2.00) ms | 1.00 (1.00–1.00) ms | 2.00 (2.00–2.00) | ≤ × 1.1 | **no** |" in page
    assert "skipped: no terminal" in page
    assert as_json([taken], machine)["measures"][0]["figures"][0]["kept"] is False


def test_every_measure_has_a_name_of_its_own_and_a_bound() -> None:
    measures = all_measures()
    assert len({measure.name for measure in measures}) == len(measures)
    assert all(measure.bounds and measure.question.endswith(("?", ")")) for measure in measures)
