"""What a control is: keys to deeds, pictures to lines."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from trainer.tui.commands import Command
from trainer.tui.widgets.item_paint import Drawn, ItemPicture, Setting

if TYPE_CHECKING:
    from trainer.items.controls import EntryGroup


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be told to the flow: a group set to ``values``, or (``toggles``) one option chosen or taken back."""

    group: str
    values: tuple[str, ...]
    toggles: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """What a key led to; ``write``: the field is to have the focus."""

    picture: ItemPicture
    deed: Deed | None = None
    write: bool = False


class Control(ABC):
    """One way of answering. Actions are methods named like a command's action: picture and step in, :class:`Done` out.

    An action that is not offered at the moment is never called.
    """

    #: Whether letters mean something beside numbers.
    LETTERS: ClassVar[bool] = True

    @abstractmethod
    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        """The whole item as lines."""

    @abstractmethod
    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        """What keys can do now; nothing when it is closed."""

    def begin(self, picture: ItemPicture) -> ItemPicture:
        """The picture of an item that was not on the screen before: where the highlight stands at first."""
        return picture

    def refresh(self, picture: ItemPicture, before: ItemPicture) -> ItemPicture:
        """The picture after the flow's answer changed from ``before``."""
        return picture

    def redraw(self, drawn: Drawn, before: ItemPicture, picture: ItemPicture, setting: Setting) -> Drawn | None:
        """``drawn``, which showed ``before``, brought up to date where that is quicker; None: draw it all."""
        return None

    def label(self, picture: ItemPicture, index: int) -> Done | None:
        """A letter or number was pressed (counted from 0); None when it means nothing here."""
        return None

    def take(self, picture: ItemPicture) -> Done | None:
        """What ``enter`` does before it confirms the answer; None: nothing."""
        return None

    def entry(self, picture: ItemPicture) -> EntryGroup | None:
        """The group a field is shown for."""
        return None

    def unsaved(self, picture: ItemPicture) -> list[Deed]:
        """What the learner sees as answered and the flow does not know yet."""
        return []
