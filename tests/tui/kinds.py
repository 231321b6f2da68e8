"""The items of ``tests/fixtures/kinds`` in a practice or an exam, driven by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache

from tests.builders import a_paper, a_practice, a_running
from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import KINDS
from tests.tui.stage import Stage, on_stage
from trainer.content.yamlfile import load_yaml
from trainer.flows.exam import ExamFlow
from trainer.flows.practise import PracticeFlow
from trainer.flows.titles import Titles
from trainer.items.base import Item
from trainer.items.controls import ChoiceGroup
from trainer.items.kinds import parse_item
from trainer.tui.loading import Loaded
from trainer.tui.routes import Route
from trainer.tui.sittings import show_practice, show_sitting

SIZES = ((60, 18), (80, 24), (120, 40))
MATCHING, CLASSIFICATION, ORDERING, GAPS = "requests-to-desks", "personal-or-not", "angry-call", "reply-to-withdrawal"
NUMERIC, SHORT_TEXT, OPEN = "mean-handling-time", "name-of-the-right", "why-not-by-phone"
_SCROLL_BAR = str.maketrans(dict.fromkeys("▁▂▃▄▅▆▇", " "))
EVERY = (MATCHING, CLASSIFICATION, ORDERING, GAPS, NUMERIC, SHORT_TEXT, OPEN)


@cache
def customers() -> dict[str, Item]:
    """The items by their ids."""
    return {data["id"]: parse_item(data) for data in load_yaml(KINDS).data["items"]}


@dataclass
class Answering:
    """A practice or an exam on the screen."""

    stage: Stage
    flow: PracticeFlow | ExamFlow

    @property
    def text(self) -> str:
        """What is on the screen but the scroll bar, wrapped lines joined by single spaces."""
        return " ".join(self.stage.text.translate(_SCROLL_BAR).split())

    @property
    def footer(self) -> str:
        return self.stage.text.rstrip("\n").split("\n")[-1]

    @property
    def focus(self) -> str:
        """The name of the class of the widget keys go to."""
        return type(self.stage.app.screen.focused).__name__

    @property
    def response(self) -> tuple[tuple[str, ...], ...]:
        """What the flow knows, group by group in the order of the item."""
        view = self.flow.view
        return tuple(view.response.get(group.name, ()) for group in view.item.groups)

    async def press(self, *keys: str) -> None:
        """One key after the other, each when the one before has done all it does."""
        for key in keys:
            await self.stage.pilot.press(key)
        await self.stage.settle()

    async def type(self, text: str) -> None:
        names = {" ": "space", ",": "comma", ".": "full_stop", "-": "minus", "[": "left_square_bracket"}
        await self.stage.press(*(names.get(character, character) for character in text))

    def group(self, number: int) -> ChoiceGroup:
        """A group of options."""
        found = self.flow.view.item.groups[number]
        assert isinstance(found, ChoiceGroup)
        return found

    def row(self, number: int, language: str = "en") -> str:
        """What stands in a row."""
        label = self.group(number).label
        assert label is not None
        return label[language]

    def token(self, group: int, label: str) -> str:
        """The token of the option behind a letter or number."""
        return self.group(group).options["abcde".index(label) if label in "abcde" else int(label) - 1].token

    def label(self, group: int, text: str) -> str:
        """The letter or number of an option by its English text."""
        options = self.group(group).options
        index = next(place for place, option in enumerate(options) if option.text["en"] == text)
        return "abcde"[index] if len(options) <= 5 else str(index + 1)


@asynccontextmanager
async def answering(
    workspace: TinyWorkspace,
    *items: str | Item,
    size: tuple[int, int] = (80, 24),
    language: str = "en",
    exam: bool = False,
) -> AsyncIterator[Answering]:
    """The program on these items, in one language of texts and interface."""
    found = [customers()[item] if isinstance(item, str) else item for item in items]
    flow = _flow(workspace, found, language, exam=exam)
    languages = ("en", "it") if language == "en" else ("it", "en")
    loaded = Loaded(flow, languages, Titles(workspace.catalogue), clock_hidden=False)
    async with on_stage(workspace, size=size, language=language) as stage:
        stage.app.routes["made"] = Route(lambda _: loaded, show_sitting if exam else show_practice, at_once=True)
        await stage.open("made")
        yield Answering(stage, flow)


def _flow(workspace: TinyWorkspace, items: Sequence[Item], language: str, *, exam: bool) -> PracticeFlow | ExamFlow:
    paper = a_paper(items, sections=("first",)) if exam else a_practice(items)
    running = a_running(workspace.store, paper, workspace.clock, mode="mock" if exam else "practice")
    running.switch_language(language)
    return ExamFlow(workspace.store, running) if exam else PracticeFlow(workspace.store, running)
