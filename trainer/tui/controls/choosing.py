"""Which control an item is answered with. The controls of rarer interactions are imported when one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.items.controls import ChoiceGroup, OrderGroup
from trainer.tui.controls.choice import Choice

if TYPE_CHECKING:
    from trainer.items.controls import PresentedItem
    from trainer.tui.controls.control import Control

_CHOICE = Choice()


def control_for(item: PresentedItem) -> Control:
    """The control of the item's interaction; it depends on the groups, never on the name of the kind."""
    first = item.groups[0]
    if item.text is not None:
        from trainer.tui.controls.gaps import Gaps

        return Gaps()
    if isinstance(first, OrderGroup):
        from trainer.tui.controls.order import Order

        return Order()
    if not isinstance(first, ChoiceGroup):
        from trainer.tui.controls.entry import Entry

        return Entry()
    if first.prompt == "row":
        from trainer.tui.controls.rows import Rows

        return Rows()
    return _CHOICE
