"""The oral assessment: marks, time and notes on a sheet, kept while it goes on, written down when it is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.registering import UNIT, School, study, take
from trainer.assessment.oral import sheet
from trainer.content.assessing import OralProtocol
from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root
from trainer.flows.deciding import DecidingFlow
from trainer.flows.oral import OralFlow
from trainer.flows.register import RegisterFlow
from trainer.kernel.problems import Refused
from trainer.progress.disk import Disk

ASKED = ("tag", "open-bag", "open-questions")
OBSERVED = ("questions", "care", "record")


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


@pytest.fixture
def register(school: School) -> RegisterFlow:
    found = school.register()
    take(found, school.handed_in("Anna Rossi", study))
    return found


def oral(school: School, assessor: str = "Carla") -> OralFlow:
    return OralFlow(school.register(), "Anna Rossi", UNIT, assessor)


def mark_all(flow: OralFlow, level: int) -> None:
    for name in (*ASKED, *OBSERVED):
        flow.mark(name, level)


# -- the sheet, pure -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def uc1() -> OralProtocol:
    return next(one.value for one in ContentFolder(shipped_root()).protocols() if one.value.unit == "abr.uc1")


def some_marks(protocol: OralProtocol, *, language: int | None) -> dict[str, int]:
    marks = {one.id: 2 for one in protocol.questions[: protocol.ask]}
    for group in protocol.observe:
        if not group.optional or language is not None:
            marks |= {point.id: 2 if not group.optional else language or 0 for point in group.points}
    return marks


def test_a_sheet_without_the_language_covers_everything_but_the_language(uc1: OralProtocol) -> None:
    found = sheet(uc1, some_marks(uc1, language=None))
    assert found.outcome == "sufficient" and "abr.uc1.k09" not in found.statements and found.parts[-1].left


def test_a_sheet_with_the_language_covers_what_only_an_observer_hears(uc1: OralProtocol) -> None:
    found = sheet(uc1, some_marks(uc1, language=2))
    assert found.outcome == "sufficient" and "abr.uc1.k09" in found.statements


def test_a_good_talk_does_not_make_up_for_the_language(uc1: OralProtocol) -> None:
    marks = some_marks(uc1, language=1) | {one.id: 3 for one in uc1.questions}
    assert sheet(uc1, marks).outcome == "insufficient"


def test_a_language_that_was_begun_must_be_finished(uc1: OralProtocol) -> None:
    found = sheet(uc1, some_marks(uc1, language=None) | {"fluency": 3})
    assert found.outcome is None and found.parts[-1].open == (
        "listening",
        "range",
        "accuracy",
        "interaction",
        "coherence",
    )


def test_a_mark_of_nothing_is_never_sufficient(uc1: OralProtocol) -> None:
    marks = dict.fromkeys(some_marks(uc1, language=None), 3) | {uc1.questions[0].id: 0}
    assert sheet(uc1, marks).outcome == "insufficient"


def test_too_few_questions_are_told(uc1: OralProtocol) -> None:
    marks = some_marks(uc1, language=None)
    del marks[uc1.questions[0].id]
    found = sheet(uc1, marks)
    assert found.outcome is None and found.parts[0].open == (uc1.questions[0].id,)


# -- holding it ------------------------------------------------------------------------------------------------------


def test_what_was_marked_becomes_one_act(school: School, register: RegisterFlow) -> None:
    flow = oral(school)
    mark_all(flow, 2)
    school.clock.wait(754)
    flow.note("  Calm and precise.\x1b ")
    held = flow.confirm()
    assert held.outcome == "sufficient" and held.questions == ASKED and held.seconds == 754
    assert held.notes == "Calm and precise." and held.by == "Carla" and set(held.marks) == {*ASKED, *OBSERVED}
    assert set(held.statements) == {"dem.u1.k01", "dem.u1.k02", "dem.u1.s01", "dem.u1.s02"}
    assert [one.act for one in school.register().state.orals.values()] == [held]
    assert flow.view.marks == {} and oral(school).view.notes == ""


def test_what_is_not_whole_is_not_written_down(school: School, register: RegisterFlow) -> None:
    flow = oral(school)
    mark_all(flow, 2)
    flow.mark("care", None)
    with pytest.raises(Refused, match="not marked yet"):
        flow.confirm()
    for name, mark in (("care", 4), ("care", -1), ("charm", 2)):
        with pytest.raises(Refused):
            flow.mark(name, mark)
    assert not register.state.orals


def test_it_needs_a_name(school: School, register: RegisterFlow) -> None:
    flow = oral(school, "")
    mark_all(flow, 2)
    with pytest.raises(Refused, match="under whose name"):
        flow.confirm()
    flow.sign("Carla")
    assert flow.confirm().by == "Carla"


def test_it_goes_on_where_it_was_left(school: School, register: RegisterFlow) -> None:
    flow = oral(school)
    flow.mark("tag", 3)
    school.clock.wait(60)
    flow.run(False)
    school.clock.wait(600)
    flow.note("Half a sen")
    flow.keep()
    again = oral(school).view
    assert (again.marks, again.notes, again.seconds, again.running) == ({"tag": 3}, "Half a sen", 60, False)
    assert oral(school, "Dario").view.marks == {}


def test_the_time_runs_from_the_first_mark_and_stops_when_told(school: School, register: RegisterFlow) -> None:
    flow = oral(school)
    school.clock.wait(30)
    assert flow.seconds == 0
    flow.mark("tag", 2)
    school.clock.wait(30)
    flow.run(True)
    assert flow.seconds == 30 and flow.view.running
    flow.run(False)
    school.clock.wait(30)
    assert flow.seconds == 30


def test_one_held_by_mistake_is_taken_back_with_a_reason(school: School, register: RegisterFlow) -> None:
    flow = oral(school)
    mark_all(flow, 2)
    held = flow.confirm()
    deciding = DecidingFlow(school.register(), "Anna Rossi", UNIT)
    assert [one.held for one in deciding.look().orals] == [held] and deciding.look().has_protocol
    with pytest.raises(Refused):
        deciding.withdraw_oral(held.oral, " ", "Carla")
    assert deciding.withdraw_oral(held.oral, "It was another learner.", "Carla").orals == ()


def test_a_unit_without_a_protocol_says_so(school: School, register: RegisterFlow) -> None:
    (school.content / "courses/assessment/dem.u1.yaml").unlink()
    school._catalogue = None
    with pytest.raises(Refused, match="no protocol"):
        oral(school)


# -- power cuts ------------------------------------------------------------------------------------------------------


class _Cut(Exception):
    pass


class _DyingDisk(Disk):
    """Dies before the n-th step that reaches the device."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def sync(self, descriptor: int) -> None:
        self._step()
        super().sync(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._step()
        super().replace(source, target)

    def _step(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Cut


@pytest.mark.parametrize("steps", range(6))
def test_what_was_acknowledged_is_there_after_a_cut_and_nothing_is_half_there(
    school: School, register: RegisterFlow, steps: int
) -> None:
    flow = oral(school)
    mark_all(flow, 2)
    flow.keep()
    dying = OralFlow(school.register(_DyingDisk(steps)), "Anna Rossi", UNIT, "Carla")
    done = False
    try:
        dying.confirm()
        done = True
    except _Cut:
        pass
    orals, view = school.register().state.orals, oral(school).view
    assert orals or not done
    assert orals or set(view.marks) == {*ASKED, *OBSERVED}, "what was marked is there, as an act or as a draft"
