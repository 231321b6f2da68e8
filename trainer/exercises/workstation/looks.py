"""How options look where a drawing can show it: an option whose id is, or begins with, one of these words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.exercises.workstation.parts import Setting, SettingOption

LOOKS: Mapping[str, frozenset[str]] = {
    "window": frozenset({"behind", "facing", "beside"}),
    "hearing": frozenset({"handset", "headset"}),
    "footrest": frozenset({"none"}),
    "armrest": frozenset({"none"}),
}


def look_of(setting: Setting, option: SettingOption) -> str:
    """The word for how it looks; "" where the drawing has none. Nothing else of an id ever leaves the engine."""
    word = option.id.partition("-")[0]
    return word if word in LOOKS.get(setting.part, ()) else ""
