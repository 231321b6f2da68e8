"""The place from above: desk, screen, person, and on which side the window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.plays.workstation.furniture import LIT, THINGS
from trainer.tui.plays.workstation.panel import cut

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Drawn

WIDTH, HEIGHT = 24, 8
_DESK = (
    "  ┌─────────────┐",
    "  │  ▄▄▄▄▄▄▄▄▄  │",
    "  │             │",
    "  │   ░░░░░░░   │",
    "  └─────────────┘",
    "      ╺━━●━━╸",
)
_PERSON = 5
_ACROSS = "  ╞═════════════╡"
_UPRIGHT = ("╥", "║", "║", "║", "╨")
_MIDDLE, _RIGHT = 17, 20


def plan(window: Drawn, *, lit: bool, name: str) -> list[Content]:
    """The window where its option puts it, with its ``name``; nowhere where the option does not say."""
    look = window.looks[window.value].name if window.looks else ""
    style = f"bold {LIT}" if lit else THINGS
    lines = [Content.styled(text, "bold $foreground" if row == _PERSON else THINGS) for row, text in enumerate(_DESK)]
    across = [Content.styled(_ACROSS, style), Content.styled(f"  {cut(name, WIDTH):^{_MIDDLE - 2}}".rstrip(), style)]
    if look == "facing":
        return [*reversed(across), *lines]
    if look == "behind":
        return [*lines, *across]
    if look == "beside":
        upright = [
            _wide(line, _RIGHT) + Content.styled(sign, style) for line, sign in zip(lines, _UPRIGHT, strict=False)
        ]
        label = cut(name, WIDTH - _MIDDLE + 2)
        return [*upright, _wide(lines[_PERSON], WIDTH - len(label)) + Content.styled(label, style)]
    return lines


def _wide(line: Content, width: int) -> Content:
    return line.pad_right(max(0, width - line.cell_length))
