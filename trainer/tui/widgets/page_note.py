"""The learner's own note below the page it was written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.safe import Plain, joined

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator


class PageNote(Plain):
    """Hidden where there is none."""

    DEFAULT_CSS = "PageNote { margin-top: 1; padding-left: 1; border-left: outer $accent; }"

    def tell(self, note: str, words: Translator) -> None:
        """Show a note, or nothing."""
        self.display = bool(note)
        self.show(joined((f"✎ {words._('Your note')}", "$quiet"), note, between="\n"))
