"""The source as data: every module of ``trainer`` with what it imports, calls and defines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[2]
TRAINER = TOP / "trainer"


@dataclass(frozen=True)
class Source:
    """One file: its dotted name, its place and its tree."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def package(self) -> str:
        """The package below ``trainer``; "" for what stands at the top."""
        parts = self.path.relative_to(TRAINER).parts
        return parts[0] if len(parts) > 1 else ""

    def imports(self) -> Iterator[tuple[str, int, bool]]:
        """Module, line, and whether it is imported when the file is."""
        deferred = set(self._deferred())
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((name.name, node.lineno, node not in deferred) for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module, node.lineno, node not in deferred

    def _deferred(self) -> Iterator[ast.AST]:
        """What stands in functions or under ``if TYPE_CHECKING``."""
        for node in ast.walk(self.tree):
            typing = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
            if typing or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from ast.walk(node)

    def calls(self) -> Iterator[tuple[str, int]]:
        """What is called, as written, and the line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                yield ast.unparse(node.func), node.lineno


@cache
def sources() -> tuple[Source, ...]:
    """Every module of the program."""
    found = []
    for path in sorted(TRAINER.rglob("*.py")):
        if "_shipped" not in path.parts:
            name = ".".join(path.relative_to(TOP).with_suffix("").parts)
            found.append(Source(name, path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)
