"""What can be practised, as a person chooses it: every possibility with how many questions there are, or why none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trainer.catalogue.rows import ModuleRow
from trainer.flows.due import REVIEW, due_items, schedule
from trainer.flows.exams import USES
from trainer.flows.prepare import NOTHING_HERE
from trainer.flows.scopes import MISTAKES, WEAK_SPOTS, Select, mistaken_items, own_jurisdictions, weak_items
from trainer.flows.today import own_lessons
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Problem, Refused
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class Practisable:
    """One of ``flows.practice_start.SCOPES`` with its target; ``items`` questions, or ``refusal`` says why none."""

    scope: str
    target: str
    title: LocalText
    items: int
    refusal: Problem | None = None


@dataclass(frozen=True, slots=True)
class ModuleChoice:
    """A module as a whole, and its lessons in their order."""

    whole: Practisable
    lessons: tuple[Practisable, ...]


@dataclass(frozen=True, slots=True)
class PracticeMenu:
    """``again``: what is due, mistakes, weak spots. ``first`` is the target to highlight, empty for the first of all.

    ``about`` is what the menu was opened for: ``module``, ``unit`` or empty for everything of the qualification.
    """

    about: str
    title: LocalText
    again: tuple[Practisable, ...]
    units: tuple[Practisable, ...]
    modules: tuple[ModuleChoice, ...]
    first: str = ""


def practice_menu(workspace: Workspace, *, unit: str = "", module: str = "", lesson: str = "") -> PracticeMenu:
    """The possibilities of one module, of one unit, or of the learner's whole qualification."""
    catalogue = workspace.catalogue
    units = catalogue.units(workspace.profile().qualification)
    wanted = catalogue.unit(unit) if unit else None
    units = [wanted] if wanted else [] if module else units
    slugs = [module] if module else list(dict.fromkeys(slug for row in units for slug in row.modules))
    rows = [row for slug in slugs if (row := catalogue.module(slug)) is not None and row.state == "present"]
    counts = _counts(workspace, [row.slug for row in rows])
    modules = tuple(_module(workspace, row, counts) for row in rows)
    sizes = {one.whole.target: one.whole.items for one in modules}
    shown = tuple(_sized("unit", row.id, row.title, sum(sizes.get(slug, 0) for slug in row.modules)) for row in units)
    about = "module" if module else "unit" if wanted else ""
    title = rows[0].title if module and rows else wanted.title if wanted else {}
    first = f"{module}/{lesson}" if lesson else ""
    return PracticeMenu(about, title, _again(workspace), shown, modules, first)


def _counts(workspace: Workspace, modules: Sequence[str]) -> Mapping[tuple[str, str], int]:
    """How many items there are by module and lesson, in one query."""
    counts: dict[tuple[str, str], int] = {}
    strata = workspace.catalogue.strata(modules, own_jurisdictions(workspace), USES["practice"], workspace.today())
    for (module, lesson, _), ids in strata.items():
        counts[module, lesson] = counts.get((module, lesson), 0) + len(ids)
    return counts


def _module(workspace: Workspace, row: ModuleRow, counts: Mapping[tuple[str, str], int]) -> ModuleChoice:
    lessons = own_lessons(workspace.catalogue, row.slug, own_jurisdictions(workspace))
    whole = sum(count for (module, _), count in counts.items() if module == row.slug)
    return ModuleChoice(
        _sized("module", row.slug, row.title, whole),
        tuple(
            _sized("lesson", f"{row.slug}/{one.id}", one.title, counts.get((row.slug, one.id), 0)) for one in lessons
        ),
    )


def _sized(scope: str, target: str, title: LocalText, items: int) -> Practisable:
    return Practisable(scope, target, title, items, None if items else Refused(NOTHING_HERE))


def _again(workspace: Workspace) -> tuple[Practisable, ...]:
    """What was answered before. How much is due is all of it; one review takes a part."""
    due = len(schedule(workspace).due())
    return (
        _asked(workspace, "review", REVIEW, due_items, due),
        _asked(workspace, "mistakes", MISTAKES, mistaken_items),
        _asked(workspace, "weak", WEAK_SPOTS, weak_items),
    )


def _asked(workspace: Workspace, scope: str, title: LocalText, select: Select, known: int | None = None) -> Practisable:
    if known:
        return Practisable(scope, "", title, known)
    try:
        return _sized(scope, "", title, len(select(workspace, "", "").items))
    except Refused as refusal:
        return Practisable(scope, "", title, 0, refusal)
