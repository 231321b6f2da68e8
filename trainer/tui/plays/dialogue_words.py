"""What a dialogue says of itself: channel, mood and outcome, each as sign and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.kernel.problems import N_
from trainer.tui.safe import joined
from trainer.tui.widgets.strides import EMPTY, FULL

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

#: Where the conversation takes place, by the channel's id; another channel is not named.
_CHANNELS = {
    "counter": N_("At the counter"),
    "telephone": N_("On the telephone"),
    "chat": N_("In the chat"),
    "email": N_("By e-mail"),
    "messaging": N_("By text message"),
    "web-form": N_("Through the web form"),
    "video": N_("In a video call"),
}
#: Channels on which one writes.
WRITTEN = frozenset({"chat", "email", "messaging", "web-form"})
_MOODS = (
    ("$error", N_("mood very low")),
    ("$warning", N_("mood low")),
    ("$quiet", N_("mood even")),
    ("$success", N_("mood good")),
    ("$success", N_("mood very good")),
)
_OUTCOMES = {
    "reached": ("✓", "$success", N_("what was wanted was reached")),
    "partly": ("◐", "$warning", N_("reached in part")),
    "failed": ("✗", "$error", N_("not reached")),
    "left": ("○", "$warning", N_("broken off before the end")),
}
_PARTS = {
    "opening": (N_("Opening, 1 of 3"), N_("Change the opening")),
    "content": (N_("Content, 2 of 3"), N_("Change the content")),
    "closing": (N_("Closing, 3 of 3"), N_("Change the closing")),
}


def channel_words(channel: str, words: Translator) -> str:
    """Where it takes place; "" for a channel of somebody's own."""
    return words._(_CHANNELS[channel]) if channel in _CHANNELS else ""


def mood_words(mood: int, cause: str, words: Translator) -> Content:
    """The mood as a bar of five and in words, and what was seen of it when it last moved."""
    style, said = _MOODS[mood]
    meter = joined((FULL * (mood + 1), style), (EMPTY * (len(_MOODS) - 1 - mood), "$quiet"))
    return joined(meter, " ", (words._(said), style), (f"  ·  {cause}" if cause else "", "$quiet"))


def outcome_words(outcome: str, words: Translator) -> tuple[str, str, str]:
    """Sign, style and words of how it ended."""
    sign, style, said = _OUTCOMES[outcome]
    return sign, style, words._("Outcome: {what}", what=words._(said))


def part_words(part: str, words: Translator) -> str:
    """The part of an answer that is being chosen."""
    return words._(_PARTS[part][0])


def change_words(part: str, words: Translator) -> str:
    """To choose that part again."""
    return words._(_PARTS[part][1])
