"""The shapes of content files, as pydantic models: the JSON Schemas and the validation come from these."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from trainer.schema.fields import Authored, Certainty, Day, File, Jurisdiction, Level, Slug, Text


class Statement(Authored):
    """A knowledge or skill line of a standard, with its official id."""

    id: str
    text: Text
    competence: str | None = None
    kind: Literal["skill", "knowledge"] | None = None


class Code(Authored):
    """A code of a classification (AdA, ISTAT, ATECO), as printed in the standard."""

    code: str | None
    title: Text | None = None
    former_code: str | None = None
    as_stated: str | None = None
    classification: str | None = None


class Competence(Authored):
    """A Swiss sub-competence."""

    id: str
    code: str
    title: Text
    goal: Text


class Reading(Authored):
    """How a rule is read where its words allow two readings: data, and printed as ``text``.

    ``attempts``: a minimum of two is reached with no fewer attempts than two, or with any. ``situation_by`` are the
    facets in which two situations differ, ``parts`` the parts of a rationale that the standard's words mean, ``kinds``
    the kinds of exercise that count (empty: all). ``home_language``: against which a foreign one is told.
    """

    text: Text
    coverage: Literal["union"] = "union"
    attempts: Literal["largest_minimum", "any"] = "largest_minimum"
    rationale: Literal["each_counted_attempt"] = "each_counted_attempt"
    home_language: str | None = None
    situation_by: list[str] = []
    parts: dict[str, str] = {}
    kinds: list[str] = []


class MinimumPerformance(Authored):
    """A unit's threshold: in words, and as the ``rule`` a program evaluates (keys in ``docs/content-format.md``).

    ``house_rule``: the standard states none, and this one is ours; screens and records say so.
    """

    text: Text
    rule: dict[str, Any]
    reading: Reading | None = None
    house_rule: bool = False
    basis: str | None = None


class AssessmentMethod(Authored):
    """How the standard wants the unit assessed."""

    text: Text
    basis: str | None = None


class Unit(Authored):
    """A unit of competence: what gets its own completion record."""

    id: str
    number: int
    title: Text
    outcome: Text
    eqf: int | None
    eqf_inherited: bool = False
    outcome_derived: bool = False
    knowledge: list[Statement]
    skills: list[Statement]
    competences: list[Competence] = []
    indicators: list[Statement] = []
    observation_object: Text | None = None
    minimum_performance: MinimumPerformance | None
    assessment_method: AssessmentMethod | None


class Qualification(File):
    """One of the published standards. ``jurisdictions``: whose law its learners are shown and examined on."""

    id: Slug
    code: str | None = None
    title: Text
    issuer: str | Text
    issuer_basis: Text | None = None
    act: str | Text | None = None
    references: Any = None
    process: Any = None
    process_sequence: Any = None
    document: Any = None
    document_version: str | None = None
    date: Any = None
    date_meaning: Text | str | None = None
    eqf: int | None
    sep: Text | None = None
    ada: list[Code] = []
    istat: list[Code] = []
    ateco: list[Code] = []
    description: Text
    jurisdictions: list[Jurisdiction] = ["IT", "EU", "none"]
    knowledge: list[Statement] = []
    key_points: list[Statement] = []
    units: list[Unit]
    notes: list[Text] = []


class PlannedModule(Authored):
    """A module of the coverage map: it may exist or still be in preparation."""

    slug: Slug
    title: Text
    scope: Text
    required: bool
    covers: list[str]


class UnitModules(Authored):
    """The modules of a unit, in order of study."""

    id: str
    modules: list[Slug]


class QualificationModules(Authored):
    """The modules of a qualification's units and of what it states for the whole."""

    id: Slug
    common_modules: list[Slug]
    units: list[UnitModules]


class Coverage(File):
    """``courses/coverage.yaml``: module to statements, statements that say the same, units to modules.

    ``observer`` are the statements somebody must watch or hear: a program tests only their written side.
    """

    modules: list[PlannedModule]
    same_as: list[list[str]]
    observer: list[str] = []
    qualifications: list[QualificationModules]


class Source(Authored):
    """A source a lesson or an item rests on."""

    id: str
    citation: Text
    jurisdiction: Jurisdiction
    valid_from: Day
    review_by: Day
    certainty: Certainty


class Sources(File):
    """``courses/sources.yaml``: the register of sources."""

    sources: list[Source]


class GlossaryTerm(Authored):
    """A term of art with one sentence."""

    id: Slug
    term: Text
    text: Text


class Module(File):
    """``module.yaml``: a reusable block of lessons."""

    slug: Slug
    title: Text
    summary: Text
    lessons: Annotated[list[Slug], Field(min_length=1)]
    glossary: list[GlossaryTerm] = []


class Page(Authored):
    """What the program must know of one page of prose."""

    facts: list[str] = []
    jurisdiction: Jurisdiction | None = None


class Lesson(File):
    """``<nn-slug>.yaml``: a lesson beside its prose. ``checks`` are items, read by the package above."""

    id: Slug
    revision: Annotated[int, Field(ge=1)]
    title: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    jurisdiction: Jurisdiction
    statements: Annotated[list[str], Field(min_length=1)]
    pages: Annotated[list[Page], Field(min_length=1)]
    checks: list[dict[str, Any]] = []


class Section(Authored):
    """A part of an exam with its own pass mark: where it draws from and how many items of each level."""

    id: Slug
    title: Text
    modules: list[Slug]
    lessons: list[Slug] = []
    draw: dict[Level, Annotated[int, Field(ge=0)]]


class Exam(File):
    """``courses/exams/<id>.yaml``: a blueprint. Shares are of the maximum mark (0.7 = 70 %)."""

    id: str
    title: Text
    scope: Literal["module", "unit", "final"]
    subject: str
    minutes: Annotated[int, Field(ge=1)]
    pass_mark: Annotated[float, Field(gt=0, le=1)]
    section_pass_mark: Annotated[float, Field(ge=0, le=1)]
    house_rule: bool
    sections: Annotated[list[Section], Field(min_length=1)]
