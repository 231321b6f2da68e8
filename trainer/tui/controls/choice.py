"""Choosing among options: one, several, or true or false and then the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from trainer.items.controls import ChoiceGroup
from trainer.kernel.problems import N_
from trainer.tui.commands import ChooseOption, OptionAbove, OptionBelow, OtherGroup
from trainer.tui.controls.control import Control, Deed, Done
from trainer.tui.safe import plain
from trainer.tui.widgets.item_paint import Drawing, Drawn, label, option_lines

if TYPE_CHECKING:
    from textual.content import Content

    from trainer.items.controls import PresentedItem, PresentedOption
    from trainer.tui.commands import Command
    from trainer.tui.widgets.item_paint import ItemPicture, Setting

VERDICTS = {"true": N_("True"), "false": N_("False")}
PROMPTS = {"verdict": N_("True or false?"), "reason": N_("Why?")}


def choices(item: PresentedItem) -> list[ChoiceGroup]:
    """The groups of the item one chooses in."""
    return [group for group in item.groups if isinstance(group, ChoiceGroup)]


class Choice(Control):
    """Letters choose in the active group; arrows go over the options of all groups."""

    def begin(self, picture: ItemPicture) -> ItemPicture:
        groups = enumerate(choices(picture.item))
        still_open = (number for number, group in groups if not any(o.token in picture.chosen for o in group.options))
        return replace(picture, active=next(still_open, 0))

    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        return _Drawing(picture, setting).drawn()

    def redraw(self, drawn: Drawn, before: ItemPicture, picture: ItemPicture, setting: Setting) -> Drawn | None:
        """When nothing but choices changed, which is what most keys do: it takes a fifth of the time."""
        if replace(before, chosen=picture.chosen, response=picture.response) != picture or picture.feedback:
            return None
        lines, drawing = list(drawn.lines), _Drawing(picture, setting)
        for place, (number, index, option) in enumerate(_places(picture.item)):
            if (option.token in before.chosen) != (option.token in picture.chosen):
                new = drawing.option(number, index, at_cursor=place == picture.cursor)
                top = drawn.tops[place]
                lines[top : top + len(new)] = new
        # Bold takes the room of plain text in a terminal, so a chosen option never wraps elsewhere.
        return replace(drawn, lines=tuple(lines))

    # -- keys ----------------------------------------------------------------------------------------------------

    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        if picture.closed:
            return ()
        several = len(picture.item.groups) > 1
        return (ChooseOption, OtherGroup, OptionAbove, OptionBelow) if several else _ONE_GROUP

    def label(self, picture: ItemPicture, index: int) -> Done | None:
        group = choices(picture.item)[picture.active]
        return self._choose(picture, group, index) if index < len(group.options) else None

    def choose_cursor(self, picture: ItemPicture, _: int) -> Done:
        if picture.cursor is None:
            return Done(picture)
        number, index, _option = _at(picture.item, picture.cursor)
        return self._choose(picture, choices(picture.item)[number], index)

    def take(self, picture: ItemPicture) -> Done | None:
        """Choose the highlighted option if it is not chosen yet."""
        if picture.cursor is None or _at(picture.item, picture.cursor)[2].token in picture.chosen:
            return None
        return self.choose_cursor(picture, 0)

    def _choose(self, picture: ItemPicture, group: ChoiceGroup, index: int) -> Done:
        token = group.options[index].token
        deed = Deed(group.name, (token,), toggles=True)
        if token not in picture.chosen and group.prompt == "verdict":
            picture = replace(picture, active=1, cursor=None)
        return Done(picture, deed)

    def cursor(self, picture: ItemPicture, step: int) -> Done:
        count = sum(len(group.options) for group in choices(picture.item))
        now = -1 if picture.cursor is None and step > 0 else count if picture.cursor is None else picture.cursor
        cursor = max(0, min(count - 1, now + step))
        return Done(replace(picture, cursor=cursor, active=_at(picture.item, cursor)[0]))

    def other_group(self, picture: ItemPicture, _: int) -> Done:
        return Done(replace(picture, active=1 - picture.active, cursor=None))


_ONE_GROUP = (ChooseOption, OptionAbove, OptionBelow)


def _places(item: PresentedItem) -> Iterator[tuple[int, int, PresentedOption]]:
    """Group number, index in the group and option, counted over all groups."""
    for number, group in enumerate(choices(item)):
        for index, option in enumerate(group.options):
            yield number, index, option


def _at(item: PresentedItem, cursor: int) -> tuple[int, int, PresentedOption]:
    return list(_places(item))[cursor]


class _Drawing(Drawing):
    """Options below their prompt, and after the answer what was right and why."""

    def body(self) -> None:
        for number, group in enumerate(choices(self.picture.item)):
            self._group(number, group)

    def _group(self, number: int, group: ChoiceGroup) -> None:
        active = number == self.picture.active and not self.picture.closed
        if group.prompt in PROMPTS:
            if number:
                self.blank()
            style = "bold" if active else "$quiet"
            self.lines.append(plain(self.words._(PROMPTS[group.prompt]), style))
        elif group.maximum > 1 and not self.picture.closed:
            self.lines.append(plain(self.words._("More than one is right: choose them all."), "$quiet"))
        feedback = self.feedback_of(group.name)
        for index in range(len(group.options)):
            if index and group.prompt != "verdict":
                self.gaps.append(len(self.lines))
            at_cursor = len(self.tops) == self.picture.cursor
            self.tops.append(len(self.lines))
            self.lines += self.option(number, index, at_cursor=at_cursor)
            if feedback:
                self.rationale(feedback[index], 6 if group.maximum == 1 else 8, several=group.maximum > 1)

    def option(self, number: int, index: int, *, at_cursor: bool) -> tuple[Content, ...]:
        """The lines of one option of a group."""
        picture, groups = self.picture, choices(self.picture.item)
        group = groups[number]
        option = group.options[index]
        chosen = option.token in picture.chosen
        box = ("[x]" if chosen else "[ ]") if group.maximum > 1 else ("●" if chosen else "○")
        named = len(groups) == 1 or (number == picture.active and not picture.closed)
        letter = label(len(group.options), index) if named else " "
        return option_lines(tuple(self._option_texts(option)), box, letter, chosen, at_cursor, self.setting.width)

    def _option_texts(self, option: PresentedOption) -> list[str]:
        """A verdict's words are the interface's own."""
        verdict = option.text.get("")
        return [self.words._(VERDICTS[verdict])] if verdict else self.texts(option.text)
