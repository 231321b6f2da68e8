"""The shapes of what assessors judge by: the rubric of rationales and the protocol of a unit's oral assessment."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from trainer.schema.fields import Authored, File, Slug, Text

#: The highest level of a rubric and of an oral mark.
TOP_LEVEL = 3

#: What one sees at each level, from 0 upwards.
Anchors = Annotated[list[Text], Field(min_length=TOP_LEVEL + 1, max_length=TOP_LEVEL + 1)]
Points = Annotated[float, Field(ge=0, le=TOP_LEVEL)]


class Sufficiency(Authored):
    """When levels suffice: none below ``lowest``, and ``mean`` on average. ``text`` says so to people."""

    text: Text
    house_rule: bool
    lowest: Annotated[int, Field(ge=0, le=TOP_LEVEL)]
    mean: Points


class OpenSufficiency(Authored):
    """When an open answer suffices: ``share`` of the points of its own criteria."""

    text: Text
    house_rule: bool
    share: Annotated[float, Field(gt=0, le=1)]


class RaterRules(Authored):
    """When a third rater is called, and what several judgements come to.

    A third one is called where two differ by ``third_from`` levels or more on a criterion, or (``third_on_verdict``)
    where one finds the work sufficient and the other does not. ``combine``: what each criterion comes to; of two the
    median is their mean.
    """

    text: Text
    house_rule: bool
    third_from: Annotated[int, Field(ge=1, le=TOP_LEVEL)]
    third_on_verdict: bool
    combine: Literal["median", "mean"]


class Criterion(Authored):
    """A criterion: a part of the rationale, what it asks for, and what one sees on the page at each level."""

    id: Slug
    title: Text
    asks: Text
    anchors: Anchors


class Rubric(File):
    """``courses/assessment/rationale.yaml``. ``revision`` is raised when a level or a rule means something else."""

    revision: Annotated[int, Field(ge=1)]
    house_rule: bool
    basis: Text
    criteria: Annotated[list[Criterion], Field(min_length=1)]
    sufficiency: Sufficiency
    open_answers: OpenSufficiency
    raters: RaterRules


class OralQuestion(Authored):
    """A question of the protocol: the statements it is about, and what a good answer holds."""

    id: Slug
    statements: Annotated[list[str], Field(min_length=1)]
    text: Text
    good_answer: Annotated[list[Text], Field(min_length=2, max_length=5)]


class ObservationPoint(Authored):
    """What an observer looks at; without ``anchors`` of its own the protocol's ``levels`` say what each level is."""

    id: Slug
    text: Text
    anchors: Anchors | None = None


class Observation(Authored):
    """Points that are observed together, about indicators and statements of the unit.

    ``optional``: the group may be left out; what it is about then counts as not assessed.
    """

    id: Slug
    title: Text
    indicators: list[str] = []
    statements: list[str] = []
    optional: bool = False
    points: Annotated[list[ObservationPoint], Field(min_length=1)]


class OralProtocol(File):
    """``courses/assessment/<unit>.yaml``: what an oral assessment of the unit asks and observes.

    At least ``ask`` of the questions are put. ``levels`` are what a mark from 0 to 3 means; the rule of ``sufficiency``
    holds of the questions and of each group observed, every one by itself.
    """

    unit: str
    revision: Annotated[int, Field(ge=1)]
    minutes: Annotated[int, Field(ge=5, le=120)]
    house_rule: bool
    basis: Text
    ask: Annotated[int, Field(ge=1)]
    questions: Annotated[list[OralQuestion], Field(min_length=6, max_length=8)]
    levels: Anchors
    observe: Annotated[list[Observation], Field(min_length=1)]
    sufficiency: Sufficiency
