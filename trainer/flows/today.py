"""*Today*: what to do next and how far one is, from the glance and the catalogue's small tables only.

This is on the way to the first screen, so nothing here may import pydantic, TinyDB or the store.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from trainer.kernel.record import Record
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.catalogue.index import Catalogue

StepKind = Literal["resume_exam", "resume_practice", "resume_exercise", "lesson", "practice", "exam", "due"]

#: Of how many modules steps are offered: with three steps each they have a digit to jump to.
AT_ONCE = 3


class Step(Record):
    """Something to do next. ``target`` is an attempt id, ``module/lesson``, a module, an exam id or ``review``."""

    kind: StepKind
    target: str
    title: LocalText
    detail: Mapping[str, Any] = {}


class UnitProgress(Record):
    """A unit of the learner's qualification: lessons studied of those that exist, items right at the last answer."""

    id: str
    title: LocalText
    readiness: str
    lessons_done: int
    lessons: int
    items_right: int
    items: int
    modules_missing: int


class TodayView(Record):
    """The first screen. ``due``: how many items are due for review; where none is, ``next_due`` says in how many days
    the next one will be (0: nothing is planned). ``more``: modules of the qualification no step is offered of."""

    name: str
    qualification: LocalText
    steps: tuple[Step, ...]
    units: tuple[UnitProgress, ...]
    recent: tuple[Mapping[str, Any], ...]
    flaws: int
    due: int = 0
    next_due: int = 0
    more: int = 0


def today_view(glance: Mapping[str, Any], catalogue: Catalogue, as_of: str, day: int) -> TodayView:
    """Build the view from a learner's glance (see ``progress.glance``).

    ``as_of`` is the day (ISO date) items must be in force, ``day`` the number of today in the learner's calendar.
    """
    profile = glance["profile"]
    row = next((q for q in catalogue.qualifications() if q.id == profile["qualification"]), None)
    units = catalogue.units(profile["qualification"]) if row else []
    studied = studied_lessons(glance, catalogue)
    own = tuple(row.jurisdictions) if row else ()
    # Units share modules, and each costs queries: once is enough.
    slugs = dict.fromkeys(slug for unit in units for slug in unit.modules)
    modules = {slug: _module(slug, catalogue, own, as_of, glance["answered"]) for slug in slugs}
    progress = tuple(_unit(unit, modules, studied) for unit in units)
    present = [module for module in modules.values() if module is not None]
    # Worked out on the first start of a day only (see ``kept_today``); at the others the first paint does without.
    from trainer.flows.due import Schedule

    planned = Schedule(glance, catalogue, own, day, as_of)
    due = len(planned.due())
    offered = in_hand(present, glance["lessons"])
    steps = _steps(glance, catalogue, offered, studied, due)
    return TodayView(
        profile["name"], row.title if row else {}, tuple(_left_last_first(steps, glance)),
        progress, tuple(glance["recent"]), len(catalogue.flaws), due, 0 if due else planned.days_ahead(),
        len(present) - len(offered),
    )  # fmt: skip


def studied_lessons(glance: Mapping[str, Any], catalogue: Catalogue) -> set[tuple[str, str]]:
    """(module, lesson) of every lesson whose pages were all opened and whose checks were all answered right."""
    known = {
        (slug, lesson.id): lesson
        for slug in dict.fromkeys(row["module"] for row in glance["lessons"])
        for lesson in catalogue.lessons(slug)
    }
    done = set()
    for row in glance["lessons"]:
        needs = known.get((row["module"], row["lesson"]))
        if needs and row["revision"] == needs.revision and _complete(row, needs.pages, needs.checks):
            done.add((row["module"], row["lesson"]))
    return done


def _complete(row: Mapping[str, Any], pages: int, checks: Sequence[str]) -> bool:
    return len(set(row["opened"])) >= pages and set(checks) <= set(row["checks"])


class _Module(Record):
    """What of a module is for this learner's qualification. ``right``: how many items were right at the last answer."""

    slug: str
    title: LocalText
    lessons: tuple[Any, ...]
    items: int
    right: int


def _module(
    slug: str, catalogue: Catalogue, jurisdictions: Sequence[str], as_of: str, answered: Mapping[str, bool]
) -> _Module | None:
    row = catalogue.module(slug)
    if row is None or row.state != "present":
        return None
    items = practice_items(catalogue, slug, jurisdictions, as_of)
    right = sum(was_right and item in items for item, was_right in answered.items())
    return _Module(slug, row.title, own_lessons(catalogue, slug, jurisdictions), len(items), right)


def own_lessons(catalogue: Catalogue, slug: str, jurisdictions: Sequence[str]) -> tuple[Any, ...]:
    """The lessons of a module under these jurisdictions; the others are further reading."""
    return tuple(lesson for lesson in catalogue.lessons(slug) if lesson.jurisdiction in jurisdictions)


def practice_items(catalogue: Catalogue, slug: str, jurisdictions: Sequence[str], as_of: str) -> frozenset[str]:
    """Ids of the items of a module this learner may meet in practice."""
    strata = catalogue.strata([slug], tuple(jurisdictions), ("practice", "both"), as_of)
    return frozenset(item for ids in strata.values() for item in ids)


def in_hand(modules: Sequence[_Module], begun: Sequence[Mapping[str, Any]]) -> list[_Module]:
    """The modules whose steps are offered: those left last, but for one, then new ones in the order of the units.

    ``begun`` are the lessons of the glance. Where nothing is new, all of them are the ones left last.
    """
    left: dict[str, float] = {}
    for row in begun:
        left[row["module"]] = max(row["last_at"], left.get(row["module"], 0.0))
    old = sorted((module for module in modules if module.slug in left), key=lambda module: -left[module.slug])
    new = [module for module in modules if module.slug not in left]
    return [*old[: AT_ONCE - 1], *new, *old[AT_ONCE - 1 :]][:AT_ONCE]


def _unit(unit: Any, modules: Mapping[str, _Module | None], studied: set[tuple[str, str]]) -> UnitProgress:
    mine = [module for slug in unit.modules if (module := modules[slug]) is not None]
    return UnitProgress(
        unit.id, unit.title, unit.readiness,
        lessons_done=sum((module.slug, lesson.id) in studied for module in mine for lesson in module.lessons),
        lessons=sum(len(module.lessons) for module in mine),
        items_right=sum(module.right for module in mine),
        items=sum(module.items for module in mine),
        modules_missing=len(unit.modules) - len(mine),
    )  # fmt: skip


def _steps(
    glance: Mapping[str, Any], catalogue: Catalogue, modules: Sequence[_Module], studied: set[tuple[str, str]], due: int
) -> list[Step]:
    steps = [_resume(row) for row in glance["running"]]
    if due:
        from trainer.flows.due import REVIEW

        steps.append(Step("due", "review", REVIEW, {"due": due}))
    begun = {(row["module"], row["lesson"]): row for row in glance["lessons"]}
    for module in modules:
        todo = [lesson for lesson in module.lessons if (module.slug, lesson.id) not in studied]
        if todo:
            steps.append(_lesson_step(module, todo, begun))
        steps.append(Step("practice", module.slug, module.title, {"items": module.items}))
        steps += [
            Step("exam", exam.id, exam.title, {"items": exam_size(catalogue, exam.id), "minutes": exam.minutes})
            for exam in catalogue.exams()
            if exam.scope == "module" and exam.subject == module.slug
        ]
    return steps


def _left_last_first(steps: list[Step], glance: Mapping[str, Any]) -> list[Step]:
    """What was left last comes first; before it only what has a clock that runs on meanwhile."""
    left = {row["id"]: row["last_at"] or row["started_at"] + row["seconds"] for row in glance["running"]}
    left |= {f"{row['module']}/{row['lesson']}": row["last_at"] for row in glance["lessons"]}
    counting = {row["id"] for row in glance["running"] if row["mode"] in ("counting", "assessed")}
    begun = [step for step in steps if step.kind != "lesson" or step.detail["begun"]]
    last = max((step for step in begun if step.target in left), key=lambda step: left[step.target], default=None)
    return sorted(steps, key=lambda step: 0 if step.target in counting else 1 if step is last else 2)


def exam_size(catalogue: Catalogue, exam: str) -> int:
    """How many items a paper has, read from the blueprint's JSON so that no model need be imported."""
    sections = json.loads(catalogue.exam(exam) or "{}").get("sections", [])
    return sum(count for section in sections for count in section["draw"].values())


def _lesson_step(module: _Module, todo: Sequence[Any], begun: Mapping[tuple[str, str], Mapping[str, Any]]) -> Step:
    """The lesson left last, or the first that is new."""
    first = max(todo, key=lambda lesson: begun.get((module.slug, lesson.id), {"last_at": 0.0})["last_at"])
    row = begun.get((module.slug, first.id))
    page = row["page"] if row else 0
    detail = {"page": page, "pages": first.pages, "minutes": first.minutes, "begun": row is not None}
    return Step("lesson", f"{module.slug}/{first.id}", first.title, {**detail, "module": module.title})


def _resume(row: Mapping[str, Any]) -> Step:
    kinds: dict[str, StepKind] = {"exam": "resume_exam", "exercise": "resume_exercise"}
    kind = kinds.get(row["kind"], "resume_practice")
    detail = {"answered": row["answered"], "items": row["items"], "mode": row["mode"], "started_at": row["started_at"]}
    return Step(kind, row["id"], row["title"], detail)
