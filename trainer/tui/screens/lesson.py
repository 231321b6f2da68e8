"""A lesson: one page at a time, its check questions in place, its terms explained, its sources below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.kernel.problems import N_, Problem, Refused
from trainer.tui.background import Finished, in_background
from trainer.tui.commands import CycleLanguage, Next, Previous, bindings
from trainer.tui.moves import AnswerCheck, ReadOn, Report, ShowTerm, ToggleBookmark, WriteNote
from trainer.tui.safe import Plain
from trainer.tui.screens.lesson_checks import ChecksScreen
from trainer.tui.screens.lesson_words import end_entries, end_title, place_line, sources_line, term_text
from trainer.tui.shown import BOTH, next_shown
from trainer.tui.widgets.lesson_end import LessonEnd
from trainer.tui.widgets.lesson_page import LessonPage, terms_of
from trainer.tui.widgets.menu import Menu
from trainer.tui.widgets.page_note import PageNote
from trainer.tui.widgets.term_panel import TermPanel

if TYPE_CHECKING:
    from trainer.flows.study import LessonView, StudyFlow
    from trainer.i18n.catalogue import Translator

_KEEPING, _MARKING = "keep the lesson", "put a bookmark"


class LessonScreen(ChecksScreen):
    """``enter`` does what comes next: confirms an answer, reads further down, turns the page."""

    OFFERS = (ReadOn, Next, Previous, AnswerCheck, ShowTerm, CycleLanguage, ToggleBookmark, WriteNote, Report)
    BINDINGS = [
        *bindings(ReadOn, Next, Previous, ShowTerm, CycleLanguage, ToggleBookmark, WriteNote, Report),
        *(Binding(letter, f"answer({index})", show=False) for index, letter in enumerate("abcde")),
        *(Binding(str(digit), f"answer({digit - 1}, '{digit}')", show=False) for digit in range(10)),
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
        self.flow, self._languages = flow, tuple(languages)
        self._where, self._sources = Plain(id="where"), Plain(id="sources")
        self.text = LessonPage(words, languages)
        # Few lessons end on the first page, few learners ask for a term at once or left a note: made when needed.
        self._note: PageNote | None = None
        self._panel: TermPanel | None = None
        self._end: LessonEnd | None = None
        self._term = ""
        self.at_end = False
        self._warned = self._writing = False

    def renew(self, result: Any) -> bool:
        """Another lesson, from its beginning to the eye; the widgets stay, which halves the time until it is read."""
        if tuple(result.languages) != self._languages:
            return False
        self.flow = result.flow
        self._term, self.at_end, self._warned = "", False, False
        self.set_focus(None)
        self.notice.clear()
        self.page.scroll_home(animate=False)
        self.repaint()
        self.keep_progress()
        return True

    def on_mount(self) -> None:
        self.keep_progress()

    def compose_page(self) -> ComposeResult:
        with Vertical(classes="column"):
            yield self._where
            yield self.text
            yield self._sources

    def offering(self) -> Iterable[Any]:
        return (self._end.menu, self) if self._end and self.at_end else (self,)

    def place(self) -> list[str]:
        return [self.words.text(self.flow.view.title)]

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self) -> None:
        view = self.flow.view
        with self.app.batch_update():
            self.query_one(".column").set_class(view.shown == BOTH and not self.at_end, "-double")
            self._where.show(place_line(view, self._languages, self.words, at_end=self.at_end))
            self.text.display = not self.at_end
            if not self.at_end:
                self.text.turn(view, self._term)
            self._paint_sources(view)
            self._paint_note(view)
            self._paint_end(view)
            self._paint_term(view)

    def _paint_sources(self, view: LessonView) -> None:
        line = sources_line(view, self._languages, self.words)
        self._sources.display = bool(line) and not self.at_end
        self._sources.show(line)

    def _paint_note(self, view: LessonView) -> None:
        if self._note is None and view.note:
            self._note = PageNote()
            self.query_one(".column").mount(self._note, after=self.text)
        if self._note is not None:
            self._note.tell("" if self.at_end else view.note, self.words)

    def _paint_end(self, view: LessonView) -> None:
        if self._end is None and self.at_end:
            self._end = LessonEnd()
            self.query_one(".column").mount(self._end)
        if self._end is not None:
            self._end.display = self.at_end
            self._end.show(end_title(view, self.words), end_entries(view, self.words))

    def _paint_term(self, view: LessonView) -> None:
        term = self.flow.terms.get(self._term)
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
        check = self.check()
        if check and check.item.in_use and check.item.take_cursor():
            return
        if not self.hand_over():
            return
        if check and check.view and any(check.view.response.values()) and check.view.state == "open":
            self.confirm(check)
        elif self._more_below:
            self.page.scroll_relative(y=max(self.page.size.height - 2, 1), animate=False)
        elif check and not self._warned:
            self._warned = True
            self.tell(Refused(N_("The question on this page is still open: answer it, or go on with «n».")))
        else:
            self.action_next()

    def action_next(self) -> None:
        if not self.hand_over():
            return
        if self.flow.next():
            self._turned()
        elif not self.at_end:
            self.at_end = True
            self._turned()
            if self._end:
                self._end.menu.focus()

    def action_previous(self) -> None:
        if not self.hand_over():
            return
        if self.at_end:
            self.at_end = False
            self._turned()
        elif self.flow.previous():
            self._turned()

    def _turned(self) -> None:
        """Another page is open: nothing of the last one stays."""
        self._term, self._warned = "", False
        self.set_focus(None)
        self.page.scroll_home(animate=False)
        self.paint()
        self.show_offers()
        self.keep_progress()

    def keep_progress(self) -> None:
        in_background(self, _KEEPING, self.flow.keep)

    def left(self) -> None:
        # A disk that is full was said when the page was turned; it must not keep anybody here.
        with suppress(Problem):
            self.flow.keep()

    def may(self, action: str) -> bool:
        match action:
            case "answer":
                return self.check() is not None
            case "term":
                return not self.at_end and bool(terms_of(self.flow.view, self._languages[0]))
            case "read_on" | "next" | "bookmark" | "note":
                return not self.at_end
            case "report":
                return not self.at_end and bool(self.text.checks)
        return True

    # -- what the learner leaves here ----------------------------------------------------------------------------

    def action_bookmark(self) -> None:
        in_background(self, _MARKING, self.flow.bookmark)

    def on_finished(self, done: Finished) -> None:
        if done.name == _MARKING:
            self.paint()

    def action_note(self) -> None:
        self._writing = True
        self.open("note", notes=self.flow.notes, page=self.flow.view.page, title=self.flow.view.title)

    def on_screen_resume(self) -> None:
        """A note may have been written meanwhile."""
        super().on_screen_resume()
        if self._writing:
            self._writing = False
            self.paint()

    def action_report(self) -> None:
        """Of several questions the one that keys answer, else the first."""
        check = self.check() or self.text.checks[0]
        if check.view:
            self.open("report", subject=self.flow.subject(check.view.id))

    # -- terms, languages, the end -------------------------------------------------------------------------------

    def action_term(self) -> None:
        """The first term, then the next; after the last one none."""
        known = [term for term in terms_of(self.flow.view, self._languages[0]) if term in self.flow.terms]
        after = known.index(self._term) + 1 if self._term in known else 0
        self._term = known[after] if after < len(known) else ""
        self.paint()

    def action_back(self) -> None:
        """What was opened last closes first."""
        if self._term:
            self._term = ""
            self.paint()
        elif self.focused is None or self.at_end:
            super().action_back()
        else:
            self.set_focus(None)

    def action_cycle_language(self) -> None:
        self.hand_over()
        self.flow.show(next_shown(self.flow.view.shown, self._languages))
        self.paint()
        self.keep_progress()

    def on_menu_picked(self, picked: Menu.Picked) -> None:
        view = self.flow.view
        kind, _, target = picked.entry.partition(":")
        match kind:
            case "lesson":
                self.open("lesson", replace=True, module=view.module, lesson=target)
            case "practice":
                self.open("practice", replace=True, module=view.module, lesson=view.lesson)
            case "page":
                self.at_end = False
                self.flow.go(int(target))
                self._turned()
            case "back":
                super().action_back()
