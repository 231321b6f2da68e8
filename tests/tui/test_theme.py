"""The theme reads everywhere: contrast in true colour, and where its colours fall with 16 of them."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorSystem
from textual.color import Color as Shade
from textual.theme import Theme

from trainer.tui.theme import THEMES


def luminance(colour: str) -> float:
    parts = [part / 255 for part in Shade.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def inks(theme: Theme) -> dict[str, str]:
    made = {"foreground": theme.foreground, "accent": theme.accent, "success": theme.success,
            "warning": theme.warning, "error": theme.error, "quiet": theme.variables["quiet"]}  # fmt: skip
    return {name: str(colour) for name, colour in made.items()}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground in (theme.background, theme.surface, theme.variables["cursor"]):
        for name, ink in inks(theme).items():
            assert contrast(ink, str(ground)) >= 4.5, (name, ground)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_with_16_colours_right_wrong_and_warnings_keep_their_own(theme: Theme) -> None:
    def number(colour: str | None) -> int:
        found = Color.parse(str(colour)).downgrade(ColorSystem.STANDARD).number
        assert found is not None
        return found

    fallen = {name: number(ink) % 8 for name, ink in inks(theme).items()}
    assert (fallen["error"], fallen["success"], fallen["warning"], fallen["accent"]) == (1, 2, 3, 6)
    grounds = {number(ground) for ground in (theme.background, theme.surface, theme.variables["cursor"])}
    assert grounds == ({0} if theme.dark else {15})
    assert number(inks(theme)["foreground"]) not in grounds and number(inks(theme)["quiet"]) not in grounds
