"""A field of a form whose value is typed, in a dialog the screen opens."""

from __future__ import annotations

from textual.message import Message

from trainer.tui.widgets.picker import Picker


class Asked(Picker):
    """Shows a label and a value; posts :class:`Wanted` when it is to be changed."""

    OFFERS = ()

    class Wanted(Message):
        """The value is to be typed."""

        def __init__(self, field: Asked) -> None:
            super().__init__()
            self.field = field

        @property
        def control(self) -> Asked:
            """What ``@on(…, "#id")`` looks at."""
            return self.field

    def tell(self, label: str, value: str) -> None:
        """Show a value in words."""
        self.show(label, (), "", waiting=value)

    def _turn(self, by: int) -> None:
        self.post_message(self.Wanted(self))
