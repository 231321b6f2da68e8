"""One line of a widget that draws itself line by line."""

from __future__ import annotations

from textual.content import Content
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


def line_strip(widget: Widget, line: Content, width: int) -> Strip:
    """The line as Textual draws it, in the widget's own style; nothing where there is no room for a character."""
    made = Visual.to_strips(widget, line, width, 1, widget.visual_style, pad=True)
    return made[0] if made else Strip.blank(max(width, 0))
