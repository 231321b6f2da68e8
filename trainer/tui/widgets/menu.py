"""A list to choose from by number, arrows and ``enter``. It is as long as it needs; the page around it scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from trainer.kernel.record import Record
from trainer.kernel.text import clean
from trainer.tui.commands import bindings
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, wrap
from trainer.tui.moves import EntryAbove, EntryBelow, OpenEntry
from trainer.tui.widgets.line import line_strip
from trainer.tui.widgets.strides import stride_bar

CURSOR, NO_CURSOR = "▸ ", "  "
_BLANK = Content("")


class Entry(Record):
    """``sign`` stands before the title, in ``sign_style``, ``aside`` behind it; below it ``detail``, after a ``bar``
    (done, total).

    A ``faint`` title is quiet: it can be opened, but it is not for now. ``marks`` are places in ``detail`` (from, to)
    that stand out.
    """

    id: str
    title: str
    detail: str = ""
    sign: str = ""
    sign_style: str = "$quiet"
    bar: tuple[int, int] | None = None
    faint: bool = False
    aside: str = ""
    marks: tuple[tuple[int, int], ...] = ()


class Section(Record):
    """Entries below a title; ``note`` is said where there are none, and quietly beside the title otherwise.

    ``text`` stands between the title and the entries.
    """

    title: str
    entries: tuple[Entry, ...]
    note: str = ""
    numbered: bool = True
    text: str = ""


class Menu(Widget, can_focus=True):
    """Shows sections of entries; posts :class:`Picked`."""

    class Picked(Message):
        """An entry was chosen."""

        def __init__(self, menu: Menu, entry: str) -> None:
            super().__init__()
            self.menu, self.entry = menu, entry

        @property
        def control(self) -> Menu:
            """What ``@on(…, "#id")`` looks at."""
            return self.menu

    DEFAULT_CSS = "Menu { height: auto; width: 1fr; }"
    OFFERS = (OpenEntry, EntryAbove, EntryBelow)
    BINDINGS = [
        *bindings(*OFFERS),
        Binding("home", "cursor_to(0)", show=False),
        Binding("end", "cursor_to(-1)", show=False),
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, 10)),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._sections: tuple[Section, ...] = ()
        self._entries: list[Entry] = []
        self._cursor = 0
        self._drawn: tuple[int, list[_Line]] = (-1, [])
        self._strips: dict[int, Strip] = {}

    def focus(self, scroll_visible: bool = False) -> Self:
        """The list is as long as the page: scrolling to it would hide what stands above."""
        return super().focus(scroll_visible)

    def on_resize(self) -> None:
        self._strips.clear()

    # -- what it shows -------------------------------------------------------------------------------------------

    def offer(self, sections: Sequence[Section]) -> None:
        """Show these; the highlight stays on its entry when that is still there."""
        if tuple(sections) == self._sections:
            return
        before = self.highlighted
        self._sections = tuple(sections)
        self._entries = [entry for section in sections for entry in section.entries]
        ids = [entry.id for entry in self._entries]
        self._cursor = ids.index(before) if before in ids else min(self._cursor, max(len(ids) - 1, 0))
        self._redraw(layout=True)

    @property
    def highlighted(self) -> str | None:
        """The id of the highlighted entry."""
        return self._entries[self._cursor].id if self._entries else None

    def highlight(self, entry: str) -> None:
        """Highlight an entry by its id, where it is there."""
        found = next((index for index, one in enumerate(self._entries) if one.id == entry), None)
        if found is not None:
            self._move(found)

    def start_over(self) -> None:
        """Highlight the first entry."""
        self._move(0)

    # -- keys ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._entries) or action not in ("open_entry", "entry_above", "entry_below")

    def action_open_entry(self) -> None:
        if self._entries:
            self.post_message(self.Picked(self, self._entries[self._cursor].id))

    def action_number(self, number: int) -> None:
        numbered = [entry for section in self._sections if section.numbered for entry in section.entries]
        if number <= len(numbered):
            self._move(self._entries.index(numbered[number - 1]))
            self.action_open_entry()

    def action_entry_above(self) -> None:
        self._step(-1)

    def action_entry_below(self) -> None:
        self._step(1)

    def action_cursor_to(self, index: int) -> None:
        self._move(index % len(self._entries) if self._entries else 0)

    def _step(self, by: int) -> None:
        """Past either end the page scrolls on, so that what stands around the list can be read with the same key."""
        if 0 <= self._cursor + by < len(self._entries):
            self._move(self._cursor + by)
        elif (page := self._page()) is not None:
            page.scroll_relative(y=by, animate=False)

    def _move(self, index: int) -> None:
        if index != self._cursor:
            self._cursor = index
            self._redraw()
        self._show_cursor()

    def _page(self) -> VerticalScroll | None:
        return next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)

    def _show_cursor(self) -> None:
        """Scroll the page so that the entry is seen, with the top of the page for the first one."""
        page = self._page()
        if page is None:
            return
        if self._cursor == 0:
            page.scroll_home(animate=False)
            return
        lines = self._lines(self.content_size.width)
        rows = [row for row, line in enumerate(lines) if line.entry == self._cursor]
        top = self.content_region.y - page.region.y + page.scroll_offset.y
        page.scroll_to_region(Region(0, top + rows[0], 1, len(rows)), animate=False)

    # -- drawing -------------------------------------------------------------------------------------------------

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        width = self.content_size.width
        return Content("\n").join(self._line(line, width) for line in self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line, made when it is seen: a long list costs no more than the part on the screen."""
        if y not in self._strips:
            width = self.size.width
            lines = self._lines(width)
            line = self._line(lines[y], width) if y < len(lines) else _BLANK
            self._strips[y] = line_strip(self, line, width)
        return self._strips[y]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual does, forgetting the lines made: another theme, size or focus makes them anew."""
        self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _redraw(self, *, layout: bool = False) -> None:
        if layout:
            self._drawn = (-1, [])
            self.clear_cached_dimensions()
        self.refresh(layout=layout)

    def _line(self, line: _Line, width: int) -> Content:
        parts = [(run.text, run.style) for run in line.runs]
        if line.entry != self._cursor:
            return Content.assemble(NO_CURSOR if line.entry >= 0 else "", *parts)
        marker = (CURSOR if line.first else NO_CURSOR, "bold $accent")
        drawn = Content.assemble(marker, *parts)
        drawn = drawn.pad_right(max(width - drawn.cell_length, 0))
        return drawn.stylize_before("bold on $cursor" if line.first else "on $cursor")

    def _lines(self, width: int) -> list[_Line]:
        if self._drawn[0] != width:
            self._drawn = (width, _lay(self._sections, max(width, 12)))
        return self._drawn[1]


class _Line(Record):
    """A line without the cursor's two cells; ``entry`` counts over all sections, -1 for a line of no entry."""

    entry: int
    first: bool
    runs: Runs


def _lay(sections: Sequence[Section], width: int) -> list[_Line]:
    lines: list[_Line] = []
    index, number = 0, 0
    for section in sections:
        if section.title:
            lines += [_Line(-1, False, ())] if lines else []
            lines += [_Line(-1, False, line) for line in _heading(section, width)]
        if section.text:
            lines += [_Line(-1, False, line) for line in wrap((Run(clean(section.text)),), width)]
        for entry in section.entries:
            number += section.numbered
            shown = str(number) if section.numbered and number < 10 else ""
            drawn = _entry(entry, shown, section.numbered, width - len(CURSOR))
            lines += [_Line(index, at == 0, line) for at, line in enumerate(drawn)]
            index += 1
    return lines


def _heading(section: Section, width: int) -> list[Runs]:
    title = (Run(clean(section.title), "bold"), Run(f" · {clean(section.note)}", "$quiet"))
    return wrap(title if section.note else title[:1], width)


def _entry(entry: Entry, number: str, numbered: bool, width: int) -> list[Runs]:
    """The lines of an entry: number, sign and title, what does not fit hanging below the title, then the detail."""
    lead: list[Run] = [Run(f"{number:>1}  ", "$accent")] if numbered else []
    lead += [Run(f"{clean(entry.sign)} ", entry.sign_style)] if entry.sign else []
    hang = Run(" " * cells(lead))
    room = width - cells(lead) - 1
    title = wrap((Run(clean(entry.title), "$quiet" if entry.faint else ""),), room)
    if entry.aside:
        title = _with_aside(title, Run(f"· {clean(entry.aside)}", "$quiet"), room)
    shown = (*stride_bar(*entry.bar), Run(" ")) if entry.bar else ()
    below = wrap((*shown, *_detail(entry)), room) if entry.detail or shown else []
    lines = [(*(lead if not at else [hang]), *line) for at, line in enumerate(title)]
    return lines + [(hang, *line) for line in below]


def _with_aside(title: list[Runs], aside: Run, room: int) -> list[Runs]:
    """Behind the title where it fits whole, else on lines of its own."""
    if cells(title[-1]) + 1 + cells((aside,)) <= room:
        return [*title[:-1], (*title[-1], Run(" "), aside)]
    return [*title, *wrap((aside,), room)]


def _detail(entry: Entry) -> list[Run]:
    """The detail, its marks bold: bold says the same without colour."""
    text = clean(entry.detail)
    if not entry.marks or text != entry.detail:
        return [Run(text, "$quiet")]
    runs, done = list[Run](), 0
    for at, to in entry.marks:
        if done <= at < to:
            runs += [Run(text[done:at], "$quiet"), Run(text[at:to], "bold")]
            done = to
    return [run for run in (*runs, Run(text[done:], "$quiet")) if run.text]
