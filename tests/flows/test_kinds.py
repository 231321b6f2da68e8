"""Every kind of item in practice, exam, review and on a page: answered, kept, read again, explained."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.builders import OTHER_KINDS, a_paper, a_practice, a_running, an_item, right_response, wrong_response
from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer, give
from trainer.assessment.events import LanguageSwitched, Responded
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.results import Feedback, without_keys
from trainer.flows.review import ReviewFlow
from trainer.flows.running import RunningAttempt, journal_path
from trainer.flows.study import StudyFlow
from trainer.i18n.typed import NumberAskedBack
from trainer.items.base import Item, ResponseRefused
from trainer.items.controls import ChoiceGroup, EntryGroup, OrderGroup
from trainer.items.kinds import KINDS
from trainer.kernel.problems import Refused
from trainer.progress.journal import read_journal
from trainer.progress.store import LearnerStore

EVERY_KIND = pytest.mark.parametrize("kind", list(KINDS))
OTHER = pytest.mark.parametrize("kind", list(OTHER_KINDS))


def practice(store: LearnerStore, *items: Item) -> PracticeFlow:
    return PracticeFlow(store, a_running(store, a_practice(items), mode="practice"))


def confirmed(flow: PracticeFlow) -> Feedback:
    flow.confirm()
    found = flow.view.feedback
    assert found is not None
    return found


@EVERY_KIND
@pytest.mark.parametrize("right", [True, False])
def test_practice_marks_and_explains(store: LearnerStore, kind: str, right: bool) -> None:
    flow = practice(store, an_item(kind))
    with pytest.raises(Refused, match="first"):
        flow.confirm()
    answer(flow, right=right)
    view = flow.view
    assert any(view.response.values())
    assert view.feedback is None
    said = confirmed(flow)
    assert (said.right, said.blank, said.provisional) == (right and kind != "open", False, kind == "open")
    assert said.lines or said.rows or said.steps or said.entries or said.argument
    assert flow.view.provisional == (frozenset({0}) if kind == "open" else frozenset())
    flow.finish()


@EVERY_KIND
def test_an_attempt_left_comes_back_with_its_answer(store: LearnerStore, clock: FakeClock, kind: str) -> None:
    running = a_running(store, a_paper([an_item(kind)], sections=["all"]), clock)
    flow = ExamFlow(store, running)
    answer(flow)
    before = flow.view
    flow.leave()
    again = RunningAttempt.reopen(store, running.state.attempt, clock)
    back = ExamFlow(store, again, resumed=True)
    assert (back.view.response, back.view.chosen, back.view.item) == (before.response, before.chosen, before.item)
    assert again.state.responses[0] == right_response(an_item(kind))
    assert back.view.unanswered == 0
    row = back.submit()
    assert Fraction(row.points) == (0 if kind == "open" else 1)
    found = ReviewFlow(store, row.id).item(0)
    assert (found.response, found.chosen) == (before.response, before.chosen)
    assert found.feedback.right == (kind != "open")


@OTHER
def test_groups_are_called_alike_before_and_after_the_answer(store: LearnerStore, kind: str) -> None:
    flow = practice(store, an_item(kind))
    answer(flow, right=False)
    said = confirmed(flow)
    names = {group.name for group in flow.view.item.groups}
    assert set(flow.view.response) == names
    argument = {said.argument.group} if said.argument else set()
    steps = {"order"} if said.steps else set()
    assert {part.group for part in (*said.lines, *said.rows, *said.entries)} | argument | steps == names
    flow.leave()


def test_rows_say_what_was_chosen_what_is_right_and_why(store: LearnerStore) -> None:
    flow = practice(store, an_item("matching"))
    give(flow, {"row-n0": ("one-month",), "row-n1": ("at-once",), "row-n2": ()})
    rows = {row.text["en"]: row for row in confirmed(flow).rows}
    shown = [group.label for group in flow.view.item.groups if isinstance(group, ChoiceGroup)]
    assert [dict(row.text) for row in rows.values()] == shown
    right, distractor, empty = (rows[f"text row n{number}"] for number in range(3))
    assert (right.right, right.chosen_rationale) == (True, None)
    assert (distractor.right, distractor.chosen) == (False, {"it": "testo at-once", "en": "text at-once"})
    assert distractor.key == {"it": "testo ten-days", "en": "text ten-days"}
    assert distractor.chosen_rationale
    assert distractor.rationale
    assert (empty.right, empty.chosen) == (False, None)
    assert flow.view.marks == (pytest.approx(1 / 3),)
    flow.leave()


def test_every_row_offers_the_same_column_in_the_same_order(store: LearnerStore) -> None:
    flow = practice(store, an_item("classification"))
    groups = [group for group in flow.view.item.groups if isinstance(group, ChoiceGroup)]
    assert len({tuple(str(option.text) for option in group.options) for group in groups}) == 1
    tokens = [option.token for group in groups for option in group.options]
    assert len(set(tokens)) == len(tokens)
    flow.leave()


def test_an_order_says_where_each_step_belongs_and_where_it_was_put(store: LearnerStore) -> None:
    item = an_item("ordering")
    flow = practice(store, item)
    first, second, third, fourth = right_response(item)["order"]
    give(flow, {"order": (second, third, first, fourth)})
    steps = confirmed(flow).steps
    assert [(step.place, step.put, step.follows) for step in steps] == [
        (1, 3, None), (2, 1, False), (3, 2, True), (4, 4, False),
    ]  # fmt: skip
    assert flow.view.marks == (pytest.approx(1 / 3),)
    flow.leave()


def test_an_order_is_all_or_nothing_and_can_be_cleared(store: LearnerStore) -> None:
    flow = practice(store, an_item("ordering"))
    (group,) = flow.view.item.groups
    assert isinstance(group, OrderGroup)
    tokens = tuple(option.token for option in group.options)
    with pytest.raises(ResponseRefused):
        flow.answer("order", tokens[1:])
    with pytest.raises(ResponseRefused):
        flow.choose("order", tokens[0])
    with pytest.raises(ResponseRefused):
        flow.answer("order", (*tokens[1:], "other"))
    assert not any(flow.view.response.values())
    flow.answer("order", tokens)
    assert flow.view.response == {"order": tokens}
    flow.answer("order", ())
    with pytest.raises(Refused):
        flow.confirm()
    flow.leave()


def test_a_number_is_typed_and_shown_as_the_language_writes_it(store: LearnerStore) -> None:
    flow = practice(store, an_item("numeric"))
    (group,) = flow.view.item.groups
    assert isinstance(group, EntryGroup)
    assert (group.prompt, group.unit) == ("number", {"it": "minuti", "en": "minutes"})
    flow.answer("number", ("12,50",))
    assert flow.view.response == {"number": ("12,5",)}
    assert flow._running.state.responses[0] == {"number": ("12.5",)}
    flow.switch_language("en")
    assert flow.view.response == {"number": ("12.5",)}
    flow.switch_language("both")  # the interface speaks Italian
    assert flow.view.response == {"number": ("12,5",)}
    said = confirmed(flow).entries[0]
    assert (said.typed["it"], said.typed["en"]) == ("12,5", "12.5")
    assert (said.accepted["it"], said.accepted["en"]) == (("12,5",), ("12.5",))
    assert said.tolerance == {"it": "0,1", "en": "0.1"}
    flow.leave()


@pytest.mark.parametrize(("shown", "typed"), [("it", "12.5"), ("en", "12,5"), ("both", "12.5"), ("it", "1.500")])
def test_a_number_of_another_language_is_asked_back_and_nothing_is_kept(
    store: LearnerStore, shown: str, typed: str
) -> None:
    flow = practice(store, an_item("numeric"))
    flow.switch_language(shown)
    before = flow._running.state
    with pytest.raises(NumberAskedBack):
        flow.answer("number", (typed,))
    assert flow._running.state == before


def test_a_slip_is_explained_when_it_is_made(store: LearnerStore) -> None:
    flow = practice(store, an_item("numeric"), an_item("numeric", "item-2"), an_item("numeric", "item-3"))
    slips = []
    for typed in ("14", "14,05", "20"):
        flow.answer("number", (typed,))
        slips.append(confirmed(flow).entries[0].slip)
        flow.next()
    assert slips == [{"it": "È la somma, non la media.", "en": "That is the sum."}] * 2 + [None]
    flow.leave()


def responded(store: LearnerStore, attempt: str) -> list[Responded]:
    """What the journal says was answered."""
    events = (recorded.event for recorded in read_journal(journal_path(store, attempt)).events)
    return [event for event in events if isinstance(event, Responded)]


def test_clearing_a_text_and_typing_it_again_writes_only_what_changes(store: LearnerStore) -> None:
    flow = practice(store, an_item("short_text"))
    for text in ("portabilita", "portabilita", " portabilita  ", "", "\x1b ", "portabilita\u0300"):
        flow.answer("words", (text,))
    flow.leave()
    written = [event.response["words"] for event in responded(store, flow.attempt)]
    assert written == [("portabilita",), (), ("portabilità",)]


@pytest.mark.parametrize(
    ("kind", "group", "values"),
    [
        ("short_text", "words", ("x" * 201,)),
        ("short_text", "words", ("x" * 10_000_000,)),
        ("short_text", "words", ("one", "two")),
        ("short_text", "other", ("one",)),
        ("open", "argument", ("x" * 401,)),
        ("numeric", "number", ("1", "2")),
        ("gaps", "word", ("recesso",)),
        ("matching", "row-n0", ()),
        ("single", "answer", ("one-month",)),
    ],
)
def test_what_cannot_be_an_answer_is_refused_and_nothing_is_kept(
    store: LearnerStore, kind: str, group: str, values: tuple[str, ...]
) -> None:
    flow = practice(store, an_item(kind))
    before = flow._running.state
    with pytest.raises(ResponseRefused) as refused:
        flow.answer(group, values)
    assert str(refused.value).endswith(".")
    assert flow._running.state == before


def test_a_text_keeps_its_lines_and_loses_its_control_codes(store: LearnerStore) -> None:
    flow = practice(store, an_item("open"))
    flow.answer("argument", ("\n Due righe:\x1b[31m\r\n\u202ela seconda.  \n\n",))
    assert flow.view.response == {"argument": ("Due righe:[31m\nla seconda.",)}
    said = confirmed(flow).argument
    assert said is not None
    assert said.typed == "Due righe:[31m\nla seconda."
    assert said.model_answer["en"]
    assert [criterion.points for criterion in said.criteria] == [2, 2]
    flow.leave()


def test_an_answer_for_an_assessor_counts_neither_for_nor_against(store: LearnerStore, clock: FakeClock) -> None:
    items = [an_item("open"), an_item("single", "item-2"), an_item("open", "item-3"), an_item("single", "item-4")]
    flow = ExamFlow(store, a_running(store, a_paper(items, sections=["a", "b"]), clock))
    answer(flow)
    flow.next()
    answer(flow)
    flow.go(3)
    answer(flow)
    row = flow.submit()
    review = ReviewFlow(store, row.id)
    result = review.result
    assert (result.points, result.maximum, result.provisional, result.blank, result.passed) == (2.0, 3, 1, 1, False)
    assert [(s.points, s.maximum, s.passed) for s in result.sections] == [(1.0, 1, True), (1.0, 2, True)]
    assert review.provisional() == frozenset({0})
    assert review.item(0).feedback.provisional
    assert store.item_history()["item-1"].right  # not asked again before what is a mistake


def test_an_exam_of_answers_for_an_assessor_is_neither_passed_nor_failed(store: LearnerStore, clock: FakeClock) -> None:
    flow = ExamFlow(store, a_running(store, a_paper([an_item("open")], sections=["all"]), clock))
    answer(flow)
    assert flow.submit().passed is None


def test_the_summary_of_a_practice_leaves_them_out(store: LearnerStore) -> None:
    flow = practice(store, an_item("open"), an_item("single", "item-2"))
    for _ in range(2):
        answer(flow)
        flow.confirm()
        flow.next()
    assert (flow.view.answered, flow.view.right, flow.view.provisional) == (2, 1, frozenset({0}))
    summary = flow.finish()
    assert (summary.answered, summary.right, summary.provisional, summary.weak_lessons) == (2, 1, 1, ())


def test_after_the_end_of_time_nothing_typed_is_kept(store: LearnerStore, clock: FakeClock) -> None:
    running = a_running(store, a_paper([an_item("short_text")], sections=["all"]), clock)
    flow = ExamFlow(store, running)
    clock.wait(25 * 60)
    flow.answer("words", ("portabilità",))
    assert flow.over
    assert not any(running.state.responses.values())


def test_a_language_switched_changes_no_response(store: LearnerStore) -> None:
    for kind in KINDS:
        flow = practice(store, an_item(kind))
        answer(flow)
        before = flow._running.state.responses
        flow._running.record(LanguageSwitched("en"))
        assert flow._running.state.responses == before
        flow.leave()


CHECK = "greeting-check-door"


def lesson_with(workspace: TinyWorkspace, item: Item) -> StudyFlow:
    """The lesson, with this item as its check question."""
    flow = StudyFlow(workspace, "greeting", "first-words")
    flow._items[CHECK] = item
    return flow


def give_check(flow: StudyFlow, item: Item, *, right: bool) -> None:
    tokens = item.tokens("greeting/first-words")
    response = right_response(item) if right else wrong_response(item)
    whole = {*item.sequences(), *item.entries()}
    for name, values in item.to_chosen(item.parse(response), tokens).items():
        if item.group_of(name, tokens) in item.numbers():
            values = tuple(value.replace(".", ",") for value in values)
        if item.group_of(name, tokens) in whole:
            flow.answer(CHECK, name, values)
        elif values and values[0] not in flow.view.checks[0].chosen:
            flow.choose(CHECK, name, values[0])


@pytest.mark.parametrize("kind", [kind for kind in OTHER_KINDS if kind != "open"])
def test_a_check_question_of_any_kind(workspace: TinyWorkspace, kind: str) -> None:
    item = an_item(kind, CHECK)
    flow = lesson_with(workspace, item)
    with pytest.raises(Refused):
        flow.confirm(CHECK)
    give_check(flow, item, right=False)
    assert not flow.confirm(CHECK)
    (check,) = flow.view.checks
    assert check.state == "wrong"
    assert check.feedback is not None
    assert not any(line.key and not line.chosen for line in check.feedback.lines)
    assert not any(row.key or row.rationale for row in check.feedback.rows if not row.right)
    assert not any(entry.accepted or entry.rationale for entry in check.feedback.entries if not entry.right)
    assert not check.feedback.steps
    give_check(flow, item, right=True)
    assert flow.view.checks[0].state == "open"
    assert any(flow.view.checks[0].response.values())
    assert flow.confirm(CHECK)
    assert flow.view.checks[0].state == "right"
    flow.keep()


def test_what_is_right_stays_told_when_the_rest_can_be_tried_again(store: LearnerStore) -> None:
    flow = practice(store, an_item("classification"))
    give(flow, {"row-n0": ("private",), "row-n1": ("private",)})
    rows = {row.text["en"]: row for row in without_keys(confirmed(flow)).rows}
    assert rows["text row n0"].key
    assert rows["text row n0"].rationale
    assert (rows["text row n1"].key, rows["text row n1"].rationale) == (None, {})
    flow.leave()


def test_a_number_is_exact() -> None:
    item = an_item("numeric", answer="0.1", tolerance="0.2", slips=[])
    assert item.mark(item.parse({"number": ("0.3",)})).right  # 0.1 + 0.2 is 0.30000000000000004 in floats
