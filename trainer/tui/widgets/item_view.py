"""An item to be answered by keys: letters or numbers choose, arrows move a highlight, the space bar chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from trainer.tui.commands import ChooseOption, OptionAbove, OptionBelow, OtherGroup, bindings
from trainer.tui.widgets.item_paint import LETTERS, Drawn, ItemPicture, Setting, draw_choices, draw_item

if TYPE_CHECKING:
    from trainer.flows.results import Feedback
    from trainer.i18n.catalogue import Translator
    from trainer.items.controls import ChoiceGroup, PresentedItem


_BLANK = Content("")
#: What can be pressed, and which option of the group it stands for.
_LABELS = {**{letter: index for index, letter in enumerate(LETTERS)}, **{str(n + 1): n for n in range(8)}}


class ItemView(Widget, can_focus=True):
    """Shows a presented item; posts :class:`Chosen`. It holds no answer of its own: the flow does.

    ``fill``: as high as the page at least, so that going from item to item lays nothing out again. Only lines that
    changed are drawn again, which halves the time from a key to its frame.
    """

    DEFAULT_CSS = "ItemView { width: 100%; height: auto; }"
    # Lines are made one by one, so text cannot be selected over several of them.
    ALLOW_SELECT = False
    OFFERS = (ChooseOption, OtherGroup, OptionAbove, OptionBelow)
    BINDINGS = bindings(*OFFERS)

    @dataclass
    class Chosen(Message):
        """An option was chosen, or taken back where it was chosen already."""

        group: str
        token: str

    def __init__(
        self, words: Translator, languages: Sequence[str], *, fill: bool = False, classes: str | None = None
    ) -> None:
        self._strips: dict[int, tuple[Content, Strip]] = {}
        super().__init__(classes=classes)
        self.auto_links = False
        self._words, self._languages, self._fill = words, languages, fill
        self._shown = languages[0]
        self._picture: ItemPicture | None = None
        self._drawn = Drawn((), (), None)
        self._on_screen: ItemPicture | None = None
        self._spoken = (0, "", "")

    # -- what is shown -------------------------------------------------------------------------------------------

    def present(
        self, item: PresentedItem, chosen: frozenset[str], shown: str, *,
        feedback: Feedback | None = None, every_rationale: bool = False, closed: bool = False,
    ) -> None:  # fmt: skip
        """Show an item as it is now; the highlight stays while the item is the same one."""
        before = self._picture if self._picture and self._picture.item is item else None
        picture = before or ItemPicture(item, active=_first_open(item, chosen))
        self._picture = replace(
            picture, chosen=chosen, feedback=feedback, every_rationale=every_rationale,
            closed=closed, cursor=None if closed else picture.cursor,
        )  # fmt: skip
        self._shown = shown
        self._paint()

    def on_resize(self, _: events.Resize) -> None:
        self._on_screen = None
        self._paint()

    def render(self) -> Content:
        return Content("\n").join(self._drawn.lines)

    def render_line(self, y: int) -> Strip:
        """One line, made once: Textual would make all of them again for every one that changed."""
        line = self._drawn.lines[y] if y < len(self._drawn.lines) else _BLANK
        found = self._strips.get(y)
        if found is None or found[0] is not line:
            made = Visual.to_strips(self, line, self.size.width, 1, self.visual_style, pad=True)
            found = self._strips[y] = (line, made[0])
        return found[1]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """As Textual does; a refresh of the whole (another theme, the focus) also forgets the lines made."""
        if not regions:
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._draw(width).lines)

    def _draw(self, width: int) -> Drawn:
        if self._picture is None or not width:
            return Drawn((), (), None)
        page = self._page
        height = page.content_size.height - self.virtual_region.y if page else 0
        drawn = draw_item(self._picture, Setting(self._words, self._languages, self._shown, width, height))
        blank = (_BLANK,) * (height - len(drawn.lines)) if self._fill else ()
        return replace(drawn, lines=drawn.lines + blank)

    def _paint(self) -> None:
        """Draw what changed since the picture that is on the screen."""
        was, width, picture = self._drawn, self.size.width, self._picture
        spoken = (width, self._shown, self._words.language)
        quick = None
        if picture and self._on_screen and spoken == self._spoken:
            setting = Setting(self._words, self._languages, self._shown, width)
            quick = draw_choices(was, self._on_screen, picture, setting)
        self._drawn, self._on_screen, self._spoken = quick or self._draw(width), picture, spoken
        if len(was.lines) != len(self._drawn.lines):
            self.refresh(layout=True)
            return
        pairs = enumerate(zip(was.lines, self._drawn.lines, strict=True))
        if changed := [y for y, (old, new) in pairs if old is not new and not old.is_same(new)]:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def show_verdict(self) -> None:
        """Scroll so that the verdict stands near the top, once the new lines are laid out."""
        if self._drawn.verdict is not None:
            self.call_after_refresh(self._bring_to_top, self._drawn.verdict - 1)

    def _bring_to_top(self, line: int) -> None:
        if page := self._page:
            page.scroll_to(y=self._line_in(page, line), animate=False)

    def _keep_cursor_seen(self) -> None:
        page, picture, drawn = self._page, self._picture, self._drawn
        if page and picture and picture.cursor is not None:
            top = drawn.tops[picture.cursor]
            height = (drawn.tops[picture.cursor + 1 :] or (len(drawn.lines),))[0] - top
            page.scroll_to_region(Region(0, self._line_in(page, top), 1, height), animate=False)

    @property
    def _page(self) -> VerticalScroll | None:
        return next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)

    def _line_in(self, page: VerticalScroll, line: int) -> int:
        return self.region.y - page.content_region.y + page.scroll_offset.y + line

    # -- keys ----------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        picture = self._picture
        if picture is None or picture.closed:
            return False
        if action == "other_group":
            return len(picture.item.groups) > 1
        return True

    def on_key(self, event: events.Key) -> None:
        """Letters and numbers, here and not as bindings: those are looked for only after a key went up to the app."""
        index = _LABELS.get(event.character or "")
        if index is not None and self.choose_label(index):
            event.stop()

    def choose_label(self, index: int) -> bool:
        """Choose the option behind a letter or number, from 0; False when there is none."""
        picture = self._picture
        if picture is None or picture.closed or index >= len(picture.item.groups[picture.active].options):
            return False
        self._choose(picture.item.groups[picture.active], index)
        return True

    def action_choose_cursor(self) -> None:
        if self._picture and self._picture.cursor is not None:
            _, group, index = _at(self._picture.item, self._picture.cursor)
            self._choose(group, index)

    def _choose(self, group: ChoiceGroup, index: int) -> None:
        picture = self._picture
        token = group.options[index].token
        taken_back = picture is not None and token in picture.chosen
        self.screen.post_message(self.Chosen(group.name, token))
        if picture and not taken_back and group.prompt == "verdict":
            self._picture = replace(picture, active=1, cursor=None)

    def take_cursor(self) -> bool:
        """Choose the highlighted option if it is not chosen yet; what ``enter`` does first."""
        picture = self._picture
        if picture is None or picture.cursor is None or picture.closed:
            return False
        _, group, index = _at(picture.item, picture.cursor)
        fresh = group.options[index].token not in picture.chosen
        if fresh:
            self._choose(group, index)
        return fresh

    def action_cursor(self, step: int) -> None:
        picture = self._picture
        if picture is None:
            return
        count = sum(len(group.options) for group in picture.item.groups)
        now = -1 if picture.cursor is None and step > 0 else count if picture.cursor is None else picture.cursor
        cursor = max(0, min(count - 1, now + step))
        number, _, _ = _at(picture.item, cursor)
        self._picture = replace(picture, cursor=cursor, active=number)
        self._paint()
        self._keep_cursor_seen()

    def action_other_group(self) -> None:
        if self._picture:
            self._picture = replace(self._picture, active=1 - self._picture.active, cursor=None)
            self._paint()


def _first_open(item: PresentedItem, chosen: frozenset[str]) -> int:
    """The first group without an answer; the first of all when every one has one."""
    open_groups = (n for n, group in enumerate(item.groups) if not any(o.token in chosen for o in group.options))
    return next(open_groups, 0)


def _at(item: PresentedItem, cursor: int) -> tuple[int, ChoiceGroup, int]:
    """Group number, group and option index of an option counted over all groups."""
    for number, group in enumerate(item.groups):
        if cursor < len(group.options):
            return number, group, cursor
        cursor -= len(group.options)
    raise IndexError(cursor)
