"""The part of an item view one types in: a field where the control left room, and what was typed but not told yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from trainer.tui.widgets.canvas import Canvas
from trainer.tui.widgets.item_paint import Drawn, ItemPicture

if TYPE_CHECKING:
    from trainer.tui.controls.control import Control, Deed
    from trainer.tui.controls.fields import FieldLeft, Fields, TooLong

#: What a number can begin with: it is written at once, without going to the field first.
_DIGITS = frozenset("0123456789-+")


class Writing(Canvas):
    """What is being typed is the one answer a view holds: a screen asks for it (:meth:`unsaved`) before it does
    anything else, and hears when the field is left (:class:`Left`)."""

    class Left(Message, bubble=False):
        """What was typed can be handed over. Told to the screen itself."""

    @dataclass
    class Typed(Message, bubble=False):
        """Something was typed; ``limit``: no more than so many characters fit. Told to the screen itself."""

        limit: int | None = None

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.picture: ItemPicture | None = None
        self.control: Control | None = None
        self.fields: Fields | None = None
        self.to_write = False

    def _paint(self) -> None:
        """Draw what changed."""

    @property
    def writing(self) -> bool:
        """Whether keys go to a field."""
        return self.fields is not None and self.fields.writing

    @property
    def in_use(self) -> bool:
        """Whether keys go to the item or its field."""
        return self.has_focus or self.writing

    @property
    def several_lines(self) -> bool:
        """Whether the field has several lines, so that ``enter`` begins a new one."""
        entry = self.control.entry(self.picture) if self.control and self.picture else None
        return entry is not None and entry.prompt == "argument"

    # -- for the screen ------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Put the focus where the learner goes on: into the field where there is one, now or once it is seen."""
        if self.fields is not None and self.fields.group:
            self.fields.focus()
        else:
            self.to_write = True
            # At once: Textual's own ``focus`` waits, and would take the focus back from the field.
            self.screen.set_focus(self, scroll_visible=False)

    def unsaved(self) -> list[Deed]:
        """What the learner sees as answered and the flow does not know yet."""
        self.collect()
        return self.control.unsaved(self.picture) if self.control and self.picture else []

    def handed_over(self, deed: Deed) -> None:
        """The flow took it."""
        if self.picture is not None:
            typed = {group: text for group, text in self.picture.typed.items() if group != deed.group}
            response = {**self.picture.response, deed.group: deed.values}
            self.picture = replace(self.picture, typed=typed, response=response)
            self.show_field(self.drawn)

    # -- the field -----------------------------------------------------------------------------------------------

    def collect(self) -> None:
        """Bring the picture up to date with the field: its messages may still be on their way."""
        fields, picture = self.fields, self.picture
        if fields is None or picture is None:
            return
        if fields.group and fields.text != picture.text_in(fields.group):
            picture = replace(picture, typed={**picture.typed, fields.group: fields.text})
        if fields.writing != picture.writing:
            picture = replace(picture, writing=fields.writing)
        self.picture = picture

    def show_field(self, drawn: Drawn) -> None:
        """Put the field where the picture leaves room for it, or take it away."""
        picture = self.picture
        entry = self.control.entry(picture) if self.control and picture else None
        if self.fields is None:
            from trainer.tui.controls.fields import Fields

            self.fields = Fields(self)
        if picture is None or entry is None or drawn.field is None:
            if self.fields.writing:
                self.screen.set_focus(self, scroll_visible=False)
            self.fields.show(None, None, "")
            return
        self.fields.show(entry, drawn.field, picture.text_in(entry.name))
        if self.to_write:
            self.to_write = False
            self.fields.focus()

    def write_at_once(self, character: str) -> bool:
        """Begin a number with its first digit; False where no number is to be typed."""
        entry = self.control.entry(self.picture) if self.control and self.picture else None
        if character not in _DIGITS or entry is None or entry.prompt != "number" or self.fields is None:
            return False
        self.fields.focus()
        self.fields.type(character)
        return True

    def go_on_in(self, *, field: bool) -> None:
        """After a key: into the field, or not; what was typed before can be handed over."""
        if self.fields is not None and field:
            self.fields.focus()
        if self.picture and self.picture.typed:
            self.screen.post_message(self.Left())

    def on_field_left(self, event: FieldLeft) -> None:
        event.stop()
        self.screen.set_focus(self, scroll_visible=False)

    def on_too_long(self, event: TooLong) -> None:
        event.stop()
        self.screen.post_message(self.Typed(event.limit))

    def on_input_changed(self, event: Message) -> None:
        event.stop()
        self._typed()

    def on_text_area_changed(self, event: Message) -> None:
        event.stop()
        self._typed()

    def _typed(self) -> None:
        self.collect()
        self._paint()
        if self.picture and self.fields and self.fields.group in self.picture.typed:
            self.screen.post_message(self.Typed())

    def on_descendant_focus(self, _: events.DescendantFocus) -> None:
        self.collect()
        self._paint()

    def on_descendant_blur(self, _: events.DescendantBlur) -> None:
        self.collect()
        self._paint()
        self.screen.post_message(self.Left())
