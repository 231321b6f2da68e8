"""Pictures of every screen: ``python docs/pictures.py [NAME…]`` renders them to PNG under ``docs/pictures``.

Each screen of ``trainer.tui.routes`` must have a picture here; one that is missing is an error (exit 1). A picture is a
function that is given the running program on a small made-up learner and brings it to what is to be seen, by keys.
Needs ``rsvg-convert`` (librsvg) and the font Fira Code.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from assessed import a_class, judged_by_two, person_of
from handed_in import hand_in_a_class
from issued import PASSPHRASE, an_office
from issued import UNIT as DEMONSTRATION
from past import live, practise_gdpr
from played import UNIT, argue, play_talk, prove, talk_of
from textual.pilot import Pilot

from tests.tui.talking import play
from trainer.flows.workspace import Workspace
from trainer.i18n.catalogue import Translator
from trainer.kernel.problems import N_
from trainer.progress.locations import find_locations
from trainer.progress.lock import Busy
from trainer.tui.app import TrainerApp
from trainer.tui.messages import OpenScreen
from trainer.tui.routes import ROUTES

FOLDER = Path(__file__).resolve().parent / "pictures"
SIZES = ((80, 24), (120, 40))
LANGUAGES = ("it", "en")


class PictureClock:
    """A clock that a picture can move; it stands still otherwise, so that pictures do not differ without a reason."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._now.timestamp()

    def pass_time(self, seconds: float) -> None:
        self._now += timedelta(seconds=seconds)


@dataclass
class Stage:
    """The running program while its picture is arranged."""

    app: TrainerApp
    pilot: Pilot[None]
    clock: PictureClock

    async def open(self, name: str, **arguments: Any) -> None:
        """Open a screen and wait until it is seen."""
        self.app.open_screen(name, **arguments)
        await self.settle()

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait for work in the background and for the screens it opens."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()


@dataclass(frozen=True)
class Picture:
    """``route``: the screen it shows; ``learner`` False: on a machine without learners."""

    route: str
    arrange: Callable[[Stage], Awaitable[None]]
    learner: bool = True


async def _practice(stage: Stage) -> None:
    await stage.open("practice", module="gdpr", seed="3")
    await stage.press("b")


async def _practice_feedback(stage: Stage) -> None:
    await _practice(stage)
    await stage.press("a", "b", "enter", "1")


async def _practice_certainty(stage: Stage) -> None:
    await _practice(stage)
    await stage.press("enter")


async def _practice_both(stage: Stage) -> None:
    await _practice(stage)
    await stage.press("l", "l")


async def _practice_summary(stage: Stage) -> None:
    flow = practise_gdpr(stage.app.workspace, stage.clock, 7)
    flow.leave()
    await stage.open("attempt", attempt=flow.attempt)
    await stage.press("enter")


async def _practice_menu(stage: Stage) -> None:
    live(stage.app.workspace, stage.clock)
    await stage.open("practice_menu")


async def _practice_menu_module(stage: Stage) -> None:
    await _module(stage)
    await stage.press("p")


async def _progress(stage: Stage, part: int = 1) -> None:
    live(stage.app.workspace, stage.clock)
    await stage.open("progress")
    await stage.press(str(part))


async def _progress_calendar(stage: Stage) -> None:
    await _progress(stage, 3)
    await stage.press("d")


async def _progress_export(stage: Stage) -> None:
    await _progress(stage)
    await stage.press("x", *["backspace"] * 200, *"~/tables")


async def _today_review(stage: Stage) -> None:
    live(stage.app.workspace, stage.clock)
    await stage.press("c", "escape")


async def _exam_start(stage: Stage) -> None:
    await stage.open("exam", exam="gdpr", seed="7")


async def _exam(stage: Stage) -> None:
    await _exam_start(stage)
    await stage.press("enter")
    for key in "abcabbca":
        await stage.press(key, "enter")
    await stage.press("m", "b")
    stage.clock.pass_time(431)
    # The exam's own timer shows the time once a second.
    await asyncio.sleep(1.1)


async def _exam_overview(stage: Stage) -> None:
    await _exam(stage)
    await stage.press("g", "1", "2")


async def _exam_submit(stage: Stage) -> None:
    await _exam(stage)
    await stage.press("s")


async def _exam_leave(stage: Stage) -> None:
    await _exam(stage)
    await stage.press("escape")


async def _result(stage: Stage) -> None:
    await _exam_start(stage)
    await stage.press("enter")
    for _ in range(20):
        await stage.press("a", "enter")
    stage.clock.pass_time(60 * 17)
    await stage.press("2")


async def _review(stage: Stage) -> None:
    await _result(stage)
    await stage.press("1", "n")


async def _review_overview(stage: Stage) -> None:
    await _review(stage)
    await stage.press("g")


async def _help(stage: Stage) -> None:
    await _exam(stage)
    await stage.press("question_mark")


async def _palette(stage: Stage) -> None:
    await _exam(stage)
    await stage.press("ctrl+p")


async def _today(stage: Stage) -> None:
    """A learner who has read a little, practised, and left an exam."""
    await stage.open("lesson", module="gdpr", lesson="personal-data")
    await stage.press("n", "n", "escape")
    practise_gdpr(stage.app.workspace, stage.clock, 7).finish()
    stage.clock.pass_time(90_000)
    await stage.open("exam", exam="gdpr", seed="7")
    await stage.press("enter")
    for keys in (("a", "enter"), ("b", "enter"), ("escape",), ("right", "enter")):
        await stage.press(*keys)


async def _first_run(stage: Stage) -> None:
    await stage.open("first_run")
    await stage.press(*"Anna Rossi", "enter")


async def _learners(stage: Stage) -> None:
    """Three people share the machine."""
    workspace = stage.app.workspace
    learner = workspace.learner
    for name, qualification in (("Luca Bianchi", "cam"), ("Sofia Keller", "swi")):
        workspace.create_learner(name, "it", "en", qualification)
    workspace.switch_learner(learner)
    await stage.press("f2", "down")


async def _stopped(stage: Stage) -> None:
    problem = Busy(N_("This learner is open in another window of Trainer. Close it there first."))
    await stage.open("stopped", problem=problem)


async def _catalogue(stage: Stage) -> None:
    await stage.press("c", "down")


async def _unit(stage: Stage) -> None:
    await stage.open("unit", unit="abr.uc1")


async def _unit_statements(stage: Stage) -> None:
    await _unit(stage)
    await stage.press("end", *["pagedown"] * 3)


async def _module(stage: Stage) -> None:
    await stage.open("lesson", module="gdpr", lesson="principles")
    await stage.press("n", "n", "escape")
    await stage.open("module", module="gdpr")
    await stage.press("down")


async def _glossary(stage: Stage) -> None:
    await stage.open("glossary", module="gdpr")


async def _lesson(stage: Stage) -> None:
    await stage.open("lesson", module="gdpr", lesson="personal-data")
    await stage.press("n")


async def _lesson_term(stage: Stage) -> None:
    await _lesson(stage)
    await stage.press("t")


async def _lesson_both(stage: Stage) -> None:
    await _lesson(stage)
    await stage.press("l", "l")


async def _lesson_check(stage: Stage) -> None:
    await _lesson(stage)
    await stage.press("n", "b", "enter")


async def _lesson_check_right(stage: Stage) -> None:
    await _lesson(stage)
    await stage.press("n")
    for letter in "abcd":
        await stage.press(letter, "enter")


async def _lesson_end(stage: Stage) -> None:
    await _lesson(stage)
    await stage.press(*"nnnnnnn")


async def _lesson_marked(stage: Stage) -> None:
    """A page with a bookmark and a note."""
    note = "Da chiedere: vale anche per i clienti business?" if stage.app.words.language == "it" else "Ask about firms."
    await stage.open("lesson", module="gdpr", lesson="principles")
    await stage.press("k", "escape")
    await _lesson(stage)
    await stage.press("k", "o", *note, "escape", "escape")


async def _note(stage: Stage) -> None:
    await _lesson_marked(stage)
    await stage.press("o")


async def _notebook(stage: Stage) -> None:
    await _lesson_marked(stage)
    await stage.press("n", "o", *"Art. 4", "escape", "escape", "escape", "g", "b")


async def _report(stage: Stage) -> None:
    wrong = "La C va bene anche dopo la riforma." if stage.app.words.language == "it" else "C is right too since 2025."
    await _practice_feedback(stage)
    await stage.press("x", *wrong, "escape")


async def _search(stage: Stage) -> None:
    await stage.open("search")
    await stage.press(*("titolare" if stage.app.words.language == "it" else "controller"))


async def _places(stage: Stage) -> None:
    await stage.press("g")


async def _settings(stage: Stage) -> None:
    await stage.press("s", "down", "down")


async def _settings_exam_date(stage: Stage) -> None:
    await stage.press("s", "down", "down", "down", "down", "enter", *"30/2/2027", "enter")


async def _exercise(stage: Stage, use: str = "practice") -> None:
    await stage.open("exercise", exercise=talk_of(stage.app.workspace, use))


async def _talk(stage: Stage, steps: int = 6, *keys: str, composed: bool = False) -> None:
    """A conversation in Italian, so many steps of its perfect run along."""
    talk = talk_of(stage.app.workspace, "practice", composed=composed)
    await stage.open("exercise_play", exercise=talk, spoken="it", seed="1")
    await play(stage, talk, "perfect", steps=steps)
    stage.clock.pass_time(100)
    # The clock shows the time once a second.
    await asyncio.sleep(1.1)
    await stage.press(*keys)


async def _talk_documents(stage: Stage) -> None:
    await _talk(stage, 6, "t", "1")


async def _talk_help(stage: Stage) -> None:
    await _talk(stage, 6, "h", "v")


async def _talk_composed(stage: Stage) -> None:
    await _talk(stage, 0, "1", "enter", "2", "enter", composed=True)


async def _talk_both(stage: Stage) -> None:
    await _talk(stage, 6, "l", "l")


async def _workstation(stage: Stage, *keys: str) -> None:
    """A place of work that somebody else had before, for practice if there is one."""
    rows = [row for row in stage.app.workspace.catalogue.exercises() if row.kind == "workstation"]
    post = min(rows, key=lambda row: row.use != "practice").id
    await stage.open("exercise_play", exercise=post, spoken="it", seed="1")
    await stage.press(*keys)


#: A request is registered from the first mail, and opened.
_REGISTERED = ("end", "enter", "r", "1", "2", "enter")


async def _desk(stage: Stage, *keys: str) -> None:
    """A shift at a back office that has just begun: the Monday the keys below were chosen for, where it is there."""
    rows = [row for row in stage.app.workspace.catalogue.exercises() if row.kind == "desk"]
    desk = min(rows, key=lambda row: (row.id != "monday-after-the-sale", row.use != "practice")).id
    await stage.open("exercise_play", exercise=desk, spoken="it", seed="1")
    await stage.press(*keys)


async def _workstation_incident(stage: Stage) -> None:
    """Something comes up while devices are tested."""
    await _workstation(stage, "2", *["enter", "down"] * 20)
    stage.clock.pass_time(150)
    # The exercise's own timer notices once a second.
    await asyncio.sleep(1.1)
    await stage.press("1", "2")


async def _exercise_result(stage: Stage, run: str = "ordinary") -> None:
    await stage.open("exercise_result", attempt=play_talk(stage.app.workspace, stage.clock, run))


async def _exercise_points(stage: Stage) -> None:
    await _exercise_result(stage)
    await stage.press("pagedown", "pagedown")


async def _exercise_replay(stage: Stage) -> None:
    await _exercise_result(stage)
    await stage.press(*"nnn")


async def _exercise_replay_both(stage: Stage) -> None:
    await _exercise_replay(stage)
    await stage.press("l", "l")


async def _rationale(stage: Stage) -> None:
    attempt = play_talk(stage.app.workspace, stage.clock, "perfect")
    argue(stage.app.workspace, attempt, parts=2)
    await stage.open("rationale", attempt=attempt)


async def _rationale_line(stage: Stage) -> None:
    await _rationale(stage)
    await stage.press("enter")


async def _rationale_moments(stage: Stage) -> None:
    await _rationale(stage)
    await stage.press("m", "down", "down", "space")


async def _unit_evidence(stage: Stage) -> None:
    prove(stage.app.workspace, stage.clock)
    await stage.open("unit", unit=UNIT)
    await stage.press("end")


async def _register(stage: Stage, *keys: str) -> None:
    """Three who handed in, as an instructor's register shows them."""
    hand_in_a_class(stage.app.workspace, stage.clock)
    await stage.open("register")
    await stage.press(*keys)


async def _register_empty(stage: Stage) -> None:
    await stage.open("register")


async def _register_learner(stage: Stage) -> None:
    await _register(stage, "1", "enter")


async def _register_void(stage: Stage) -> None:
    why = "Ha giocato un’altra persona." if stage.app.words.language == "it" else "Another person played."
    await _register(stage, "1", "enter", *["down"] * 7, "v", *"Ivo Neri", "enter", *why)


async def _unit_hand_in(stage: Stage) -> None:
    prove(stage.app.workspace, stage.clock)
    await stage.open("unit", unit=UNIT)
    await stage.press("h", *["backspace"] * 200, *"~/abr.uc1-anna-rossi.zip")


async def _assess(stage: Stage, *keys: str) -> None:
    """What waits for an assessor, nobody named."""
    a_class(stage.app.workspace, stage.clock)
    await stage.open("assess", unit=UNIT)
    await stage.press(*keys)


async def _judge_comment(stage: Stage) -> None:
    said = "Dice che cosa, ma non perché." if stage.app.words.language == "it" else "Says what, but not why."
    await _assess(stage, "1", "2", "1", "up", "c", *said)


async def _judged(stage: Stage) -> None:
    attempt = judged_by_two(stage.app.workspace, stage.clock)
    await stage.open("judge", unit=UNIT, attempt=attempt, part="rationale")


async def _agreement(stage: Stage) -> None:
    judged_by_two(stage.app.workspace, stage.clock)
    await stage.open("agreement", unit=UNIT)


async def _decide(stage: Stage) -> None:
    register = a_class(stage.app.workspace, stage.clock)
    await stage.open("decide", person=person_of(register), unit=UNIT)


async def _oral(stage: Stage, *keys: str) -> None:
    await _decide(stage)
    await stage.press("1", *keys)
    stage.clock.pass_time(412)
    # The clock shows the time once a second.
    await asyncio.sleep(1.1)


async def _record(stage: Stage, *keys: str) -> None:
    """Of a learner in whose record much is still missing."""
    register = a_class(stage.app.workspace, stage.clock)
    await stage.open("record", person=person_of(register), unit=UNIT)
    await stage.press(*keys)


async def _record_ready(stage: Stage, *keys: str, issued: int = 0) -> None:
    """Of a learner for whom everything is met."""
    person = an_office(stage.app.workspace, stage.clock, issued=issued)
    await stage.open("record", person=person, unit=DEMONSTRATION)
    await stage.press(*keys)


async def _own_record(stage: Stage, *keys: str) -> None:
    prove(stage.app.workspace, stage.clock)
    await stage.open("own_record", unit=UNIT)
    await stage.press(*keys)


PICTURES: dict[str, Picture] = {
    "first-run": Picture("first_run", _first_run, learner=False),
    "learners": Picture("learners", _learners),
    "stopped": Picture("stopped", _stopped),
    "today": Picture("today", _today),
    "catalogue": Picture("catalogue", _catalogue),
    "unit": Picture("unit", _unit),
    "unit-statements": Picture("unit", _unit_statements),
    "module": Picture("module", _module),
    "glossary": Picture("glossary", _glossary),
    "lesson": Picture("lesson", _lesson),
    "lesson-term": Picture("lesson", _lesson_term),
    "lesson-both": Picture("lesson", _lesson_both),
    "lesson-check": Picture("lesson", _lesson_check),
    "lesson-check-right": Picture("lesson", _lesson_check_right),
    "lesson-end": Picture("lesson", _lesson_end),
    "lesson-marked": Picture("lesson", _lesson_marked),
    "note": Picture("note", _note),
    "notebook": Picture("notebook", _notebook),
    "search": Picture("search", _search),
    "places": Picture("today", _places),
    "report": Picture("report", _report),
    "settings": Picture("settings", _settings),
    "settings-exam-date": Picture("settings", _settings_exam_date),
    "today-review": Picture("today", _today_review),
    "progress": Picture("progress", _progress),
    "progress-mastery": Picture("progress", partial(_progress, part=2)),
    "progress-days": Picture("progress", partial(_progress, part=3)),
    "progress-calendar": Picture("progress", _progress_calendar),
    "progress-exams": Picture("progress", partial(_progress, part=4)),
    "progress-review": Picture("progress", partial(_progress, part=5)),
    "progress-export": Picture("progress", _progress_export),
    "register": Picture("register", _register),
    "register-empty": Picture("register", _register_empty),
    "register-learner": Picture("register_learner", _register_learner),
    "register-void": Picture("register_learner", _register_void),
    "unit-hand-in": Picture("unit", _unit_hand_in),
    "assess": Picture("assess", _assess),
    "judge": Picture("judge", lambda stage: _assess(stage, "1", "2", "2")),
    "judge-work": Picture("judge", lambda stage: _assess(stage, "1", "down", "tab")),
    "judge-comment": Picture("judge", _judge_comment),
    "judge-both-raters": Picture("judge", _judged),
    "agreement": Picture("agreement", _agreement),
    "decide": Picture("decide", _decide),
    "oral": Picture("oral", _oral),
    "oral-language": Picture("oral", lambda stage: _oral(stage, *"2232", *["down"] * 8, "2", "1")),
    "record": Picture("record", _record),
    "record-ready": Picture("record", _record_ready),
    "record-preview": Picture("record", lambda stage: _record_ready(stage, "v")),
    "record-passphrase": Picture("record", lambda stage: _record_ready(stage, "i", "enter", "enter", *PASSPHRASE)),
    "record-issued": Picture("record", partial(_record_ready, issued=2)),
    "record-revoke": Picture("record", lambda stage: _record_ready(stage, "x", issued=1)),
    "own-record": Picture("own_record", _own_record),
    "own-record-statement": Picture("own_record", lambda stage: _own_record(stage, "s")),
    "practice-menu": Picture("practice_menu", _practice_menu),
    "practice-menu-module": Picture("practice_menu", _practice_menu_module),
    "practice": Picture("practice", _practice),
    "practice-certainty": Picture("practice", _practice_certainty),
    "practice-feedback": Picture("practice", _practice_feedback),
    "practice-both": Picture("practice", _practice_both),
    "practice-summary": Picture("practice", _practice_summary),
    "exam-start": Picture("exam", _exam_start),
    "exam": Picture("sitting", _exam),
    "exam-overview": Picture("sitting", _exam_overview),
    "exam-submit": Picture("sitting", _exam_submit),
    "exam-leave": Picture("sitting", _exam_leave),
    "help": Picture("sitting", _help),
    "palette": Picture("sitting", _palette),
    "result": Picture("result", _result),
    "review": Picture("review", _review),
    "review-overview": Picture("review", _review_overview),
    "exercise": Picture("exercise", _exercise),
    "exercise-counts": Picture("exercise", partial(_exercise, use="assessed")),
    "talk": Picture("exercise_play", _talk),
    "talk-documents": Picture("exercise_play", _talk_documents),
    "talk-help": Picture("exercise_play", _talk_help),
    "talk-composed": Picture("exercise_play", _talk_composed),
    "talk-both": Picture("exercise_play", _talk_both),
    "talk-end": Picture("exercise_play", partial(_talk, steps=99)),
    "workstation": Picture("exercise_play", lambda stage: _workstation(stage, "down", "right", "down")),
    "workstation-window": Picture("exercise_play", lambda stage: _workstation(stage, *["down"] * 5)),
    "workstation-devices": Picture("exercise_play", lambda stage: _workstation(stage, "2", "enter", "down", "enter")),
    "workstation-report": Picture("exercise_play", lambda stage: _workstation(stage, "3", "enter", "enter", "enter")),
    "workstation-day": Picture("exercise_play", lambda stage: _workstation(stage, "4", *["left"] * 8, "enter")),
    "workstation-rules": Picture("exercise_play", lambda stage: _workstation(stage, "5", "down", "enter")),
    "workstation-incident": Picture("exercise_play", _workstation_incident),
    "desk": Picture("exercise_play", _desk),
    "desk-mail": Picture("exercise_play", lambda stage: _desk(stage, "end", "enter", "h", "h")),
    "desk-cards": Picture("exercise_play", lambda stage: _desk(stage, "3", "slash", *"colombara", "enter", "enter")),
    "desk-register": Picture("exercise_play", lambda stage: _desk(stage, "3", "enter", "1", "end", "enter", "r")),
    "desk-reply": Picture("exercise_play", lambda stage: _desk(stage, "end", "enter", "w", "1", "2")),
    "desk-deadline": Picture("exercise_play", lambda stage: _desk(stage, *_REGISTERED, "d", "down", "right")),
    "desk-form": Picture("exercise_play", lambda stage: _desk(stage, *_REGISTERED, "6", "enter", "w", "1", "1")),
    "exercise-result": Picture("exercise_result", _exercise_result),
    "exercise-points": Picture("exercise_result", _exercise_points),
    "exercise-replay": Picture("exercise_result", _exercise_replay),
    "exercise-replay-both": Picture("exercise_result", _exercise_replay_both),
    "rationale": Picture("rationale", _rationale),
    "rationale-line": Picture("rationale", _rationale_line),
    "rationale-moments": Picture("rationale", _rationale_moments),
    "unit-evidence": Picture("unit", _unit_evidence),
}

#: Routes that lead to screens other routes show.
SAME_SCREEN = {"attempt"}


async def take(
    name: str, language: str, size: tuple[int, int], home: Path, *, theme: str = "dark", cache: Path | None = None
) -> str:
    """The SVG of one picture. ``cache`` keeps the compiled content from one picture to the next."""
    picture, clock = PICTURES[name], PictureClock()
    locations = find_locations(str(home))
    workspace = Workspace(locations._replace(cache=cache or locations.cache), clock)
    if picture.learner:
        workspace.create_learner("Anna Rossi", language, "en" if language == "it" else "it", "abr")
    first = [OpenScreen("today")] if picture.learner and "today" in ROUTES else []
    app = TrainerApp(workspace, Translator(language, cache=workspace.locations.cache), first)
    app.use_theme(theme)
    async with app.run_test(size=size) as pilot:
        stage = Stage(app, pilot, clock)
        await stage.settle()
        await picture.arrange(stage)
        await stage.settle()
        drawn = app.export_screenshot(title=" ")
    workspace.close()
    return drawn


def write_png(drawn: str, target: Path) -> None:
    """Convert an SVG; ``subprocess.CalledProcessError`` when that fails."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # librsvg drops a space at the beginning of a text, and with it the gap before the word.
    kept = drawn.replace("<text ", '<text xml:space="preserve" ')
    command = ["rsvg-convert", "--format", "png", "--output", str(target)]
    subprocess.run(command, input=kept.encode(), check=True, timeout=60)
    if quantiser := shutil.which("pngquant"):  # a quarter of the size; a terminal has few colours anyway
        subprocess.run([quantiser, "--force", "--output", str(target), "64", str(target)], check=True, timeout=60)


def missing_screens() -> list[str]:
    """Routes without a picture."""
    return sorted(set(ROUTES) - SAME_SCREEN - {picture.route for picture in PICTURES.values()})


def main(arguments: list[str] | None = None) -> int:
    """Render the pictures named, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these pictures")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--size", action="append", metavar="WxH", help="other sizes than 80x24 and 120x40")
    parser.add_argument("--lang", action="append", help="only these languages")
    parser.add_argument("--theme", default="dark", choices=("dark", "light"))
    options = parser.parse_args(arguments)
    lacking = [] if options.names else missing_screens()
    if lacking:
        print(f"no picture of: {', '.join(lacking)}", file=sys.stderr)
    if shutil.which("rsvg-convert") is None:
        print("rsvg-convert is not installed (Debian: apt install librsvg2-bin fonts-firacode)", file=sys.stderr)
        return 1
    render_all(options)
    return int(bool(lacking))


def render_all(options: argparse.Namespace) -> None:
    """Every picture asked for, in every size and language asked for."""
    sizes = [tuple(int(side) for side in size.split("x")) for size in options.size] if options.size else SIZES
    wanted = itertools.product(options.names or PICTURES, sizes, options.lang or LANGUAGES)
    with tempfile.TemporaryDirectory() as cache:
        for name, (width, height), language in wanted:
            with tempfile.TemporaryDirectory() as home:
                picture = take(name, language, (width, height), Path(home), theme=options.theme, cache=Path(cache))
                drawn = asyncio.run(picture)
            target = options.out / f"{name}-{width}x{height}-{language}.png"
            write_png(drawn, target)
            print(target)


if __name__ == "__main__":
    sys.exit(main())
