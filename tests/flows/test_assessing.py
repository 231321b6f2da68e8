"""Assessing: a queue without names, judgements that stay, two raters and a third, agreement, what else is decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.registering import UNIT, School, sit, take
from trainer.assessment.acts import Received, RecordedAct
from trainer.assessment.rationale import PARTS
from trainer.flows.agreeing import AgreementFlow
from trainer.flows.assessing import AssessingFlow, PieceView
from trainer.flows.assessing_pieces import cover_numbers
from trainer.flows.deciding import DecidingFlow
from trainer.flows.register import RegisterFlow
from trainer.flows.register_rights import erase_person
from trainer.flows.register_status import unit_class
from trainer.kernel.problems import Refused


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


@pytest.fixture
def register(school: School) -> RegisterFlow:
    """Anna and Bruno have handed in, two rationales each."""
    found = school.register()
    take(found, *(school.finished(name).hand_in(f"{name[:4]}.zip").file for name in ("Anna Rossi", "Bruno Verdi")))
    return found


def rater(school: School, name: str) -> AssessingFlow:
    """A rater at the instructor's machine, in a new run of the program."""
    return AssessingFlow(school.register(), UNIT, name)


def first(flow: AssessingFlow, number: int = 0) -> PieceView:
    piece = flow.look().pieces[number]
    return flow.piece(piece.attempt, piece.part)


def open_(flow: AssessingFlow, like: PieceView) -> PieceView:
    return flow.piece(like.piece.attempt, like.piece.part)


def all_at(view: PieceView, level: int, **other: int) -> dict[str, int]:
    return {one.id: level for one in view.work.criteria} | other


# -- the queue -------------------------------------------------------------------------------------------------------


def test_all_that_waits_is_in_the_queue_and_nobody_is_named(school: School, register: RegisterFlow) -> None:
    view = rater(school, "Carla").look()
    assert len(view.pieces) == view.due == view.mine == 4 and view.judged == 0
    assert all(100 <= piece.number <= 999 for piece in view.pieces) and len({p.number for p in view.pieces}) == 4
    assert all((piece.whose, piece.part, piece.state, piece.supervised) == ("", "rationale", "due", False)
               for piece in view.pieces)  # fmt: skip
    assert "Rossi" not in repr(view) and "Verdi" not in repr(view)


def test_names_are_shown_only_when_asked_for(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    assert {piece.whose for piece in flow.show_names(True).pieces} == {"Anna Rossi", "Bruno Verdi"}
    assert {piece.whose for piece in flow.show_names(False).pieces} == {""}


def test_a_piece_keeps_its_number_for_ever(school: School, register: RegisterFlow) -> None:
    before = {piece.id: piece.number for piece in rater(school, "Carla").look().pieces}
    take(school.register(), school.finished("Aldo Neri").hand_in("aldo.zip").file)
    erase_person(school.register(), "Bruno Verdi", "Carla")
    after = {piece.id: piece.number for piece in rater(school, "Carla").look().pieces}
    kept = before.keys() & after.keys()
    assert len(kept) == 2 and all(before[name] == after[name] for name in kept)
    assert len(set(after.values())) == len(after)


def test_what_came_in_together_is_not_numbered_learner_by_learner(school: School) -> None:
    found = school.register()
    take(found, *(school.finished(f"Learner {n}").hand_in(f"{n}.zip").file for n in range(6)))
    pieces = rater(school, "Carla").look().pieces
    owners = [found.state.attempts[piece.attempt].person for piece in sorted(pieces, key=lambda one: one.number)]
    assert owners != sorted(owners, key=owners.index), "one learner's work would stand in a row"


def test_a_voided_attempt_is_not_judged(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    register.void(flow.look().pieces[0].attempt, "Somebody else played it.", "Carla")
    assert len(flow.look().pieces) == 3


def test_every_unit_at_once_or_one_that_exists(school: School, register: RegisterFlow) -> None:
    everything = AssessingFlow(register, "", "Carla")
    assert len(everything.look().pieces) == 4 and everything.look().pieces[0].units == (UNIT,)
    with pytest.raises(Refused, match="one unit at a time"):
        everything.ask_two(True)
    with pytest.raises(Refused, match="no unit"):
        AssessingFlow(register, "dem.u9")


def test_numbers_depend_on_nothing_that_comes_later() -> None:
    def acts(count: int) -> list[RecordedAct[Received]]:
        return [
            RecordedAct(Received(f"h{n}", "p", UNIT, dict.fromkeys(names, ""), (), {}, {}, {}, "", "", 0), 1.0)
            for n in range(count)
            if (names := [f"a{n}-{k}" for k in range(5)])
        ]

    few, many = cover_numbers(acts(40)), cover_numbers(acts(1200))
    assert len(few) == 200 and len(set(many.values())) == len(many) == 6000
    assert few.items() <= many.items() and max(few.values()) < 1000 <= max(many.values()) < 100_000


# -- one piece -------------------------------------------------------------------------------------------------------


def test_what_a_rater_reads(school: School, register: RegisterFlow) -> None:
    view = first(rater(school, "Carla"))
    work = view.work
    assert work.result is not None and work.result.moments and work.result.comments
    assert [one.id for one in work.criteria] == [part for part in PARTS if part in work.parts]
    assert {line.part for line in work.lines} == set(work.parts) and work.cited
    assert all(len(one.anchors) == 4 and set(one.anchors[0]) == {"it", "en"} for one in work.criteria)
    assert view.lacking == tuple(one.id for one in work.criteria) and view.rule["it"]


def test_a_judgement_stays(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    view = first(flow)
    levels = all_at(view, 2)
    done = flow.judge(view, levels, {"choices": "  Clear.\x1b[31m ", "tools": " "})
    assert done.piece.state == "sufficient" and done.outcome is not None and done.outcome.sufficient
    again = open_(rater(school, "Carla"), view)
    assert again.levels == levels and again.comments == {"choices": "Clear.[31m"}
    found = rater(school, "Carla").look()
    assert (found.judged, found.due, found.mine) == (1, 3, 4) and found.pieces[-1].id == view.piece.id


def test_a_judgement_is_whole_or_refused(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    view = first(flow)
    for wrong in ({}, all_at(view, 2) | {"choices": 4}, all_at(view, -1), all_at(view, 2) | {"charm": 2}):
        with pytest.raises(Refused, match="every criterion"):
            flow.judge(view, wrong, {})
    with pytest.raises(Refused, match="room"):
        flow.judge(view, all_at(view, 2), {"choices": "x" * 1001})
    assert not register.state.judged


def test_nobody_judges_without_a_name(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "")
    view = first(flow)
    with pytest.raises(Refused, match="under whose name"):
        flow.judge(view, all_at(view, 2), {})
    with pytest.raises(Refused, match="under whose name"):
        flow.sign("  ")
    assert flow.sign("Carla\x07").rater == "Carla" and rater(school, "").rater == "Carla"
    flow.judge(view, all_at(view, 2), {})


def test_an_insufficient_one_is_told(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    view = first(flow)
    assert flow.judge(view, all_at(view, 3, choices=0), {}).piece.state == "insufficient"


def test_taking_a_judgement_back_keeps_what_was_written(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    done = flow.judge(first(flow), all_at(first(flow), 2), {"choices": "Clear."})
    back = flow.withdraw(done)
    assert back.piece.state == "due" and not back.piece.mine and back.piece.begun
    assert back.levels == done.levels and back.comments == {"choices": "Clear."}
    with pytest.raises(Exception, match="no judgement"):
        flow.withdraw(back)


def test_judging_again_takes_the_place_of_the_one_before(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    done = flow.judge(first(flow), all_at(first(flow), 2), {})
    again = flow.judge(done, all_at(done, 3), {})
    assert set(again.levels.values()) == {3} and again.piece.raters == 1


def test_half_a_comment_survives_leaving(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    view = first(flow)
    flow.keep_draft(view, {"choices": 1}, {"choices": "I was abou"})
    again = open_(rater(school, "Carla"), view)
    assert (again.levels, again.comments, again.piece.begun) == ({"choices": 1}, {"choices": "I was abou"}, True)
    assert not register.state.judged, "nothing is decided by a draft"
    assert open_(rater(school, "Dario"), view).levels == {}, "and nobody else sees it"
    flow.judge(view, all_at(view, 2), {})
    assert not open_(rater(school, "Carla"), view).piece.begun


def test_drafts_are_private_and_go_with_the_person(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    for piece in flow.look().pieces:
        flow.keep_draft(flow.piece(piece.attempt, piece.part), {"choices": 1}, {})
    files = sorted(register.locations.register.glob("hand-ins/*/draft-*.json"))
    assert len(files) == 2 and all(path.stat().st_mode & 0o777 == 0o600 for path in files)
    view = first(flow)
    person = register.state.attempts[view.piece.attempt].person
    erase_person(school.register(), person, "Carla")
    assert len(list(register.locations.register.glob("hand-ins/*/draft-*.json"))) == 1


def test_a_spoiled_draft_is_as_if_it_were_not_there(school: School, register: RegisterFlow) -> None:
    flow = rater(school, "Carla")
    view = first(flow)
    flow.keep_draft(view, {"choices": 1}, {})
    for path in register.locations.register.glob("hand-ins/*/draft-*.json"):
        path.write_text('{"version": 1, "drafts": {"x": 7}}')
    assert open_(flow, view).levels == {}
    flow.keep_draft(view, {"choices": 2}, {})
    assert open_(flow, view).levels == {"choices": 2}


# -- two raters ------------------------------------------------------------------------------------------------------


def test_one_rater_sees_nothing_of_the_other_before_judging(school: School, register: RegisterFlow) -> None:
    carla, dario = rater(school, "Carla"), rater(school, "Dario")
    view = first(carla)
    assert carla.ask_two(True).two_raters
    done = carla.judge(view, all_at(view, 2), {"choices": "Secret."})
    assert done.piece.state == "given" and done.outcome is not None and done.outcome.due == "second"
    blind = open_(dario, view)
    assert (blind.others, blind.outcome, blind.levels, blind.piece.state) == ((), None, {}, "due")
    assert "Secret" not in repr(blind) and "Secret" not in repr(AgreementFlow(dario).look())
    seen = dario.judge(blind, all_at(view, 3), {})
    assert [one.by for one in seen.others] == ["Carla"] and seen.piece.state == "sufficient"
    assert open_(carla, view).others[0].by == "Dario"


def test_work_others_have_judged_is_closed_and_says_nothing(school: School, register: RegisterFlow) -> None:
    carla, dario = rater(school, "Carla"), rater(school, "Dario")
    view = carla.judge(first(carla), all_at(first(carla), 2), {})
    found = open_(dario, view)
    assert found.piece.state == "closed" and found.outcome is None and found.others == ()
    assert dario.look().mine == 3


def test_two_who_disagree_need_a_third(school: School, register: RegisterFlow) -> None:
    carla, dario, elena = (rater(school, name) for name in ("Carla", "Dario", "Elena"))
    carla.ask_two(True)
    view = first(carla)
    carla.judge(view, all_at(view, 3), {})
    done = dario.judge(open_(dario, view), all_at(view, 1), {})
    assert done.piece.waits_for == "third" and done.outcome is not None and len(done.outcome.disagreement.criteria) > 1
    assert [one for one in unit_class(register, UNIT).rows if view.piece.attempt in {w.attempt for w in one.waiting}]
    third = open_(elena, view)
    assert third.piece.state == "due" and third.piece.waits_for == "third" and third.outcome is None
    told = AgreementFlow(elena).look()
    assert told.thirds == 1 and told.pieces[0].given == () and told.pieces[0].outcome is None
    final = elena.judge(third, all_at(view, 2), {})
    assert final.piece.state == "sufficient" and len(final.others) == 2
    assert AgreementFlow(elena).look().thirds == 0 and len(AgreementFlow(elena).look().pieces[0].given) == 3


def test_agreement_is_of_first_and_second_raters(school: School, register: RegisterFlow) -> None:
    carla, dario = rater(school, "Carla"), rater(school, "Dario")
    carla.ask_two(True)
    assert AgreementFlow(carla).look().verdicts is None
    for piece in carla.look().pieces:
        view = carla.piece(piece.attempt, piece.part)
        carla.judge(view, all_at(view, 2), {})
    for number, piece in enumerate(dario.look().pieces):
        view = dario.piece(piece.attempt, piece.part)
        dario.judge(view, all_at(view, 2, choices=3 if number else 2), {})
    found = AgreementFlow(carla).look()
    choices = next(row.agreement for row in found.rows if row.criterion.id == "choices")
    assert (choices.pieces, choices.exact, choices.adjacent, choices.no_kappa) == (4, 0.25, 1.0, "too-few")
    forms = next(row.agreement for row in found.rows if row.criterion.id == "forms")
    assert forms.pieces == 0 and forms.exact is None, "no exercise here asks for forms"
    assert found.verdicts == 1.0 and len(found.pieces) == 4


def test_the_class_waits_until_raters_are_done(school: School, register: RegisterFlow) -> None:
    carla, dario = rater(school, "Carla"), rater(school, "Dario")
    carla.ask_two(True)
    assert unit_class(register, UNIT).waiting == 4
    for flow in (carla, dario):
        for piece in flow.look().pieces:
            view = flow.piece(piece.attempt, piece.part)
            flow.judge(view, all_at(view, 2), {})
    found = unit_class(register, UNIT)
    assert found.waiting == 0 and all(state.state == "met" for row in found.rows for state in row.conditions
                                      if state.name == "judged")  # fmt: skip


# -- what else is decided --------------------------------------------------------------------------------------------


def deciding(school: School) -> DecidingFlow:
    return DecidingFlow(school.register(), "Anna Rossi", UNIT)


def test_unsupervised_work_is_accepted_for_what_counts(school: School, register: RegisterFlow) -> None:
    flow = deciding(school)
    assert len(flow.look().unaccepted) == 3
    assert flow.accept_unsupervised("Carla").unaccepted == ()
    with pytest.raises(Refused, match="nothing left"):
        flow.accept_unsupervised("Carla")


def test_prior_learning_stands_for_study_with_a_reason(school: School) -> None:
    bea = school.learner("Anna Rossi")
    sit(bea)
    take(school.register(), bea.hand_in("bea.zip").file)
    flow = deciding(school)
    assert [*flow.look().lacking] == ["demo-intake", "demo-return"]
    for modules, reason in ((["demo-intake"], " "), ([], "Years at the desk."), (["gdpr"], "Years at the desk.")):
        with pytest.raises(Refused):
            flow.recognise(modules, reason, "Carla")
    found = flow.recognise(["demo-intake"], "Years at the desk.", "Carla")
    assert [*found.lacking] == ["demo-return"] and found.recognised == {"demo-intake": "Years at the desk."}


def test_how_an_identity_was_checked_and_never_a_number(school: School, register: RegisterFlow) -> None:
    flow = deciding(school)
    assert flow.look().identity is None
    with pytest.raises(Refused, match="number"):
        flow.check_identity("identity card CA12345XY", "Carla")
    with pytest.raises(Refused, match="how"):
        flow.check_identity(" \n", "Carla")
    assert flow.check_identity("identity card shown", "Carla").identity == ("identity card shown", "Carla")
