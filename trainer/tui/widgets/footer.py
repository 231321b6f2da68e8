"""One line with the keys of this screen: as many as fit, the most useful first, help and the way out always."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content

from trainer.tui.safe import Plain, plain

#: Closer together where that lets all be seen; where even that does not, the usual gap.
_GAPS, _USUAL = (3, 2, 1), 2


class Footer(Plain):
    """Shows pairs of key and word; what does not fit is left to the help screen."""

    DEFAULT_CSS = """
    Footer { height: 1; padding: 0 3; background: $surface; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[tuple[str, str]] = ()
        self._always = 1

    def offer(self, keys: Sequence[tuple[str, str]], always: int = 1) -> None:
        """Pairs of key and word, most useful first; so many at the end are ``always`` shown."""
        if (keys, always) != (self._keys, self._always):
            self._keys, self._always = keys, always
            self._paint()

    def on_resize(self, _: events.Resize) -> None:
        self._paint()

    def _paint(self) -> None:
        made = [Content.assemble((f"{key} ", "bold $accent"), (word, "$quiet")) for key, word in self._keys]
        width = self.content_size.width
        gap = next((gap for gap in _GAPS if _room(made, gap) <= width), _USUAL)
        self.show(Content(" " * gap).join(_fitting(made, width, gap, self._always)), same_size=True)


def _room(made: list[Content], gap: int) -> int:
    return sum(content.cell_length + gap for content in made) - gap


def _fitting(made: list[Content], width: int, gap: int, always: int) -> list[Content]:
    """The longest beginning that leaves room for the last ones."""
    others, last = made[:-always], made[-always:]
    room, kept = width - _room(last, gap), list[Content]()
    for content in others:
        room -= content.cell_length + gap
        if room < 0:
            break
        kept.append(content)
    return [*kept, *last] or [plain("")]
