"""Answering whatever kind of question is on the screen, by keys: one option, row or gap, the order shown, some text."""

from __future__ import annotations

from collections.abc import Callable

from tests.e2e.terminal import Terminal

Words = Callable[[str], str]
TYPED = "12"


def answer(terminal: Terminal, words: Words) -> None:
    """What the footer offers says what kind it is; for true or false with a reason, a verdict and a reason."""
    terminal.pump(0.1)
    footer = terminal.lines[-1]
    if words("this order") in footer:
        terminal.press("enter")
        terminal.wait_gone(words("this order"))
    elif words("leave field") in footer or f" {words('write')} " in footer:
        _write(terminal, words)
    else:
        _choose(terminal, words)


def _choose(terminal: Terminal, words: Words) -> None:
    before = terminal.text
    terminal.press("a")
    terminal.wait_until(lambda: terminal.text != before, "a choice")
    if words("Why?") in terminal.text:
        terminal.press("c")
        terminal.pump(0.1)


def _write(terminal: Terminal, words: Words) -> None:
    if words("leave field") not in terminal.lines[-1]:
        terminal.press("tab")
        terminal.wait(words("leave field"))
    terminal.type(TYPED)
    terminal.wait(TYPED)
    terminal.press("escape")
    terminal.wait_gone(words("leave field"))
