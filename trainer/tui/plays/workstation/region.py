"""What a region of the pane is: it draws lines for a room, knows where the learner is in it, and says what is done."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from trainer.exercises.play import Move
from trainer.kernel.text import clean

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import SetupView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

Moves = Sequence[Move]


class Texts:
    """Words of the interface, and texts of the exercise as they are to be shown now."""

    def __init__(self, words: Translator, text: Callable[[LocalText], str]) -> None:
        self.words, self._text = words, text
        #: Translations that were read as hints, by the name of the hint.
        self.hints: dict[str, str] = {}

    def text(self, text: LocalText) -> str:
        """An instruction or comment, one language a line."""
        return clean(self._text(text))

    def label(self, text: LocalText) -> str:
        """A text on one line."""
        return " ".join(self.text(text).replace("\n", " / ").split())

    @staticmethod
    def spoken(text: LocalText) -> str:
        """What is said or written in the exercise: views give it in the language spoken alone."""
        return clean(next(iter(text.values()), ""))


class Region(ABC):
    """One of the regions. ``ACTIONS`` are those of the pane it takes; what it sends comes back as moves."""

    name: ClassVar[str]
    ACTIONS: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, texts: Texts) -> None:
        self.texts, self.words = texts, texts.words

    @abstractmethod
    def title(self) -> str:
        """Its name in a word."""

    @abstractmethod
    def present(self, view: SetupView) -> None:
        """What is there now; where the learner is stays where it was, if that is still there."""

    @abstractmethod
    def there(self) -> bool:
        """Whether the exercise has anything of this kind."""

    @abstractmethod
    def lines(self, width: int, height: int) -> list[Content]:
        """``height`` lines of at most ``width`` cells."""

    def may(self, action: str) -> bool:
        """Whether an action means something here now."""
        return action in self.ACTIONS

    def step(self, by: int) -> Moves:
        """Up or down."""
        return ()

    def turn(self, by: int) -> Moves:
        """Left or right."""
        return ()

    def confirm(self) -> Moves:
        """``enter``."""
        return ()

    def do(self, action: str) -> Moves:
        """Any other action of its own."""
        return ()

    def pending(self) -> Moves:
        """What was changed and is not sent yet; it counts as sent from now on."""
        return ()

    def back(self) -> bool:
        """Go back one level; False when there is none."""
        return False

    def tip(self) -> str:
        """The name of the hint for what the learner is at."""
        return ""


def index_of(tokens: Sequence[str], token: str, before: int) -> int:
    """Where a token is now; where it was, as far as that goes, when it is gone."""
    return tokens.index(token) if token in tokens else max(0, min(before, len(tokens) - 1))


#: Values of a move, and what a region keeps by token.
Values = Mapping[str, object]
