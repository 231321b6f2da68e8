"""Markup, control codes, other alphabets and enormous texts in items and in what is typed: shown as text, cut, kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from tests.builders import OTHER_KINDS, a_paper, an_item
from tests.fakes.workspace import TinyWorkspace
from tests.tui.kinds import EVERY, GAPS, NUMERIC, OPEN, SHORT_TEXT, Answering, answering, customers
from tests.tui.test_hostile_attempts import BAIT, check
from trainer.flows.results import feedback
from trainer.i18n.catalogue import Translator
from trainer.items.base import Item
from trainer.items.controls import ChoiceGroup, EntryGroup, OrderGroup, PresentedItem, PresentedOption
from trainer.tui.controls.choosing import control_for
from trainer.tui.widgets.item_paint import Drawn, ItemPicture, Setting


def baited(value: Any, bait: str) -> Any:
    """The data of an item with ``bait`` before every text; gaps keep their places."""
    if isinstance(value, dict):
        if set(value) == {"it", "en"} and all(isinstance(text, str) for text in value.values()):
            return {language: f"{bait} {text}" for language, text in value.items()}
        return {name: part if name == "accepted" else baited(part, bait) for name, part in value.items()}
    return [baited(part, bait) for part in value] if isinstance(value, list) else value


def a_baited_item(kind: str, bait: str = BAIT) -> Item:
    """An item of this kind whose every text is bait."""
    return an_item(kind, f"item-{kind.replace('_', '-')}", **baited({"stem": {"it": "?", "en": "?"}}, bait),
                   **baited(OTHER_KINDS[kind](), bait))  # fmt: skip


@pytest.mark.parametrize("kind", OTHER_KINDS)
async def test_texts_of_items(workspace: TinyWorkspace, kind: str) -> None:
    async with answering(workspace, a_baited_item(kind), size=(100, 50)) as now:
        assert BAIT in now.stage.text
        await check(now.stage)
        for keys in (("l", "l"), ("escape", "tab", "1", "2"), ("escape", "enter"), ("enter", "enter"), ("r", "l")):
            await now.press(*keys)
            await check(now.stage)


async def paste(now: Answering, text: str) -> None:
    """What a terminal sends when something is pasted."""
    focused = now.stage.app.screen.focused
    assert focused is not None
    focused.post_message(events.Paste(text))
    await now.stage.settle()


TYPED = (
    BAIT,
    "\x1b]0;title\x07\x1b[2Jrot",
    "abc\u202edef\u200b",
    "право на переносимость",
    "e\u0301 \U0001f600 漢字",
    "[/ [bold",
)


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", [SHORT_TEXT, OPEN, GAPS])
async def test_what_is_pasted(workspace: TinyWorkspace, name: str, typed: str) -> None:
    async with answering(workspace, name, size=(100, 50)) as now:
        await paste(now, typed)
        await check(now.stage)
        await now.press("ctrl+l", "escape")
        kept = now.response[0][0]
        assert kept and kept == unicodedata.normalize("NFC", kept) and not set(kept) & set("\x07\x1b\u202e\u200b")
        await now.press("enter", "l")
        await check(now.stage)
        assert kept[-3:] in now.text


@pytest.mark.parametrize("name", [SHORT_TEXT, OPEN, GAPS, NUMERIC])
async def test_an_enormous_text_is_cut_and_said(workspace: TinyWorkspace, name: str) -> None:
    async with answering(workspace, name) as now:
        limit = getattr(now.flow.view.item.groups[0], "longest", 0)
        await paste(now, "9" * 1_000_000)
        assert f"There is room for {limit} characters here." in now.text
        await paste(now, "9")
        assert f"There is room for {limit} characters here." in now.text
        await now.press("9")
        await now.press("escape")
        if name != NUMERIC:
            assert now.response[0] == ("9" * limit,)
        else:
            assert "at most 15 digits" in now.text


async def test_several_pasted_lines_are_one_where_there_is_one(workspace: TinyWorkspace) -> None:
    async with answering(workspace, SHORT_TEXT) as now:
        await paste(now, "data\r\n  portability\n")
        assert "[ data portability " in now.text
        await now.press("enter")
        assert "✓ Right" in now.text


# -- drawing -------------------------------------------------------------------------------------------------------


WORDS = {language: Translator(language) for language in ("it", "en")}


def drawn(item: Item, width: int, shown: str, language: str, *, answered: bool, height: int = 14) -> Drawn:
    """An item as its control draws it, open or after an answer."""
    frozen = a_paper([item], sections=("first",)).items[0]
    tokens = item.tokens("attempt")
    presented = item.present(frozen.order, tokens)
    control = control_for(presented)
    picture = control.begin(ItemPicture(presented))
    if answered:
        response = dict(item.parse(next(sample.response for sample in item.samples() if sample.response)))
        said = feedback(item, response, frozen.order, [], tokens)
        picture = ItemPicture(presented, response=item.to_chosen(response, tokens), feedback=said, closed=True)
    return control.draw(picture, Setting(WORDS[language], ("it", "en"), shown, width, height))


@pytest.mark.parametrize("answered", [False, True])
@pytest.mark.parametrize("shown", ["it", "en", "both"])
@pytest.mark.parametrize("name", EVERY)
def test_lines_fit_at_every_width(name: str, shown: str, answered: bool) -> None:
    for width in (40, 54, 74, 78, 92, 114, 162):
        for height in (-5, 12, 18, 34):
            made = drawn(customers()[name], width, shown, "it", answered=answered, height=height)
            assert max(line.cell_length for line in made.lines) <= width, (width, height)
            assert made.field is None or made.field.right <= width
            assert all(0 <= top < len(made.lines) for top in made.tops)


def raw(text: str) -> Iterator[PresentedItem]:
    """An item of each interaction whose texts were never cleaned."""
    both = {"it": text, "en": text}
    options = tuple(PresentedOption(f"t{n}", both) for n in range(3))
    gap = ChoiceGroup("gap", "gap", options, 1, 1)
    around = dict.fromkeys(both, f"{text} [[gap]] {text}")
    yield PresentedItem("made", both, tuple(ChoiceGroup(f"r{n}", "row", options, 1, 1, both) for n in range(3)))
    yield PresentedItem("made", both, (OrderGroup("order", options),))
    yield PresentedItem("made", both, (gap,), text=around)
    yield PresentedItem("made", both, (EntryGroup("number", "number", both),))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.integers(40, 160), st.sampled_from(["it", "both"]))
def test_any_text_can_be_drawn(text: str, width: int, shown: str) -> None:
    for item in raw(text):
        control = control_for(item)
        setting = Setting(WORDS["en"], ("it", "en"), shown, width, 20)
        for line in control.draw(control.begin(ItemPicture(item)), setting).lines:
            assert not any((ord(char) < 32 and char not in "\n\t") or 127 <= ord(char) < 160 for char in line.plain)
            assert not any("click" in str(span.style) for span in line.spans)
