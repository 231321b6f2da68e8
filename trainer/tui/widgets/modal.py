"""A screen over the others that gives an answer, and gives it once."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

_Answer = TypeVar("_Answer")


class Modal(ModalScreen[_Answer]):
    """Keys pressed faster than it goes are meant for it: they must not close what lies below."""

    def dismiss(self, result: _Answer | None = None) -> AwaitComplete:
        """Give the answer and go; nothing, when it has gone already."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
