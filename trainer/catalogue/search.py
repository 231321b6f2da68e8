"""Full-text search: the words of a question, over what is studied or over stems, and the excerpt of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from trainer.catalogue.excerpts import excerpt_of, readable, words_of
from trainer.catalogue.rows import SearchHit

Ask = Callable[..., list[Any]]

#: A word in a heading or a term's name says more than one in the text.
_STUDY: Final = """SELECT doc.kind, doc.module, doc.lesson, doc.place, doc.language, doc.title
    FROM study_fts JOIN doc ON doc.rowid = study_fts.rowid
    WHERE study_fts MATCH ? AND doc.language = ? ORDER BY bm25(study_fts, 6.0, 1.0), doc.rowid LIMIT ?"""
_ITEMS: Final = """SELECT doc.kind, doc.module, doc.lesson, doc.place, doc.language, doc.title
    FROM item_fts JOIN doc ON doc.rowid = item_fts.rowid
    WHERE item_fts MATCH ? AND doc.language = ? AND doc.hidden <= ? ORDER BY rank LIMIT ?"""
_PAGE: Final = """SELECT markdown FROM page JOIN lesson ON lesson.rowid = page.lesson
    WHERE lesson.module = ? AND lesson.id = ? AND page.number = ?"""
_TERM: Final = "SELECT text FROM glossary WHERE module = ? AND id = ?"
_ITEM: Final = "SELECT json_extract(body, '$.stem') FROM item WHERE id = ?"


def find(ask: Ask, text: str, language: str, limit: int) -> list[SearchHit]:
    """Pages and terms for ``text`` in ``language``; ``ask`` runs a query and gives its rows."""
    words = words_of(text)
    found = ask(_STUDY, _question(words), language, limit) if words else []
    return [_hit(ask, row, words) for row in found]


def find_items(ask: Ask, text: str, language: str, limit: int, exam_items: bool) -> list[SearchHit]:
    """Items whose stem has the words of ``text``; those for exams only with ``exam_items``."""
    words = words_of(text)
    found = ask(_ITEMS, _question(words), language, int(exam_items), limit) if words else []
    return [_hit(ask, row, words) for row in found]


def _question(words: Sequence[str]) -> str:
    """Every word in quotes, so that nothing in it is syntax; the last one may be unfinished."""
    return " ".join(f'"{word}"' for word in words) + "*"


def _hit(ask: Ask, row: Sequence[Any], words: Sequence[str]) -> SearchHit:
    kind, module, lesson, place, language, title = row
    excerpt, marks = excerpt_of(readable(_text_of(ask, row)), words)
    return SearchHit(kind, module, lesson, place, language, title, excerpt, marks)


def _text_of(ask: Ask, row: Sequence[str]) -> str:
    kind, module, lesson, place, language, _ = row
    if kind == "page":
        found = ask(_PAGE, module, lesson, int(place))
    elif kind == "term":
        found = ask(_TERM, module, place)
    else:
        found = ask(_ITEM, place)
    return str(json.loads(found[0][0]).get(language, "")) if found else ""
