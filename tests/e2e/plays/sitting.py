"""A learner at the program with exercises in mind: begins, goes to a unit, plays, is cut off and comes back."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.e2e.learner import NAME
from tests.e2e.plays import aftermath, eyes, foreign
from tests.e2e.plays.hands import Hands, Seeing
from tests.e2e.plays.kinds import KINDS
from tests.e2e.plays.proof import shown, title_of, unit_page
from tests.e2e.plays.script import SHIPPED, Script, find_script
from tests.e2e.remembering import TODAY
from tests.e2e.terminal import ScreenTimeout, Terminal, trainer
from trainer.i18n.catalogue import Translator
from trainer.i18n.names import own_name


class Watched(Terminal):
    """Every frame kept must speak one language, while ``watched`` names it."""

    watched = ""
    root = SHIPPED

    def frame(self, name: str) -> None:
        super().frame(name)
        found = foreign.strangers(self.text, self.watched, self.root) if self.watched and name != "timeout" else []
        if found:
            raise ScreenTimeout(f"words of another language, {found}, on the screen:\n{self.text}")


class Sitting:
    """One learner in one language at one size. ``root`` is where exercises and qualifications are read from."""

    def __init__(self, size: tuple[int, int], language: str, frames: Path | None, home: Path) -> None:
        self.size, self.language, self.frames, self.home = size, language, frames, home
        self.words, self.other = Translator(language), "en" if language == "it" else "it"
        self.root, self.qualification, self.zone = SHIPPED, "abr", TODAY
        self.name = NAME
        self.terminal: Watched | None = None

    def _(self, message: str) -> str:
        return self.words._(message)

    # -- the program ---------------------------------------------------------------------------------------------

    def _environment(self) -> dict[str, str]:
        return {"HOME": str(self.home), "LC_ALL": f"{self.language}_XX.UTF-8", "TZ": self.zone}

    def open(self) -> Seeing:
        """Start the program; frames go on counting."""
        count = self.terminal._count if self.terminal else 0
        self.close()
        command = trainer("--home", str(self.home / "trainer"))
        self.terminal = Watched(command, self.size, self._environment(), self.frames)
        self.terminal._count, self.terminal.root = count, self.root
        return Seeing(self.terminal, self.words)

    def close(self) -> None:
        """End it, if it runs."""
        if self.terminal is not None:
            self.terminal.__exit__()

    def say(self, *arguments: str, home: str = "trainer") -> str:
        """A command of the same learner."""
        command = trainer("--home", str(self.home / home), *arguments)
        environment = {**os.environ, **self._environment()}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=120)
        if done.returncode:
            raise ScreenTimeout(f"{' '.join(arguments)} gave {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def status(self, unit: str) -> Mapping[str, Any]:
        """What the command line says of a unit: of a copy, because the learner is open in the program."""
        shutil.rmtree(self.home / "copy", ignore_errors=True)
        shutil.copytree(self.home / "trainer", self.home / "copy", ignore=shutil.ignore_patterns("*.lock", "*-wal"))
        found: dict[str, Any] = json.loads(self.say("unit", "status", unit, "--json", home="copy"))
        return found

    # -- getting about -------------------------------------------------------------------------------------------

    def begin(self) -> Seeing:
        """The first run, for this qualification."""
        seeing = self.open()
        title = self.qualification_data["title"][self.language]
        seeing.terminal.wait(self._("Your name"), self._("Qualification"))
        seeing.terminal.type(self.name)
        seeing.terminal.wait(self.name)
        seeing.press("enter", "enter", "enter")
        seeing.until(lambda: self._("Qualification") in seeing.entry(), self._("Qualification"))
        while f"‹ {title[:12]}" not in seeing.terminal.text:
            if not seeing.changes("right", lambda: seeing.body):
                seeing.fail(f"the qualification {title!r}")
        seeing.press("enter", "enter")
        return self.today(seeing)

    @property
    def qualification_data(self) -> dict[str, Any]:
        """The qualification as it is written."""
        path = next(self.root.rglob(f"qualifications/{self.qualification}.yaml"))
        found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
        return found

    def today(self, seeing: Seeing) -> Seeing:
        """Where every sitting begins; units come once the content is there."""
        seeing.terminal.wait(self._("What to do next"))
        seeing.settle(lambda: seeing.body)
        assert self.terminal is not None
        self.terminal.watched = self.language
        seeing.terminal.frame("today")
        return seeing

    def to_unit(self, seeing: Seeing, unit: str) -> None:
        """From *Today*; the list is there when all has been found out."""
        title = title_of(self.qualification_data, unit, self.language)
        seeing.changes("end", seeing.entry)
        seeing.find(title)
        seeing.press_until("enter", lambda: self._("Catalogue") in seeing.terminal.lines[0], title)
        unit_page(seeing)
        seeing.terminal.frame("unit")

    def to_start(self, seeing: Seeing, script: Script) -> None:
        """From the unit to what is said before an exercise."""
        seeing.changes("home", seeing.entry)
        seeing.find(script.title(self.language))
        seeing.terminal.frame("unit-exercise")
        seeing.press("enter")
        seeing.until(lambda: self._("Not now") in seeing.terminal.text, "the start of the exercise")
        seeing.terminal.frame("start")

    def hands(self, seeing: Seeing, script: Script) -> Hands:
        """Who plays it."""
        found = KINDS[script.kind](seeing.terminal, self.words, script, self.language)
        found.until(lambda: "/" in found.terminal.lines[0], "the clock")
        found.settle(found.told)
        found.terminal.frame(f"{script.kind}-begun")
        return found

    def start(self, seeing: Seeing, script: Script) -> Hands:
        """Start it, spoken in the interface's language."""
        name = own_name(self.language)
        starts = self._("Start, spoken: {language}").replace("{language}", name)
        seeing.find(starts if starts in seeing.terminal.text else starts.replace(name, name.lower()))
        seeing.press("enter")
        return self.hands(seeing, script)

    # -- in the middle -------------------------------------------------------------------------------------------

    def cut_off(self, hands: Hands, *, at_the_unit: bool) -> Hands:
        """Kill the program and come back, from *Today* or from the unit: everything is as it was."""
        before = hands.state()
        hands.terminal.frame(f"{hands.script.kind}-killed")
        hands.terminal.kill()
        seeing = self.today(self.open())
        if at_the_unit:
            self.to_unit(seeing, hands.script.unit)
            self.to_start(seeing, hands.script)
            seeing.find(self._("Go on with the attempt that waits"))
        else:
            waits = self._("Go on with the exercise: {title}").replace("{title}", hands.script.title(self.language))
            seeing.find(waits)
        seeing.press("enter")
        again = self.hands(seeing, hands.script)
        for name, value in vars(hands).items():
            if name not in ("terminal", "opened", "_at_sheet"):
                setattr(again, name, value)
        if (after := again.state()) != before:
            told = "\n---\n".join(
                f"{old}\n--- became\n{new}" for old, new in zip(before, after, strict=True) if old != new
            )
            raise ScreenTimeout(f"{hands.script.id} is not as it was:\n{told}")
        return again

    def switch(self, hands: Hands) -> None:
        """The language key: what is spoken stays, the interface changes, and comes back."""
        sample = eyes.squeezed(hands.sample())
        other, terminal = Translator(self.other), hands.terminal
        assert isinstance(terminal, Watched)
        hands.settle(hands.told)
        before, terminal.watched = terminal.lines[1:], ""
        for word in (other, other, self.words):
            self._next_language(hands, word)
            if sample not in eyes.squeezed("\n".join(hands.body)):
                raise ScreenTimeout(f"{sample!r} was spoken, and is gone:\n{terminal.text}")
        terminal.watched = self.language
        if eyes.still(before) != eyes.still(terminal.lines[1:]):
            raise ScreenTimeout(f"not as it was before the languages:\n{terminal.text}\nbefore:\n" + "\n".join(before))

    def _next_language(self, hands: Hands, words: Translator) -> None:
        """Press the key and see these words; both languages at once may look like the one before."""

        def look() -> tuple[str, ...]:
            return hands.terminal.lines[0].partition("  ")[0], hands.told(), hands.terminal.lines[-1]

        hands.changes("l", look)
        hands.until(lambda: f" {words._('help')}" in hands.terminal.lines[-1], "the interface in a language")
        hands.settle(look)
        hands.terminal.frame(f"{hands.script.kind}-{words.language}")


def well_and_badly(sitting: Sitting, exercise: str) -> str:
    """One exercise for practice, played twice; nothing of it counts. A reserved one is played well, and once a day."""
    script = find_script(exercise, sitting.root)
    seeing = sitting.begin()
    before = sitting.status(script.unit)
    sitting.to_unit(seeing, script.unit)
    page = unit_page(seeing)
    sitting.to_start(seeing, script)
    seeing, well = _once(sitting, seeing, script, "perfect")
    if script.use == "assessed":
        return f"{exercise} killed and resumed: {well}"
    seeing.find(sitting._("Play it again"))
    seeing.press_until("enter", lambda: sitting._("Not now") in seeing.terminal.text, "the start once more")
    again, badly = _once(sitting, seeing, script, "bad")
    _nothing_counts(sitting, again, script, before, page)
    return f"{exercise} killed and resumed twice: {well}; {badly}"


def _once(sitting: Sitting, seeing: Seeing, script: Script, run: str) -> tuple[Seeing, str]:
    """From the start of an exercise to its result, read and replayed."""
    well = run == "perfect"
    hands = sitting.start(seeing, script)
    hands.patient = well
    hands = hands.play(run, middle=lambda hands: _middle(sitting, hands, well=well))
    hands.hand_in()
    result = aftermath.check_result(hands.terminal, sitting.words, script)
    if (result.share == 100) != well or result.passed != well:
        raise ScreenTimeout(f"{run} came to {result}:\n{hands.terminal.text}")
    moments = aftermath.check_replay(hands.terminal, sitting.words, script)
    said = f"{run} {result.share}%, {len(result.lost)} losses explained, {moments} moments replayed"
    return Seeing(hands.terminal, sitting.words), said


def _middle(sitting: Sitting, hands: Hands, *, well: bool) -> Hands:
    if well:
        sitting.switch(hands)
    return sitting.cut_off(hands, at_the_unit=not well)


def _nothing_counts(
    sitting: Sitting, seeing: Seeing, script: Script, before: Mapping[str, Any], page: list[str]
) -> None:
    """Practice changes nothing of what the unit asks for."""
    seeing.find(sitting._("To the unit"))
    seeing.press_until("enter", lambda: sitting._("Catalogue") in seeing.terminal.lines[0], "the unit")
    missing, pages = eyes.squeezed(sitting._("Still missing")), (page, unit_page(seeing))
    lists = [eyes.squeezed("\n".join(lines)).partition(missing)[2] for lines in pages]
    seeing.terminal.frame("unit-after")
    if lists[0] != lists[1] or shown(before) != shown(sitting.status(script.unit)):
        raise ScreenTimeout(f"practice changed what {script.unit} asks for:\n{lists[0]}\nbecame\n{lists[1]}")
