"""A quiet line above the footer for what has to be said once: a refusal, a warning, a note."""

from __future__ import annotations

from trainer.tui.safe import Plain, joined


class Notice(Plain):
    """Cleared by the next key, unless it is to stay."""

    DEFAULT_CSS = """
    Notice { min-height: 1; max-height: 4; padding: 0 3; color: $warning; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._stays = False
        self._empty = True

    def say(self, text: str, *, stay: bool = False) -> None:
        """Show a sentence; with ``stay`` only :meth:`clear` takes it away."""
        self._stays, self._empty = stay, False
        self.show(joined(("! ", "bold"), text))

    def clear(self, *, even_staying: bool = True) -> None:
        """Take the sentence away."""
        if not self._empty and (even_staying or not self._stays):
            self._empty, self._stays = True, False
            self.show("")
