"""Something to be typed: a number, a few words, or an argument of several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.geometry import Region

from trainer.items.controls import EntryGroup
from trainer.kernel.text import clean
from trainer.tui.controls.control import Control, Deed, Done
from trainer.tui.controls.keys import TakeBack, Write
from trainer.tui.safe import plain
from trainer.tui.widgets.item_paint import Drawing, Drawn

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.tui.commands import Command
    from trainer.tui.widgets.item_paint import ItemPicture, Setting

#: Characters of the widest field of one line, by prompt; it scrolls when more is written.
_WIDTHS = {"number": 20, "words": 48, "gap": 40}
#: Characters around the field: highlight, brackets and spaces.
_AROUND = 7
_FEWEST_LINES, _MOST_LINES = 5, 12


class Entry(Control):
    """One field for the whole item."""

    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        return _Drawing(picture, setting).drawn()

    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        return () if picture.closed or picture.writing else (Write, TakeBack)

    def entry(self, picture: ItemPicture) -> EntryGroup | None:
        return None if picture.closed else cast(EntryGroup, picture.item.groups[0])

    def write(self, picture: ItemPicture, _: int) -> Done:
        return Done(picture, write=True)

    def take(self, picture: ItemPicture) -> Done | None:
        """Begin to write where nothing is written yet."""
        empty = not meant(picture.text_in(picture.item.groups[0].name))
        return Done(picture, write=True) if empty and not picture.writing else None

    def take_back(self, picture: ItemPicture, _: int) -> Done:
        return cleared(picture, picture.item.groups[0].name)

    def unsaved(self, picture: ItemPicture) -> list[Deed]:
        return typed_deeds(picture)


def meant(text: str) -> str:
    """What was typed without what does not count: spaces at the ends of lines and lines at the ends."""
    return "\n".join(line.rstrip() for line in clean(text).split("\n")).strip()


def typed_deeds(picture: ItemPicture) -> list[Deed]:
    """What was typed and is not with the flow yet."""
    texts = {group: meant(text) for group, text in picture.typed.items()}
    known = {group: next(iter(picture.response.get(group, ())), "") for group in texts}
    return [Deed(group, (text,) if text else ()) for group, text in texts.items() if text != known[group]]


def cleared(picture: ItemPicture, group: str) -> Done:
    """Take back what was typed."""
    typed = {name: text for name, text in picture.typed.items() if name != group}
    return Done(replace(picture, typed=typed), Deed(group, ()) if picture.text_in(group) else None)


def lay_field(drawing: Drawing, group: EntryGroup) -> None:
    """Leave room for a field, between brackets where it is a line, with what belongs beside it or below."""
    lay = _lay_lines if group.prompt == "argument" else _lay_line
    lay(drawing, group)


def _lay_line(drawing: Drawing, group: EntryGroup) -> None:
    writing, whole = drawing.picture.writing, drawing.setting.width
    unit = plain(" ".join(" / ".join(drawing.texts(group.unit)).split()) if group.unit else "")
    width = max(10, min(_WIDTHS[group.prompt], group.longest + 1, whole - _AROUND - unit.cell_length))
    drawing.field = Region(4, len(drawing.lines), width, 1)
    bracket = "bold $accent" if writing else "$quiet"
    line = Content.assemble(
        ("▸ " if writing else "  ", "bold $accent"), ("[ ", bracket), " " * width, (" ] ", bracket), unit
    )
    drawing.lines.append(line.truncate(whole, ellipsis=True))


def _lay_lines(drawing: Drawing, group: EntryGroup) -> None:
    words, text = drawing.words, drawing.picture.text_in(group.name)
    left = drawing.setting.height - len(drawing.lines) - 1
    height = max(_FEWEST_LINES, min(_MOST_LINES, left))
    drawing.field = Region(0, len(drawing.lines), drawing.setting.width, height)
    for _ in range(height):
        drawing.blank()
    count = words._("{count} of {limit} characters", count=len(meant(text)), limit=group.longest)
    drawing.lines.append(plain(count, "$quiet"))


class _Drawing(Drawing):
    def ask(self) -> None:
        if not self.picture.closed:
            start = len(self.lines)
            self.lines.append(plain(self.words._("Your answer"), "bold" if self.picture.writing else "$quiet"))
            lay_field(self, cast(EntryGroup, self.picture.item.groups[0]))
            self.keep_from(start)

    def explain(self, feedback: Feedback) -> None:
        from trainer.tui.controls.explained import explain_entries

        explain_entries(self, feedback)
