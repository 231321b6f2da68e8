"""Full-text search over pages, terms and stems: the words of a question, and the excerpt of an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from trainer.catalogue.rows import SearchHit

Ask = Callable[..., list[Any]]

_WORD = re.compile(r"\w+")
_MARKS = re.compile(r"\]\([^)]*\)|^\[\[check:.*$|[*`#>|\[]+", re.MULTILINE)
EXCERPT = 160

_FOUND = """SELECT doc.kind, doc.module, doc.lesson, doc.place, doc.language, doc.title
    FROM fts JOIN doc ON doc.rowid = fts.rowid
    WHERE fts MATCH ? AND doc.language = ? AND doc.hidden <= ? ORDER BY rank LIMIT ?"""
_PAGE = """SELECT markdown FROM page JOIN lesson ON lesson.rowid = page.lesson
    WHERE lesson.module = ? AND lesson.id = ? AND page.number = ?"""
_TERM = "SELECT text FROM glossary WHERE module = ? AND id = ?"
_ITEM = "SELECT json_extract(body, '$.stem') FROM item WHERE id = ?"


def find(ask: Ask, text: str, language: str, limit: int, exam_items: bool) -> list[SearchHit]:
    """Hits for ``text`` in ``language``; ``ask`` runs a query and gives its rows."""
    words = _WORD.findall(text.casefold())
    if not words:
        return []
    question = " ".join(f'"{word}"' for word in words) + "*"
    found = ask(_FOUND, question, language, int(exam_items), limit)
    return [_hit(row, _excerpt(_text_of(ask, row), words)) for row in found]


def _hit(row: Sequence[Any], excerpt: str) -> SearchHit:
    kind, module, lesson, place, language, title = row
    return SearchHit(kind, module, lesson, place, language, title, excerpt)


def _text_of(ask: Ask, row: Sequence[str]) -> str:
    kind, module, lesson, place, language, _ = row
    if kind == "page":
        found = ask(_PAGE, module, lesson, int(place))
    elif kind == "term":
        found = ask(_TERM, module, place)
    else:
        found = ask(_ITEM, place)
    return str(json.loads(found[0][0]).get(language, "")) if found else ""


def _excerpt(text: str, words: Sequence[str]) -> str:
    """Some :data:`EXCERPT` characters around the first word found, without Markdown's marks, cut between words."""
    plain = " ".join(_MARKS.sub("", text).split())
    place = min((at for word in words if (at := plain.casefold().find(word)) >= 0), default=0)
    start = 0 if place < EXCERPT // 2 else plain.find(" ", place - EXCERPT // 2) + 1
    end = len(plain) if len(plain) - start <= EXCERPT else plain.rfind(" ", start, start + EXCERPT)
    return ("… " if start else "") + plain[start:end] + (" …" if end < len(plain) else "")
