"""The note to a page of a lesson. It is kept when the field is left, and whenever the screen is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_, Problem
from trainer.tui.commands import Command, bindings
from trainer.tui.screens.writing import WritingScreen

if TYPE_CHECKING:
    from trainer.flows.notebook import NoteFlow
    from trainer.i18n.catalogue import Translator


class WriteOn(Command):
    id = "note.write"
    key = "enter,tab,o"
    action = "write"
    footer = N_("write on")
    about = N_("Go back to the field and write on")
    in_palette = False


class NoteScreen(WritingScreen):
    """Shows :class:`~trainer.flows.notebook.NoteFlow`."""

    OFFERS = (WriteOn,)
    BINDINGS = bindings(*OFFERS)

    def __init__(self, words: Translator, flow: NoteFlow) -> None:
        super().__init__(words, flow.text, flow.limit)
        self._flow = flow
        self._refused = False

    def place(self) -> Sequence[str]:
        return [self.words._("Note")]

    def about(self) -> str:
        title = self.words.text(self._flow.title)
        said = self.words._("page {page}", page=self._flow.page + 1)
        return f"{title} · {said}\n{self.words._('Nobody else sees your notes. A note without a text goes away.')}"

    def action_write(self) -> None:
        self.field.focus(scroll_visible=False)

    def field_left(self) -> None:
        if self._keep():
            self.set_focus(None)
            self.notice.say(self.words._("The note is kept.") if self.field.text.strip() else
                            self.words._("There is no note to this page."))  # fmt: skip

    def _keep(self) -> bool:
        try:
            self._flow.keep(self.field.text)
        except Problem as problem:
            self.tell(problem)
            return False
        return True

    def action_back(self) -> None:
        """What cannot be kept is said once; then nobody is held here."""
        if self._refused or self._keep():
            super().action_back()
        else:
            self._refused = True

    def left(self) -> None:
        with suppress(Problem):
            self._flow.keep(self.field.text)
