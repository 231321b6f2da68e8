"""A quiet line above the footer for what has to be said once: a refusal, a warning, a note."""

from __future__ import annotations

from trainer.tui.safe import Plain, joined


class Notice(Plain):
    """Cleared by the next key, unless it is to stay; always one line high, so nothing moves."""

    DEFAULT_CSS = """
    Notice { height: 1; dock: bottom; padding: 0 3; color: $warning; text-wrap: nowrap; text-overflow: ellipsis; }
    .-narrow Notice { padding: 0 2; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._stays = False
        self._empty = True

    def say(self, text: str, *, stay: bool = False) -> None:
        """Show a sentence; with ``stay`` only :meth:`clear` takes it away."""
        self._stays, self._empty = stay, False
        self.show(joined(("! ", "bold"), text), same_size=True)

    def clear(self, *, even_staying: bool = True) -> None:
        """Take the sentence away."""
        if not self._empty and (even_staying or not self._stays):
            self._empty, self._stays = True, False
            self.show("", same_size=True)
