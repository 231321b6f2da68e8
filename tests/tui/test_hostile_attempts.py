"""Markup, control codes and stray brackets in items, titles and names: shown as text wherever an attempt shows them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_paper, a_practice, an_item, an_option
from tests.fakes.workspace import TinyWorkspace
from tests.tui.conftest import a_practice_flow, an_exam
from tests.tui.stage import Stage, on_stage
from trainer.items.base import Item
from trainer.tui.safe import emphasised, joined, plain

BAIT = "[@click=app.quit]x[/] [/ [bold"


def baited_items() -> list[Item]:
    """One item of each kind whose every text is bait."""
    bait = {"it": BAIT, "en": BAIT}
    options = [{**an_option(f"o-{n}", key=n < 2), "text": {"it": f"{BAIT}{n}", "en": f"{BAIT}{n}"}, "rationale": bait}
               for n in range(4)]  # fmt: skip
    own: dict[str, dict[str, Any]] = {
        "single": {"options": [{**option, "key": place == 0} for place, option in enumerate(options)]},
        "multiple": {"options": options},
        "true_false": {
            "if_true": bait,
            "if_false": bait,
            "reasons": [{**option, "key": place == 0} for place, option in enumerate(options[:3])],
        },
    }
    return [an_item(kind, f"item-{kind.replace('_', '-')}", stem=bait, **fields) for kind, fields in own.items()]


def clickable(stage: Stage) -> list[object]:
    """Everything on the screen that a click would run."""
    strips = stage.app.screen._compositor.render_strips()
    metas = [segment.style.meta for strip in strips for segment in strip if segment.style and segment.style.meta]
    return [meta for meta in metas if any(key.startswith("@") for key in meta)]


def controls(stage: Stage) -> list[str]:
    return [char for char in stage.text if char != "\n" and (ord(char) < 32 or 127 <= ord(char) < 160)]


async def check(stage: Stage) -> None:
    assert clickable(stage) == [] and controls(stage) == []
    assert stage.app.is_running


async def test_practice_and_its_feedback(workspace: TinyWorkspace) -> None:
    title = {"it": BAIT, "en": BAIT}
    paper = a_paper(baited_items(), sections=("practice",), kind="practice", title=title, minutes=None)
    async with on_stage(workspace, size=(100, 50)) as stage:
        flow = a_practice_flow(workspace, paper)
        flow.leave()
        await stage.open("attempt", attempt=flow.attempt)
        for _ in range(3):
            assert BAIT in stage.text
            await check(stage)
            await stage.press("l", "l", "a", "a", "enter", "r")
            await check(stage)
            await stage.press("enter")
        await check(stage)


async def test_exam_result_and_review(workspace: TinyWorkspace) -> None:
    title = {"it": BAIT, "en": BAIT}
    paper = a_paper(baited_items(), sections=("first",), title=title)
    async with on_stage(workspace, size=(100, 50)) as stage:
        await stage.open("sitting", flow=an_exam(workspace, paper))
        for keys in (("a",), ("g",), ("escape", "s"), ("escape", "question_mark"), ("escape", "ctrl+p"), ("escape",)):
            await stage.press(*keys)
            await check(stage)
        await stage.press("s", "end", "enter")
        await check(stage)
        await stage.press("enter", "n", "r", "g")
        await check(stage)


async def test_a_sentence_with_a_hostile_value_in_the_quiet_line(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace) as stage:
        await stage.open("exam", exam="greeting")
        await stage.open("exam", exam=BAIT)
        assert "app.quit" in stage.text
        await check(stage)


@settings(max_examples=60)
@given(st.text())
def test_safe_text_has_no_spans_and_no_control_codes(text: str) -> None:
    for made in (plain(text), joined(text, (text, "bold")), emphasised(text)):
        assert not any((ord(char) < 32 and char not in "\n\t") or 127 <= ord(char) < 160 for char in made.plain)
        assert all(span.style in ("", "bold") for span in made.spans)


@pytest.mark.parametrize(
    ("text", "shown", "bold"),
    [
        ("fa **non** così", "fa non così", ["non"]),
        ("2 ** 3 ** 4", "2 ** 3 ** 4", []),
        ("**tutto**", "tutto", ["tutto"]),
    ],
)
def test_only_double_asterisks_mean_something(text: str, shown: str, bold: list[str]) -> None:
    made = emphasised(text)
    assert made.plain == shown
    assert [made.plain[span.start : span.end] for span in made.spans if span.style == "bold"] == bold


def test_escape_sequences_are_cut() -> None:
    assert "\x1b" not in plain("\x1b]0;title\x07\x1b[2J").plain
    assert "\u202e" not in plain("abc\u202edef").plain
    assert a_practice().kind == "practice"
