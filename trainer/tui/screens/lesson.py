"""A lesson: one page at a time, its check questions in place, its terms explained, its sources below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.kernel.problems import N_, Problem, Refused
from trainer.tui.background import in_background
from trainer.tui.commands import CycleLanguage, Next, Previous, bindings
from trainer.tui.moves import AnswerCheck, ReadOn, ShowTerm
from trainer.tui.safe import Plain
from trainer.tui.screens.base import TrainerScreen
from trainer.tui.screens.lesson_words import end_entries, end_title, place_line, sources_line, term_text
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.lesson_end import LessonEnd
from trainer.tui.widgets.lesson_page import Check, LessonPage, terms_of
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.term_panel import TermPanel

if TYPE_CHECKING:
    from trainer.flows.study import LessonView, StudyFlow
    from trainer.i18n.catalogue import Translator
    from trainer.tui.widgets.item_view import ItemView

_KEEPING = "keep the lesson"


class LessonScreen(TrainerScreen):
    """``enter`` does what comes next: confirms an answer, reads further down, turns the page."""

    OFFERS = (ReadOn, Next, Previous, AnswerCheck, ShowTerm, CycleLanguage)
    BINDINGS = [
        *bindings(ReadOn, Next, Previous, ShowTerm, CycleLanguage),
        *(Binding(letter, f"answer({index})", show=False) for index, letter in enumerate("abcde")),
        *(Binding(str(index + 1), f"answer({index})", show=False) for index in range(9)),
        Binding("space", "scroll_page('page_down')", show=False),
    ]
    AUTO_FOCUS = ""
    CSS = """
    LessonScreen .column { max-width: 79; padding: 0 1 0 2; }
    LessonScreen .column.-double { max-width: 168; }
    .-narrow LessonScreen .column { padding: 0 1 0 1; }
    LessonScreen #where { margin-bottom: 1; }
    LessonScreen #sources { margin-top: 1; color: $quiet; }
    """

    def __init__(self, words: Translator, flow: StudyFlow, languages: Sequence[str]) -> None:
        super().__init__(words)
        self._flow, self._languages = flow, tuple(languages)
        self._where, self._sources = Plain(id="where"), Plain(id="sources")
        self._text = LessonPage(words, languages)
        # Few lessons end on the first page and few learners ask for a term at once: both are made when needed.
        self._panel: TermPanel | None = None
        self._end: LessonEnd | None = None
        self._term = ""
        self._at_end = False
        self._warned = False

    def renew(self, result: Any) -> bool:
        """Another lesson, from its beginning to the eye; the widgets stay, which halves the time until it is read."""
        if tuple(result.languages) != self._languages:
            return False
        self._flow = result.flow
        self._term, self._at_end, self._warned = "", False, False
        self.set_focus(None)
        self.notice.clear()
        self.page.scroll_home(animate=False)
        self.repaint()
        self._keep()
        return True

    def on_mount(self) -> None:
        self._keep()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._where
            yield self._text
            yield self._sources

    def offering(self) -> Iterable[Any]:
        return (self._end.menu, self) if self._end and self._at_end else (self,)

    def place(self) -> list[str]:
        return [self.words.text(self._flow.view.title)]

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        view = self._flow.view
        with self.app.batch_update():
            self.query_one(".column").set_class(view.shown == BOTH and not self._at_end, "-double")
            self._where.show(place_line(view, self._languages, self.words, at_end=self._at_end))
            self._text.display = not self._at_end
            if not self._at_end:
                self._text.turn(view, self._term)
            self._paint_sources(view)
            self._paint_end(view)
            self._paint_term(view)

    def _paint_sources(self, view: LessonView) -> None:
        line = sources_line(view, self._languages, self.words)
        self._sources.display = bool(line) and not self._at_end
        self._sources.show(line)

    def _paint_end(self, view: LessonView) -> None:
        if self._end is None and self._at_end:
            self._end = LessonEnd()
            self.query_one(".column").mount(self._end)
        if self._end is not None:
            self._end.display = self._at_end
            self._end.show(end_title(view, self.words), end_entries(view, self.words))

    def _paint_term(self, view: LessonView) -> None:
        term = self._flow.terms.get(self._term)
        if self._panel is None and term is not None:
            self._panel = TermPanel()
            self.mount(self._panel, before=self.notice)
        if self._panel is not None:
            self._panel.explain(term_text(term, view.shown, self._languages) if term else None)

    # -- reading on ----------------------------------------------------------------------------------------------

    @property
    def _more_below(self) -> bool:
        return self.page.scroll_offset.y < self.page.max_scroll_y

    def action_read_on(self) -> None:
        check = self._check()
        if check and check.item.has_focus and check.item.take_cursor():
            return
        if check and check.view and check.view.chosen and check.view.state == "open":
            self._confirm(check)
        elif self._more_below:
            self.page.scroll_relative(y=max(self.page.size.height - 2, 1), animate=False)
        elif check and not self._warned:
            self._warned = True
            self.tell(Refused(N_("The question on this page is still open: answer it, or go on with «n».")))
        else:
            self.action_next()

    def action_next(self) -> None:
        if self._flow.next():
            self._turned()
        elif not self._at_end:
            self._at_end = True
            self._turned()
            if self._end:
                self._end.menu.focus()

    def action_previous(self) -> None:
        if self._at_end:
            self._at_end = False
            self._turned()
        elif self._flow.previous():
            self._turned()

    def _turned(self) -> None:
        """Another page is open: nothing of the last one stays."""
        self._term, self._warned = "", False
        self.set_focus(None)
        self.page.scroll_home(animate=False)
        self.paint()
        self.show_offers()
        self._keep()

    def _keep(self) -> None:
        in_background(self, _KEEPING, self._flow.keep)

    def left(self) -> None:
        # A disk that is full was said when the page was turned; it must not keep anybody here.
        with suppress(Problem):
            self._flow.keep()

    # -- check questions -----------------------------------------------------------------------------------------

    def _check(self) -> Check | None:
        """The question keys answer: the one with the focus, else the first that is not right yet."""
        if self._at_end:
            return None
        unanswered = [check for check in self._text.checks if check.view and check.view.state != "right"]
        return next((check for check in unanswered if check.item.has_focus), unanswered[0] if unanswered else None)

    def may(self, action: str) -> bool:
        match action:
            case "answer":
                return self._check() is not None
            case "term":
                return not self._at_end and bool(terms_of(self._flow.view, self._languages[0]))
            case "read_on":
                return not self._at_end
            case "next":
                return not self._at_end
        return True

    def action_answer(self, index: int) -> None:
        if check := self._check():
            check.item.focus()
            check.item.choose_label(index)

    def on_item_view_chosen(self, event: ItemView.Chosen) -> None:
        check = self._check()
        if check and check.view:
            try:
                self._flow.choose(check.view.id, event.group, event.token)
            except Problem as problem:
                self.tell(problem)
            self.paint()

    def _confirm(self, check: Check) -> None:
        right = bool(check.view and self._flow.confirm(check.view.id))
        self.paint()
        self.call_after_refresh(check.item.show_verdict)
        if right:
            self.set_focus(None)
            self._keep()
        self.show_offers()

    # -- terms, languages, the end -------------------------------------------------------------------------------

    def action_term(self) -> None:
        """The first term, then the next; after the last one none."""
        known = [term for term in terms_of(self._flow.view, self._languages[0]) if term in self._flow.terms]
        after = known.index(self._term) + 1 if self._term in known else 0
        self._term = known[after] if after < len(known) else ""
        self.paint()

    def action_back(self) -> None:
        """What was opened last closes first."""
        if self._term:
            self._term = ""
            self.paint()
        elif self.focused is None or self._at_end:
            super().action_back()
        else:
            self.set_focus(None)

    def action_cycle_language(self) -> None:
        self._flow.show(next_shown(self._flow.view.shown, self._languages))
        self.paint()
        self._keep()

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        view = self._flow.view
        kind, _, target = picked.entry.partition(":")
        match kind:
            case "lesson":
                self.open("lesson", replace=True, module=view.module, lesson=target)
            case "practice":
                self.open("practice", replace=True, module=view.module, lesson=view.lesson)
            case "page":
                self._at_end = False
                self._flow.go(int(target))
                self._turned()
            case "back":
                super().action_back()
