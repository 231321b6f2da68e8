"""What a pane is: one kind of exercise on the screen, told what to show and telling what is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from textual.widget import Widget

from trainer.tui.commands import Command, Offering
from trainer.tui.shown import texts_shown

if TYPE_CHECKING:
    from trainer.exercises.play import Move, ShownMoment
    from trainer.flows.exercise import ExerciseView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText


class Host(Protocol):
    """The screen a pane stands on."""

    def move(self, move: Move) -> tuple[ShownMoment, ...] | None:
        """Do something, show what it came to, and give what happened; None when it was refused, which was said."""

    def hint(self, name: str) -> LocalText | None:
        """A hint by name, noted once; None where there is none, which was said. The pane is shown the view again."""

    def tell(self, text: str, /) -> None:
        """Say a sentence in the quiet line."""

    def show_offers(self) -> None:
        """Other commands than before can be given on the pane."""


class PlayPane(Widget):
    """Subclasses give ``OFFERS``, ``BINDINGS``, their widgets and :meth:`show`.

    ``languages`` are the learner's, the preferred one first; ``shown`` is the one of them on screen, or ``both``.
    Spoken texts are shown in the language spoken alone. A pane fills the screen between header and quiet line and
    scrolls inside; one that is to be as long as it needs sets ``height: auto``, and the page scrolls.
    """

    DEFAULT_CSS = "PlayPane { width: 1fr; height: 1fr; }"
    OFFERS: ClassVar[Sequence[type[Command]]] = ()
    #: Whether something may change while nobody does anything: then it is shown once a second.
    MOVES_BY_ITSELF: ClassVar[bool] = True

    #: Whether an act of the pane's own ends the exercise: then the screen offers no handing in before it.
    ENDS_ITSELF: ClassVar[bool] = False

    def __init__(self, words: Translator, languages: Sequence[str], host: Host) -> None:
        super().__init__()
        self.words, self.languages, self.host = words, languages, host
        self.shown = languages[0]

    def show(self, view: ExerciseView) -> None:
        """Bring everything up to date with a view, in place; called on mounting, after moves, ticks and languages."""

    def take_focus(self) -> None:
        """Give the focus to where the learner goes on."""
        self.focus()

    def back(self) -> bool:
        """Go back one level inside the pane; False when there is none, and ``escape`` leaves the exercise."""
        return False

    def tip(self) -> str:
        """The name of the hint that ``h`` gives now; "" where there is none."""
        return ""

    def show_tip(self, text: LocalText) -> None:
        """Show what :meth:`tip` named."""
        self.host.tell(self.text(text))

    def scrolls(self) -> Widget | None:
        """What the scrolling keys scroll; None: the page around the pane."""
        return None

    def settle(self) -> None:
        """Send what was changed and is not sent yet; called before the learner leaves."""

    def closing(self) -> Move | None:
        """The move of being done, made before the exercise is handed in; None for a kind that has none."""
        return None

    def offering(self) -> Iterable[Offering]:
        """Whose commands count beside the pane's own, the most useful first."""
        return ()

    def may(self, action: str) -> bool:
        """Whether an action of this pane can be taken now."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.may(action)

    def text(self, text: LocalText) -> str:
        """An instruction or comment as it is shown now: one language, or both, a line each."""
        return "\n".join(texts_shown(text, self.shown, self.languages))

    @staticmethod
    def spoken(text: LocalText) -> str:
        """What is said or written in the exercise: views give it in the language spoken alone."""
        return next(iter(text.values()), "")
