"""Rows that each get one of the same options: matching and classification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.controls.choice import choices
from trainer.tui.controls.control import Control, Deed, Done
from trainer.tui.controls.keys import ChooseBackwards, ChooseForRow, RowAbove, RowBelow, TakeBack
from trainer.tui.safe import emphasised, joined
from trainer.tui.shown import BOTH
from trainer.tui.widgets.columns import SIDE_BY_SIDE, set_texts
from trainer.tui.widgets.item_paint import BLANK, Drawing, Drawn, banded, label

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.items.controls import ChoiceGroup
    from trainer.tui.commands import Command
    from trainer.tui.widgets.item_paint import ItemPicture, Setting

#: From this width on rows and options stand beside each other, if that is what makes them fit.
_BESIDE = 66
_SHARE, _BETWEEN = 0.58, 3
_INDENT = 5


class Rows(Control):
    """A letter chooses for the highlighted row and goes to the next one without an answer."""

    def begin(self, picture: ItemPicture) -> ItemPicture:
        return replace(picture, cursor=_next_open(picture, -1))

    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        return _Drawing(picture, setting).drawn()

    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        return () if picture.closed else (ChooseForRow, ChooseBackwards, RowAbove, RowBelow, TakeBack)

    def label(self, picture: ItemPicture, index: int) -> Done | None:
        row = picture.cursor or 0
        group = choices(picture.item)[row]
        if index >= len(group.options):
            return None
        deed = Deed(group.name, (group.options[index].token,))
        return Done(replace(picture, cursor=_next_open(picture, row)), deed)

    def row_value(self, picture: ItemPicture, step: int) -> Done:
        """The next option for the highlighted row, which stays highlighted."""
        group = choices(picture.item)[picture.cursor or 0]
        now, count = chosen_in(group, picture.chosen), len(group.options)
        index = (now + step) % count if now is not None else 0 if step > 0 else count - 1
        return Done(picture, Deed(group.name, (group.options[index].token,)))

    def cursor(self, picture: ItemPicture, step: int) -> Done:
        last = len(picture.item.groups) - 1
        return Done(replace(picture, cursor=max(0, min(last, (picture.cursor or 0) + step))))

    def take_back(self, picture: ItemPicture, _: int) -> Done:
        group = choices(picture.item)[picture.cursor or 0]
        return Done(picture, Deed(group.name, ()) if chosen_in(group, picture.chosen) is not None else None)


def chosen_in(group: ChoiceGroup, chosen: frozenset[str]) -> int | None:
    """The index of the option chosen in a group of one."""
    return next((index for index, option in enumerate(group.options) if option.token in chosen), None)


def _next_open(picture: ItemPicture, row: int) -> int:
    """The next row without an answer, from ``row`` round to its own place; ``row`` when all others have one."""
    groups = choices(picture.item)
    others = [(row + step) % len(groups) for step in range(1, len(groups) + (row < 0))]
    return next((other for other in others if chosen_in(groups[other], picture.chosen) is None), max(row, 0))


class _Drawing(Drawing):
    """Options above the rows or beside them; where neither fits, below the highlighted row."""

    def __init__(self, picture: ItemPicture, setting: Setting) -> None:
        super().__init__(picture, setting)
        self._groups = choices(picture.item)
        self._start = 0

    def ask(self) -> None:
        self._start = len(self.lines)
        height = self.setting.height - self._start
        if self._above() <= height:
            return
        if self.setting.width >= _BESIDE and self.setting.shown != BOTH and self._beside() <= height:
            return
        self._inline()

    def explain(self, feedback: Feedback) -> None:
        from trainer.tui.controls.explained import explain_rows

        explain_rows(self, feedback)

    def _lay(self, *blocks: Sequence[Sequence[Content]]) -> None:
        """Blocks of rows and lines from the present line on; the last block holds the rows."""
        for block in blocks[:-1]:
            self.lines += [line for lines in block for line in lines]
            self.blank()
        for lines in blocks[-1]:
            self.tops.append(len(self.lines))
            self.lines += lines

    def _above(self) -> int:
        """Lay options above rows; the lines it took."""
        self._restart()
        self._lay(self._options(self.setting.width), self._rows(self.setting.width))
        self.gaps = self.tops[1:]
        return len(self.lines) - self._start

    def _beside(self) -> int:
        self._restart()
        left = int(self.setting.width * _SHARE)
        options = [line for lines in self._options(self.setting.width - left - _BETWEEN) for line in lines]
        self._lay(self._rows(left))
        pairs = zip_longest(self.lines[self._start :], options, fillvalue=BLANK)
        column = left + _BETWEEN
        self.lines[self._start :] = [one.pad_right(column - one.cell_length) + other for one, other in pairs]
        return len(self.lines) - self._start

    def _inline(self) -> None:
        self._restart()
        width = self.setting.width
        for row, shown in enumerate(self._rows(width)):
            self.tops.append(len(self.lines))
            self.lines += shown
            if row == self.picture.cursor and not self.picture.closed:
                # Two languages behind each other take fewer lines than below each other: all options stay in sight.
                options = self._options(width - _INDENT, one_line=width < SIDE_BY_SIDE)
                self.lines += [Content(" " * _INDENT) + line for lines in options for line in lines]
            elif (index := chosen_in(self._groups[row], self.picture.chosen)) is not None:
                text = " ".join(" / ".join(self.texts(self._groups[row].options[index].text)).split())
                line = joined("  ", " " * _INDENT, (f"→ {text}", "$quiet"))
                self.lines.append(line.truncate(width, ellipsis=True))

    def _restart(self) -> None:
        """Take back what was laid below the stem."""
        del self.lines[self._start :]
        self.tops, self.gaps = [], []

    def _rows(self, width: int) -> list[tuple[Content, ...]]:
        rows = []
        for row, group in enumerate(self._groups):
            index = chosen_in(group, self.picture.chosen)
            letter = "" if index is None else label(len(group.options), index)
            at_cursor = row == self.picture.cursor and not self.picture.closed
            rows.append(row_lines(tuple(self.texts(group.label or {})), letter, at_cursor, width))
        return rows

    def _options(self, width: int, *, one_line: bool = False) -> list[tuple[Content, ...]]:
        """The shared options as they stand for the highlighted row; used ones are quiet where each has one row."""
        here = self._groups[self.picture.cursor or 0]
        chosen = chosen_in(here, self.picture.chosen)
        once = len(here.options) >= len(self._groups)
        used = {chosen_in(group, self.picture.chosen) for group in self._groups} if once else set()
        listed = []
        for index, option in enumerate(here.options):
            texts = self.texts(option.text)
            style = "bold" if index == chosen else "$quiet" if index in used else ""
            shown = (" / ".join(texts),) if one_line else tuple(texts)
            listed.append(_listed(shown, label(len(here.options), index), style, width))
        return listed


@lru_cache(maxsize=512)
def row_lines(texts: tuple[str, ...], letter: str, at_cursor: bool, width: int) -> tuple[Content, ...]:
    """A row behind the letter chosen for it, if any."""
    mark = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $accent"),
        ("● " if letter else "○ ", "bold $accent" if letter else "$quiet"),
        (f"{letter or '–'}  ", "bold $accent" if letter else "$quiet"),
    )
    lines = set_texts(mark, [emphasised(text) for text in texts], width)
    return tuple(banded(line, width) for line in lines) if at_cursor else tuple(lines)


@lru_cache(maxsize=512)
def _listed(texts: tuple[str, ...], letter: str, style: str, width: int) -> tuple[Content, ...]:
    mark = Content.assemble(("  ", ""), (f"{letter}  ", "bold"))
    return tuple(set_texts(mark, [emphasised(text, style) for text in texts], width))
