"""A sheet of things to be marked with levels: one is open with what each level means, the others are a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from trainer.kernel.record import Record
from trainer.tui.assess_moves import GiveLevel, MarkAbove, MarkBelow
from trainer.tui.commands import bindings
from trainer.tui.safe import joined, plain
from trainer.tui.widgets.canvas import Redrawn
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import Drawn

CHOSEN, OPEN = "●", "○"
_NONE = "–"
_BLANK, _INDENT = Content(""), Content("    ")


class Mark(Record):
    """Something to be marked from 0 to ``top``. ``asks`` are lines that explain it, ``holds`` what is looked for in it,
    ``anchors`` what each level means. ``note`` is what was written about it, ``others`` what others gave.
    """

    id: str
    title: str
    top: int
    level: int | None = None
    asks: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    note: str = ""
    others: str = ""
    holds: tuple[str, ...] = ()


class Part(Record):
    """Marks below a heading, which ``note`` explains quietly."""

    title: str
    marks: tuple[Mark, ...]
    note: str = ""


class LevelSheet(Redrawn, can_focus=True):
    """Posts :class:`Given` when a level is chosen, and :class:`Moved` when another mark is open."""

    OFFERS = (GiveLevel, MarkAbove, MarkBelow)
    BINDINGS = [
        *bindings(MarkAbove, MarkBelow),
        *(Binding(str(number), f"level({number})", show=False) for number in range(10)),
        Binding("backspace,delete", "no_level", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    class Given(Message):
        """A mark was given a level; None: it was taken away."""

        def __init__(self, mark: str, level: int | None) -> None:
            super().__init__()
            self.mark, self.level = mark, level

    class Moved(Message):
        """Another mark is open."""

        def __init__(self, mark: str) -> None:
            super().__init__()
            self.mark = mark

    def __init__(self, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._parts: tuple[Part, ...] = ()
        self._at = 0
        self._level_word, self._tells_open = "", True

    @property
    def marks(self) -> list[Mark]:
        """All marks, in order."""
        return [mark for part in self._parts for mark in part.marks]

    @property
    def here(self) -> str:
        """The mark that is open; empty where there is none."""
        marks = self.marks
        return marks[self._at].id if self._at < len(marks) else ""

    def offer(self, parts: Sequence[Part], level_word: str, *, tells_open: bool = True) -> None:
        """Show these; the open mark stays open.

        ``level_word`` stands before a level, and (``tells_open``) where there is none yet.
        """
        before = self.here
        self._parts, self._level_word, self._tells_open = tuple(parts), level_word, tells_open
        ids = [mark.id for mark in self.marks]
        self._at = ids.index(before) if before in ids else 0
        self.draw()

    def go_to(self, mark: str) -> None:
        """Open a mark by its id, where it is there."""
        ids = [one.id for one in self.marks]
        if mark in ids:
            self._move(ids.index(mark))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.marks) or action not in ("mark_above", "mark_below", "level", "no_level", "give_level")

    # -- keys ----------------------------------------------------------------------------------------------------

    def action_mark_above(self) -> None:
        self._step(-1)

    def action_mark_below(self) -> None:
        self._step(1)

    def action_edge(self, by: int) -> None:
        self._move(0 if by < 0 else len(self.marks) - 1)

    def action_level(self, level: int) -> None:
        """Give the open mark a level, and open the next one without."""
        marks = self.marks
        if not marks or level > marks[self._at].top:
            return
        name = marks[self._at].id
        after = [*range(self._at + 1, len(marks)), *range(self._at)]
        following = next((at for at in after if marks[at].level is None), None)
        self.post_message(self.Given(name, level))
        if following is not None:
            self._move(following)

    def action_no_level(self) -> None:
        if self.here:
            self.post_message(self.Given(self.here, None))

    def _step(self, by: int) -> None:
        """Past either end, and where the open mark is longer than the page, the page scrolls on."""
        if 0 <= self._at + by < len(self.marks):
            self._move(self._at + by)
        elif (page := self.page) is not None:
            page.scroll_relative(y=by, animate=False)

    def _move(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.draw()
            self.post_message(self.Moved(self.here))
        self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        tops = self.drawn.tops
        if self._at < len(tops):
            end = tops[self._at + 1] if self._at + 1 < len(tops) else len(self.drawn.lines)
            room = self.page.size.height if self.page else 0
            start = max(tops[self._at] - 2, 0) if self._at else 0
            self.keep_seen(start, min(end - start, room or 1))

    # -- drawing -------------------------------------------------------------------------------------------------

    def make(self, width: int) -> Drawn:
        lines, tops, at = list[Content](), list[int](), 0
        room = max(width, 20)
        for part in self._parts:
            if part.title:
                lines += [_BLANK] if lines else []
                lines += set_texts(_BLANK, (plain(part.title, "bold"),), room)
                lines += set_texts(_BLANK, (plain(part.note, "$quiet"),), room) if part.note else []
            for mark in part.marks:
                tops.append(len(lines))
                here = at == self._at
                lines += list(self._mark(mark, room, here=here))
                at += 1
        return Drawn(tuple(lines), tuple(tops))

    def _mark(self, mark: Mark, width: int, *, here: bool) -> Iterator[Content]:
        given: tuple[str, str] | str = (f"  {self._level_word} {mark.level}", "bold")
        if mark.level is None:
            given = (f"  {self._level_word} {_NONE}", "$quiet") if self._tells_open else ""
        sign = ("▸ ", "bold $accent") if here else ("  ", "")
        tick = ("✓ ", "$success") if mark.level is not None else ("○ ", "$quiet")
        title = joined((mark.title, "bold" if here else ""), given)
        first, *rest = set_texts(joined(sign, tick), (title,), width)
        if here:
            first = first.pad_right(max(width - first.cell_length, 0)).stylize_before("on $cursor")
        yield from (first, *rest)
        if here:
            yield from self._opened(mark, width)
        if mark.note:
            yield from set_texts(_INDENT + Content.styled("✎ ", "$accent"), (plain(mark.note, "italic"),), width)
        if mark.others:
            yield from set_texts(_INDENT, (plain(mark.others, "$quiet"),), width)

    def _opened(self, mark: Mark, width: int) -> Iterator[Content]:
        for text in mark.asks:
            yield from set_texts(_INDENT, (plain(text, "$quiet"),), width)
        for text in mark.holds:
            yield from set_texts(_INDENT + Content.styled("– ", "$quiet"), (plain(text, "$quiet"),), width)
        for level, anchor in enumerate(mark.anchors):
            is_it = level == mark.level
            lead = joined(
                (f"  {CHOSEN if is_it else OPEN} ", "bold $accent" if is_it else "$quiet"),
                (f"{level}  ", "bold $accent"),
            )
            yield from set_texts(lead, (plain(anchor, "bold" if is_it else ""),), width)
