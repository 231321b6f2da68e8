"""After an exercise: the verdict, each lost point with its reason, the replay from the first moment to the last."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.e2e.plays import eyes
from tests.e2e.plays.script import Script, said
from tests.e2e.terminal import ScreenTimeout, Terminal
from trainer.i18n.catalogue import Translator

#: A page is never longer than so many screens.
_SCREENS = 60


class Result(NamedTuple):
    """What the screen says: the verdict, the share in per cent, points and how many there are, and those lost."""

    passed: bool
    share: int
    points: float
    maximum: float
    lost: tuple[float, ...]


def whole_page(terminal: Terminal) -> list[str]:
    """A page from top to bottom, each line once."""

    def look() -> list[str]:
        lines = "\n".join(re.sub(r"\s*[▁▂▃▄▅▆▇█]?$", "", line) for line in terminal.lines[1:-2])
        return lines.strip("\n").split("\n")

    def pressed(key: str) -> bool:
        before = look()
        terminal.press(key)
        return terminal.soon(lambda: look() != before, 0.4)

    while pressed("pageup"):
        pass
    found = look()
    for _ in range(_SCREENS):
        if not pressed("pagedown"):
            break
        found = eyes.joined_pages(found, look())
    return found


def check_result(terminal: Terminal, words: Translator, script: Script) -> Result:
    """Read the result; :class:`ScreenTimeout` where it owes an explanation."""
    _ = words._
    passed, failed = (f"{sign} {_(word).capitalize()}" for sign, word in (("✓", "passed"), ("✗", "not passed")))
    terminal.wait_until(lambda: passed in terminal.text or failed in terminal.text, "the verdict")
    terminal.frame(f"{script.kind}-result")
    lines = whole_page(terminal)
    terminal.frame(f"{script.kind}-result-end")
    text = "\n".join(lines)
    result = Result(passed in text, *_figures(text, words), _lost(lines))
    _reasons(lines, result, words, script, terminal)
    return result


def _figures(text: str, words: Translator) -> tuple[int, float, float]:
    pattern = re.escape(words._("{points} of {maximum}")).replace(r"\{points\}", "([0-9.,]+)")
    found = re.search(rf"(\d+)\s?%\s+{pattern.replace(chr(92) + '{maximum' + chr(92) + '}', '([0-9.,]+)')}", text)
    if found is None:
        raise ScreenTimeout(f"no points are shown:\n{text}")
    return int(found[1]), _number(found[2]), _number(found[3])


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _lost(lines: list[str]) -> tuple[float, ...]:
    """The points that are shown as lost."""
    text = " ".join(" ".join(lines).split())
    return tuple(_number(found) for found in re.findall(r" −([0-9.,]+) \w+ [0-9.,]+", text))


def _reasons(lines: list[str], result: Result, words: Translator, script: Script, terminal: Terminal) -> None:
    """Every criterion is there, with its reason; the lost points come to what is missing."""
    language, whole = words.language, eyes.squeezed("\n".join(lines))
    if abs(result.points + sum(result.lost) - result.maximum) > 0.01:
        raise ScreenTimeout(f"{result.lost} do not explain {result.points} of {result.maximum}:\n" + "\n".join(lines))
    for criterion in script.data["criteria"]:
        for name in ("text", "why"):
            if eyes.squeezed(said(criterion[name], language)) not in whole:
                raise ScreenTimeout(f"{criterion['id']} is not explained:\n" + "\n".join(lines))
    cost = words._("What cost points") if result.lost else words._("Nothing cost points")
    if cost not in "\n".join(lines):
        raise ScreenTimeout(f"«{cost}» is not said:\n" + "\n".join(lines))


def check_replay(terminal: Terminal, words: Translator, script: Script) -> int:
    """Go through it moment by moment; how many there were."""
    _ = words._
    pattern = (
        re.escape(_("Moment {number} of {count}")).replace(r"\{number\}", r"(\d+)").replace(r"\{count\}", r"(\d+)")
    )

    def where() -> tuple[int, int]:
        found = re.search(pattern, terminal.text)
        return (int(found[1]), int(found[2])) if found else (0, 0)

    terminal.press("n")
    terminal.wait_until(lambda: where()[0] == 1, "the first moment")
    count, seen = where()[1], list[str]()
    for number in range(1, count + 1):
        terminal.wait_until(lambda number=number: where()[0] == number, f"moment {number}")
        seen.append(terminal.text)
        if number in (1, count // 2, count):
            terminal.frame(f"{script.kind}-replay-{number}")
        terminal.press("n")
    terminal.wait_until(lambda: eyes.seen_in(_("This is the last moment."), terminal.text), "the last moment")
    if not any("› " in text for text in seen):
        raise ScreenTimeout(f"the replay has no comment:\n{terminal.text}")
    terminal.press("escape")
    terminal.wait_until(lambda: where() == (0, 0), "the result again")
    return count
