"""Lessons: the same pages and checks in every language, pages that fit a screen, honest minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trainer.checking.findings import Severity
from trainer.checking.layout import COLUMNS, page_size, shown
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, at
from trainer.checking.wording import word_count
from trainer.checking.world import SeenModule, World
from trainer.content.load import LoadedLesson
from trainer.content.prose import Prose
from trainer.kernel.problems import N_

CHECK = re.compile(r"\[\[check: ([a-z0-9-]+)\]\]")
#: Lines a page may take before it scrolls on a screen of 24, and before nobody reads it to the end.
LINES, LINES_AT_MOST = 24, 40
#: Columns of a drawing, all that a page has on a screen of 60; and what a table may not pass: its columns are then cut.
DRAWING, TABLE_AT_MOST = 55, 100
MINUTES, WORDS, CHECKS = (8, 12), (350, 950), (2, 4)


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page of a lesson in one language."""

    module: SeenModule
    lesson: LoadedLesson
    prose: Prose
    number: int

    @property
    def text(self) -> str:
        return self.prose.pages[self.number]

    def hit(self, line: int, template: str, severity: Severity | None = None, /, **values: object) -> Hit:
        """A hit at a line of the page, counted from 0."""
        return Hit(self.prose.name, self.prose.page_lines[self.number] + line, template, values, severity)


def pages(world: World) -> Iterator[SeenPage]:
    """Every page of every lesson in every language."""
    for module, lesson in _lessons(world):
        for prose in lesson.prose_documents.values():
            for number in range(len(prose.pages)):
                yield SeenPage(module, lesson, prose, number)


def _lessons(world: World) -> Iterator[tuple[SeenModule, LoadedLesson]]:
    return ((module, lesson) for module in world.modules for lesson in module.lessons)


def languages(world: World) -> Iterator[Hit]:
    """T02: the prose of a lesson in every language."""
    template = N_("The lesson has no prose in «{language}» ({file} is missing or cannot be read); write it.")
    for _, lesson in _lessons(world):
        document = lesson.lesson.document
        there = {*lesson.prose_documents, *world.unread_prose(document.name)}
        for language in world.languages:
            if language not in there:
                file = document.name.rpartition("/")[2].removesuffix("yaml") + f"{language}.md"
                yield at(document, ("id",), template, language=language, file=file)


def page_counts(world: World) -> Iterator[Hit]:
    """P01: as many pages in each language as the lesson's file has entries."""
    template = N_(
        "This text has {found} pages and the lesson's file {due}: pages stand in the same order in every language. Add "
        "or remove a «---», or an entry of «pages»."
    )
    for _, lesson in _lessons(world):
        due = len(lesson.lesson.value.pages)
        for prose in lesson.prose_documents.values():
            if (found := len(prose.pages)) != due:
                line = prose.page_lines[min(found, due + 1) - 1]
                yield Hit(prose.name, line, template, {"found": found, "due": due})


def strange_checks(world: World) -> Iterator[Hit]:
    """P02: what a text shows is a check question of its lesson, and shown once."""
    unknown = N_("«{id}» is no check question of this lesson; correct the id or write the check.")
    twice = N_("The check question «{id}» stands twice in this text; take one out.")
    for _, lesson in _lessons(world):
        declared = _declared(lesson)
        for prose in lesson.prose_documents.values():
            seen = set[str]()
            for name, _, line in _placed(prose):
                if name not in declared:
                    yield Hit(prose.name, line, unknown, {"id": name})
                elif name in seen:
                    yield Hit(prose.name, line, twice, {"id": name})
                seen.add(name)


def checks(world: World) -> Iterator[Hit]:
    """P02: every check question is shown, on the same page in every language."""
    unused = N_("No page shows the check question «{id}»; add [[check: {id}]] to a page in every language.")
    for _, lesson in _lessons(world):
        # The language the lesson was written in first, as its title shows, is what the others are compared with.
        order = dict.fromkeys([*lesson.lesson.value.title, *lesson.prose_documents])
        texts = [
            (language, lesson.prose_documents[language]) for language in order if language in lesson.prose_documents
        ]
        placed = [(language, *entry) for language, prose in texts for entry in _placed(prose)]
        for index, name in enumerate(_declared(lesson)):
            where = {language: (page, line) for language, check, page, line in placed if check == name}
            if texts and not where:
                yield at(lesson.lesson.document, ("checks", index, "id"), unused, id=name)
            elif len({len(prose.pages) for _, prose in texts}) == 1:
                yield from _compared(lesson, name, where)


def _declared(lesson: LoadedLesson) -> list[str]:
    return [str(check.get("id")) for check in lesson.lesson.value.checks]


def _placed(prose: Prose) -> list[tuple[str, int, int]]:
    """The checks of a text: id, page (from 0), line."""
    return [
        (found[1], number, prose.page_lines[number] + line)
        for number, page in enumerate(prose.pages)
        for line, text in enumerate(page.split("\n"))
        if (found := CHECK.fullmatch(text.strip()))
    ]


def _compared(lesson: LoadedLesson, name: str, where: dict[str, tuple[int, int]]) -> Iterator[Hit]:
    absent = N_(
        "The check question «{id}» stands on page {page} in «{other}» and is missing here; add [[check: {id}]]."
    )
    moved = N_("The check question «{id}» stands on page {page} here and on page {due} in «{other}»; move it.")
    first, (due, _) = next(iter(where.items()))
    for language, prose in lesson.prose_documents.items():
        values: dict[str, object] = {"id": name, "page": due + 1, "other": first}
        if language not in where:
            yield Hit(prose.name, prose.page_lines[due], absent, values)
        elif where[language][0] != due:
            page, line = where[language]
            yield Hit(prose.name, line, moved, values | {"page": page + 1, "due": due + 1})


def how_many_checks(world: World) -> Iterator[Hit]:
    """P03."""
    template = N_("The lesson has {count} check questions; two to four keep a reader awake without an examination.")
    for _, lesson in _lessons(world):
        count = len(lesson.lesson.value.checks)
        if not CHECKS[0] <= count <= CHECKS[1]:
            yield at(lesson.lesson.document, ("checks",), template, count=count)


def headings(world: World) -> Iterator[Hit]:
    """P04."""
    template = N_("A page begins with a heading of its own; start it with «## » and what the page is about.")
    for page in pages(world):
        if not page.text.startswith("## "):
            yield page.hit(0, template)


def sizes(world: World) -> Iterator[Hit]:
    """P05: pages of at most 24 lines; tables and drawings that fit."""
    long = N_("The page takes {count} lines at {columns} columns; {limit} fit a screen. Split it or shorten it.")
    table = N_("The table is {width} columns wide when drawn; {limit} fit. Shorten its cells.")
    drawing = N_("This line of a drawing is {width} columns wide; {limit} fit a small screen. Make it narrower.")
    for page in pages(world):
        size = page_size(page.text)
        if size.lines > LINES:
            grave = size.lines > LINES_AT_MOST
            yield page.hit(0, long, "error" if grave else None, count=size.lines, columns=COLUMNS, limit=LINES)
        for row in size.rows:
            limit, most = (DRAWING, COLUMNS) if row.drawing else (COLUMNS, TABLE_AT_MOST)
            if row.width > limit:
                template = drawing if row.drawing else table
                yield page.hit(row.line, template, "error" if row.width > most else None, width=row.width, limit=limit)


def minutes(world: World) -> Iterator[Hit]:
    """P06."""
    template = N_(
        "The lesson takes {minutes} minutes; one idea is worth {least} to {most}. Split it, join it or correct it."
    )
    for _, lesson in _lessons(world):
        if not MINUTES[0] <= lesson.lesson.value.minutes <= MINUTES[1]:
            values = {"minutes": lesson.lesson.value.minutes, "least": MINUTES[0], "most": MINUTES[1]}
            yield at(lesson.lesson.document, ("minutes",), template, **values)


def lengths(world: World) -> Iterator[Hit]:
    """P07."""
    template = N_("The lesson has {count} words in «{language}»; {least} to {most} fill its minutes. Add or cut.")
    for _, lesson in _lessons(world):
        for language, prose in lesson.prose_documents.items():
            count = sum(word_count(shown(CHECK.sub("", page))) for page in prose.pages)
            if not WORDS[0] <= count <= WORDS[1]:
                values = {"count": count, "language": language, "least": WORDS[0], "most": WORDS[1]}
                yield Hit(prose.name, 1, template, values)


RULES = (
    Rule("T02", "error", "the prose of a lesson in every language", languages),
    Rule("P01", "error", "as many pages in every language", page_counts),
    Rule("P02", "error", "checks of this lesson, each shown once", strange_checks),
    Rule("P02", "error", "every check on the same page in every language", checks),
    Rule("P03", "warning", "two to four checks in a lesson", how_many_checks),
    Rule("P04", "error", "a heading on every page", headings),
    Rule("P05", "warning", "pages, tables and drawings that fit the screen", sizes),
    Rule("P06", "warning", "lessons of eight to twelve minutes", minutes),
    Rule("P07", "warning", "350 to 950 words in a lesson", lengths),
)
