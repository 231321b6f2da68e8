"""The register is the fold of its acts: what counts, what was judged, what stays when somebody is erased."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from trainer.assessment.acts import (
    ACTS,
    Act,
    ActRefused,
    AttemptVoided,
    ContentAccepted,
    IdentityChecked,
    Judged,
    JudgementWithdrawn,
    LearningRecognised,
    OralHeld,
    OralWithdrawn,
    PersonErased,
    Received,
    RecordedAct,
    RecordIssued,
    RecordRevoked,
    SecondRaterAsked,
    UnsupervisedAccepted,
    UnvoidedAgain,
    from_data,
    to_data,
)
from trainer.assessment.register import RegisterState, apply, replay
from trainer.progress.shapes import fits


def received(hand_in: str = "h1", person: str = "p1", attempts: str = "a1 a2", **changes: Any) -> Received:
    names = {name: f"{name}-journal" for name in attempts.split()}
    act = Received(hand_in, person, "u1", names, (), {"m1": "2026-11-21"}, {"m1": 30}, {"a1": 2}, "0.1", "2026.11", 5.0)
    return replace(act, **changes)


def state_of(*acts: Act) -> RegisterState:
    return replay(RecordedAct(act, float(number)) for number, act in enumerate(acts, 1))


EVERY: list[Act] = [
    received(),
    AttemptVoided("a1", "why", "Carla"),
    UnvoidedAgain("a1", "why", "Carla"),
    ContentAccepted("a1", "why", "Carla"),
    Judged("a1", "rationale", "Carla", {"clear": 2}, {"clear": "good"}, 1),
    JudgementWithdrawn("a1", "rationale", "Carla"),
    SecondRaterAsked("u1", True, "Carla"),
    OralHeld("o1", "p1", "u1", "Carla", ("q1",), {"point": 1}, ("s1",), "notes", 60, "sufficient"),
    OralWithdrawn("o1", "why", "Carla"),
    UnsupervisedAccepted("p1", "u1", "Carla", ("a1",)),
    LearningRecognised("p1", "u1", "m2", "a diploma", "Carla"),
    IdentityChecked("p1", "seen", "Carla"),
    RecordIssued("r1", "p1", "u1", 0, "", "d" * 64, "Carla"),
    RecordRevoked("r1", "why", "Carla"),
    PersonErased("p1", ("r1",), "Carla"),
]


def test_every_act_is_read_back_as_it_was_written() -> None:
    assert {type(act) for act in EVERY} == set(ACTS.values())
    for act in EVERY:
        assert from_data(to_data(act)) == act and fits(to_data(act), type(act))


@pytest.mark.parametrize("act", EVERY, ids=lambda act: act.name)
def test_an_act_that_lacks_a_value_or_is_of_nobody_is_none(act: Act) -> None:
    data = to_data(act)
    for field in fields(act):
        with pytest.raises(ValueError, match="lacks"):
            from_data({name: value for name, value in data.items() if name != field.name})
    with pytest.raises(ValueError, match="unknown"):
        from_data({**data, "type": "Dreamt"})


def test_all_of_them_one_after_the_other() -> None:
    state = state_of(*EVERY)
    assert state.people == () and state.attempts == {} and state.judged == {} and state.orals == {}
    assert list(state.issued) == ["r1"] and list(state.revoked) == ["r1"] and list(state.erased) == ["p1"]


def test_hand_ins_of_one_person_merge() -> None:
    longer = received("h2", attempts="a2 a3", studied={"m1": "2026-12-01", "m2": "2026-12-02"}, minutes={"m1": 35})
    state = state_of(received(), longer)
    assert state.people == ("p1",) and set(state.attempts) == {"a1", "a2", "a3"}
    assert state.attempts["a1"].hand_in == "h1" and state.attempts["a2"].hand_in == "h2"
    assert state.studied("p1", "u1") == {"m1": "2026-11-21", "m2": "2026-12-02"}
    assert state.minutes("p1", "u1") == {"m1": 35} and state.played_before == {"a1": 2}


def test_content_that_is_not_known_is_remembered_until_it_is() -> None:
    state = state_of(received(unknown=("a1",)))
    assert state.unknown == {"a1"}
    apply(state, RecordedAct(received("h2", attempts="a1"), 9.0))
    assert state.unknown == set()


def test_a_voided_attempt_can_count_again() -> None:
    state = state_of(received(), AttemptVoided("a1", "another person played", "Carla"))
    assert state.voided["a1"].act.reason == "another person played" and state.voided["a1"].at == 2.0
    apply(state, RecordedAct(UnvoidedAgain("a1", "a mistake", "Carla"), 3.0))
    assert state.voided == {} and state.last_at == 3.0


def test_each_rater_has_one_judgement_of_a_piece() -> None:
    first = Judged("a1", "rationale", "Carla", {"x": 1}, {}, 1)
    second = replace(first, by="Dora", marks={"x": 2})
    state = state_of(received(), first, second, replace(first, marks={"x": 3}))
    assert {by: one.act.marks["x"] for by, one in state.judged["a1", "rationale"].items()} == {"Carla": 3, "Dora": 2}
    apply(state, RecordedAct(JudgementWithdrawn("a1", "rationale", "Dora"), 9.0))
    assert list(state.judged["a1", "rationale"]) == ["Carla"]


def test_erasing_one_leaves_the_other() -> None:
    state = state_of(
        received(), received("h2", "p2", "b1"), AttemptVoided("b1", "why", "Carla"),
        Judged("b1", "rationale", "Carla", {}, {}, 1), RecordIssued("r1", "p1", "u1", 0, "", "d", "Carla"),
        PersonErased("p1", ("r1",), "Carla"),
    )  # fmt: skip
    assert state.people == ("p2",) and list(state.attempts) == ["b1"] and list(state.voided) == ["b1"]
    assert ("b1", "rationale") in state.judged and list(state.issued) == ["r1"]
    apply(state, RecordedAct(RecordRevoked("r1", "a mistake", "Carla"), 9.0))
    assert "r1" in state.revoked, "a record in somebody's hand can still be revoked"


def test_a_corrected_record_takes_the_place_of_another() -> None:
    state = state_of(
        received(), RecordIssued("r1", "p1", "u1", 0, "", "d", "C"), RecordIssued("r2", "p1", "u1", 1, "r1", "e", "C")
    )
    assert state.superseded() == {"r1": "r2"}


CANNOT: dict[str, Act] = {
    "the same hand-in again": received(),
    "somebody else's attempt": received("h2", "p2", "a1"),
    "void what is not there": AttemptVoided("z9", "why", "Carla"),
    "void without a reason": AttemptVoided("a2", "  ", "Carla"),
    "void twice": AttemptVoided("a1", "again", "Carla"),
    "unvoid what counts": UnvoidedAgain("a2", "why", "Carla"),
    "vouch for what is not there": ContentAccepted("z9", "why", "Carla"),
    "judge what is not there": Judged("z9", "rationale", "Carla", {}, {}, 1),
    "take back what was not judged": JudgementWithdrawn("a1", "rationale", "Nobody"),
    "an oral of nobody": OralHeld("o2", "p9", "u1", "C", (), {}, (), "", 1, "sufficient"),
    "an oral that was not held": OralWithdrawn("o9", "why", "Carla"),
    "accept somebody else's": UnsupervisedAccepted("p1", "u1", "Carla", ("b1",)),
    "accept of nobody": UnsupervisedAccepted("p9", "u1", "Carla", ()),
    "recognise without a reason": LearningRecognised("p1", "u1", "m2", "", "Carla"),
    "identity of nobody": IdentityChecked("p9", "seen", "Carla"),
    "a record twice": RecordIssued("r1", "p1", "u1", 7, "", "d", "Carla"),
    "a place in the list twice": RecordIssued("r2", "p1", "u1", 0, "", "d", "Carla"),
    "in the place of none": RecordIssued("r2", "p1", "u1", 7, "r9", "d", "Carla"),
    "a record for nobody": RecordIssued("r2", "p9", "u1", 7, "", "d", "Carla"),
    "revoke what was not issued": RecordRevoked("r9", "why", "Carla"),
    "revoke without a reason": RecordRevoked("r1", "", "Carla"),
    "erase nobody": PersonErased("p9", (), "Carla"),
}


@pytest.mark.parametrize("name", CANNOT)
def test_what_cannot_be_changes_nothing(name: str) -> None:
    before = [
        received(), received("h3", "p3", "b1"), AttemptVoided("a1", "why", "Carla"),
        RecordIssued("r1", "p1", "u1", 0, "", "d", "Carla"),
    ]  # fmt: skip
    state = state_of(*before)
    with pytest.raises(ActRefused):
        apply(state, RecordedAct(CANNOT[name], 9.0))
    assert state == state_of(*before)


def test_whoever_was_erased_comes_back_as_somebody_else() -> None:
    state = state_of(received(), PersonErased("p1", (), "Carla"))
    with pytest.raises(ActRefused, match="erased"):
        apply(state, RecordedAct(received("h2"), 9.0))
    apply(state, RecordedAct(received(person="p2"), 9.0))
    assert state.people == ("p2",)
