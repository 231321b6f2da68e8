"""What is seen of a shift: the desk’s own line, the lists, the sheet with its form, the act list, and the fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.geometry import Region

from trainer.items.controls import EntryGroup
from trainer.tui.controls.fields import Fields
from trainer.tui.plays.desk.acts import ACTS
from trainer.tui.plays.desk.clock import clock_lines
from trainer.tui.plays.desk.listing import list_lines, tab_lines
from trainer.tui.plays.desk.pen import Lines, Pen
from trainer.tui.plays.desk.reading import draw_sent, draw_sheet, draw_task
from trainer.tui.plays.desk.speech import Speech
from trainer.tui.plays.desk.strip import strip_lines
from trainer.tui.plays.pane import PlayPane
from trainer.tui.widgets.item_paint import Drawn

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Row, ShiftView, Window
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText
    from trainer.tui.plays.desk.forms.base import Form
    from trainer.tui.plays.pane import Host

#: Columns of the terminal from which list and sheet stand beside each other; lines below which every one counts.
BESIDE, LOW, SLIM = 100, 22, 76
#: Cells of the longest line of what is read.
_MEASURE = 84
LIST, SHEET = "list", "sheet"
SEARCH = EntryGroup("search", "words", None, 60)


class Part(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Half of the desk, scrolled by itself; its keys are the pane's."""

    def see(self, line: int, count: int) -> None:
        """Scroll as little as it takes to see these lines.

        Counted from the first line: where the lines stand on the screen is not known yet after some have gone.
        """
        self.scroll_to_region(Region(0, line, 1, count), animate=False)


class Board(PlayPane, can_focus=True):
    """Paints; :class:`~trainer.tui.plays.desk.pane.DeskPane` brings keys. ``side`` is where keys act.

    ``reading`` is shown in place of the sheet: the task, or the line of something that was sent. ``hints`` were read.
    """

    DEFAULT_CSS = """
    Board { padding: 0 3; max-width: 168; height: 1fr; }
    Board.-slim { padding: 0 2; }
    Board #desk-body { height: 1fr; margin-top: 1; }
    Board .desk-acts { margin-top: 1; }
    Board.-low #desk-body, Board.-low .desk-acts { margin-top: 0; }
    Board Part { width: 1fr; height: 100%; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Board.-beside #desk-list { width: 42%; max-width: 60; }
    Board.-beside #desk-sheet { border-left: vkey $line; padding-left: 1; }
    Board LinesField { border-left: outer $accent; }
    """

    def __init__(self, words: Translator, languages: Sequence[str], host: Host) -> None:
        super().__init__(words, languages, host)
        self.play: ShiftView | None = None
        self.speech = Speech(words, self.shown, self.languages, "")
        self.side, self.listed = LIST, "inbox"
        self.cursors: dict[str, int] = {}
        self.form: Form | None = None
        self.reading: Row | str | None = None
        self.hints: dict[tuple[str, str], dict[str, LocalText]] = {}
        self.begun: frozenset[str] = frozenset()
        self.searching = self.over = False
        self._read: tuple[object, list[Content]] = (None, [])
        self._form_top = 0
        self.clock = Lines(self._clock_lines)
        self.tabs = Lines(self._tab_lines)
        self.rows = Lines(self._list_lines)
        self.sheet = Lines(self._sheet_lines)
        self.strip = Lines(self._strip_lines, classes="desk-acts")
        self.list_part = Part(self.rows, id="desk-list")
        self.sheet_part = Part(self.sheet, id="desk-sheet")
        self.search_field, self.form_field = Fields(self.rows), Fields(self.sheet)

    def compose(self) -> ComposeResult:
        yield self.clock
        yield self.tabs
        with Horizontal(id="desk-body"):
            yield self.list_part
            yield self.sheet_part
        yield self.strip

    # -- what there is to see ------------------------------------------------------------------------------------

    @property
    def window(self) -> Window | None:
        """The list that is shown."""
        return next((one for one in self.play.lists if one.name == self.listed), None) if self.play else None

    @property
    def cursor(self) -> int:
        """The highlighted line of the list."""
        rows = self.window.rows if self.window else ()
        return max(0, min(self.cursors.get(self.listed, 0), len(rows) - 1))

    @property
    def filling(self) -> bool:
        """Whether keys go to a form."""
        return self.side == SHEET and self.form is not None and self.reading is None

    @property
    def writing(self) -> bool:
        """Whether one types in a field."""
        return self.search_field.writing or self.form_field.writing

    def possible(self) -> Sequence[str]:
        """The acts of the act list."""
        return ()

    @property
    def thing(self) -> tuple[str, str]:
        """Kind and token of what is open."""
        sheet = self.play.sheet if self.play else None
        return (sheet.kind, sheet.token) if sheet else ("", "")

    # -- lines ---------------------------------------------------------------------------------------------------

    def _clock_lines(self, width: int) -> Drawn:
        return clock_lines(self.play, self.speech, width) if self.play else Drawn(())

    def _tab_lines(self, width: int) -> Drawn:
        return tab_lines(self.play.lists, self.listed, self.speech, width) if self.play else Drawn(())

    def _list_lines(self, width: int) -> Drawn:
        if self.window is None:
            return Drawn(())
        active = self.side == LIST
        return list_lines(self.window, self.cursor, self.speech, width, active=active, searching=self.searching)

    def _strip_lines(self, width: int) -> Drawn:
        return strip_lines(self.possible(), self.begun, self.speech, width, close=self.has_class("-low"))

    def _sheet_lines(self, width: int) -> Drawn:
        pen = Pen(min(width, _MEASURE), active=self.side == SHEET)
        pen.lines += self._reading_lines(pen.width)
        if self.form is None or self.reading is not None:
            return pen.drawn()
        pen.blank()
        self._form_top = len(pen.lines)
        pen.rule(self.speech._(ACTS[self.form.word].footer), self.speech._("esc leaves it"))
        self.form.hints = self.hints.get(self.thing, {})
        self.form.draw(pen)
        return pen.drawn()

    def _reading_lines(self, width: int) -> list[Content]:
        """What is open: it changes seldom while a form below it changes with every key."""
        play = self.play
        if play is None:
            return []
        hints = self.hints.get(self.thing, {})
        active = self.side == SHEET and not self.filling
        made_of = (width, active, self.reading, play.sheet, play.briefing, self.speech.key, tuple(hints))
        if made_of != self._read[0]:
            pen = Pen(width, active=active)
            if self.reading is not None and not isinstance(self.reading, str):
                draw_sent(pen, self.reading, self.speech)
            elif self.reading is not None or play.sheet is None:
                draw_task(pen, play, self.speech)
            else:
                draw_sheet(pen, play.sheet, self.speech, hints)
            self._read = (made_of, pen.lines)
        return self._read[1]

    # -- painting ------------------------------------------------------------------------------------------------

    def paint(self, *, keep: bool = False) -> None:
        """Bring everything up to date; what did not change costs a comparison.

        ``keep`` scrolls to what keys act on: not when mere time has passed, for one may be reading elsewhere.
        """
        self.collect()
        self._arrange()
        self.clock.again()
        self.tabs.again()
        relaid = self.rows.again(), self.sheet.again()
        self.strip.again()
        self._place_fields()
        if keep and any(relaid):
            self.call_after_refresh(self._keep_seen)
        elif keep:
            self._keep_seen()

    def _arrange(self) -> None:
        """What is displayed: at both sides where there is room, else where keys act."""
        beside, low = self.has_class("-beside"), self.has_class("-low")
        shown = (
            (self.list_part, beside or self.side == LIST),
            (self.sheet_part, beside or self.side == SHEET),
            (self.tabs, beside or self.side == LIST or not low),
            (self.strip, not self.filling),
        )
        for widget, display in shown:
            if widget.display != display:
                widget.display = display

    def _keep_seen(self) -> None:
        """Scroll as little as it takes to see what keys act on."""
        kept = self.rows.drawn.kept
        if kept is not None and self.side == LIST:
            top = 0 if self.cursor == 0 else kept[0]
            self.list_part.see(top, kept[0] + kept[1] - top)
        kept = self.sheet.drawn.kept
        if kept is not None and self.filling:
            height = self.sheet_part.content_size.height
            whole = len(self.sheet.drawn.lines) - self._form_top
            upto = kept[0] + kept[1] - self._form_top
            if whole <= height:
                self.sheet_part.see(self._form_top, whole)
            elif upto <= height:
                self.sheet_part.scroll_to(y=self._form_top, animate=False)
            else:
                self.sheet_part.see(*kept)

    def on_resize(self) -> None:
        size = self.app.size
        self.set_class(size.width >= BESIDE, "-beside")
        self.set_class(size.width < SLIM, "-slim")
        self.set_class(size.height < LOW, "-low")
        if self.play is not None:
            self.call_after_refresh(self.paint, keep=True)

    # -- fields --------------------------------------------------------------------------------------------------

    def collect(self) -> None:
        """What stands in the form's field, whose messages may still be on their way."""
        if self.form is not None and self.form_field.group and self.form_field.text != self.form.typed:
            self.form.write(self.form_field.text)

    def _place_fields(self) -> None:
        """Put each field where its lines leave room for it, or take it away."""
        form = self.form if self.reading is None else None
        entry = form.entry if form is not None else None
        search = self.rows.drawn.field if self.searching else None
        if (self.search_field.writing and not search) or (self.form_field.writing and entry is None):
            self.take_focus()
        sought = self.search_field.text if self.search_field.group else ""
        self.search_field.show(SEARCH if search else None, search, sought)
        begins = entry is not None and not self.form_field.group
        self.form_field.show(entry, self.sheet.drawn.field if entry else None, form.typed if form else "")
        if begins and self.filling:
            self.form_field.focus()
        if search and self.side == LIST:
            self.search_field.focus()

    def take_focus(self) -> None:
        """To the pane itself, at once: Textual's own ``focus`` waits, and would take the focus back from a field."""
        self.screen.set_focus(self, scroll_visible=False)
