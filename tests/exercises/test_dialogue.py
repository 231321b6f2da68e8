"""A talk goes where its data says: turns, moods with a cause, facts, tools, registers, patience, marks."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from pydantic import ValidationError

from tests.exercises.making import BOX, RUCKSACK, a_talk, choice, dialogue_of, exercises, phrase, talk_data, text
from trainer.exercises.dialogue.talk import Talk
from trainer.exercises.kinds.dialogue import Dialogue
from trainer.exercises.play import Move, MoveRefused
from trainer.exercises.runs import play_run, play_steps


def said(talk: Talk, *ids: str) -> Talk:
    for number, name in enumerate(ids):
        talk, _ = talk.apply(Move("say", name), 10.0 * (number + 1))
    return talk


def start(**fields: Any) -> Talk:
    return a_talk(**fields).start("seed", "it")


def test_the_customer_speaks_first() -> None:
    talk = start()
    assert [(one.kind, one.text["it"]) for one in talk.moments] == [("heard", "it hello")]
    assert not talk.over and talk.mood == 50


def test_a_phrase_has_its_consequences_in_sight() -> None:
    talk, happened = start().apply(Move("say", "kind"), 12.0)
    assert [one.kind for one in happened] == ["said", "found", "mood", "heard"]
    assert all(one.at == 12.0 for one in happened)
    assert talk.mood == 60 and talk.cause == text("up")
    assert talk.view().known == (text("fact"),) and talk.view().cause == text("up")


def test_a_fact_is_found_once() -> None:
    data = talk_data()
    data["turns"][1]["choices"][0]["finds"] = ["a-fact"]
    talk = said(dialogue_of(data).start("s", "it"), "kind", "agree")
    assert [one.kind for one in talk.moments].count("found") == 1


def test_it_ends_where_its_data_says() -> None:
    talk = said(start(), "kind", "agree")
    view = talk.view()
    assert talk.over and view.ending == text("well done") and view.outcome == "reached" and view.goal == text("goal")
    with pytest.raises(MoveRefused, match="over"):
        talk.apply(Move("open", "a-card"), 99.0)


def test_before_the_end_the_goal_is_hidden() -> None:
    view = start().view()
    assert view.goal is None and view.ending is None and view.outcome is None


def test_leaving_is_an_end_without_an_ending() -> None:
    talk, _ = start().apply(Move("leave"), 3.0)
    assert talk.over and talk.view().outcome == "left" and talk.assess().points == 0


def test_a_document_is_opened_and_its_use_is_recorded() -> None:
    talk = start()
    assert talk.view().tools[0].text is None
    talk, happened = talk.apply(Move("open", "a-card"), 4.0)
    assert happened[0].kind == "opened" and talk.used() == {"a-card": text("card")}
    assert talk.view().tools[0].text == {"it": "it what the card says"}
    with pytest.raises(MoveRefused, match="no such document"):
        talk.apply(Move("open", "another"), 5.0)


def test_tokens_are_the_only_names_of_what_may_be_said() -> None:
    talk = start()
    offers = talk.view().choices
    sent = Move("say", next(one.token for one in offers if one.text["it"] == "it kind"))
    assert talk.read(sent) == Move("say", "kind")
    with pytest.raises(MoveRefused):
        talk.read(Move("say", "kind"))


def test_a_condition_keeps_a_phrase_back() -> None:
    data = talk_data()
    data["turns"][0]["choices"].append(choice("knows", "good", when={"after": ["a-card"]}))
    talk = dialogue_of(data).start("s", "it")
    assert len(talk.view().choices) == 2
    with pytest.raises(MoveRefused):
        talk.apply(Move("say", "knows"), 1.0)
    talk, _ = talk.apply(Move("open", "a-card"), 2.0)
    assert said(talk, "knows").over


def test_ways_and_variants_go_by_what_happened() -> None:
    data = talk_data()
    data["turns"][1]["variants"] = [{"when": {"most": {"mood": 40}}, "says": text("angry")}]
    data["turns"][1]["choices"][0]["ways"] = [{"when": {"without": ["greeting"]}, "to": "poor"}]
    talk = said(dialogue_of(data).start("s", "it"), "curt")
    assert talk.moments[-1].text == text("angry")
    assert said(talk, "agree").inner.place == "poor"


def test_patience_ends_it() -> None:
    data = talk_data(patience={"turns": 6, "mood": 40, "to": "poor"})
    talk = said(dialogue_of(data).start("s", "it"), "curt")
    assert talk.over and talk.inner.place == "poor"
    data = talk_data(patience={"turns": 4, "to": "poor"})
    data["turns"][0]["choices"].append(choice("again", "first"))
    talk = dialogue_of(data).start("s", "it")
    assert said(talk, "again", "again", "again", "again").inner.place == "poor"


def composing() -> Dialogue:
    data = talk_data()
    data["turns"][0] = {
        "id": "first",
        "says": text("hello"),
        "compose": {
            "openings": [phrase("dear", register="formal", acts=["greeting"]), phrase("hey", register="familiar")],
            "contents": [choice("yes", "second"), choice("no", "poor")],
            "closings": [phrase("regards"), phrase("bye", changes={"mood": -5}, because=text("cool"))],
        },
    }
    data["criteria"][0]["when"] = {"most": {"slips": 0}}
    return dialogue_of(data)


def test_a_turn_is_composed_of_three_parts() -> None:
    talk = composing().start("s", "en")
    view = talk.view()
    assert not view.choices and [len(part) for part in (view.openings, view.contents, view.closings)] == [2, 2, 2]
    pick = {"opening": view.openings[0].token, "content": view.contents[0].token, "closing": view.closings[0].token}
    move = talk.read(Move("compose", "", pick))
    assert set(move.values) == {"opening", "content", "closing"} and move.values["content"] in ("yes", "no")
    talk, happened = talk.apply(Move("compose", "", {"opening": "dear", "content": "yes", "closing": "bye"}), 5.0)
    assert happened[0].text["en"] == "en dear en yes en bye"
    assert talk.mood == 45 and talk.inner.variables(talk.dialogue)["slips"] == 0
    with pytest.raises(MoveRefused):
        composing().start("s", "en").apply(Move("compose", "", {"opening": "dear"}), 5.0)


def test_a_register_that_does_not_fit_is_a_slip() -> None:
    talk = composing().start("s", "en")
    talk, _ = talk.apply(Move("compose", "", {"opening": "hey", "content": "yes", "closing": "regards"}), 5.0)
    assert talk.inner.variables(talk.dialogue)["slips"] == 1
    assert not said(talk, "agree").assess().marks[0].met


def test_what_doing_nothing_would_meet_is_not_met_by_doing_nothing() -> None:
    talk = composing().start("s", "en")
    assert not talk.assess().marks[0].met
    talk, _ = talk.apply(Move("compose", "", {"opening": "dear", "content": "yes", "closing": "regards"}), 5.0)
    assert said(talk, "refuse").assess().marks[0].met


def test_marks_say_what_decided_them() -> None:
    marks = said(start(), "kind", "refuse").assess()
    greets, ends = marks.marks
    assert greets.met and greets.moments == (1,)
    assert not ends.met and ends.critical and marks.critical_failed == (ends,)
    assert marks.points == 4 and marks.maximum == 10 and not marks.passed
    assert said(start(), "curt", "agree").assess().passed  # 60 % is enough


def test_nothing_critical_may_fail() -> None:
    data = talk_data()
    data["criteria"][0]["points"] = 14
    talk = said(dialogue_of(data).start("s", "it"), "kind", "refuse")
    assert talk.assess().share >= 0.6 and not talk.assess().passed


def test_every_phrase_is_commented_in_the_replay() -> None:
    comments = said(start(), "kind", "agree").comments()
    assert [one.texts for one in comments] == [(text("on kind"),), (text("on agree"),)]
    assert comments[0].changed == {"mood": 10}


def test_hints_translate_what_was_said_and_give_a_tip() -> None:
    data = talk_data()
    data["turns"][0]["tip"] = text("a tip")
    talk = dialogue_of(data).start("s", "it")
    assert talk.hint("0") == text("hello") and talk.hint("tip") == text("a tip")
    for name in ("9", "-1", "first", "1" * 30):
        with pytest.raises(MoveRefused):
            talk.hint(name)
    with pytest.raises(MoveRefused):
        start().hint("tip")


def test_swapping_what_is_right_changes_nothing_that_is_seen() -> None:
    data = talk_data()
    other = copy.deepcopy(data)
    for turn in other["turns"]:
        left, right = turn["choices"]
        for key in ("acts", "finds", "changes", "because", "to", "comment", "polite"):
            one, two = left.pop(key, None), right.pop(key, None)
            left |= {} if two is None else {key: two}
            right |= {} if one is None else {key: one}
    other["criteria"].reverse()
    first, second = (dialogue_of(one).start("s", "it").view() for one in (data, other))
    assert repr(first) == repr(second)


def test_the_order_and_the_tokens_come_from_the_seed() -> None:
    views = {repr(a_talk().start(str(number), "it").view()) for number in range(8)}
    assert len(views) == 8
    assert repr(start().view()) == repr(start().view())


@pytest.mark.parametrize("name", [RUCKSACK, BOX])
def test_the_examples_show_no_id_of_a_phrase(name: str) -> None:
    dialogue = exercises()[name]
    assert isinstance(dialogue, Dialogue)
    shown = repr(dialogue.start("seed", "it").view())
    assert not any(found.id in shown for _, found in dialogue.phrases())
    assert play_run(dialogue, "perfect").view().over


def test_the_polite_player_takes_the_polite_phrases() -> None:
    dialogue = exercises()[RUCKSACK]
    steps = dialogue.polite()
    assert steps is not None
    assert play_steps(dialogue.start("s", "it"), steps).assess().critical_failed


BROKEN: list[tuple[str, dict[str, Any], str]] = [
    ("a name used twice", {"endings": [{"id": "first", "text": text("x"), "outcome": "failed"}]}, "used twice"),
    ("a start outside bounds", {"variables": {"trust": {"start": 9, "most": 5}}}, "outside"),
    ("a variable everybody has", {"variables": {"mood": {}}}, "every dialogue has"),
    ("patience with no ending", {"patience": {"turns": 6, "to": "nowhere"}}, "no ending here"),
    ("a run that names nothing", {"runs": {"perfect": [{"say": "nothing"}]}}, "no phrase"),
    ("a run of another form", {"runs": {"perfect": [{"sing": "kind"}]}}, "a step is one of"),
    ("a run of two steps in one", {"runs": {"perfect": [{"say": "kind", "open": "a-card"}]}}, "a step is one of"),
    ("a wait that never ends", {"runs": {"perfect": [{"wait": 1e9}]}}, "a step is one of"),
]


@pytest.mark.parametrize(("fields", "says"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_what_does_not_hang_together_is_refused(fields: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        a_talk(**fields)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"to": "nowhere"}, "no turn or ending"),
        ({"finds": ["nothing"]}, "no fact"),
        ({"changes": {"trust": 1}}, "no variable"),
        ({"changes": {"mood": 1}, "because": None}, "say in «because»"),
        ({"when": {"after": ["nothing"]}}, "nothing is called"),
        ({"when": {"least": {"trust": 1}}}, "no variable"),
        ({"when": {}}, "says something"),
        ({"ways": [{"when": {"after": ["kind"]}, "to": "nowhere"}]}, "no turn or ending"),
    ],
)
def test_a_phrase_that_refers_to_nothing_is_refused(change: dict[str, Any], says: str) -> None:
    data = talk_data()
    data["turns"][1]["choices"][1] |= change
    with pytest.raises(ValidationError, match=says):
        dialogue_of(data)
