"""One line to be typed in a dialog; what cannot be taken is said below the field and can be mended there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from trainer.kernel.problems import Problem
from trainer.tui.controls.fields import FieldLeft, LineField, TooLong
from trainer.tui.safe import Plain, joined
from trainer.tui.widgets.modal import Modal

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator

_LONGEST = 1000


class Ask(Modal[str | None]):
    """``dismiss`` with what ``read`` makes of the text, None when left with ``escape``.

    ``read`` raises :class:`~trainer.kernel.problems.Problem` on what cannot be taken; it must be quick. ``secret``:
    what is typed is not shown.
    """

    DEFAULT_CSS = """
    Ask { align: center middle; background: $background 70%; }
    Ask > .sheet {
        width: 72; max-width: 92%; height: auto; max-height: 92%; padding: 1 3;
        background: $surface; border-left: thick $accent;
    }
    Ask LineField { position: relative; width: 1fr; height: 1; margin-top: 1; padding: 0 1; background: $panel; }
    Ask LineField:focus { background: $cursor; }
    Ask #keys { margin-top: 1; color: $quiet; }
    Ask #said { color: $warning; height: auto; }
    """
    BINDINGS = [Binding("enter", "take", show=False)]

    def __init__(
        self, words: Translator, title: str, text: str, value: str = "", *, read: Callable[[str], str] = str,
        secret: bool = False,
    ) -> None:  # fmt: skip
        super().__init__()
        self._words, self._title, self._text, self._value, self._read = words, title, text, value, read
        self._field = LineField()
        self._field.password = secret
        self._said = Plain(id="said")

    def compose(self) -> ComposeResult:
        words = self._words
        with Vertical(classes="sheet"):
            yield Plain(self._title, classes="title")
            yield Plain(self._text)
            yield self._field
            yield self._said
            keys = ((words._("enter"), words._("confirm")), (words._("esc"), words._("back")))
            yield Plain(joined(*(part for key, word in keys for part in ((f"{key} ", "bold $accent"), f"{word}   "))),
                        id="keys")  # fmt: skip

    def on_mount(self) -> None:
        self._field.max_length = _LONGEST
        self._field.value = self._value
        self._field.focus()
        # Once it is laid out: the end of a long text is what one goes on writing at.
        self.call_after_refresh(self._field.action_end)

    def on_input_changed(self) -> None:
        self._said.show("")

    def on_too_long(self, event: TooLong) -> None:
        self._said.show(self._words._("There is room for {limit} characters here.", limit=event.limit))

    def on_field_left(self, _: FieldLeft) -> None:
        self.dismiss(None)

    def action_take(self) -> None:
        """Take what was typed, or say why it cannot be taken."""
        try:
            read = self._read(self._field.value)
        except Problem as problem:
            self._said.show(joined(("! ", "bold"), self._words.translate(problem)))
        else:
            self.dismiss(read)
