"""What stands around the present region: the names of all regions, and what has just come of something."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.plays.workstation.panel import Panel, padded

if TYPE_CHECKING:
    from trainer.exercises.play import ShownMoment
    from trainer.tui.plays.workstation.region import Region, Texts

_GAPS = (3, 2, 1)
#: What came of an act is in sight until so many other things have happened.
_FRESH = 3
_SIGNS = {"acted": ("→", "bold $accent"), "did": ("→", "bold $accent"), "ignored": ("!", "bold $warning")}
_HIGHEST, _WIDEST = 3, 96


def names(regions: Sequence[Region], here: Region, width: int, *, numbered: bool) -> Content:
    """All regions in one line, the present one underlined; ``numbered`` where their numbers lead to them."""
    made = []
    for number, region in enumerate(regions, 1):
        style = "bold underline $accent" if region is here else "$quiet"
        name = Content.styled(region.title(), style)
        made.append(Content.styled(f"{number} ", "$accent") + name if numbered else name)
    lines = [Content(" " * gap).join(made) for gap in _GAPS]
    return padded(next((line for line in lines if line.cell_length <= width), lines[-1]), width)


def fresh(moments: Sequence[ShownMoment], texts: Texts, width: int) -> list[Content]:
    """What came of the last act, or of something that was left alone."""
    found = next((one for one in reversed(moments[-_FRESH:]) if one.kind in _SIGNS), None)
    if found is None:
        return []
    sign, style = _SIGNS[found.kind]
    panel = Panel(min(width, _WIDEST))
    title, _, came = texts.text(found.text).partition("\n")
    panel.say(f"{title} → {' '.join(came.split())}" if came else title, lead=f"{sign} ", lead_style=style)
    lines = panel.lines[:_HIGHEST]
    if len(panel.lines) > _HIGHEST:
        lines[-1] = padded(lines[-1], panel.width - 1) + Content.styled("…", "$quiet")
    return lines
