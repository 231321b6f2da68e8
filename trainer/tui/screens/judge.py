"""One piece of work and the rubric: side by side where there is room, else one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll

from trainer.flows.judging import JudgingView
from trainer.flows.register import LONGEST_REASON
from trainer.kernel.problems import N_, Problem, Refused
from trainer.tui.assess_moves import Comment, ConfirmJudgement, OtherPane, ReadFar, TakeJudgementBack
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import Next, Previous, bindings
from trainer.tui.controls.fields import FieldLeft
from trainer.tui.play_moves import OtherLanguage
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.assess_words import blocks, cover, outcome_words, rubric
from trainer.tui.screens.noting import NotingScreen
from trainer.tui.screens.replay_words import Reading
from trainer.tui.screens.signing import ask_name
from trainer.tui.shown import next_shown
from trainer.tui.widgets.level_sheet import LevelSheet
from trainer.tui.widgets.paragraphs import Transcript

if TYPE_CHECKING:
    from trainer.flows.assessing import PieceView
    from trainer.flows.judging import JudgingFlow, Place
    from trainer.i18n.catalogue import Translator

#: From this width on work and rubric stand side by side.
_BESIDE = 100
_SHOWING, _KEEPING = "show a piece", "keep a draft"


class JudgeScreen(NotingScreen):
    """Paints :class:`~trainer.flows.judging.JudgingView`; levels and comments are a draft until they are confirmed."""

    AUTO_FOCUS = ""
    OFFERS = (OtherPane, ConfirmJudgement, Comment, TakeJudgementBack, Next, Previous, OtherLanguage, ReadFar)
    BINDINGS = bindings(ConfirmJudgement, Comment, OtherPane, TakeJudgementBack, Next, Previous, OtherLanguage)
    CSS = """
    JudgeScreen .page { padding: 0; }
    JudgeScreen #panes { width: 100%; max-width: 176; height: 100%; }
    JudgeScreen #work, JudgeScreen #rubric {
        width: 1fr; height: 100%; padding: 1 3 0 3; scrollbar-size-vertical: 1; scrollbar-gutter: stable;
    }
    JudgeScreen.-short #work, JudgeScreen.-short #rubric { padding: 0 2; }
    JudgeScreen LevelSheet { margin-top: 1; }
    """

    def __init__(self, words: Translator, flow: JudgingFlow, view: JudgingView) -> None:
        super().__init__(words, LONGEST_REASON)
        self._flow, self._view = flow, view
        self._levels, self._comments = dict(view.open.levels), dict(view.open.comments)
        self._languages = (words.language, *(one for one in words.languages if one != words.language))
        self._language = self._languages[0]
        self._on_rubric = True
        self._places: dict[str, int] = {}
        self._writing = ""
        self._work, self._work_pane = Transcript(), VerticalScroll(id="work", can_focus=False)
        self._rubric_pane = VerticalScroll(id="rubric", can_focus=False)
        self._far, self._outcome, self._rule = Plain(classes="quiet"), Plain(), Plain(classes="gap quiet")
        self._sheet = LevelSheet()
        self._work.can_focus = False

    def compose_page(self) -> ComposeResult:
        with Horizontal(id="panes"):
            with self._work_pane:
                yield self._work
            with self._rubric_pane:
                yield self._far
                yield self._outcome
                yield self._sheet
                yield self.editor
                yield self._rule

    def on_mount(self) -> None:
        self._show_panes()

    def resized(self) -> None:
        self._show_panes()

    @property
    def _piece(self) -> PieceView:
        return self._view.open

    @property
    def _beside(self) -> bool:
        return self.size.width >= _BESIDE

    @property
    def _is_changed(self) -> bool:
        return (self._levels, self._comments) != (dict(self._piece.levels), dict(self._piece.comments))

    def place(self) -> list[str]:
        return [self.words._("Assess"), cover(self._piece.piece.number, self.words)]

    def offering(self) -> Iterable[Any]:
        return (self._sheet, self) if self._sheet.has_focus else (self,)

    def may(self, action: str) -> bool:
        match action:
            case "confirm" | "comment":
                return not self._writing and (self._on_rubric or self._beside)
            case "undo":
                return self._piece.piece.mine and not self._writing
            case "other_pane":
                return not self._beside and not self._writing
            case "next":
                return self._view.following is not None and not self._writing
            case "previous":
                return self._view.before is not None and not self._writing
            case "cycle_language":
                return not self._writing
        return True

    def repaint(self) -> None:
        """On the right stands who judges, not who learns on this machine."""
        self.learner = self._view.rater
        super().repaint()

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        found, self._places = blocks(self._piece, Reading(words, self._language, self._languages))
        self._work.tell(found)
        far = words._("{judged} of {count} judged", judged=view.judged, count=view.mine)
        self._far.show(far)
        said, style = outcome_words(self._piece, words)
        self._outcome.display = bool(said)
        self._outcome.show(joined((said, style)))
        self._rule.show(f"{words.text(self._piece.rule)} {words._('House rule.')}")
        self._paint_sheet()

    def _paint_sheet(self) -> None:
        self._sheet.offer(rubric(self._piece, self._levels, self._comments, self.words), self.words._("level"))

    def _show_panes(self) -> None:
        """Show what there is room for, and give keys to what is seen."""
        self._work_pane.display = self._beside or not self._on_rubric
        self._rubric_pane.display = self._beside or self._on_rubric
        self._sheet.display = not self._writing
        if self.too_small or self._writing:
            return
        self.set_focus(self._sheet if self._rubric_pane.display else None, scroll_visible=False)
        self.show_offers()

    # -- the work ------------------------------------------------------------------------------------------------

    def action_scroll_page(self, where: str) -> None:
        pane = self._work_pane if self._work_pane.display else self._rubric_pane
        getattr(pane, f"scroll_{where}")(animate=False)

    def action_other_pane(self) -> None:
        self._on_rubric = not self._on_rubric
        self._show_panes()
        if not self._on_rubric:
            # Once it has its place: before, nothing could be scrolled to.
            self.call_after_refresh(self._go_to_part, self._sheet.here)

    def on_level_sheet_moved(self, moved: LevelSheet.Moved) -> None:
        self._go_to_part(moved.mark)

    def _go_to_part(self, criterion: str) -> None:
        """Bring what a criterion is about to the top of the work."""
        if criterion in self._places and self._work_pane.display:
            self._work.go(self._places[criterion])

    def action_cycle_language(self) -> None:
        self._language = next_shown(self._language, self._languages)
        self.paint()

    # -- levels and comments -------------------------------------------------------------------------------------

    def on_level_sheet_given(self, given: LevelSheet.Given) -> None:
        self._levels = {name: level for name, level in self._levels.items() if name != given.mark}
        if given.level is not None:
            self._levels[given.mark] = given.level
        self._paint_sheet()
        self._keep()

    def _keep(self) -> None:
        in_background(self, _KEEPING, self._keeping())

    def _keeping(self) -> Callable[[], None]:
        return partial(self._flow.keep, self._piece, dict(self._levels), dict(self._comments))

    def action_comment(self) -> None:
        if not self._sheet.here:
            return
        self._writing = self._sheet.here
        title = next(mark.title for mark in self._sheet.marks if mark.id == self._writing)
        asks = self.words._("What do you want to say about it? The learner may read it in the dossier.")
        self._sheet.display = False
        self.editor.open(joined((title, "bold"), asks, between="\n"), self._comments.get(self._writing, ""))
        self.show_offers()

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self._take_comment()
        self._writing = ""
        self.editor.close()
        self._keep()
        self._paint_sheet()
        self._show_panes()

    def _take_comment(self) -> None:
        """What stands in the field is the comment on what it was opened for."""
        if self._writing:
            others = {name: text for name, text in self._comments.items() if name != self._writing}
            text = self.editor.text.strip()
            self._comments = {**others, self._writing: text} if text else others

    # -- judging -------------------------------------------------------------------------------------------------

    def action_confirm(self) -> None:
        """Judge; a piece that is judged as it stands leads to the next one that waits."""
        if self._piece.piece.mine and not self._is_changed:
            self._go_on()
            return
        lacking = [one.title for one in self._piece.work.criteria if one.id not in self._levels]
        if lacking:
            names = ", ".join(self.words.text(title) for title in lacking)
            self.tell(Refused(N_("Still without a level: {names}."), names=names))
            return
        if self._view.rater:
            self._judge()
        else:
            ask_name(self, "", self._judge)

    def _judge(self, name: str = "") -> None:
        task = partial(self._flow.judge, self._piece, dict(self._levels), dict(self._comments), name)
        in_background(self, _SHOWING, task)

    def action_undo(self) -> None:
        in_background(self, _SHOWING, partial(self._flow.withdraw, self._piece))

    # -- other pieces --------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._view.next_due is None:
            self.notice.say(self.words._("Nothing more waits for you."))
        else:
            self._open(self._view.next_due)

    def action_next(self) -> None:
        if self._view.following:
            self._open(self._view.following)

    def action_previous(self) -> None:
        if self._view.before:
            self._open(self._view.before)

    def _open(self, piece: Place) -> None:
        """Another piece in the place of this one, whose draft is kept first."""
        keep = self._keeping()

        def do() -> JudgingView:
            keep()
            return self._flow.open(*piece)

        in_background(self, _SHOWING, do)

    def on_finished(self, done: Finished) -> None:
        if done.name != _SHOWING or not isinstance(done.result, JudgingView):
            return
        another = done.result.open.piece.id != self._piece.piece.id
        self._view = done.result
        self._levels, self._comments = dict(self._piece.levels), dict(self._piece.comments)
        self.repaint()
        if another:
            self._on_rubric = True
            for pane in (self._work_pane, self._rubric_pane):
                pane.scroll_home(animate=False)
            self._sheet.action_edge(-1)
        self._show_panes()

    def left(self) -> None:
        """A comment that is half written is kept too."""
        self._take_comment()
        with suppress(Problem):
            self._keeping()()
