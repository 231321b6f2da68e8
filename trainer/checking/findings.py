"""Findings: what is wrong, where, why it matters and how to mend it, in one sentence or two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``template`` is an English sentence for ``values``; front ends translate it."""

    file: str
    line: int
    rule: str
    severity: Severity
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its values."""
        return self.template.format(**self.values)

    @property
    def place(self) -> tuple[str, int, str]:
        """What findings are sorted by: file, line, rule."""
        return self.file, self.line, self.rule


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file, line and rule, each one once."""
    known: dict[tuple[str, int, str, str], Finding] = {}
    for finding in sorted(findings, key=lambda found: (*found.place, found.message)):
        known.setdefault((*finding.place, finding.message), finding)
    return list(known.values())
