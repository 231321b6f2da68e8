"""A desk on a screen of its own, and how somebody works a recorded run on it by keys, reading what is offered."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from textual.app import ComposeResult

from tests.exercises.making import exercises
from tests.fakes.clock import FakeClock
from tests.tui.stage import Stage
from trainer.exercises.desk.acts.values import fields_of
from trainer.exercises.desk.shift import Shift
from trainer.exercises.desk.shown import ShiftView
from trainer.exercises.play import Move, ShownMoment
from trainer.exercises.runs import Step
from trainer.exercises.tokens import token_of
from trainer.flows.exercise import ExerciseFlow
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.kernel.problems import Problem
from trainer.kernel.text import LocalText
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen
from trainer.tui.plays.desk.board import LIST
from trainer.tui.plays.desk.pane import DeskPane
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.exercise import ExerciseScreen


class DeskHost(TrainerScreen):
    """As little of a screen as a pane needs."""

    AUTO_FOCUS = ""
    ROAMS = False

    def __init__(self, words: Translator, flow: ExerciseFlow, languages: Sequence[str]) -> None:
        super().__init__(words)
        self.flow, self.told = flow, list[str]()
        self.pane = DeskPane(words, languages, self)

    def compose_page(self) -> ComposeResult:
        yield self.pane

    def offering(self) -> Any:
        return (self.pane, self)

    def on_mount(self) -> None:
        self.pane.take_focus()

    def paint(self) -> None:
        self.pane.show(self.flow.view)

    def move(self, move: Move) -> tuple[ShownMoment, ...] | None:
        try:
            moments = self.flow.move(move)
        except Problem as problem:
            self.tell(self.words.translate(problem))
            return None
        self.paint()
        return moments

    def hint(self, name: str) -> LocalText | None:
        try:
            return self.flow.hint(name)
        except Problem as problem:
            self.tell(self.words.translate(problem))
            return None

    def tell(self, said: Problem | str) -> None:
        text = self.words.translate(said) if isinstance(said, Problem) else said
        self.told.append(text)
        self.notice.say(text)

    def ask_tip(self) -> None:
        """What ``h`` does."""
        text = self.hint(self.pane.tip())
        if text is not None:
            self.pane.show_tip(text)

    def action_back(self) -> None:
        self.pane.back()


@dataclass
class AtADesk:
    """Somebody at the desk: ``stage`` is the running program, ``flow`` the exercise."""

    stage: Stage
    flow: ExerciseFlow
    clock: FakeClock

    @property
    def pane(self) -> DeskPane:
        return self.stage.app.screen_stack[-1].query_one(DeskPane)

    @property
    def view(self) -> ShiftView:
        return cast(ShiftView, self.flow.view.play)

    @property
    def shift(self) -> Shift:
        """For finding out which token stands for what a recorded run names; a learner reads titles instead."""
        return cast(Shift, self.flow._running.present_play())

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.stage.pilot.press(key)
        await self.stage.pilot.pause()

    async def write(self, text: str) -> None:
        await self.press(*("space" if character == " " else character for character in text))

    def token(self, kind: str, id: str) -> str:
        return token_of(self.shift.seed, kind, id)

    async def to_the_lists(self) -> None:
        """Out of forms and what is open, but not out of the exercise."""
        while self.pane.side != LIST or self.pane.searching:
            await self.press("escape")

    # -- a recorded run ------------------------------------------------------------------------------------------

    async def work(self, steps: Sequence[Step]) -> None:
        """Work the steps of a run, each by the keys a learner has."""
        for step in steps:
            self.clock.wait(step.seconds)
            if step.move is not None:
                await self._step(step.move)

    async def _step(self, move: Move) -> None:
        before = len(self.view.moments)
        await getattr(self, f"_{move.do.replace('-', '_')}")(move)
        assert len(self.view.moments) > before, f"{move} did nothing: {self.stage.text}"

    async def _open(self, move: Move) -> None:
        await self.bring(str(move.values["kind"]), move.on, again=True)

    async def bring(self, kind: str, id: str, *, again: bool = False) -> None:
        """Have a thing on the screen."""
        if self.shift.on_screen == (kind, id) and not again:
            return
        lists = {
            "document": ("inbox", "archive"), "ticket": ("tickets",), "customer": ("customers",),
            "record": ("records",), "article": ("articles",), "form": ("forms",),
        }  # fmt: skip
        for name in lists[kind]:
            if await self._find(name, kind, id):
                await self.press("enter")
                assert self.shift.on_screen == (kind, id)
                return
        raise AssertionError(f"{kind} {id} is in no list")

    async def _find(self, name: str, kind: str, id: str) -> bool:
        number = [window.name for window in self.view.lists].index(name) + 1
        await self.to_the_lists()
        await self.press(str(number))
        token = self.token(kind, id)
        for _ in range(2):
            window = next(one for one in self.view.lists if one.name == name)
            tokens = [row.token for row in window.rows]
            if token in tokens:
                here = self.pane.cursor
                there = tokens.index(token)
                await self.press(*(["down"] * (there - here) if there > here else ["up"] * (here - there)))
                return True
            if name not in ("customers", "records", "articles"):
                return False
            thing = self.shift.card(id) if kind == "customer" else self.shift.record(id)
            assert thing is not None
            await self.press("slash")
            await self.write(thing.number)
            await self.press("enter")
        return False

    async def _search(self, move: Move) -> None:
        number = [window.name for window in self.view.lists].index(move.on) + 1
        await self.to_the_lists()
        await self.press(str(number), "slash")
        await self.write(str(move.values["text"]))
        await self.press("enter")

    async def choose(self, value: str) -> None:
        """Press the number of what is offered in the open form."""
        form = self.pane.form
        assert form is not None
        entering = getattr(form, "entering", None)
        at_request = getattr(form, "at", "") == "about"
        listed = entering.list if entering else form.requests if at_request else form.list  # type: ignore[attr-defined]
        values = [line.value for line in listed.lines]
        assert value in values, (value, self.stage.text)
        await self.press(str(values.index(value) + 1))

    async def _register(self, move: Move) -> None:
        customer = str(move.values.get("customer", ""))
        if customer and ("customer", customer) not in self.shift.seen and customer not in self.shift.cards:
            await self._find("customers", "customer", customer)
        await self.bring("document", move.on)
        await self.press("r")
        await self.choose(self.token("customer", customer) if customer else "")

    async def _ticket(self, move: Move, letter: str, name: str, kind: str) -> None:
        await self.bring("ticket", move.on)
        await self.press(letter)
        await self.choose(self.token(kind, str(move.values[name])))

    async def _classify(self, move: Move) -> None:
        await self._ticket(move, "c", "category", "categories")

    async def _prioritise(self, move: Move) -> None:
        await self._ticket(move, "p", "priority", "priorities")

    async def _route(self, move: Move) -> None:
        await self._ticket(move, "s", "queue", "queues")

    async def _close(self, move: Move) -> None:
        await self._ticket(move, "e", "code", "codes")

    async def _link(self, move: Move) -> None:
        await self._ticket(move, "k", "customer", "customer")

    async def _deadline(self, move: Move) -> None:
        await self.bring("ticket", move.on)
        await self.press("d")
        await self._to_day(str(move.values["day"]))

    async def _to_day(self, day: str) -> None:
        days = (date.fromisoformat(day) - date.fromisoformat(self.view.day)).days
        weeks, rest = divmod(abs(days), 7)
        forth = days >= 0
        await self.press(*["down" if forth else "up"] * weeks, *["right" if forth else "left"] * rest, "enter")

    async def _merge(self, move: Move) -> None:
        into = str(move.values["into"])
        if ("customer", into) not in self.shift.seen:
            await self.bring("customer", into)
        await self.bring("customer", move.on)
        await self.press("m")
        await self.choose(self.token("customer", into))

    async def _correct(self, move: Move) -> None:
        kind = "record" if move.on in self.shift.world.records else "customer"
        await self.bring(kind, move.on)
        await self.press("c")
        await self.choose(self.token("field", str(move.values["field"])))
        await self._enter(str(move.values["field"]), str(move.values["value"]))

    async def _enter(self, field: str, value: str) -> None:
        """Enter a value the way its field wants it."""
        entry = self.shift.world.fields[field].entry
        if entry == "number":
            await self.write(value)
            await self.press("enter")
        elif entry == "day":
            await self._to_day(value)
        elif entry == "taken" and value:
            text = next(fields_of(self.shift, thing)[field] for thing in self.shift.seen if thing[1] == value)
            lines = self.pane.form.entering.list.lines  # type: ignore[union-attr]
            await self.choose(next(line.value for line in lines if line.text == text))
        else:
            await self.choose(self.token("value", value) if value else "")

    async def _new_card(self, move: Move) -> None:
        await self.bring("document", move.on)
        await self.press("n")
        for field in move.values["fields"]:
            await self.choose(self.token("field", field))
        await self.press("enter")

    async def _reply(self, move: Move) -> None:
        await self.bring("document", move.on)
        await self.press("w")
        sheet = self.view.sheet
        assert sheet is not None and sheet.reply is not None
        wanted = {self.token("phrase", phrase) for phrase in move.values["phrases"]}
        for slot in sheet.reply.slots:
            for offer in slot.offers:
                if offer.token in wanted:
                    await self.choose(offer.token)
            if slot.pick == "any":
                await self.press("enter")
        await self.press("enter")

    async def _fill(self, move: Move) -> None:
        await self.bring("form", move.on)
        await self.press("w")
        if move.do == "fill":
            await self.choose("about")
            await self.choose(self.token("ticket", str(move.values["about"])))
        for field, value in move.values["fields"].items():
            await self.choose(self.token("field", field))
            await self._enter(field, str(value))
        if move.values.get("text"):
            await self.choose("free")
            await self.write("Unite due schede")
            await self.press("escape")
        await self.choose("send")

    _report = _fill

    async def _archive(self, move: Move) -> None:
        await self.bring("document", move.on)
        await self.press("a")
        await self.choose(self.token("folders", str(move.values["folder"])))

    async def _delete(self, move: Move) -> None:
        await self.bring(str(move.values["kind"]), move.on)
        await self.press("x", "right", "enter")

    async def _wait(self, _: Move) -> None:
        await self.to_the_lists()
        await self.press("t")

    async def _finish(self, _: Move) -> None:
        await self.to_the_lists()
        await self.press("f", "right", "enter")


@asynccontextmanager
async def at_a_desk(
    workspace: Workspace, flow: ExerciseFlow, clock: FakeClock, *, language: str = "it",
    size: tuple[int, int] = (80, 24),
    languages: Sequence[str] = ("it", "en"),
) -> AsyncIterator[AtADesk]:  # fmt: skip
    """The pane on a screen with nothing else."""
    app = TrainerApp(workspace, Translator(language))
    async with app.run_test(size=size) as pilot:
        app.push_screen(DeskHost(app.words, flow, languages))
        stage = Stage(app, pilot)
        await stage.settle()
        yield AtADesk(stage, flow, clock)


@asynccontextmanager
async def on_the_screen(
    workspace: Workspace, clock: FakeClock, exercise: str, *, size: tuple[int, int] = (80, 24), language: str = "it"
) -> AsyncIterator[AtADesk]:
    """The exercise on its real screen, from its start."""
    app = TrainerApp(
        workspace, Translator(language),
        [OpenScreen("today"), OpenScreen("exercise_play", {"exercise": exercise, "spoken": "it"})],
    )  # fmt: skip
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        screen = app.screen
        assert isinstance(screen, ExerciseScreen)
        yield AtADesk(stage, screen._flow, clock)


def steps_of(name: str, run: str) -> list[Step]:
    """The steps of a recorded run of the demonstration."""
    exercise = exercises()[name]
    return [exercise.step(data) for data in exercise.runs[run]]
