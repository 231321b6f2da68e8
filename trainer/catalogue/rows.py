"""Plain rows of the compiled catalogue. Texts are maps by language; counts are integers; dates are ISO texts.

Records, because the first screen waits for these classes to be made.
"""

from __future__ import annotations

from typing import Any, Literal

from trainer.kernel.record import Record
from trainer.kernel.text import LocalText

State = Literal["present", "in_preparation"]


class StatementCounts(Record):
    """How many statements there are and how many of all of them are taught and tested."""

    knowledge: int
    skills: int
    taught: int
    tested: int


class QualificationRow(Record):
    """A published standard. ``common`` counts what it states for the whole qualification, key points left out.

    ``ada`` are its areas of activity in the Atlante del lavoro, each with code and title.
    """

    id: str
    title: LocalText
    eqf: int | None
    description: LocalText
    issuer: LocalText
    jurisdictions: tuple[str, ...]
    common: StatementCounts
    common_modules: tuple[str, ...]
    units: tuple[str, ...]
    ada: tuple[tuple[str, LocalText], ...] = ()


class UnitRow(Record):
    """A unit of competence. ``minimum_performance`` is empty where the standard states none."""

    id: str
    qualification: str
    number: int
    title: LocalText
    outcome: LocalText
    eqf: int | None
    readiness: Literal["in_preparation", "study", "exam", "certifiable"]
    statements: StatementCounts
    modules: tuple[str, ...]
    minimum_performance: LocalText
    reading: LocalText
    assessment_method: LocalText


class StatementRow(Record):
    """A statement with its coverage. ``unit`` is "" for one of the whole qualification."""

    id: str
    qualification: str
    unit: str
    listed: Literal["knowledge", "skill", "key_point"]
    part: Literal["knowledge", "skill", "key_point"]
    text: LocalText
    lessons: tuple[str, ...]
    items: int
    exercises: int
    observer: bool
    taught: bool
    tested: bool


class ModuleRow(Record):
    """A module, whether it exists or is still in preparation; ``items`` are bank items, ``minutes`` its lessons'."""

    slug: str
    title: LocalText
    summary: LocalText
    state: State
    lessons: int
    items: int
    exercises: int
    minutes: int
    statements: tuple[str, ...]
    units: tuple[str, ...]


class LessonRow(Record):
    """A lesson in its module's order of study. ``checks`` are the ids of its check questions."""

    module: str
    id: str
    position: int
    title: LocalText
    minutes: int
    revision: int
    jurisdiction: str
    pages: int
    statements: tuple[str, ...]
    checks: tuple[str, ...]


class PageRow(Record):
    """A page of a lesson: its Markdown and the citations of its facts, both by language."""

    number: int
    markdown: LocalText
    jurisdiction: str
    facts: tuple[str, ...]
    citations: dict[str, tuple[str, ...]]


class LessonContent(Record):
    """A lesson with its pages and, by id, the JSON of its check questions (``items.kinds.item_from_json`` reads it)."""

    row: LessonRow
    pages: tuple[PageRow, ...]
    checks: dict[str, str]


class GlossaryRow(Record):
    """A term of art with one sentence."""

    module: str
    id: str
    term: LocalText
    text: LocalText


class ExamRow(Record):
    """An exam's blueprint in a line; :meth:`Catalogue.exam` gives the whole."""

    id: str
    title: LocalText
    scope: Literal["module", "unit", "final"]
    subject: str
    minutes: int
    modules: tuple[str, ...]


class ExerciseRow(Record):
    """An exercise without its body. ``facets`` are those of its file (``exercises.facets.Facets``)."""

    id: str
    module: str
    units: tuple[str, ...]
    kind: str
    use: Literal["practice", "assessed"]
    jurisdiction: str
    title: LocalText
    minutes: int
    revision: int
    spoken: tuple[str, ...]
    statements: tuple[str, ...]
    facets: dict[str, Any]
    maximum: int
    digest: str


class FacetRow(Record):
    """A value of a closed list, with the tags that rules ask for."""

    list: str
    id: str
    name: LocalText
    tags: tuple[str, ...]


class SourceRow(Record):
    """A source with its citation by language."""

    id: str
    citation: LocalText
    jurisdiction: str
    valid_from: str
    review_by: str
    certainty: str


class PoolRow(Record):
    """An item without its body. ``valid_from`` is its own or the latest of its facts, "" when neither says one."""

    rowid: int
    id: str
    module: str
    lesson: str
    level: str
    use: str
    jurisdiction: str
    valid_from: str
    valid_until: str
    statements: tuple[str, ...]
    digest: str


class ItemPlace(Record):
    """What an item belongs to and which statements it names, read without its body."""

    id: str
    module: str
    lesson: str
    level: str
    revision: int
    statements: tuple[str, ...]


class ItemRow(Record):
    """An item with its JSON body. ``check`` tells a lesson's check question from a bank item."""

    id: str
    module: str
    lesson: str
    digest: str
    body: str
    check: bool


class SearchHit(Record):
    """Something found: ``kind`` says what; ``place`` is a page number (from 1), a term's id or an item's id.

    ``marks`` are the places in ``excerpt`` (from, to) where the words looked for stand.
    """

    kind: Literal["page", "term", "item"]
    module: str
    lesson: str
    place: str
    language: str
    title: str
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


class FlawRow(Record):
    """A mistake met while compiling: ``template`` is an English sentence for ``values`` (see ``content.flaws``)."""

    file: str
    line: int
    template: str
    values: dict[str, object]

    @property
    def message(self) -> str:
        """The sentence in English, with its values."""
        return self.template.format(**self.values)
