"""Checking content: any content folder, module folder, bank or other file, as of a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from trainer.assessment.coverage import StatementCoverage
from trainer.checking.acceptances import accept
from trainer.checking.findings import Finding, in_order
from trainer.checking.gather import build_world
from trainer.checking.played import SeenExercise
from trainer.checking.rules.balance import key_longest
from trainer.checking.rules.table import RULES
from trainer.checking.seen import SeenItem
from trainer.checking.tree import read_loose, read_root, root_of
from trainer.checking.world import SeenBank, World
from trainer.content.load import paused_collection
from trainer.content.locate import shipped_root

#: The rule of files that cannot be read or do not have the shape of their kind.
FORM = "F01"
_CONTROL_CODES = "H02"


@dataclass(frozen=True, slots=True)
class BankFigures:
    """Counts over one bank. ``key_longest`` and the blind agreements are shares; None where nobody answered."""

    items: int
    kinds: Mapping[str, int]
    levels: Mapping[str, int]
    use: Mapping[str, int]
    key_longest: float
    blind: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """What an exercise is for and how large it is. ``paths`` None: its ways cannot be counted."""

    id: str
    module: str
    units: tuple[str, ...]
    kind: str
    facets: Mapping[str, Any]
    use: str
    paths: int | None
    maximum: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, sorted by file and line; how statements are covered; figures by bank."""

    findings: tuple[Finding, ...] = ()
    coverage: Mapping[str, StatementCoverage] = field(default_factory=dict)
    in_preparation: tuple[str, ...] = ()
    banks: Mapping[str, BankFigures] = field(default_factory=dict)
    exercises: tuple[ExerciseFigures, ...] = ()

    def count(self, severity: str) -> int:
        """How many findings are of this severity."""
        return sum(finding.severity == severity for finding in self.findings)


def check(paths: Sequence[Path], as_of: date) -> Report:
    """Check every path. Raises ``InputUnreadable`` when one is not there."""
    reports = [_check_place(place, parts, as_of) for place, parts in _places(paths).items()]
    return Report(
        findings=tuple(in_order([finding for report in reports for finding in report.findings])),
        coverage={name: one for report in reports for name, one in report.coverage.items()},
        in_preparation=tuple(dict.fromkeys(slug for report in reports for slug in report.in_preparation)),
        banks={slug: figures for report in reports for slug, figures in report.banks.items()},
        exercises=tuple(figures for report in reports for figures in report.exercises),
    )


def _places(paths: Sequence[Path]) -> dict[tuple[Path, bool], list[Path]]:
    """What to read (a content folder, True; a loose place, False) and which parts of it were asked for."""
    found: dict[tuple[Path, bool], list[Path]] = {}
    for path in paths:
        root = root_of(path)
        found.setdefault((root or path, root is not None), []).append(path)
    return found


def _check_place(place: tuple[Path, bool], parts: list[Path], as_of: date) -> Report:
    path, is_root = place
    with paused_collection():
        return _report_of(path, is_root, parts, as_of)


def _report_of(path: Path, is_root: bool, parts: list[Path], as_of: date) -> Report:
    tree = read_root(path) if is_root else read_loose(path)
    world = build_world(tree, as_of, alone=is_root and (path / "courses" / "qualifications").is_dir())
    names = _Names(path if is_root else (path if path.is_dir() else path.parent), parts)
    findings = [replace(f, file=names.shown(f.file)) for f in find(world) if names.within(f.file)]
    part = part_of(world, names)
    return Report(
        tuple(findings),
        part.coverage_of,
        tuple(slug for slug in world.known.covers if slug not in world.known.lessons),
        {bank.slug: _figures(bank, world.languages) for bank in part.banks},
        tuple(map(_exercise_figures, part.exercises)),
    )


class _Names:
    """Names of files: relative to where they were read, and as the person who asked wrote them."""

    def __init__(self, base: Path, parts: list[Path]) -> None:
        self._base = base.resolve()
        self._parts = [(part, part.resolve().relative_to(self._base).as_posix()) for part in parts]
        self._shipped = self._base == shipped_root().resolve()

    def within(self, name: str) -> bool:
        """Whether the file belongs to what was asked for."""
        return any(below in (".", name) or name.startswith(f"{below}/") for _, below in self._parts)

    def shown(self, name: str) -> str:
        """The name with the path that was asked for in front; shipped content needs none."""
        if self._shipped:
            return name
        for part, below in self._parts:
            if below == ".":
                return (part / name).as_posix() if part.is_dir() else part.as_posix()
            if name == below or name.startswith(f"{below}/"):
                return part.as_posix() + name[len(below) :]
        return name


def part_of(world: World, names: _Names) -> World:
    """The world with only the banks, modules and exercises that were asked for."""
    banks = [bank for bank in world.banks if names.within(bank.file)]
    modules = [module for module in world.modules if names.within(module.loaded.name)]
    exercises = [seen for seen in world.exercises if names.within(seen.file)]
    return World(world.as_of, world.known, world.languages, banks=banks, modules=modules, exercises=exercises)


def find(world: World) -> list[Finding]:
    """Everything wrong in a world: mistakes of form first, then every rule, then what items accept."""
    flaws = [Finding(flaw.file, flaw.line, FORM, "error", flaw.template, flaw.values) for flaw in world.flaws]
    # A file that cannot be read because of a control code has been told so, at the value that holds it.
    told = {flaw.file for flaw in flaws}
    found = [(one, seen) for one, seen in _run(world) if not (one.rule == _CONTROL_CODES and one.file in told)]
    return [*flaws, *accept(found, world.items, {rule.id for rule in RULES})]


def _run(world: World) -> Iterator[tuple[Finding, SeenItem | None]]:
    for rule in RULES:
        for hit in rule.find(world):
            severity = hit.severity or rule.severity
            yield Finding(hit.file, hit.line, rule.id, severity, hit.template, hit.values), hit.item


def _exercise_figures(seen: SeenExercise) -> ExerciseFigures:
    exercise = seen.exercise
    facets = {**exercise.facets.as_json(exercise.spoken[0]), "spoken_language": list(exercise.spoken)}
    return ExerciseFigures(
        exercise.id, seen.module, tuple(exercise.units), exercise.kind, facets, exercise.use, seen.paths,
        exercise.maximum,
    )  # fmt: skip


def _figures(bank: SeenBank, languages: Iterable[str]) -> BankFigures:
    items = [seen.item for seen in bank.items]
    known = bank.blind.figures if bank.blind else {}
    return BankFigures(
        items=len(items),
        kinds=Counter(item.kind for item in items),
        levels=Counter(item.level for item in items),
        use=Counter(item.use for item in items),
        key_longest=round(key_longest(bank.items), 4),
        blind={lang: round(known[lang].share, 4) if lang in known else None for lang in languages},
    )
