"""A page of a lesson: prose, and the check questions where they stand in it. Pages are turned in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.visual import Visual
from textual.widget import Widget

from trainer.flows.study import CHECK_LINE
from trainer.kernel.text import in_language
from trainer.tui.markdown.page import Beside, PageView, Prose
from trainer.tui.safe import Plain, joined, plain
from trainer.tui.shown import BOTH
from trainer.tui.widgets.item_view import ItemView

if TYPE_CHECKING:
    from trainer.flows.study import CheckView, LessonView
    from trainer.i18n.catalogue import Translator


class Check(Vertical):
    """A check question on a page. ``check`` is its id."""

    DEFAULT_CSS = """
    Check { height: auto; margin: 1 0; border-left: outer $line; padding-left: 1; }
    Check:focus-within { border-left: outer $accent; }
    """

    def __init__(self, words: Translator, languages: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._head, self._foot = Plain(classes="quiet"), Plain(classes="gap")
        self.item = ItemView(words, languages)
        self.view: CheckView | None = None

    def compose(self) -> Iterator[Widget]:
        yield self._head
        yield self.item
        yield self._foot

    def show(self, view: CheckView, shown: str) -> None:
        """Show the question as it stands."""
        self.view = view
        self._head.show(self._said(view))
        self._foot.display = view.state == "wrong"
        self._foot.show(plain(self._words._("Try again: choose another answer."), "$warning"))
        self.item.present(
            view.item, view.chosen, shown, response=view.response,
            feedback=view.feedback, closed=view.state == "right",
        )  # fmt: skip

    def _said(self, view: CheckView) -> Content:
        words = self._words
        if view.state == "right" and view.feedback is None:
            return joined("✓ ", words._("Question already answered right")).stylize("$success")
        return plain(words._("Question"), "$quiet")


class LessonPage(Vertical):
    """Texts and checks alternate; widgets are made once and used again on the next page."""

    DEFAULT_CSS = "LessonPage { height: auto; }"

    def __init__(self, words: Translator, languages: Sequence[str]) -> None:
        super().__init__()
        self._words, self._languages = words, tuple(languages)
        self._texts = [PageView()]
        self._checks: list[Check] = []

    def compose(self) -> Iterator[PageView]:
        yield from self._texts

    @property
    def checks(self) -> list[Check]:
        """The checks of the present page."""
        return [check for check in self._checks if check.display]

    def turn(self, view: LessonView, term: str = "") -> None:
        """Show a page; ``term`` is the glossary id whose words are highlighted."""
        pieces = list(zip(*(self._pieces(view, language, term) for language in self._shown(view)), strict=True))
        self._make_room(len(pieces), len(view.checks))
        for index, text in enumerate(self._texts):
            text.display = index < len(pieces)
            if text.display:
                text.turn(_beside(pieces[index]))
        for index, check in enumerate(self._checks):
            check.display = index < len(view.checks)
            if check.display:
                check.show(view.checks[index], view.shown)

    def _shown(self, view: LessonView) -> tuple[str, ...]:
        return self._languages if view.shown == BOTH else (view.shown,)

    def _pieces(self, view: LessonView, language: str, term: str) -> list[Visual]:
        text = in_language(view.markdown, language, *self._languages)
        known = {check.id for check in view.checks}
        # Every second part is the id of a check; one that is not known is left out, as the flow does.
        parts = CHECK_LINE.split(text)
        texts = [parts[0]]
        for check, after in zip(parts[1::2], parts[2::2], strict=True):
            if check in known:
                texts.append(after)
            else:
                texts[-1] += after
        return [Prose(piece, term) for piece in texts]

    def _make_room(self, texts: int, checks: int) -> None:
        while len(self._texts) < texts or len(self._checks) < checks:
            new: PageView | Check
            if len(self._texts) <= len(self._checks):
                new = PageView()
                self._texts.append(new)
            else:
                new = Check(self._words, self._languages)
                self._checks.append(new)
            self.mount(new)


def _beside(visuals: Sequence[Visual]) -> Visual:
    return Beside(visuals[0], visuals[1]) if len(visuals) > 1 else visuals[0]


def terms_of(view: LessonView, language: str) -> tuple[str, ...]:
    """Glossary ids of the page, in reading order."""
    return Prose(in_language(view.markdown, language)).terms
