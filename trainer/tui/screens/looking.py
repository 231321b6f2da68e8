"""What the catalogue's screens share: a view fetched in the background, and fetched again when one comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from trainer.tui.background import Finished, in_background
from trainer.tui.screens.base import TrainerScreen

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

V = TypeVar("V")
_LOOKING = "look again"


@dataclass(frozen=True, slots=True)
class Looked(Generic[V]):
    """A view, and how to fetch it afresh."""

    look: Callable[[], V]
    view: V

    @classmethod
    def now(cls, look: Callable[[], V]) -> Looked[V]:
        """Fetch it and remember how."""
        return cls(look, look())


class LookingScreen(TrainerScreen, Generic[V]):
    """Paints ``view``."""

    def __init__(self, words: Translator, looked: Looked[V]) -> None:
        super().__init__(words)
        self._look = looked.look
        self.view = looked.view
        self._seen = False

    def on_screen_resume(self) -> None:
        """Something may have been studied meanwhile."""
        if self._seen:
            in_background(self, _LOOKING, self._look)
        self._seen = True

    def on_finished(self, done: Finished) -> None:
        if done.name == _LOOKING:
            self.view = done.result  # type: ignore[assignment] # what ``_look`` returned
            self.paint()
