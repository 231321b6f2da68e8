"""Named damages to copies of content files: each must be reported at its line, and only there.

``python -m tests.content.damage`` prints a table and exits 1 when one is missed or says too much. What a damage must
bring with it (an item that cannot be drawn makes its exam short) stands beside it in ``also``.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.content.damages import exams, form, items, kinds, lessons, maps
from tests.content.damages.table import DAMAGES, Damage
from tests.content.shelf import Edit, Shelf
from trainer.checking.check import check
from trainer.checking.findings import Finding
from trainer.content.locate import FOLDERS, shipped_root

TODAY = date(2026, 11, 21)
#: Importing these fills the table.
FAMILIES = (exams, form, items, kinds, lessons, maps)

#: Whatever changes an item makes the figures of blind answers old.
OLD_FIGURES = frozenset({"B01"})


@dataclass(frozen=True)
class Outcome:
    """What the checker said of a damage."""

    damage: Damage
    edit: Edit
    missed: tuple[int, ...]
    surplus: tuple[Finding, ...]

    @property
    def good(self) -> bool:
        return not self.missed and not self.surplus


def run(names: str = "") -> Iterator[Outcome]:
    """Make each damage in a copy of the content, check, and mend it again."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in FOLDERS:
            shutil.copytree(shipped_root() / name, root / name)
        before = _counted(check([root], TODAY).findings)
        for one in DAMAGES:
            if names in one.name:
                yield _outcome(root, one, before)


def _counted(findings: tuple[Finding, ...]) -> Counter[tuple[str, str, str]]:
    return Counter((f.file, f.rule, f.message) for f in findings)


def _outcome(root: Path, one: Damage, before: Counter[tuple[str, str, str]]) -> Outcome:
    shelf = Shelf(root)
    edit = one.make(shelf)
    path = root / edit.file
    old = path.read_bytes()
    try:
        path.unlink() if edit.content is None else path.write_bytes(edit.content)
        report = check([root], TODAY)
    finally:
        path.write_bytes(old)
    left, new = before.copy(), list[Finding]()
    for finding in report.findings:
        left[finding.file, finding.rule, finding.message] -= 1
        if left[finding.file, finding.rule, finding.message] < 0:
            new.append(finding)
    file = (root / (edit.reported or edit.file)).as_posix()
    hits = [f for f in new if f.rule == one.rule and f.file == file and (edit.any_line or f.line in edit.lines)]
    missed = tuple(set(edit.lines or (0,)) - {f.line for f in hits}) if not edit.any_line or not hits else ()
    surplus = tuple(f for f in new if f not in hits and f.rule not in one.also | OLD_FIGURES)
    return Outcome(one, edit, missed, surplus)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.content.damage", description=__doc__)
    parser.add_argument("--only", default="", metavar="WORDS", help="only damages with these words in their name")
    outcomes = []
    for outcome in run(parser.parse_args(arguments).only):
        outcomes.append(outcome)
        place = (
            f"{Path(outcome.edit.reported or outcome.edit.file).name}:{','.join(map(str, outcome.edit.lines)) or '?'}"
        )
        print(f"{'ok ' if outcome.good else 'BAD'}  {outcome.damage.rule}  {outcome.damage.name:<40} {place}")
        for line in outcome.missed:
            print(f"       not reported at line {line}")
        for finding in outcome.surplus:
            print(f"       also {finding.file}:{finding.line} {finding.rule} {finding.message}")
    good = sum(outcome.good for outcome in outcomes)
    print(f"{good} of {len(outcomes)} damages reported at their line and only there.")
    return 0 if good == len(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
