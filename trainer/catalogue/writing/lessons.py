"""Lessons: pages of all languages side by side, check questions as items, every page in the full-text index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from trainer.banks.read import read_checks
from trainer.catalogue.excerpts import readable
from trainer.catalogue.writing.changes import Changes
from trainer.catalogue.writing.items import drop_items, insert_items
from trainer.catalogue.writing.target import Doc, Target, as_json
from trainer.content.load import LoadedLesson

_LESSON_FILE = re.compile(r"courses/modules/([^/]+)/lessons/[^/]+")
_HEADING = re.compile(r"^#+\s+(.+)$", re.MULTILINE)

#: A lesson's files: (root, module, path without ending and language).
Group = tuple[int, str, str]


def write_lessons(target: Target, changes: Changes) -> None:
    """Read again each lesson of which any file changed, appeared or vanished."""
    paths = [*changes.ids, *changes.gone.values()]
    groups: dict[Group, list[tuple[int, str]]] = {}
    for root, path in paths:
        if found := _LESSON_FILE.fullmatch(path):
            groups.setdefault((root, found[1], _stem(path)), []).append((root, path))
    stale = {group: files for group, files in groups.items() if any(changes.touched(*file) for file in files)}
    for root, _, stem in stale:
        _forget(target, changes, (root, f"{stem}.yaml"))
    for (root, module, stem), files in stale.items():
        if number := changes.ids.get((root, f"{stem}.yaml")):
            folder = target.folders[root]
            if loaded := folder.lesson(module, folder.root / f"{stem}.yaml"):
                _write(target, number, loaded)
        target.advance(sum(changes.size(*file) for file in files))


def _stem(path: str) -> str:
    """``…/01-slug`` of ``…/01-slug.yaml`` and of ``…/01-slug.it.md``."""
    pure = PurePosixPath(path)
    stem = pure.stem if pure.suffix == ".yaml" else PurePosixPath(pure.stem).stem
    return str(pure.with_name(stem))


def _forget(target: Target, changes: Changes, data: tuple[int, str]) -> None:
    numbers = [number for number, file in changes.gone.items() if file == data]
    numbers += [changes.ids[data]] if data in changes.ids else []
    for number in numbers:
        drop_items(
            target, [row for (row,) in target.connection.execute("SELECT rowid FROM item WHERE file = ?", (number,))]
        )
        for (row,) in target.connection.execute("SELECT rowid FROM lesson WHERE file = ?", (number,)).fetchall():
            target.forget_docs([f"lesson:{row}"])
            target.connection.execute("DELETE FROM page WHERE lesson = ?", (row,))
            target.connection.execute("DELETE FROM lesson WHERE rowid = ?", (row,))


def _write(target: Target, number: int, loaded: LoadedLesson) -> None:
    lesson, connection = loaded.lesson.value, target.connection
    other = connection.execute(
        "SELECT path FROM lesson JOIN file ON file.id = lesson.file WHERE module = ? AND lesson.id = ?",
        (loaded.module, lesson.id),
    ).fetchone()
    if other:
        target.clash(loaded.lesson.name, loaded.lesson.document.line_of(("id",)), lesson.id, other[0])
        return
    checks, flaws = read_checks(loaded)
    target.add_flaws(flaws)
    stored = insert_items(target, number, loaded.lesson.name, loaded.module, checks, check=True)
    pages = max([len(lesson.pages), *map(len, loaded.prose.values())])
    row = connection.execute(
        """INSERT INTO lesson (file, module, id, position, title, minutes, revision, jurisdiction, statements, checks,
        pages) VALUES (?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?)""",
        (number, loaded.module, lesson.id, as_json(lesson.title), lesson.minutes, lesson.revision,
         lesson.jurisdiction, as_json(lesson.statements), as_json(stored), pages),
    ).lastrowid  # fmt: skip
    for index in range(pages):
        data = lesson.pages[index] if index < len(lesson.pages) else None
        markdown = {language: texts[index] for language, texts in loaded.prose.items() if index < len(texts)}
        connection.execute(
            "INSERT INTO page VALUES (?, ?, ?, ?, ?)",
            (row, index + 1, as_json(markdown), (data and data.jurisdiction) or lesson.jurisdiction,
             as_json(data.facts if data else [])),
        )  # fmt: skip
    target.add_docs(_docs(loaded, f"lesson:{row}"))


def _docs(loaded: LoadedLesson, owner: str) -> Iterator[Doc]:
    """A row for each page; the lesson's title is found on its first."""
    lesson = loaded.lesson.value
    for language, pages in loaded.prose.items():
        name = lesson.title.get(language, "")
        for index, page in enumerate(pages):
            heading = _HEADING.search(page)
            title = readable(heading[1]) if heading else name
            text = readable(page) if index else f"{name}\n{readable(page)}"
            yield ("page", loaded.module, lesson.id, str(index + 1), language, title, 0, owner, text)
