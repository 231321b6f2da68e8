"""A dialogue on the screen: the conversation, below it what may be said, beside or over it what lies at hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from trainer.exercises.play import Move
from trainer.tui.commands import Offering, bindings
from trainer.tui.plays.dialogue_answer import SAY, Answers, Draft, sections
from trainer.tui.plays.dialogue_moves import (
    EarlierPart,
    ReadAgain,
    SayIt,
    SendIt,
    ShowDocuments,
    TakePart,
    Translate,
)
from trainer.tui.plays.dialogue_side import Side
from trainer.tui.plays.dialogue_transcript import Told, Transcript
from trainer.tui.plays.dialogue_words import WRITTEN, mood_words
from trainer.tui.plays.pane import PlayPane
from trainer.tui.safe import Plain
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.exercises.dialogue.view import TalkView
    from trainer.flows.exercise import ExerciseView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText
    from trainer.tui.plays.pane import Host

#: Narrower than this there is less of a margin, as on all screens.
_USUAL = 76
#: From this width on what lies at hand stands beside the conversation.
_BESIDE = 100
#: From this height on turns and answers stand apart.
_ROOMY = 30
#: Lines that are left to the conversation however long the answers are: a third, or at least so many.
_KEPT = 3


class Scrolled(VerticalScroll, can_focus=False, inherit_bindings=False):
    """A part of the pane that scrolls; its keys are those of what stands in it."""


class DialoguePane(PlayPane):
    """Paints :class:`~trainer.exercises.dialogue.view.TalkView`."""

    MOVES_BY_ITSELF = False
    OFFERS = (SayIt, SendIt, TakePart, EarlierPart, ShowDocuments, Translate, ReadAgain)
    BINDINGS = bindings(EarlierPart, ShowDocuments, Translate)
    DEFAULT_CSS = """
    DialoguePane { layout: horizontal; align-horizontal: center; }
    DialoguePane .talk { width: 3fr; max-width: 90; height: 1fr; padding: 0 3; }
    DialoguePane.-close .talk, DialoguePane.-close Side { padding: 0 2; }
    DialoguePane Side { display: none; padding: 0 3; }
    DialoguePane.-beside Side { display: block; padding: 0 3 0 0; }
    DialoguePane.-over .talk { display: none; }
    DialoguePane.-over Side { display: block; width: 1fr; max-width: 84; }
    DialoguePane Scrolled { scrollbar-size-vertical: 1; }
    DialoguePane .conversation { height: 1fr; min-height: 3; align-vertical: bottom; scrollbar-gutter: stable; }
    DialoguePane .answers { height: auto; }
    DialoguePane .mood { height: 1; text-wrap: nowrap; text-overflow: ellipsis; background: $surface; padding: 0 1; }
    """

    def __init__(self, words: Translator, languages: Sequence[str], host: Host) -> None:
        super().__init__(words, languages, host)
        self._view: ExerciseView | None = None
        self._draft = Draft()
        self._tip: tuple[int, LocalText] | None = None
        self._told: Told | None = None
        self._at_documents = False
        self._transcript, self._mood = Transcript(), Plain(classes="mood")
        self._answers, self._side = Answers(), Side(words)
        self._conversation = Scrolled(self._transcript, classes="conversation")
        self._choosing = Scrolled(self._answers, classes="answers")

    def compose(self) -> ComposeResult:
        self._place()
        with Vertical(classes="talk"):
            yield self._conversation
            yield self._mood
            yield self._choosing
        yield self._side

    @property
    def talk(self) -> TalkView:
        """The view as this kind gives it."""
        return cast("TalkView", cast("ExerciseView", self._view).play)

    # -- painting ------------------------------------------------------------------------------------------------

    def show(self, view: ExerciseView) -> None:
        self._view = view
        self._draft = self._draft.kept(self.talk)
        if self._tip is not None and self._tip[0] != len(self.talk.moments):
            self._tip = None
        self._paint()

    def _paint(self) -> None:
        talk = self.talk
        self._tell()
        cause = self.text(talk.cause).replace("\n", "  ·  ") if talk.cause else ""
        self._mood.show(mood_words(talk.mood, cause, self.words), same_size=True)
        offered = sections(talk, self._draft, self.words)
        self._choosing.display = bool(offered) and not talk.over
        self._answers.set_apart(self._roomy and (bool(talk.choices) or self._draft.part is not None))
        self._answers.offer(offered)
        self._side.tell(talk, self.text)

    def _tell(self) -> None:
        """The conversation, its newest line in sight; not touched where it would be the same."""
        view, talk = cast("ExerciseView", self._view), self.talk
        tip = self.text(self._tip[1]) if self._tip else ""
        told = Told(talk, dict(view.hints), self._draft.text(talk), tip, self.words.language, self.shown, self._roomy)
        if told != self._told:
            self._told = told
            self._transcript.tell(partial(told.written, self.words, self.text))
            self._conversation.anchor()

    @property
    def _roomy(self) -> bool:
        return self.app.size.height >= _ROOMY

    def on_resize(self, event: events.Resize) -> None:
        """Beside each other where there is room; the answers leave a few lines to the conversation."""
        self._place()
        self._choosing.styles.max_height = max(5, event.size.height - 1 - max(_KEPT, event.size.height // 3))
        if self._view is not None:
            self._paint()
            self._conversation.anchor()

    def _place(self) -> None:
        """What lies at hand stands beside the conversation, or over it while it is read."""
        width = self.app.size.width
        self.set_class(width < _USUAL, "-close")
        self.set_class(width >= _BESIDE, "-beside")
        self.set_class(self._at_documents and width < _BESIDE, "-over")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Wherever the focus goes, with ``tab`` too, can be seen."""
        self._at_documents = event.widget is self._side.documents
        self._place()

    # -- what the screen asks ------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """To the answers, or to the conversation where there are none."""
        wanted: Widget = self._answers if self._choosing.display else self._transcript
        self.screen.set_focus(wanted, scroll_visible=False)

    def back(self) -> bool:
        """From the documents or the conversation to the answers, then from part to part of an answer."""
        if self._at_documents or self._transcript.has_focus:
            self.take_focus()
            return True
        return self._go_earlier()

    def tip(self) -> str:
        """Turns that have one."""
        return "tip" if self._view is not None and self.talk.has_tip else ""

    def show_tip(self, text: LocalText) -> None:
        """Below what was said last, until somebody speaks again."""
        self._tip = (len(self.talk.moments), text)
        self._tell()

    def scrolls(self) -> Widget:
        """The documents while they are read, else the conversation."""
        return self._side if self._at_documents else self._conversation

    def offering(self) -> Iterable[Offering]:
        """Of the documents when they have the focus, of the conversation when it has."""
        if self._side.documents.has_focus:
            return (self._side.documents,)
        return (self._transcript,) if self._transcript.has_focus else ()

    def may(self, action: str) -> bool:
        if self._view is None:
            return False
        view, talk, answering = self._view, self.talk, self._answers.has_focus
        composing = bool(talk.openings) and self._draft.part is not None
        match action:
            case "say" | "send":
                return answering and not composing and (action == "send") == (talk.channel in WRITTEN)
            case "take_part":
                return answering and composing
            case "earlier_part":
                return answering and bool(talk.openings) and self._draft.earlier() is not None
            case "documents":
                return bool(talk.tools or talk.known)
            case "translate":
                return view.may_hint and any(one != talk.spoken for one in self.languages) and self._line() is not None
            case "read_again":
                return answering
        return True

    # -- answers -------------------------------------------------------------------------------------------------

    @on(Menu.Picked)
    def _pick(self, event: Menu.Picked) -> None:
        event.stop()
        if event.menu is self._side.documents:
            self._open(event.entry)
        elif self.talk.choices:
            self._speak(Move("say", event.entry))
        elif self._draft.part is not None:
            self._go_on_with(self._draft.take(event.entry))
        elif event.entry == SAY:
            self._speak(Move("compose", "", dict(self._draft.chosen)))
        else:
            self._go_on_with(self._draft.change(event.entry))

    def _speak(self, move: Move) -> None:
        if self.host.move(move) is not None:
            self._answers.start_over()

    def _go_on_with(self, draft: Draft) -> None:
        """Another part of the answer; what was chosen for it before is highlighted."""
        self._draft = draft
        self._paint()
        self._answers.start_over()
        if draft.part is not None and draft.part in draft.chosen:
            self._answers.highlight(draft.chosen[draft.part])
        self.host.show_offers()

    def _go_earlier(self) -> bool:
        earlier = self._draft.earlier() if self._view is not None and self.talk.openings else None
        if earlier is not None:
            self._go_on_with(earlier)
        return earlier is not None

    def action_earlier_part(self) -> None:
        self._go_earlier()

    def action_say(self) -> None:
        self._answers.action_open_entry()

    action_send = action_take_part = action_say

    # -- what lies at hand ---------------------------------------------------------------------------------------

    def action_documents(self) -> None:
        """To the documents, or back."""
        if self._at_documents:
            self.take_focus()
        else:
            self.screen.set_focus(self._side.documents, scroll_visible=False)

    def _open(self, document: str) -> None:
        """Read a document; only the first time is something that happened."""
        opened = any(tool.id == document and tool.opened for tool in self.talk.tools)
        if not opened and self.host.move(Move("open", document)) is None:
            return
        self._side.reading = document
        self._side.tell(self.talk, self.text)
        self._side.bring_text_up()

    # -- translation ---------------------------------------------------------------------------------------------

    def _line(self) -> int | None:
        """The line a translation would be of: the highlighted one, or the customer's last; None where it is there."""
        heard = [moment.number for moment in self.talk.moments if moment.kind == "heard"]
        number = self._transcript.cursor if self._transcript.has_focus else max(heard, default=None)
        known = cast("ExerciseView", self._view).hints
        return None if number is None or str(number) in known else number

    def action_translate(self) -> None:
        number = self._line()
        if number is not None:
            self.host.hint(str(number))

    def action_read_again(self) -> None:
        self.screen.set_focus(self._transcript, scroll_visible=False)
