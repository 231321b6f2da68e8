"""Pressing keys until what was meant is seen: each has shown what it does before the next is pressed."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.script import Script
from tests.e2e.terminal import Terminal
from trainer.i18n.catalogue import Translator

#: Seconds after which a key that changed nothing is taken for one that changes nothing.
QUIET = 1.2
_MOST = 80
#: Looks after which what still changes is taken as it is.
_LOOKS = 400


class Seeing:
    """Somebody before a screen. ``words`` are the interface's."""

    def __init__(self, terminal: Terminal, words: Translator) -> None:
        self.terminal, self.words = terminal, words

    def _(self, message: str) -> str:
        return self.words._(message)

    # -- seeing --------------------------------------------------------------------------------------------------

    @property
    def body(self) -> list[str]:
        """Between the header and the footer."""
        return self.terminal.lines[1:-1]

    def half(self, side: str) -> list[str]:
        """The ``left`` or ``right`` half where two stand beside each other, else all of it."""
        left, right = eyes.halves(self.body)
        return left if side == "left" else right if side == "right" else self.body

    def entry(self, side: str = "") -> str:
        """The highlighted entry; "" where nothing is."""
        lines = self.half(side)
        found = eyes.marker(lines)
        return eyes.entry_at(lines, *found) if found else ""

    def sees(self, sentence: str) -> bool:
        """Whether a sentence is on the screen, wrapped or not."""
        return eyes.seen_in(sentence, "\n".join(self.body))

    # -- pressing ------------------------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)

    def until(self, test: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
        self.terminal.wait_until(test, what, seconds)

    def soon(self, test: Callable[[], bool], seconds: float = QUIET) -> bool:
        """Whether it becomes true before long."""
        return self.terminal.soon(test, seconds)

    def press_until(self, key: str, test: Callable[[], bool], what: str) -> None:
        self.press(key)
        self.until(test, f"{what} after {key}")

    def changes(self, key: str, look: Callable[[], object]) -> bool:
        """Press a key and see whether what one looks at becomes another."""
        before = look()
        self.press(key)
        if not self.soon(lambda: look() != before):
            return False
        self.settle(look)
        return True

    def settle(self, look: Callable[[], object]) -> None:
        """Until what one looks at is the same twice: what comes in the background is drawn in steps."""
        last = None
        for _ in range(_LOOKS):
            before, last = last, look()
            if before == last and not self.terminal.busy:
                return
            self.terminal.pump(0.04)

    def seek(self, wanted: eyes.Wanted, side: str = "", *, exact: bool = False) -> bool:
        """Bring the highlight to an entry with the arrows; False where there is none."""

        def here() -> bool:
            lines = self.half(side)
            found = eyes.marker(lines)
            return found is not None and eyes.fits_at(wanted, lines, *found, exact=exact)

        for key in self._ways(wanted, side, exact):
            for _ in range(_MOST):
                if here():
                    return True
                moved = self.changes(key, lambda: (eyes.marker(self.half(side)), self.entry(side)))
                if not moved or eyes.marker(self.half(side)) is None:
                    break
        return here()

    def _ways(self, wanted: eyes.Wanted, side: str, exact: bool) -> Sequence[str]:
        """Up first where it is seen above."""
        lines = self.half(side)
        found = eyes.marker(lines)
        if found is None:
            return ("down", "up")
        above = any(eyes.fits_at(wanted, lines, row, found[1], exact=exact) for row in range(found[0]))
        return ("up", "down") if above else ("down", "up")

    def find(self, wanted: eyes.Wanted, side: str = "", *, exact: bool = False) -> None:
        """The same; it is an error where there is none."""
        if not self.seek(wanted, side, exact=exact):
            self.fail(f"an entry {wanted!r}")

    def fail(self, what: str) -> None:
        self.until(lambda: False, what, 0)

    def confirm(self, title: str) -> None:
        """Say yes in a dialog with this title."""
        self.until(lambda: self.sees(title), title)
        self.press("right", "enter")
        self.until(lambda: not self.sees(title), f"{title} to go")


class Hands(Seeing, ABC):
    """Somebody at an exercise. ``spoken``: the language of people and documents; ``patient``: waits for what comes."""

    def __init__(self, terminal: Terminal, words: Translator, script: Script, spoken: str) -> None:
        super().__init__(terminal, words)
        self.script, self.spoken, self.patient = script, spoken, True

    def until(self, test: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
        super().until(test, f"{what} in {self.script.id}", seconds)

    def play(self, run: str, *, middle: Callable[[Hands], Hands] | None = None) -> Hands:
        """All steps of a run; ``middle`` is done half-way, and gives who goes on."""
        hands: Hands = self
        steps = self.script.run(run)
        half = len(steps) * 2 // 5
        for number, step in enumerate(steps):
            if number == half and middle is not None:
                hands = middle(hands)
            do = next(iter(step))
            hands.step(do, step[do], step)
            hands.settle(hands.told)
            hands.terminal.frame(f"{self.script.kind}-{run}-{number + 1}")
        hands.last_steps()
        return hands

    @abstractmethod
    def step(self, do: str, on: Any, step: Mapping[str, Any]) -> None:
        """A step of a run: what is done, to what, and all that is written of it."""

    def last_steps(self) -> None:
        """What was put off."""

    @abstractmethod
    def state(self) -> list[str]:
        """Everything that must be the same after the program was killed."""

    @abstractmethod
    def sample(self) -> str:
        """Something said or written in the exercise that is on the screen and must stay in its language."""

    def hand_in(self) -> None:
        """To the result: by the menu at the end, or by the key that ends it."""
        ends = (self._("Hand in and see the result"), self._("See the result"))

        def over() -> bool:
            return any("▸ 1 " in line and any(end in line for end in ends) for line in self.body)

        if self.soon(over, 0.6):
            self.terminal.frame(f"{self.script.kind}-over")
            self.press("enter")
        else:
            self.press("f")
            self.confirm(self._("Hand the exercise in?"))

    def told(self) -> str:
        """The screen without what changes by itself."""
        return eyes.still(self.body)


def number_in(text: str) -> int | None:
    """The first whole number in a text."""
    found = re.search(r"[−-]?\d+", text)
    return int(found[0].replace("−", "-")) if found else None
