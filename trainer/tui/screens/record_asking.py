"""Asking what is to stand on a record of its holder: the name, then what tells namesakes apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.flows.record_holder import HolderDraft, namesake_of
from trainer.tui.widgets.ask import Ask

if TYPE_CHECKING:
    from trainer.flows.issuing import RecordDraft
    from trainer.tui.screens.base import TrainerScreen


def ask_holder(screen: TrainerScreen, draft: RecordDraft, name: str, then: Callable[[RecordDraft], None]) -> None:
    """Ask both and go on with the draft that has them; nothing happens when one is left with ``escape``.

    An empty field leaves what is known: for a correction what the record said.
    """
    words = screen.words
    if draft.corrects:
        first = words._("The name as it is to stand on the record. Left empty, it stays as it was.")
    else:
        first = words._("The name as it is to stand on the record.")
    second = words._("A date of birth (1999-02-28) or a student number tells namesakes apart; it may be left empty. "
                     "Never a tax code.")  # fmt: skip

    def named(typed: str | None) -> None:
        if typed is not None:
            ask = Ask(words, words._("Namesakes"), second, read=_checked)
            screen.app.push_screen(ask, lambda said: None if said is None else finish(typed, said))

    def finish(typed: str, said: str) -> None:
        then(replace(draft, holder=namesake_of(HolderDraft(name=typed), said)))

    screen.app.push_screen(Ask(words, words._("Holder"), first, name), named)


def _checked(typed: str) -> str:
    """What was typed; refused here rather than after the passphrase."""
    namesake_of(HolderDraft(), typed)
    return typed
