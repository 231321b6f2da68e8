"""Making papers: the right pool, the right refusals, everything frozen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import copy_tiny
from trainer.assessment.events import Mode
from trainer.assessment.paper import Paper, to_bytes
from trainer.content.locate import content_version
from trainer.flows.exam_start import ExamStartFlow
from trainer.flows.exams import exam_info, load_exam
from trainer.flows.prepare import draw_exam, start_exam
from trainer.kernel.problems import Refused

IT = ("IT", "EU", "none")
DAY = "2026-11-21"


def drawn(workspace: TinyWorkspace, exam: str = "greeting", seed: str = "7", mode: Mode = "mock") -> Paper:
    return draw_exam(workspace.catalogue, exam, seed, DAY, IT, mode, "tin")


def test_a_paper_says_where_it_comes_from(workspace: TinyWorkspace) -> None:
    paper = drawn(workspace)
    assert (paper.kind, paper.subject, paper.seed, paper.as_of, paper.qualification) == (
        "exam", "greeting", "7", DAY, "tin",
    )  # fmt: skip
    assert (paper.minutes, paper.pass_mark, paper.section_pass_mark, paper.house_rule) == (5, 0.7, 0.5, True)
    assert paper.content_version == content_version()
    assert [item.section for item in paper.items] == ["all", "all"]
    assert {item.module for item in paper.items} == {"greeting"}
    assert len(paper.pool_digest) == 64


def test_the_same_seed_draws_the_same_paper_to_the_byte(workspace: TinyWorkspace, tmp_path: Path) -> None:
    other = TinyWorkspace(tmp_path / "other", content=copy_tiny(tmp_path))
    assert to_bytes(drawn(workspace)) == to_bytes(drawn(other))
    assert to_bytes(drawn(workspace, seed="8")) != to_bytes(drawn(workspace))


def test_the_digest_is_that_of_the_pool_not_of_the_draw(workspace: TinyWorkspace) -> None:
    assert drawn(workspace, seed="8").pool_digest == drawn(workspace).pool_digest
    assert drawn(workspace, "tin.u1").pool_digest != drawn(workspace).pool_digest


def test_sources_are_frozen_with_the_item(workspace: TinyWorkspace) -> None:
    paper = drawn(workspace, "tin.u1")
    for position, frozen in enumerate(paper.items):
        assert [source["id"] for source in frozen.sources] == paper.item(position).facts
    assert any(frozen.sources for frozen in paper.items)


@pytest.mark.parametrize(("mode", "uses"), [("mock", {"practice", "both"}), ("counting", {"exam", "both"})])
def test_each_mode_draws_from_its_own_pool(workspace: TinyWorkspace, mode: Mode, uses: set[str]) -> None:
    for seed in range(20):
        paper = drawn(workspace, "tin.u1", str(seed), mode)
        assert {paper.item(position).use for position in range(len(paper.items))} <= uses


def test_a_set_that_is_too_small_is_refused_and_never_padded(workspace: TinyWorkspace) -> None:
    with pytest.raises(Refused, match="not available for alp yet: section «privacy» has 0 items of level remember"):
        draw_exam(workspace.catalogue, "tin.u1", "7", DAY, ("CH", "none"), "mock", "alp")


def test_law_not_yet_in_force_is_not_drawn(workspace: TinyWorkspace) -> None:
    with pytest.raises(Refused, match="not available"):
        draw_exam(workspace.catalogue, "tin.u1", "7", "1990-01-01", IT, "mock", "tin")


def test_an_exam_that_is_not_there_is_a_sentence(workspace: TinyWorkspace) -> None:
    with pytest.raises(Refused, match=r"no exam «gone». There are: greeting, tin\.u1\."):
        load_exam(workspace.catalogue, "gone")


def test_what_is_said_before_the_start(workspace: TinyWorkspace) -> None:
    info = exam_info(workspace.catalogue, "tin.u1", "mock", IT, DAY)
    assert (info.items, info.minutes, info.may_count, info.missing_modules, info.shortages) == (4, 10, True, (), ())
    assert [title["en"] for title in info.sections] == ["Greeting", "Privacy"]


def test_only_a_unit_exam_counts(workspace: TinyWorkspace) -> None:
    with pytest.raises(Refused, match="only a unit exam can count"):
        start_exam(workspace, "greeting", counting=True)
    assert workspace.store.attempts() == []
    assert not workspace.store.attempts_folder.exists()


def test_how_an_exam_may_be_taken(workspace: TinyWorkspace) -> None:
    assert ExamStartFlow(workspace, "greeting").view.modes == ("mock",)
    assert ExamStartFlow(workspace, "tin.u1").view.modes == ("mock", "counting")
    assert ExamStartFlow(workspace, "tin.u1", counting=True).view.modes == ("counting",)
    assert ExamStartFlow(workspace, "tin.u1", seed="7").view.modes == ("mock",)


@pytest.mark.parametrize(("mode", "policy"), [("mock", "stops"), ("counting", "runs_on")])
def test_starting(workspace: TinyWorkspace, mode: Mode, policy: str) -> None:
    flow = ExamStartFlow(workspace, "tin.u1").start(mode)
    state = flow._running.state
    assert (state.mode, state.policy, state.limit_seconds, state.language) == (mode, policy, 600, "it")
    (row,) = workspace.store.attempts()
    assert (row.id, row.mode, row.items, row.submitted_at) == (flow.attempt, mode, 4, None)
    flow.leave()


def test_a_seed_of_bytes_that_are_no_text_draws_a_paper(workspace: TinyWorkspace) -> None:
    flow = start_exam(workspace, "greeting", seed="\udcff")
    flow.submit()
    assert workspace.store.attempts()[0].reason == "learner"
