"""Open answers in the queue: the answer beside its own criteria, judged by their points."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.assessment.making import Times
from tests.fixtures import KINDS
from tests.flows.registering import UNIT, School, sit, take
from tests.tui.stage import on_stage
from trainer.assessment.attempt import replay
from trainer.assessment.events import Responded, Started, Submitted
from trainer.assessment.paper import Paper, PaperSection, freeze
from trainer.banks.read import load_bank
from trainer.flows.assessing import AssessingFlow
from trainer.flows.judging import JudgingFlow
from trainer.flows.register import RegisteredAttempt, RegisterFlow, Standing, judgements
from trainer.i18n.catalogue import Translator
from trainer.items.kinds import item_to_json
from trainer.items.kinds.open import GROUP, OpenAnswer
from trainer.kernel.problems import Refused
from trainer.tui.screens.judge import JudgeScreen

ANSWER = "I ask first, because the rule wants it.\nThen I write it down."


@pytest.fixture
def item() -> OpenAnswer:
    found = next(entry.item for entry in load_bank(KINDS, KINDS.name).items if entry.item.kind == "open")
    assert isinstance(found, OpenAnswer)
    return found


class _WithOpenAnswer(RegisterFlow):
    """A register whose one exam holds one open answer."""

    item: OpenAnswer

    def standings(self, person: str, unit: str = "") -> tuple[Standing, ...]:
        found = super().standings(person, unit)
        return tuple(
            replace(one, short=replace(one.short, parts=(self.item.id,), ready=(self.item.id,))) for one in found
        )

    def attempt(self, attempt: str) -> RegisteredAttempt:
        (standing,) = self.standings(self.state.attempts[attempt].person)
        frozen = freeze(self.item, item_to_json(self.item), "s", "customers", "1", [])
        paper = Paper(
            "exam", UNIT, {"en": "Exam"}, "2026-11-21", "1", "v", "", "dem", (PaperSection("s", {}),), (frozen,)
        )
        made = Times()
        events = [
            made(Started(attempt, "a" * 64, "counting", "runs_on", 600, "it")),
            made(Responded(0, {GROUP: (ANSWER,)})),
            made(Submitted("learner")),
        ]
        return RegisteredAttempt(standing, paper, replay(events))


@pytest.fixture
def register(tmp_path: Path, item: OpenAnswer) -> RegisterFlow:
    school = School(tmp_path)
    take(school.register(), school.handed_in("Anna Rossi", sit))
    found = _WithOpenAnswer.of(school.machine("instructor"))
    found.item = item
    return found


def test_an_open_answer_is_judged_by_its_own_criteria(register: RegisterFlow, item: OpenAnswer) -> None:
    flow = AssessingFlow(register, UNIT, "Carla")
    (piece,) = flow.look().pieces
    assert piece.part == item.id and piece.kind == "exam"
    view = flow.piece(piece.attempt, piece.part)
    assert view.work.answer is not None and view.work.answer.answer == ANSWER
    assert [(one.id, one.top) for one in view.work.criteria] == [(one.id, one.points) for one in item.criteria]
    assert view.work.revision == item.revision and "60" in view.rule["it"]
    full = {one.id: one.points for one in item.criteria}
    with pytest.raises(Refused):
        flow.judge(view, full | {item.criteria[0].id: item.criteria[0].points + 1}, {})
    done = flow.judge(view, full, {})
    assert done.piece.state == "sufficient", "by the item that was frozen: the catalogue has none of this id"
    assert done.outcome is not None and done.outcome.sufficient
    assert done.others == () and len(judgements(register.standings(register.people()[0].person)[0], item.id)) == 1
    assert flow.judge(done, dict.fromkeys(full, 0), {}).outcome.sufficient is False  # type: ignore[union-attr] # judged


async def test_it_is_seen_beside_the_criteria(register: RegisterFlow, item: OpenAnswer, tmp_path: Path) -> None:
    flow = JudgingFlow(AssessingFlow(register, UNIT, "Carla"))
    (piece,) = AssessingFlow(register, UNIT).look().pieces
    view = flow.open(piece.attempt, piece.part)
    machine = School(tmp_path / "other").learner("Ivo")
    async with on_stage(machine, size=(120, 40)) as stage:
        stage.app.push_screen(JudgeScreen(Translator("en"), flow, view))
        await stage.settle()
        text = " ".join(stage.text.split())
        assert "I ask first, because the rule" in text and "A model answer" in text
        assert item.criteria[0].text["en"][:20] in text and "there, whole" in text
        await stage.press(*(str(one.points) for one in item.criteria), "enter")
        assert "✓ Sufficient" in stage.text
    machine.close()
