"""The act list: what can be done now, each behind its letter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from trainer.tui.plays.desk.acts import ACTS
from trainer.tui.plays.desk.pen import in_columns
from trainer.tui.safe import joined
from trainer.tui.widgets.item_paint import Drawn

if TYPE_CHECKING:
    from textual.content import Content

    from trainer.tui.plays.desk.speech import Speech

#: Acts that are of the desk and not of what is open; they come last.
DESK_ACTS = ("briefing", "wait", "finish")


def strip_lines(
    acts: Sequence[str], begun: Collection[str], speech: Speech, width: int, *, close: bool = False
) -> Drawn:
    """``begun`` are acts whose form was left with something in it; ``close``: in as few lines as possible."""
    own = [_act(word, word in begun, speech) for word in acts if word not in DESK_ACTS]
    desk = [_act(word, False, speech) for word in acts if word in DESK_ACTS]
    together, apart = in_columns([*own, *desk], width), [*in_columns(own, width), *in_columns(desk, width)]
    return Drawn(tuple(together if close or len(together) == 1 else apart))


def _act(word: str, begun: bool, speech: Speech) -> Content:
    act = ACTS[word]
    note = f" ({speech._('begun')})" if begun else ""
    return joined((f"{act.key} ", "bold $accent"), (speech._(act.footer), ""), (note, "$warning"))
