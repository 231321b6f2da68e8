"""Hostile text: what a terminal could take for a command never stands in content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.checking.rule import Rule
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.kernel.problems import N_
from trainer.kernel.text import is_clean

_ACTION = re.compile(r"\[\s*/?@[^\]\n]*\]?")
_ESCAPED = re.compile(r"\\(?:e|x1[bB]|u001[bB]|x9[bB]|u009[bB]|033)")


def markup(world: World) -> Iterator[Hit]:
    """H01: actions in square brackets («[@click=…]»)."""
    template = N_("«{markup}» looks like a command for the terminal; content is text only. Take it out.")
    for name, text in world.texts.items():
        if "@" in text:
            for number, line in enumerate(text.split("\n"), 1):
                if found := _ACTION.search(line):
                    yield Hit(name, number, template, {"markup": found[0]})


def control_codes(world: World) -> Iterator[Hit]:
    """H02: control codes and invisible characters, raw or written as an escape."""
    template = N_("This line holds a control code or an invisible character; type it again.")
    for name, text in world.texts.items():
        escapes = not name.endswith(".md") and "\\" in text  # prose has no escapes: there a backslash is a backslash
        if escapes or not is_clean(text):
            for number, line in enumerate(text.split("\n"), 1):
                if not is_clean(line) or (escapes and _ESCAPED.search(line)):
                    yield Hit(name, number, template, {})


RULES = (
    Rule("H01", "error", "no terminal markup", markup),
    Rule("H02", "error", "no control codes", control_codes),
)
