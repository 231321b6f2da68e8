"""An item to be answered by keys, whatever its interaction: a control draws it, this view shows it and brings keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, cast

from textual import events
from textual.message import Message

from trainer.tui.commands import ChooseOption, Command, OptionAbove, OptionBelow, OtherGroup, bindings
from trainer.tui.controls.choosing import control_for
from trainer.tui.controls.keys import BOUND
from trainer.tui.widgets.item_paint import BLANK, LETTERS, Drawn, ItemPicture, Setting
from trainer.tui.widgets.writing import Writing

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.i18n.catalogue import Translator
    from trainer.items.controls import PresentedItem
    from trainer.tui.controls.control import Deed, Done

_NO_RESPONSE: Mapping[str, tuple[str, ...]] = {}
#: What can be pressed, and which option of the group it stands for.
_LABELS = {**{letter: index for index, letter in enumerate(LETTERS)}, **{str(n + 1): n for n in range(9)}}


class TakesAnswers(Protocol):
    """What an item view needs of its screen."""

    def answered(self, deed: Deed) -> None:
        """Take what the learner did; the item is presented anew with what came of it."""


class ItemView(Writing, can_focus=True):
    """Shows a presented item on a screen that takes answers. It holds no answer: the flow does.

    ``fill``: as high as the page at least, so that going from item to item lays nothing out again.
    """

    DEFAULT_CSS = "ItemView { width: 100%; height: auto; }"
    BINDINGS = bindings(ChooseOption, OtherGroup, OptionAbove, OptionBelow, *BOUND)

    class OtherKeys(Message, bubble=False):
        """Other keys than before work on the item. Told to the screen itself."""

    def __init__(
        self, words: Translator, languages: Sequence[str], *, fill: bool = False, classes: str | None = None
    ) -> None:
        super().__init__(classes=classes)
        self._words, self._languages, self._fill = words, languages, fill
        self._shown = languages[0]
        self._orders: dict[int, tuple[PresentedItem, tuple[str, ...]]] = {}
        self._on_screen: ItemPicture | None = None
        self._offered: Sequence[type[Command]] = ()
        self._spoken = (0, "", "")

    # -- what is shown -------------------------------------------------------------------------------------------

    def present(
        self, item: PresentedItem, chosen: frozenset[str], shown: str, *,
        response: Mapping[str, tuple[str, ...]] = _NO_RESPONSE,
        feedback: Feedback | None = None, every_rationale: bool = False, closed: bool = False,
        asking: bool = False, sure: bool | None = None,
    ) -> None:  # fmt: skip
        """Show an item as it is now; the highlight stays while the item is the same one.

        ``asking``: how sure one is; the screen takes the answer, so it gives the focus to nobody meanwhile.
        """
        self.collect()
        before = self.picture if self.picture and self.picture.item is item else None
        now = replace(
            before or ItemPicture(item), chosen=chosen, response=response, feedback=feedback,
            every_rationale=every_rationale, closed=closed, asking=asking, sure=sure,
        )  # fmt: skip
        if before is None or self.control is None:
            self._keep_order()
            self.control = control_for(item)
            now = self.control.begin(replace(now, arranged=self._orders.get(id(item), (item, ()))[1]))
        else:
            now = self.control.refresh(now, before)
        types = self.control.entry(now) is not None
        if closed or types:
            now = replace(now, cursor=None if closed else now.cursor, writing=types and self.writing)
        self.picture, self._shown, self.to_write = now, shown, types and self.to_write
        self._paint()

    def _keep_order(self) -> None:
        """An order that does not count yet is still there when the learner comes back to it."""
        if self.picture and self.picture.arranged:
            self._orders[id(self.picture.item)] = (self.picture.item, self.picture.arranged)

    def on_resize(self, _: events.Resize) -> None:
        self._on_screen = None
        self._paint()

    def make(self, width: int) -> Drawn:
        if self.picture is None or self.control is None or not width:
            return Drawn(())
        height = self.room
        drawn = self.control.draw(self.picture, Setting(self._words, self._languages, self._shown, width, height))
        blank = (BLANK,) * (height - len(drawn.lines)) if self._fill else ()
        return replace(drawn, lines=drawn.lines + blank)

    def _paint(self) -> None:
        """Draw what changed since the picture that is on the screen, and keep in sight what the learner acts on."""
        width, picture, was = self.size.width, self.picture, self._on_screen
        spoken = (width, self._shown, self._words.language)
        quick = None
        if picture and self.control and was and spoken == self._spoken:
            setting = Setting(self._words, self._languages, self._shown, width)
            quick = self.control.redraw(self.drawn, was, picture, setting)
        drawn = quick or self.make(width)
        self._on_screen, self._spoken = picture, spoken
        if self.fields or drawn.field:
            self.show_field(drawn)
        # On a page that was just turned the widget is not on the screen yet; the screen then says its keys itself.
        if self.is_attached and (offers := self.OFFERS) != self._offered:
            self._offered = offers
            self.screen.post_message(self.OtherKeys())
        relaid = self.show(drawn)
        if picture and was and picture.item is was.item and not picture.closed:
            if relaid:
                self.call_after_refresh(self._keep_seen)
            elif (picture.cursor, picture.active, picture.arranged) != (was.cursor, was.active, was.arranged):
                self._keep_seen()

    def show_verdict(self) -> None:
        """Scroll so that the verdict stands near the top, once the new lines are laid out."""
        if self.drawn.verdict is not None:
            self.call_after_refresh(self.bring_to_top, self.drawn.verdict - 1)

    def _keep_seen(self) -> None:
        if self.picture and (lines := self.drawn.in_sight(self.picture.cursor)):
            self.keep_seen(*lines)

    # -- keys ----------------------------------------------------------------------------------------------------

    @property
    def OFFERS(self) -> Sequence[type[Command]]:  # noqa: N802 - a class attribute elsewhere, like BINDINGS
        """What keys can do with the item now."""
        return self.control.offers(self.picture) if self.control and self.picture else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return any(command.action.partition("(")[0] == action for command in self.OFFERS)

    def on_key(self, event: events.Key) -> None:
        """Letters and numbers, here and not as bindings: those are looked for only after a key went up to the app."""
        character = event.character or ""
        if self.writing and event.is_printable and self.fields:
            # Pressed before the field had the focus, and brought here for that.
            self.fields.type(character)
            event.stop()
            return
        index = _LABELS.get(character)
        if (index is not None and self.choose_label(index, letter=character in LETTERS)) or self.write_at_once(
            character
        ):
            event.stop()

    def choose_label(self, index: int, *, letter: bool = False) -> bool:
        """Choose what stands behind a letter or number, from 0; False when there is nothing."""
        control, picture = self.control, self.picture
        if control is None or picture is None or picture.closed or (letter and not control.LETTERS):
            return False
        return self._do(control.label(picture, index))

    def begin_with(self, index: int, digit: str = "") -> None:
        """A letter or digit was pressed while the page around the item had the focus: go there, and choose at once."""
        self.take_focus()
        if digit and self.write_at_once(digit):
            return
        if index >= 0 and self.control and self.control.LETTERS:
            self.choose_label(index)

    def take_cursor(self) -> bool:
        """What ``enter`` does first: choose what is highlighted, begin to write; False when there is nothing."""
        self.collect()
        control, picture = self.control, self.picture
        if control is None or picture is None or picture.closed:
            return False
        return self._do(control.take(picture))

    def _act(self, action: str, step: int = 0) -> None:
        self.collect()
        if self.control and self.picture:
            self._do(getattr(self.control, action)(self.picture, step))

    def action_choose_cursor(self) -> None:
        self._act("choose_cursor")

    def action_cursor(self, step: int) -> None:
        self._act("cursor", step)

    def action_other_group(self) -> None:
        self._act("other_group")

    def action_row_value(self, step: int) -> None:
        self._act("row_value", step)

    def action_take_back(self) -> None:
        self._act("take_back")

    def action_lift(self) -> None:
        self._act("lift")

    def action_gap(self, step: int) -> None:
        self._act("gap", step)

    def action_write(self) -> None:
        self._act("write")

    def _do(self, done: Done | None) -> bool:
        """Show the picture a key led to, tell what was done, and put the focus where the learner goes on."""
        if done is None:
            return False
        before, self.picture = self.picture, done.picture
        shows_field = self.fields is not None and self.fields.group
        # What was told comes back with the flow's answer, and is painted then; a field is brought up to date at once.
        if done.picture is not before and (done.deed is None or done.write or shows_field):
            self._paint()
        if self.fields is not None:
            self.go_on_in(field=done.write)
        if done.deed is not None:
            # A call and no message: a key waits for each message a twentieth of the time to its frame.
            cast("TakesAnswers", self.screen).answered(done.deed)
        return True
