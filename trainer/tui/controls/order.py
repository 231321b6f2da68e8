"""Steps that are put in an order. Nothing counts before the learner said once that this is the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, cast

from trainer.items.controls import OrderGroup
from trainer.tui.controls.control import Control, Deed, Done
from trainer.tui.controls.keys import Lift, PlaceStep, PutDown, StepAbove, StepBelow, TakeBack, TakeOrder
from trainer.tui.safe import plain
from trainer.tui.widgets.columns import set_texts
from trainer.tui.widgets.item_paint import BLANK, Drawing, Drawn, option_lines

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.items.controls import PresentedItem
    from trainer.tui.commands import Command
    from trainer.tui.widgets.item_paint import ItemPicture, Setting


class Order(Control):
    """The space bar takes a step up and puts it down, arrows carry it, a number puts it at that place."""

    LETTERS: ClassVar[bool] = False

    def begin(self, picture: ItemPicture) -> ItemPicture:
        group = steps(picture.item)
        as_shown = tuple(option.token for option in group.options)
        given = picture.response.get(group.name, ())
        return replace(picture, cursor=0, arranged=given or picture.arranged or as_shown)

    def refresh(self, picture: ItemPicture, before: ItemPicture) -> ItemPicture:
        given = picture.response.get(steps(picture.item).name, ())
        return replace(picture, arranged=given) if given and not picture.lifted else picture

    def draw(self, picture: ItemPicture, setting: Setting) -> Drawn:
        return _Drawing(picture, setting).drawn()

    # -- keys ----------------------------------------------------------------------------------------------------

    def offers(self, picture: ItemPicture) -> Sequence[type[Command]]:
        if picture.closed:
            return ()
        if picture.lifted:
            return (PutDown, StepAbove, StepBelow, PlaceStep)
        return (*(() if _confirmed(picture) else (TakeOrder,)), Lift, StepAbove, StepBelow, PlaceStep, TakeBack)

    def cursor(self, picture: ItemPicture, step: int) -> Done:
        here = picture.cursor or 0
        there = max(0, min(len(picture.arranged) - 1, here + step))
        if picture.lifted:
            picture = replace(picture, arranged=_moved(picture.arranged, here, there))
        return Done(replace(picture, cursor=there))

    def lift(self, picture: ItemPicture, _: int) -> Done:
        picture = replace(picture, lifted=not picture.lifted)
        return Done(picture, None if picture.lifted else _again(picture))

    def label(self, picture: ItemPicture, index: int) -> Done | None:
        if index >= len(picture.arranged):
            return None
        arranged = _moved(picture.arranged, picture.cursor or 0, index)
        picture = replace(picture, arranged=arranged, cursor=index, lifted=False)
        return Done(picture, _again(picture))

    def take(self, picture: ItemPicture) -> Done | None:
        """The order on the screen becomes the answer."""
        picture = replace(picture, lifted=False)
        return None if _confirmed(picture) else Done(picture, Deed(steps(picture.item).name, picture.arranged))

    def take_back(self, picture: ItemPicture, _: int) -> Done:
        name = steps(picture.item).name
        return Done(picture, Deed(name, ()) if picture.response.get(name) else None)

    def unsaved(self, picture: ItemPicture) -> list[Deed]:
        """A step being carried in an order that counts."""
        deed = _again(picture)
        return [deed] if deed else []


def steps(item: PresentedItem) -> OrderGroup:
    """The group of an item whose options are put in an order."""
    return cast(OrderGroup, item.groups[0])


def _confirmed(picture: ItemPicture) -> bool:
    return picture.response.get(steps(picture.item).name, ()) == picture.arranged


def _again(picture: ItemPicture) -> Deed | None:
    """After the first time every change counts at once."""
    name = steps(picture.item).name
    return Deed(name, picture.arranged) if picture.response.get(name) and not _confirmed(picture) else None


def _moved(arranged: tuple[str, ...], here: int, there: int) -> tuple[str, ...]:
    rest = [*arranged[:here], *arranged[here + 1 :]]
    return (*rest[:there], arranged[here], *rest[there:])


class _Drawing(Drawing):
    """Numbered steps, and below them whether their order is an answer already."""

    def ask(self) -> None:
        texts = {option.token: option.text for option in steps(self.picture.item).options}
        answered = bool(self.picture.response.get(steps(self.picture.item).name))
        for place, token in enumerate(self.picture.arranged):
            here = place == self.picture.cursor and not self.picture.closed
            carried = here and self.picture.lifted
            box = "↕" if carried else "●" if answered else "○"
            if place:
                self.gaps.append(len(self.lines))
            self.tops.append(len(self.lines))
            shown = tuple(self.texts(texts[token]))
            self.lines += option_lines(shown, box, str(place + 1), carried, here, self.setting.width)
        if not self.picture.closed:
            self._state()

    def explain(self, feedback: Feedback) -> None:
        from trainer.tui.controls.explained import explain_steps

        explain_steps(self, feedback)

    def _state(self) -> None:
        words, picture = self.words, self.picture
        self.blank()
        if picture.lifted:
            said = plain(f"↕ {words._('Carry the step with the arrows, then put it down.')}", "bold $accent")
        elif _confirmed(picture):
            said = plain(f"● {words._('This order is your answer. What you change now counts at once.')}", "$accent")
        else:
            said = plain(f"○ {words._('This order does not count yet: make it your answer with «enter».')}", "$warning")
        self.lines += set_texts(BLANK, [said], self.setting.width)
