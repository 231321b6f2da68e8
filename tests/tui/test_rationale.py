"""The rationale on the screen: lines written, linked, taken away and brought back; handed in when nothing lacks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.exercises.making import RUCKSACK
from tests.fakes.clock import FakeClock
from tests.tui.finished import finished
from tests.tui.hostile import BAIT, harm
from tests.tui.playing import PlayWorkspace, ada
from tests.tui.stage import Stage, on_stage
from trainer.flows.evidence import unit_evidence
from trainer.flows.rationale import RationaleFlow, RationaleView
from trainer.tui.messages import OpenScreen

WHY = "I owned up to the mistake because listening comes first."


@pytest.fixture
def workspace(tmp_path: Path, clock: FakeClock) -> Iterator[PlayWorkspace]:
    found = ada(tmp_path / "home", clock)
    yield found
    found.close()


@pytest.fixture
def attempt(workspace: PlayWorkspace, clock: FakeClock) -> str:
    return finished(workspace, clock, RUCKSACK)


@asynccontextmanager
async def rationale(
    workspace: PlayWorkspace, attempt: str, *, size: tuple[int, int] = (80, 60), language: str = "en"
) -> AsyncIterator[Stage]:
    async with on_stage(workspace, OpenScreen("today"), language=language, size=size) as stage:
        await stage.open("rationale", attempt=attempt)
        yield stage


def seen(stage: Stage) -> str:
    return " ".join(stage.text.split())


def kept(workspace: PlayWorkspace, attempt: str) -> RationaleView:
    flow = RationaleFlow(workspace.store, attempt, workspace.clock)
    view = flow.view
    flow.close()
    return view


async def write(stage: Stage, text: str = WHY) -> None:
    """Write what the highlighted entry asks for."""
    await stage.press("enter", *text, "escape")


async def test_every_part_says_what_it_lacks(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        assert all(f"{part} · ○ nothing written yet" in seen(stage)
                   for part in ("Choices", "Approach", "Procedure", "Tools", "References to the rules"))  # fmt: skip
        await stage.press("f")
        assert "not complete yet" in seen(stage) and stage.screens[-1] == "RationaleScreen"


async def test_a_line_is_kept_when_its_field_is_left(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await stage.press("enter")
        assert "Which choices did you make, and why?" in seen(stage)
        await stage.press(*WHY, "escape")
        assert WHY in seen(stage) and "no link to a moment" in seen(stage)
        assert [line.text for line in kept(workspace, attempt).lines] == [WHY]
        await stage.press("enter", *" And so.", "escape")
        assert [line.text for line in kept(workspace, attempt).lines] == [f"{WHY} And so."]


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_a_line_that_was_kept_is_in_sight(workspace: PlayWorkspace, attempt: str, size: tuple[int, int]) -> None:
    async with rationale(workspace, attempt, size=size) as stage:
        for _ in range(2):
            await stage.press("end", "up", "enter", *WHY, "escape")
            assert "▸" in stage.text and WHY[:30] in stage.text.partition("▸")[2]


@pytest.mark.parametrize("language", ["it", "en"])
async def test_the_way_back_is_named_where_there_is_little_room(
    workspace: PlayWorkspace, attempt: str, language: str
) -> None:
    async with rationale(workspace, attempt, size=(60, 18), language=language) as stage:
        await write(stage)
        footer = stage.text.split("\n")[-1]
        assert "esc " in footer and "? " in footer and len(footer) <= 60


async def test_a_field_that_is_left_empty_writes_nothing(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await stage.press("enter", "escape")
        assert kept(workspace, attempt).lines == () and stage.screens[-1] == "RationaleScreen"


async def test_a_line_is_linked_to_moments_by_number(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await write(stage)
        await stage.press("m")
        assert stage.screens[-1] == "Ticks" and "Tick the moments" in seen(stage)
        await stage.press("3", "space", "up", "space", "enter")
        assert kept(workspace, attempt).lines[0].moments == (1, 2)
        assert "moments 2, 3" in stage.text and "Choices · ✓ nothing lacks" in seen(stage)
        await stage.press("m", "1", "0", "space", "enter")
        assert kept(workspace, attempt).lines[0].moments == (1, 2, 9)
        await stage.press("m", "1", "space", "escape")
        assert kept(workspace, attempt).lines[0].moments == (1, 2, 9)


async def test_a_line_cites_what_was_used_and_sources(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await write(stage)
        await stage.press("c")
        assert "used: Card no. 231" in stage.text
        await stage.press("1", "space", "4", "space", "enter")
        view = kept(workspace, attempt)
        assert view.lines[0].cites == ("card-231", "DEM-6")
        assert "Card no. 231" in stage.text


async def test_a_line_taken_away_is_brought_back_whole(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await write(stage)
        await stage.press("m", "2", "space", "enter")
        before = kept(workspace, attempt).lines
        await stage.press("delete")
        assert kept(workspace, attempt).lines == () and WHY not in seen(stage)
        await stage.press("u")
        assert kept(workspace, attempt).lines == before and WHY in seen(stage)


async def test_it_is_handed_in_after_asking(workspace: PlayWorkspace, attempt: str) -> None:
    flow = RationaleFlow(workspace.store, attempt, workspace.clock)
    for part in flow.view.parts:
        cites = list(flow.view.sources)[:1] if part == "references" else list(flow.view.used)[:1]
        flow.write(part, WHY, moments=[1], cites=cites)
    flow.close()
    async with rationale(workspace, attempt) as stage:
        await stage.press("f")
        assert stage.screens[-1] == "Confirm"
        await stage.press("escape")
        assert not kept(workspace, attempt).handed_in
        await stage.press("f", "right", "enter")
        assert kept(workspace, attempt).handed_in and stage.screens == ["TodayScreen"]
        assert unit_evidence(workspace, "dem.u1").unwritten == ()
        await stage.open("rationale", attempt=attempt)
        assert "was handed in" in seen(stage) and WHY in seen(stage)
        await stage.press("enter", "delete", "m", "f")
        assert stage.screens[-1] == "RationaleScreen" and len(kept(workspace, attempt).lines) == 5


async def test_leaving_while_writing_keeps_the_line(workspace: PlayWorkspace, attempt: str) -> None:
    async with rationale(workspace, attempt) as stage:
        await stage.press("enter", *WHY)
        await stage.press("ctrl+q")
    assert [line.text for line in kept(workspace, attempt).lines] == [WHY]


async def test_what_is_pasted_acts_nowhere(workspace: PlayWorkspace, attempt: str) -> None:
    from textual import events

    async with rationale(workspace, attempt) as stage:
        await stage.press("enter")
        stage.app.post_message(events.Paste(f"{BAIT} {'x' * 5000}"))
        await stage.settle()
        await stage.press("escape")
        assert harm(stage.app) == [] and "boom" in stage.text
        await stage.press("m")
        assert harm(stage.app) == []


@pytest.mark.parametrize("language", ["it", "en"])
@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
async def test_nothing_runs_over_the_edge(
    workspace: PlayWorkspace, attempt: str, size: tuple[int, int], language: str
) -> None:
    async with rationale(workspace, attempt, size=size, language=language) as stage:
        for keys in (("enter",), (*WHY,), ("escape",), ("m",), ("down", "space"), ("enter",), ("c",), ("escape",)):
            await stage.press(*keys)
            lines = stage.text.split("\n")
            assert len(lines) <= size[1] and all(len(line) <= size[0] for line in lines)
