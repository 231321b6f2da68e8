"""Small widgets: footer, bar, clock, columns, overview, and the languages shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from tests.fakes.workspace import TinyWorkspace
from tests.tui.stage import on_stage, on_stage_with
from trainer.i18n.catalogue import Translator
from trainer.tui.commands import Command, bindings
from trainer.tui.messages import OpenScreen
from trainer.tui.shown import next_shown, texts_shown
from trainer.tui.widgets.bar import bar
from trainer.tui.widgets.clock import written
from trainer.tui.widgets.columns import SIDE_BY_SIDE, set_texts
from trainer.tui.widgets.dialog import Confirm
from trainer.tui.widgets.overview import Mark, Overview


@given(st.floats(0, 1), st.integers(1, 60), st.none() | st.floats(0, 1))
def test_a_bar_has_its_width_and_never_shows_more_than_there_is(share: float, width: int, mark: float | None) -> None:
    made = bar(share, width, mark).plain
    assert len(made) == width
    assert made.count("█") <= share * width + 1e-6
    assert made.count("│") == (mark is not None)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(1500.0, "25:00"), (59.2, "1:00"), (0.0, "0:00"), (3600.0, "1:00:00"), (7199.5, "2:00:00")]
)
def test_the_clock_rounds_up(seconds: float, shown: str) -> None:
    assert written(seconds) == shown


WORDS = st.text("abcdefgh ", max_size=120).map(str.strip)


@given(WORDS, WORDS, st.integers(20, 160))
def test_columns_fit_and_lose_nothing(first: str, second: str, width: int) -> None:
    lines = set_texts(Content("  a  "), [Content(first), Content(second)], width)
    assert all(line.cell_length <= width for line in lines)
    together = "".join(line.plain for line in lines).replace(" ", "")
    assert sorted(together) == sorted(("a" + first + second).replace(" ", ""))
    if width < SIDE_BY_SIDE:
        assert together == ("a" + first + second).replace(" ", "")


def test_the_second_column_starts_at_one_place() -> None:
    starts = {
        set_texts(Content(mark), [Content("one"), Content("zwei")], 110)[0].plain.index("zwei")
        for mark in ("", "  ○ a  ", "  [ ] a  ")
    }
    assert len(starts) == 1


def test_the_cycle_of_languages() -> None:
    assert [next_shown(shown, ("it", "en")) for shown in ("it", "en", "both", "xx")] == ["en", "both", "it", "it"]
    assert next_shown("it", ("it", "it")) == "it"
    text = {"it": "sì", "en": "yes"}
    assert texts_shown(text, "both", ("it", "en")) == ["sì", "yes"]
    assert texts_shown({"it": "sì"}, "both", ("it", "en")) == ["sì"]
    assert texts_shown({"en": "yes"}, "it", ("it", "en")) == ["yes"]


class _Overview(Overview):
    pass


async def test_the_overview_moves_by_rows_of_sections(workspace: TinyWorkspace) -> None:
    marks = [Mark(0 if position < 12 else 1, "○", "", flagged=False) for position in range(15)]

    def make(words: Translator) -> Overview:
        made = _Overview(words)
        made.present(marks, ["one", "two"], ["○ open"], 0)
        return made

    async with on_stage_with(workspace, make) as stage:
        overview = stage.app.screen.query_one(_Overview)
        overview.focus()
        for keys, place in ((("right", "right"), 2), (("down",), 11), (("down",), 14), (("home",), 0), (("1", "4"), 13),
                            (("9", "9"), 8), (("end", "right"), 14), (("up", "up"), 2)):  # fmt: skip
            await stage.press(*keys)
            assert overview._cursor == place, keys


async def test_a_dialog_begins_with_the_safe_answer(workspace: TinyWorkspace) -> None:
    answers: list[bool | None] = []
    async with on_stage_with(workspace, lambda words: Overview(words)) as stage:
        for keys, answer in ((("enter",), False), (("right", "enter"), True), (("escape",), False)):
            stage.app.push_screen(Confirm("Title", "Text", go="Go", stay="Stay"), answers.append)
            await stage.settle()
            assert "Stay" in stage.text
            await stage.press(*keys)
            assert answers.pop() is answer


async def test_keys_faster_than_a_dialog_close_nothing_below_it(workspace: TinyWorkspace) -> None:
    async with on_stage(workspace, OpenScreen("today"), OpenScreen("catalogue")) as stage:
        answers: list[bool | None] = []
        stage.app.push_screen(Confirm("Really?", "It matters.", go="Go", stay="Stay"), answers.append)
        await stage.settle()
        dialog = stage.app.screen
        assert isinstance(dialog, Confirm)
        dialog.action_close()
        dialog.action_close()
        await stage.settle()
        assert answers == [False] and stage.screens == ["TodayScreen", "CatalogueScreen"]


def test_every_command_has_an_id_of_its_own() -> None:
    def all_of(cls: type[Command]) -> list[type[Command]]:
        return [found for sub in cls.__subclasses__() for found in (sub, *all_of(sub))]

    import trainer.tui.moves  # noqa: F401 - its commands count too

    named = [command for command in all_of(Command) if command.__module__.startswith("trainer.")]
    commands = [command for command in named if not command.__subclasses__()]
    ids = [command.id for command in commands]
    assert len(set(ids)) == len(ids)
    assert len(bindings(*commands)) == len(commands)
