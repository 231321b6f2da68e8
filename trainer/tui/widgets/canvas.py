"""A widget that is a column of lines, of which only those that changed are drawn again."""

from __future__ import annotations

from typing import Self

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from trainer.tui.widgets.item_paint import BLANK, Drawn
from trainer.tui.widgets.line import line_strip


class Canvas(Widget):
    """Shows what :meth:`make` draws. One text instead of lines would take twice the time from a key to its frame."""

    # Lines are made one by one, so text cannot be selected over several of them.
    ALLOW_SELECT = False

    def __init__(self, *, classes: str | None = None) -> None:
        self._strips: dict[int, tuple[Content, Strip]] = {}
        super().__init__(classes=classes)
        self.auto_links = False
        self.drawn = Drawn(())

    def make(self, width: int) -> Drawn:
        """What is to be seen at this width."""
        return Drawn(())

    def show(self, drawn: Drawn) -> bool:
        """Draw the lines that changed; True when there are more or fewer of them, so that all is laid out again."""
        was, self.drawn = self.drawn, drawn
        if len(was.lines) != len(drawn.lines):
            self.refresh(layout=True)
            return True
        pairs = enumerate(zip(was.lines, drawn.lines, strict=True))
        if changed := [y for y, (old, new) in pairs if old is not new and not old.is_same(new)]:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))
        return False

    def render(self) -> Content:
        return Content("\n").join(self.drawn.lines)

    def render_line(self, y: int) -> Strip:
        """One line, made once: Textual would make all of them again for every one that changed."""
        line = self.drawn.lines[y] if y < len(self.drawn.lines) else BLANK
        found = self._strips.get(y)
        if found is None or found[0] is not line:
            found = self._strips[y] = (line, line_strip(self, line, self.size.width))
        return found[1]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual does; a refresh of the whole (another theme, the focus) also forgets the lines made."""
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.make(width).lines)

    # -- the page around it --------------------------------------------------------------------------------------

    @property
    def page(self) -> VerticalScroll | None:
        """What it is scrolled in."""
        return next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)

    @property
    def room(self) -> int:
        """Lines the page has for it without scrolling."""
        page = self.page
        return page.content_size.height - self.virtual_region.y if page else 0

    def bring_to_top(self, line: int) -> None:
        """Scroll the page so that a line stands at its top."""
        if page := self.page:
            page.scroll_to(y=self._line_in(page, line), animate=False)

    def keep_seen(self, line: int, count: int) -> None:
        """Scroll the page as little as it takes to see these lines."""
        if page := self.page:
            page.scroll_to_region(Region(0, self._line_in(page, line), 1, count), animate=False)

    def _line_in(self, page: VerticalScroll, line: int) -> int:
        return self.region.y - page.content_region.y + page.scroll_offset.y + line


class Redrawn(Canvas):
    """A canvas of its own height that is drawn anew when something else is to be seen, or at another width."""

    DEFAULT_CSS = "Redrawn { height: auto; width: 1fr; }"

    def draw(self) -> None:
        """Make it anew and show what changed; before it has a width it is only laid out."""
        if self.size.width:
            self.show(self.make(self.size.width))
        else:
            self.refresh(layout=True)

    def on_resize(self, _: events.Resize) -> None:
        self.draw()
