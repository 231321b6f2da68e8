"""What a search says: how much was found, and each result with its place and the words in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.kernel.text import clean
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from trainer.flows.search import PageHit, SearchView, TermHit
    from trainer.i18n.catalogue import Translator


def said(view: SearchView, words: Translator) -> str:
    """What was found, in a sentence."""
    if not view.text.strip():
        return words._("Both languages are searched; accents need not be written.")
    if view.empty:
        return words._("Nothing found for «{text}». Try fewer words, or only the beginning of one.",
                       text=clean(" ".join(view.text.split())))  # fmt: skip
    if view.more:
        return words._("The best results; another word narrows them down.")
    return words.ngettext("{count} result", "{count} results", len(view.pages) + len(view.terms))


def sections(view: SearchView, words: Translator) -> list[Section]:
    """Lessons, then terms."""
    found = (
        Section(words._("Lessons"), tuple(_page(hit, words) for hit in view.pages)),
        Section(words._("Glossary"), tuple(_term(hit, words) for hit in view.terms)),
    )
    return [section for section in found if section.entries]


def _page(hit: PageHit, words: Translator) -> Entry:
    place = words._("page {page}", page=hit.page + 1)
    where = [words.text(hit.lesson_title), place, *_language(hit.language, words)]
    where += [] if hit.own else [words._("further reading")]
    return Entry(
        f"page/{hit.module}/{hit.lesson}/{hit.page}", hit.title, hit.excerpt, faint=not hit.own,
        aside=BETWEEN.join(where), marks=hit.marks,
    )  # fmt: skip


def _term(hit: TermHit, words: Translator) -> Entry:
    where = [words.text(hit.module_title), *_language(hit.language, words)]
    return Entry(
        f"term/{hit.module}/{hit.term}", hit.title, hit.excerpt, aside=BETWEEN.join(where), marks=hit.marks
    )  # fmt: skip


def _language(language: str, words: Translator) -> list[str]:
    """Said where it is not the interface's."""
    return [] if language == words.language else [language]
