"""Assessed exercises of the demonstration: what its unit asks for before, between and after them."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import yaml

from tests.e2e.plays import aftermath
from tests.e2e.plays.hands import Seeing
from tests.e2e.plays.proof import Rationale, check_status, compare, shown, unit_page
from tests.e2e.plays.script import Script, find_script
from tests.e2e.plays.sitting import Sitting
from tests.e2e.terminal import ScreenTimeout
from tests.fixtures import copy_exercises

FIRST, SECOND, UNIT = "demo-rucksack-at-the-counter", "demo-box-on-the-telephone", "dem.u1"
PRACTICE = "demo-rucksack-to-practise"


def prove(sitting: Sitting) -> str:
    """Two reserved exercises on two days, one of them badly first, and the same one for practice."""
    _add_demonstration(sitting)
    first, second, practice = (find_script(name, sitting.root) for name in (FIRST, SECOND, PRACTICE))
    seeing = sitting.begin()
    sitting.to_unit(seeing, UNIT)
    said = [_agree(sitting, seeing, [], [])]
    seeing = _play(sitting, seeing, practice, "perfect", passed=True)
    said.append(_agree(sitting, seeing, [], []))
    seeing, midnight = _late_in_the_day(sitting)
    for script, run, counted in ((second, "bad", []), (first, "perfect", []), (second, "perfect", [first])):
        if counted:
            seeing.until(lambda: time.time() > midnight, "midnight", 120)
        seeing = _play(sitting, seeing, script, run, passed=run == "perfect")
        passed = [*counted, script] if run == "perfect" else []
        said.append(_agree(sitting, seeing, passed, counted))
        if run == "perfect":
            seeing = _justify(sitting, seeing, script)
            said.append(_agree(sitting, seeing, passed, passed))
    missing = ", ".join(str(len(status["missing"])) for status in said)
    return f"{UNIT} misses {missing} (before; practice; failed; passed; its rationale; passed next day; its rationale)"


def _late_in_the_day(sitting: Sitting) -> tuple[Seeing, float]:
    """Go to where it is nearly midnight, for an exercise may be tried once a day; and when it will be."""
    now = int(time.time())
    midnight = (now // 60 + (1 if now % 60 < 20 else 2)) * 60
    # The offset of a zone where that minute is the first of the day; POSIX counts westwards.
    west = midnight // 60 % (24 * 60)
    sitting.zone = f"Late{west // 60:02}:{west % 60:02}" if west < 12 * 60 else (
        f"Late-{(24 * 60 - west) // 60:02}:{(24 * 60 - west) % 60:02}"
    )  # fmt: skip
    seeing = sitting.today(sitting.open())
    sitting.to_unit(seeing, UNIT)
    return seeing, midnight


def _add_demonstration(sitting: Sitting) -> None:
    """Content somebody else made, with one of its reserved exercises for practice too."""
    root = copy_exercises(sitting.home)
    source = next(root.rglob(f"exercises/{FIRST}.yaml"))
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    title = {"it": "Prima di contare", "en": "Before it counts"}
    data |= {"id": PRACTICE, "use": "practice", "title": title}
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    source.with_name(f"{PRACTICE}.yaml").write_text(text, encoding="utf-8")
    sitting.say("content", "add", str(root))
    sitting.root, sitting.qualification = root / "courses", "dem"


def _agree(sitting: Sitting, seeing: Seeing, passed: list[Script], counted: list[Script]) -> Mapping[str, Any]:
    """The unit's screen, its status and the rule read by hand say the same."""
    status = sitting.status(UNIT)
    check_status(status, passed, counted)
    compare(unit_page(seeing), status, seeing)
    seeing.terminal.frame("unit-evidence")
    return status


def _play(sitting: Sitting, seeing: Seeing, script: Script, run: str, *, passed: bool) -> Seeing:
    """One attempt from the unit and back to it; one that counts is cut off in its middle."""
    sitting.to_start(seeing, script)
    hands = sitting.start(seeing, script)
    assessed = script.use == "assessed"
    hands = hands.play(run, middle=(lambda hands: sitting.cut_off(hands, at_the_unit=False)) if assessed else None)
    hands.hand_in()
    result = aftermath.check_result(hands.terminal, sitting.words, script)
    if result.passed != passed:
        raise ScreenTimeout(f"{run} came to {result}:\n{hands.terminal.text}")
    aftermath.check_replay(hands.terminal, sitting.words, script)
    seeing = Seeing(hands.terminal, sitting.words)
    seeing.find(sitting._("To the unit"))
    seeing.press_until("enter", lambda: sitting._("Catalogue") in seeing.terminal.lines[0], "the unit")
    return seeing


def _justify(sitting: Sitting, seeing: Seeing, script: Script) -> Seeing:
    """Write the rationale from the unit's list, cut off after the first parts, and hand it in."""
    parts = [str(part) for part in script.data["rationale"]]
    before = shown(sitting.status(UNIT))
    open_rationale(sitting, seeing, script).write(parts[:2])
    seeing.terminal.kill()
    if shown(sitting.status(UNIT)) != before:
        raise ScreenTimeout("half a rationale counts")
    seeing = sitting.today(sitting.open())
    sitting.to_unit(seeing, UNIT)
    rationale = open_rationale(sitting, seeing, script)
    rationale.write(parts[2:])
    rationale.hand_in()
    return seeing


def open_rationale(sitting: Sitting, seeing: Seeing, script: Script) -> Rationale:
    """From the unit to the rationale of an attempt."""
    seeing.changes("home", seeing.entry)
    seeing.find(sitting._("Write the rationale: {title}").replace("{title}", script.title(sitting.language)))
    seeing.press("enter")
    rationale = Rationale(seeing.terminal, sitting.words)
    rationale.until(lambda: sitting._("Rationale") in seeing.terminal.lines[0], "the rationale")
    rationale.settle(lambda: rationale.body)
    return rationale
