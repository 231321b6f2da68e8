"""The dialogs in which a line of the rationale is linked to moments, and to what was used or applies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.screens.moment_words import in_brief
from trainer.tui.widgets.ticks import Ticks

if TYPE_CHECKING:
    from trainer.assessment.exercising import RationaleLine
    from trainer.flows.rationale import RationaleView
    from trainer.i18n.catalogue import Translator


def moments_to_tick(line: RationaleLine, view: RationaleView, words: Translator) -> Ticks:
    """Everything that happened, by number; those the line speaks of are ticked."""
    options = [(str(one.number), in_brief(one, view.last, words)) for one in view.moments]
    text = words._("Tick the moments this line speaks of.")
    return Ticks(words, words._("Moments"), text, options, [str(number) for number in line.moments])


def things_to_tick(line: RationaleLine, view: RationaleView, words: Translator) -> Ticks:
    """Tools and forms that were used, then sources."""
    options = [(name, words._("used: {title}", title=words.text(title))) for name, title in view.used.items()]
    options += [(name, words.text(citation)) for name, citation in view.sources.items()]
    text = words._("Tick what you used and the sources this line rests on.")
    return Ticks(words, words._("Used, and sources"), text, options, line.cites)
