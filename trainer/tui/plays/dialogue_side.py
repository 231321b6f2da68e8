"""What lies at hand during a conversation: what the customer told so far, and the documents one can open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells
from trainer.tui.plays.dialogue_answer import Choices
from trainer.tui.widgets.ledger import Ledger, Writer
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.exercises.dialogue.view import TalkView, ToolView
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText


class Side(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Paints facts, documents and the one being read; its menu says which is picked."""

    DEFAULT_CSS = """
    Side { width: 2fr; max-width: 70; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
    Side Menu { margin-top: 1; }
    Side .reading { margin-top: 1; border-left: outer $line; padding-left: 1; }
    """

    def __init__(self, words: Translator) -> None:
        super().__init__()
        self._words = words
        self._known, self._text = Ledger(), Ledger()
        self._text.add_class("reading")
        self.documents = Choices()
        self.reading = ""
        self._painted: object = None

    def compose(self) -> ComposeResult:
        yield self._known
        yield self.documents
        yield self._text

    def tell(self, view: TalkView, text: Callable[[LocalText], str]) -> None:
        """Show what is known and at hand now; nothing is laid out again where nothing changed."""
        known = tuple(map(text, view.known))
        made_of = (known, view.tools, self.reading, self._words.language, view.over)
        if made_of == self._painted:
            return
        self._painted = made_of
        self._known.show(lambda width: _known(known, Writer(self._words, width)))
        entries = tuple(self._entry(tool) for tool in view.tools if tool.opened or not view.over)
        note = "" if entries else self._words._("there are none")
        self.documents.offer([Section(self._words._("Documents"), entries, note)])
        opened = next((tool for tool in view.tools if tool.id == self.reading and tool.text is not None), None)
        self._text.display = opened is not None
        if opened is not None:
            self._text.show(lambda width: _document(opened, Writer(self._words, width)))

    def _entry(self, tool: ToolView) -> Entry:
        title = next(iter(tool.title.values()), "")
        if tool.id == self.reading:
            return Entry(tool.id, title, aside=self._words._("being read"))
        return Entry(tool.id, title, aside=self._words._("opened") if tool.opened else "")

    def bring_text_up(self) -> None:
        """Scroll so that the document being read is seen from its beginning, where not all of it is."""
        self.call_after_refresh(self.scroll_to_widget, self._text, animate=False, top=True)


def _known(facts: tuple[str, ...], writer: Writer) -> list[Runs]:
    writer.heading(writer.words._("What you know"))
    for fact in facts:
        writer.hang((Run("✓ ", "$success"),), fact)
    if not facts:
        writer.say(writer.words._("Nothing yet but what was said."), "$quiet")
    return writer.lines


def _document(tool: ToolView, writer: Writer) -> list[Runs]:
    """A line stays as it was written where there is room for it: prices may stand below each other."""
    writer.say(next(iter(tool.title.values()), ""), "bold")
    for line in next(iter((tool.text or {}).values()), "").split("\n"):
        run = Run(clean(line))
        if cells((run,)) <= writer.width:
            writer.lines.append((run,))
        else:
            writer.say(line)
    return writer.lines
