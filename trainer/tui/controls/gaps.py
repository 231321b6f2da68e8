"""A text with gaps: each is chosen from options of its own, or typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.items.controls import ChoiceGroup, EntryGroup
from trainer.tui.controls.control import Control, Deed, Done
from trainer.tui.controls.entry import cleared, lay_field, meant, typed_deeds
from trainer.tui.controls.keys import ChooseForGap, NextGap, PreviousGap, TakeBack, Write
from trainer.tui.controls.rows import chosen_in
from trainer.tui.safe import emphasised, plain
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import BLANK, Drawing, Drawn, label, mark_sign, option_lines

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.items.controls import Group
    from trainer.tui.commands import Command
    from trainer.tui.widgets.item_paint import ItemPicture, Setting

_GAP = re.compile(r"\[\[([^\[\]]*)\]\]")
_EMPTY = "______"


class Gaps(Control):
    """Letters choose for the present gap and go to the next one without an answer."""

    def begin(self, picture: ItemPicture) -> ItemPicture:
        return replace(picture, active=_next_open(picture, -1))

    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        return _Drawing(picture, setting).drawn()

    # -- keys ----------------------------------------------------------------------------------------------------

    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        if picture.closed:
            return ()
        move = (NextGap, PreviousGap) if len(picture.item.groups) > 1 else ()
        if isinstance(_present(picture), ChoiceGroup):
            return (ChooseForGap, *move, TakeBack)
        return move if picture.writing else (Write, *move, TakeBack)

    def entry(self, picture: ItemPicture) -> EntryGroup | None:
        group = _present(picture)
        return group if isinstance(group, EntryGroup) and not picture.closed else None

    def label(self, picture: ItemPicture, index: int) -> Done | None:
        group = _present(picture)
        if not isinstance(group, ChoiceGroup) or index >= len(group.options):
            return None
        return self._at(picture, _next_open(picture, picture.active), Deed(group.name, (group.options[index].token,)))

    def gap(self, picture: ItemPicture, step: int) -> Done:
        return self._at(picture, (picture.active + step) % len(picture.item.groups))

    def write(self, picture: ItemPicture, _: int) -> Done:
        return Done(picture, write=True)

    def take(self, picture: ItemPicture) -> Done | None:
        """From a field on to the next gap without an answer; to the field where it is empty."""
        if not isinstance(_present(picture), EntryGroup):
            return None
        if not picture.writing:
            return None if _filled(picture, picture.active) else Done(picture, write=True)
        there = _next_open(picture, picture.active)
        return None if there == picture.active else self._at(picture, there)

    def take_back(self, picture: ItemPicture, _: int) -> Done:
        group = _present(picture)
        if isinstance(group, EntryGroup):
            return cleared(picture, group.name)
        return Done(picture, Deed(group.name, ()) if picture.response.get(group.name) else None)

    def unsaved(self, picture: ItemPicture) -> list[Deed]:
        return typed_deeds(picture)

    @staticmethod
    def _at(picture: ItemPicture, there: int, deed: Deed | None = None) -> Done:
        group = picture.item.groups[there]
        return Done(replace(picture, active=there), deed, write=isinstance(group, EntryGroup))


def _present(picture: ItemPicture) -> Group:
    return picture.item.groups[picture.active]


def _filled(picture: ItemPicture, gap: int) -> bool:
    group = picture.item.groups[gap]
    if isinstance(group, EntryGroup):
        return bool(meant(picture.text_in(group.name)))
    return bool(picture.response.get(group.name))


def _next_open(picture: ItemPicture, gap: int) -> int:
    """The next gap without an answer after ``gap``; ``gap`` itself when all others have one."""
    count = len(picture.item.groups)
    others = [(gap + step) % count for step in range(1, count + (gap < 0))]
    return next((other for other in others if not _filled(picture, other)), max(gap, 0))


class _Drawing(Drawing):
    """The text with its gaps in place; below it what the present gap offers, or after the answer what was right."""

    def body(self) -> None:
        self._text()
        self.blank()
        super().body()

    def explain(self, feedback: Feedback) -> None:
        from trainer.tui.controls.explained import explain_gaps

        explain_gaps(self, feedback)

    def _text(self) -> None:
        item = self.picture.item
        numbers = {group.name: number for number, group in enumerate(item.groups)}
        width = self.setting.width
        languages = self.texts({language: language for language in item.text or {}})
        self.lines += set_texts(
            BLANK, [self._with_gaps((item.text or {})[lang], lang, numbers) for lang in languages], width
        )

    def _with_gaps(self, text: str, language: str, numbers: dict[str, int]) -> Content:
        parts = []
        for at, part in enumerate(_GAP.split(text)):
            parts.append(self._gap(numbers[part], language) if at % 2 and part in numbers else emphasised(part))
        return Content("").join(parts)

    def _gap(self, number: int, language: str) -> Content:
        """A gap with its number, and what fills it; an empty one never breaks."""
        picture, group = self.picture, self.picture.item.groups[number]
        filled = _filled(picture, number)
        text = self._filling(group, language) if filled else _EMPTY
        if picture.feedback:
            sign, style = self._signs[group.name] if filled else ("○", "$warning")
            return plain(f"[{number + 1} {sign} {text}]", style)
        if number == picture.active and not picture.closed:
            return plain(f"[{number + 1}▸{text}]", "bold $accent on $cursor")
        return plain(f"[{number + 1}:{text}]", "bold $accent" if filled else "$quiet")

    @cached_property
    def _signs(self) -> dict[str, tuple[str, str]]:
        """Sign and style of each gap after the answer."""
        feedback = self.picture.feedback
        if feedback is None:
            return {}
        right = {line.group for line in feedback.lines if line.chosen and line.key}
        right |= {entry.group for entry in feedback.entries if entry.right}
        return {group.name: mark_sign(group.name in right) for group in self.picture.item.groups}

    def _filling(self, group: Group, language: str) -> str:
        if isinstance(group, EntryGroup):
            return meant(self.picture.text_in(group.name))
        index = chosen_in(group, self.picture.chosen) if isinstance(group, ChoiceGroup) else None
        text = {} if index is None else group.options[index].text
        return text.get(language, next(iter(text.values()), "")).replace("**", "")

    def ask(self) -> None:
        if self.picture.closed:
            return
        start, group = len(self.lines), _present(self.picture)
        number, count = self.picture.active + 1, len(self.picture.item.groups)
        self.lines.append(plain(self.words._("Gap {number} of {count}", number=number, count=count), "bold"))
        if isinstance(group, EntryGroup):
            lay_field(self, group)
        elif isinstance(group, ChoiceGroup):
            self._options(group)
        self.keep_from(start)

    def _options(self, group: ChoiceGroup) -> None:
        chosen = chosen_in(group, self.picture.chosen)
        for index, option in enumerate(group.options):
            box, letter = "●" if index == chosen else "○", label(len(group.options), index)
            texts = tuple(self.texts(option.text))
            self.lines += option_lines(texts, box, letter, index == chosen, False, self.setting.width)
