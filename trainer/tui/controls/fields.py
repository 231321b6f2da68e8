"""The fields one types in: of one line and of several. What is pasted is cleaned and cut; nothing is read as markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Input, TextArea

from trainer.kernel.text import clean
from trainer.tui.controls.keys import LeaveField

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.widgets.text_area import EditResult, Location

    from trainer.items.controls import EntryGroup


class FieldLeft(Message):
    """``escape`` was pressed in a field."""


class TooLong(Message):
    """What was typed or pasted did not fit whole: ``limit`` characters are allowed."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit


class LineField(Input):
    """A field of one line. ``enter`` is the screen's: it confirms as everywhere."""

    BINDINGS = [Binding(LeaveField.key, LeaveField.action, show=False)]
    DEFAULT_CSS = """
    LineField { position: absolute; height: 1; border: none; padding: 0; background: transparent; }
    LineField:focus { border: none; background-tint: transparent 0%; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self.highlighter = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "submit"

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    def action_leave_field(self) -> None:
        self.post_message(FieldLeft())

    def restricted(self) -> None:
        """Nothing more can be typed."""
        self.post_message(TooLong(self.max_length or 0))

    def _on_paste(self, event: events.Paste) -> None:
        """One line of what is pasted, as much of it as there is room for."""
        event.stop()
        event.prevent_default()
        limit = self.max_length or 0
        line = " ".join(clean(event.text[: 4 * limit + 1]).split())
        start, end = sorted(self.selection)
        room = limit - len(self.value) + (end - start)
        self.replace(line[: max(room, 0)], start, end)
        if len(line) > room or len(event.text) > 4 * limit:
            # After what says that the text changed.
            self.call_later(self.post_message, TooLong(limit))


class LinesField(TextArea):
    """A field of several lines; ``enter`` begins a new one."""

    BINDINGS = [Binding(LeaveField.key, LeaveField.action, show=False)]
    DEFAULT_CSS = """
    LinesField, LinesField:focus { position: absolute; border: none; border-left: outer $line; padding: 0 1; }
    LinesField { background: transparent; scrollbar-size-vertical: 1; }
    LinesField:focus { border-left: outer $accent; }
    LinesField .text-area--cursor-line { background: transparent; }
    """

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus", show_line_numbers=False, highlight_cursor_line=False)
        self.limit = 0

    def on_mount(self) -> None:
        self.cursor_blink = self.app.animation_level != "none"

    def action_leave_field(self) -> None:
        self.post_message(FieldLeft())

    def type(self, character: str) -> None:
        """Write a character where the cursor is."""
        self._replace_via_keyboard(character, *self.selection)

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        """What is typed or pasted: cleaned, and no more of it than there is room for."""
        text = clean(insert[: 4 * self.limit + 1])
        room = self.limit - len(self.text) + len(self.document.get_text_range(*sorted((start, end))))
        result = super()._replace_via_keyboard(text[: max(room, 0)], start, end)
        if len(text) > room or len(insert) > 4 * self.limit:
            self.call_later(self.post_message, TooLong(self.limit))
        return result


class Fields:
    """The two fields of an item view, made when first needed; one of them or none is shown."""

    def __init__(self, host: Widget) -> None:
        self._host = host
        self._line: LineField | None = None
        self._lines: LinesField | None = None
        self._shown: LineField | LinesField | None = None
        self._places: dict[Widget, Region] = {}
        self.group = ""

    @property
    def writing(self) -> bool:
        """Whether one types now."""
        return self._shown is not None and self._host.screen.focused is self._shown

    @property
    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self._shown, TextArea):
            return self._shown.text
        return self._shown.value if self._shown else ""

    def focus(self) -> None:
        """Begin to write."""
        if self._shown is not None:
            self._host.screen.set_focus(self._shown, scroll_visible=False)

    def type(self, character: str) -> None:
        """Write a character that was pressed before the field had the focus, or while it got it."""
        if isinstance(self._shown, LineField):
            self._shown.insert_text_at_cursor(character)
        elif self._shown is not None:
            self._shown.type(character)

    def show(self, group: EntryGroup | None, region: Region | None, text: str) -> None:
        """Put the field of ``group`` where there is room for it, with ``text`` in it; None: take it away."""
        wanted = self._field_for(group) if group is not None and region is not None else None
        before, writing = self._shown, self.writing
        self._shown, self.group = wanted, group.name if wanted and group else ""
        if wanted is not None and group is not None and region is not None:
            self._write(wanted, group, text)
            self._place(wanted, region)
        if before is not None and before is not wanted:
            if writing:
                self.focus()
            before.display = False

    def _field_for(self, group: EntryGroup) -> LineField | LinesField:
        if group.prompt == "argument":
            if self._lines is None:
                self._lines = LinesField()
                self._host.mount(self._lines)
            return self._lines
        if self._line is None:
            self._line = LineField()
            self._host.mount(self._line)
        return self._line

    def _write(self, field: LineField | LinesField, group: EntryGroup, text: str) -> None:
        if isinstance(field, LineField):
            field.max_length = group.longest
            if field.value != text:
                field.value = text
                field.cursor_position = len(text)
        else:
            field.limit = group.longest
            if field.text != text:
                field.load_text(text)
                field.move_cursor(field.document.end)

    def _place(self, field: Widget, region: Region) -> None:
        """Styles are touched only where they change: each change lays the screen out again."""
        if self._places.get(field) != region:
            self._places[field] = region
            field.styles.offset = region.offset
            field.styles.width, field.styles.height = region.width, region.height
        field.display = True
