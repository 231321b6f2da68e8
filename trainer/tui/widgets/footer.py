"""One line with the keys of this screen: as many as fit, the most useful first, help always."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content

from trainer.tui.safe import Plain, plain

_GAP = 3


class Footer(Plain):
    """Shows pairs of key and word; what does not fit is left to the help screen."""

    DEFAULT_CSS = """
    Footer { height: 1; padding: 0 3; background: $surface; text-wrap: nowrap; }
    .-narrow Footer { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: Sequence[tuple[str, str]] = ()

    def offer(self, keys: Sequence[tuple[str, str]]) -> None:
        """Pairs of key and word, most useful first; the last one is always shown."""
        if keys != self._keys:
            self._keys = keys
            self._paint()

    def on_resize(self, _: events.Resize) -> None:
        self._paint()

    def _paint(self) -> None:
        made = [Content.assemble((f"{key} ", "bold $accent"), (word, "$quiet")) for key, word in self._keys]
        self.show(Content(" " * _GAP).join(_fitting(made, self.content_size.width)), same_size=True)


def _fitting(made: list[Content], width: int) -> list[Content]:
    """The longest beginning that leaves room for the last one."""
    if not made:
        return [plain("")]
    *others, last = made
    room, kept = width - last.cell_length, list[Content]()
    for content in others:
        room -= content.cell_length + _GAP
        if room < 0:
            break
        kept.append(content)
    return [*kept, last]
