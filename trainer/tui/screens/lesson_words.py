"""What a lesson's screen says around the text: where one is, sources, terms, and what comes after the last page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.tui.safe import joined, plain
from trainer.tui.screens.today_words import BETWEEN, minutes_words
from trainer.tui.shown import BOTH, texts_shown
from trainer.tui.widgets.menu import Entry
from trainer.tui.widgets.strides import dots

if TYPE_CHECKING:
    from trainer.flows.study import LessonView, Term
    from trainer.i18n.catalogue import Translator


def place_line(view: LessonView, languages: Sequence[str], words: Translator, *, at_end: bool) -> Content:
    """Dots for the pages, then the page in words; the language of the text where it is not the first one."""
    here = view.pages if at_end else view.page
    shown = [(run.text, run.style) for run in dots(here, view.pages, view.opened)]
    where = words._("end of the lesson") if at_end else words._(
        "page {page} of {pages}", page=view.page + 1, pages=view.pages)  # fmt: skip
    said = [where] if at_end else [where, minutes_words(view.minutes, words), *_shown(view, languages)]
    kept = (f"{BETWEEN}◆ {words._('bookmark')}", "$accent") if view.bookmarked and not at_end else ""
    line = joined(Content.assemble(*shown), (f"   {BETWEEN.join(said)}", "$quiet"), kept)
    if not view.changed or at_end:
        return line
    return joined(
        ("! ", "bold $warning"), (words._("This lesson has changed since you read it."), "$warning"), "\n", line
    )


def _shown(view: LessonView, languages: Sequence[str]) -> list[str]:
    return [] if view.shown == languages[0] else [" + ".join(languages) if view.shown == BOTH else view.shown]


def sources_line(view: LessonView, languages: Sequence[str], words: Translator) -> str:
    """The citations of the page, in the language of the text."""
    language = languages[0] if view.shown == BOTH else view.shown
    cited = view.citations.get(language) or next(iter(view.citations.values()), ())
    return words._("Sources: {sources}", sources="; ".join(dict.fromkeys(cited))) if cited else ""


def term_text(term: Term, shown: str, languages: Sequence[str]) -> Content:
    """A term and its sentence, in one language or two."""
    names = texts_shown(term.term, shown, languages)
    texts = texts_shown(term.text, shown, languages)
    pairs = zip(names, texts, strict=False)
    return joined(*(joined((name, "bold $accent"), "  ", text) for name, text in pairs), between="\n")


def end_title(view: LessonView, words: Translator) -> Content:
    """Studied, or what is missing."""
    if view.studied:
        return joined("✓ ", words._("Lesson studied")).stylize("$success")
    return plain(words._("You have read the whole lesson"))


def end_entries(view: LessonView, words: Translator) -> tuple[Entry, ...]:
    """What to do after the last page: open questions first."""
    entries = [
        Entry(f"page:{page}", words._("Answer the question on page {page}", page=page + 1),
              "" if at else words._("A lesson is studied when each of its questions was answered right once."),
              "○", "$warning")
        for at, page in enumerate(view.open_pages[:4])
    ]  # fmt: skip
    if view.next_lesson and view.next_title:
        entries.append(Entry(f"lesson:{view.next_lesson}", words._("Next lesson: {title}", title=view.next_title)))
    entries.append(Entry("practice:", words._("Practise this lesson")))
    entries.append(Entry("back:", words._("Go back")))
    return tuple(entries)
