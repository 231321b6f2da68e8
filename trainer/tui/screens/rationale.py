"""The rationale of an exercise: lines by part, each linked to moments and to what was used, then handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from trainer.assessment.rationale import LONGEST_LINE
from trainer.flows.exercise_words import part_words
from trainer.kernel.problems import Problem
from trainer.kernel.record import Record
from trainer.tui.commands import Offering, bindings
from trainer.tui.controls.fields import FieldLeft
from trainer.tui.messages import GoBack
from trainer.tui.rationale_moves import Cite, HandRationaleIn, LinkMoments, RemoveLine, RestoreLine
from trainer.tui.safe import Plain, joined
from trainer.tui.screens.noting import NotingScreen
from trainer.tui.screens.rationale_links import moments_to_tick, things_to_tick
from trainer.tui.screens.rationale_words import HAND_IN, LINE, NEW, asks_words, sections
from trainer.tui.widgets import dialog
from trainer.tui.widgets.menu import Menu

if TYPE_CHECKING:
    from trainer.assessment.exercising import RationaleLine
    from trainer.flows.rationale import RationaleFlow
    from trainer.i18n.catalogue import Translator


class _Draft(Record):
    """What is being written: a part's new line, or the one that is changed."""

    part: str
    line: RationaleLine | None = None


class RationaleScreen(NotingScreen):
    """Paints :class:`~trainer.flows.rationale.RationaleView`; a line is kept when its field is left."""

    AUTO_FOCUS = ""
    OFFERS = (LinkMoments, Cite, RemoveLine, RestoreLine, HandRationaleIn)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: RationaleFlow) -> None:
        super().__init__(words, LONGEST_LINE)
        self._flow, self._view = flow, flow.view
        self._draft: _Draft | None = None
        self._taken: RationaleLine | None = None
        self._refused = self._gone = False
        self._about = Plain(classes="quiet")
        self._menu = Menu(classes="gap")

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._about
            yield self._menu
            yield self.editor

    def on_mount(self) -> None:
        self._menu.focus()

    def place(self) -> Sequence[str]:
        return [self.words._("Rationale"), self.words.text(self._view.title)]

    def offering(self) -> Iterable[Offering]:
        return (self,) if self._draft else (self._menu, self)

    def may(self, action: str) -> bool:
        if action in ("back", "scroll_page"):
            return True
        if self._draft is not None or self._view.handed_in:
            return False
        match action:
            case "undo":
                return self._taken is not None
            case "moments" | "remove":
                return self._highlighted is not None
            case "cite":
                return self._highlighted is not None and bool(self._view.used or self._view.sources)
        return True

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        words, view = self.words, self._view
        self._about.display = self._menu.display = self._draft is None
        if self._draft is not None:
            self.editor.explain(self._asked(self._draft.part))
        elif view.handed_in:
            self._about.show(self._handed_in_words())
        else:
            self._about.show(words._("Say why you did what you did. The program sees that each part is there and that "
                                     "what you link did happen; how good it is, an assessor judges."))  # fmt: skip
        self._menu.offer(sections(view, words))

    def _asked(self, part: str) -> Content:
        return joined((self.words._(part_words(part)), "bold"), self.words._(asks_words(part)), between="\n")

    def _handed_in_words(self) -> str:
        return self.words._("This rationale was handed in. Nothing is changed any more.")

    def on_key(self, _: events.Key) -> None:
        """Another line may be highlighted: other commands than before can be given."""
        self.call_after_refresh(self.show_offers)

    # -- lines ---------------------------------------------------------------------------------------------------

    @property
    def _highlighted(self) -> RationaleLine | None:
        """The line under the highlight."""
        entry = self._menu.highlighted or ""
        return next((line for line in self._view.lines if f"{LINE}{line.id}" == entry), None)

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        if self._view.handed_in:
            self.notice.say(self._handed_in_words())
        elif picked.entry == HAND_IN:
            self.action_hand_in()
        elif picked.entry.startswith(NEW):
            self._write(_Draft(picked.entry.removeprefix(NEW)))
        elif line := self._highlighted:
            self._write(_Draft(line.part, line))

    def _write(self, draft: _Draft) -> None:
        self._draft, self._refused = draft, False
        self.paint()
        self.page.scroll_home(animate=False)
        self.editor.open(self._asked(draft.part), draft.line.text if draft.line else "")
        self.show_offers()

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self._leave_field()

    def _leave_field(self) -> None:
        """Keep the line and show the parts again. What cannot be kept is said once; then nobody is held here."""
        name = ""
        try:
            name = self._keep()
        except Problem as problem:
            self.tell(problem)
            if not self._refused:
                self._refused = True
                return
        self._close_editor(name)

    def _keep(self) -> str:
        """Keep what stands in the field; the line's id, empty where nothing was written. An empty line goes away."""
        draft, text = self._draft, self.editor.text
        before = draft.line if draft else None
        if draft is None or not text.strip():
            if before is not None:
                self._remove(before)
            return ""
        if before is None:
            return self._flow.write(draft.part, text)
        if text.strip() != before.text:
            self._flow.write(draft.part, text, line=before.id, moments=before.moments, cites=before.cites)
        return before.id

    def _close_editor(self, name: str) -> None:
        written, self._draft = self._draft, None
        self.editor.close()
        self._look()
        self._menu.focus()
        # Once the list has its place again, which it has after the refresh that follows: before, nothing could scroll.
        self.call_after_refresh(self.call_after_refresh, self._menu.highlight, f"{LINE}{name}")
        if name and written and not written.line:
            self.notice.say(self.words._("The line is kept. «m» links it to moments, «c» to what you used."))

    def _do(self, act: Callable[[], object]) -> bool:
        """One method of the flow, then what it came to; False when it was refused."""
        try:
            act()
        except Problem as problem:
            self.tell(problem)
            return False
        finally:
            self._look()
        return True

    def _look(self) -> None:
        self._view = self._flow.view
        self.paint()
        self.show_offers()

    # -- links ---------------------------------------------------------------------------------------------------

    def action_moments(self) -> None:
        """Choose among everything that happened."""
        if line := self._highlighted:
            self.app.push_screen(moments_to_tick(line, self._view, self.words), partial(self._link, line))

    def _link(self, line: RationaleLine, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None:
            self._do(partial(self._again, line, moments=[int(name) for name in chosen]))

    def action_cite(self) -> None:
        """Choose among tools and forms that were used, and sources."""
        if line := self._highlighted:
            self.app.push_screen(things_to_tick(line, self._view, self.words), partial(self._cited, line))

    def _cited(self, line: RationaleLine, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None:
            self._do(partial(self._again, line, cites=chosen))

    def _again(
        self, line: RationaleLine, *, moments: Sequence[int] | None = None, cites: Sequence[str] | None = None
    ) -> None:
        """Write a line once more, with other links where they are given."""
        linked = line.moments if moments is None else moments
        cited = line.cites if cites is None else cites
        self._flow.write(line.part, line.text, line=line.id, moments=linked, cites=cited)

    # -- taking away, bringing back ------------------------------------------------------------------------------

    def action_remove(self) -> None:
        if line := self._highlighted:
            self._do(partial(self._remove, line))

    def _remove(self, line: RationaleLine) -> None:
        self._flow.remove(line.id)
        self._taken = line

    def action_undo(self) -> None:
        """Bring a line back under its old id, with its links."""
        line = self._taken
        if line is not None and self._do(partial(self._again, line)):
            self._taken = None
            self._menu.highlight(f"{LINE}{line.id}")
            self.show_offers()

    # -- handing in ----------------------------------------------------------------------------------------------

    def action_hand_in(self) -> None:
        """Ask first; while something lacks the flow says so."""
        if self._view.gaps:
            self._do(self._flow.hand_in)
            return
        words = self.words
        question = dialog.Confirm(
            words._("Hand the rationale in?"), words._("Afterwards nothing is changed any more."),
            go=words._("Hand in"), stay=words._("Write on"),
        )  # fmt: skip
        self.app.push_screen(question, self._hand_in)

    def _hand_in(self, really: bool | None) -> None:
        if really and self._do(self._flow.hand_in):
            self.post_message(GoBack(self.words._("The rationale is handed in.")))

    # -- leaving -------------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        if self._draft is not None:
            self._leave_field()
        else:
            super().action_back()

    def left(self) -> None:
        """What stands in the field is kept; then the attempt is let go of."""
        if not self._gone:
            self._gone = True
            with suppress(Problem):
                self._keep()
            self._flow.close()
