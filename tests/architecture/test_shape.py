"""The shape of the source: empty packages, small files, small functions, a sentence on everything public."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.reading import TRAINER, Source, sources

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 50
#: A docstring says so much that the name alone need not.
NO_DOCSTRING_NEEDED = 8

Definition = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_a_package_holds_only_its_docstring(source: Source) -> None:
    if source.path.name != "__init__.py":
        return
    assert ast.get_docstring(source.tree), source.path
    rest = source.tree.body[1:]
    if source.path.parent == TRAINER:
        assert [ast.unparse(node).partition(" ")[0] for node in rest] == ["__version__"]
    elif source.name != "trainer.items.kinds.__init__":  # its docstring says why: the one table of kinds
        assert rest == [], source.path


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_files_are_small_and_say_what_they_are(source: Source) -> None:
    assert len(source.path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE, source.path
    assert ast.get_docstring(source.tree), source.path


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_functions_are_small(source: Source) -> None:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LINES_OF_A_FUNCTION, f"{source.path}:{node.lineno} {node.name} has {lines} lines"


def public(node: ast.Module | ast.ClassDef) -> Iterator[Definition]:
    """Public definitions of a module, and the methods of its public classes."""
    for child in node.body:
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not child.name.startswith("_"):
            yield child
            if isinstance(child, ast.ClassDef):
                yield from public(child)


def plain(node: Definition) -> bool:
    """Whether a definition is so small, or overrides so plainly, that its name says it all."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    return not isinstance(node, ast.ClassDef) and lines <= NO_DOCSTRING_NEEDED


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_public_names_are_explained(source: Source) -> None:
    functions = {id(node) for node in source.tree.body}
    for node in public(source.tree):
        if id(node) in functions or not plain(node):
            assert ast.get_docstring(node) or _is_known(node), f"{source.path}:{node.lineno} {node.name}"


#: Methods whose meaning is the framework's: Textual's, argparse verbs' and TinyDB's.
KNOWN = {"add_arguments", "run", "compose", "render", "render_line", "main", "read", "write"}


def _is_known(node: Definition) -> bool:
    overrides = any(ast.unparse(one) in ("override", "abstractmethod") for one in node.decorator_list)
    return (
        node.name in KNOWN or overrides or node.name.startswith(("on_", "action_", "watch_", "compute_", "validate_"))
    )


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_nothing_is_unfinished_or_silenced_without_a_reason(source: Source) -> None:
    for number, line in enumerate(source.path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{source.path}:{number}"
        assert not any(word in line for word in ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplementedError")), place
        for mark in ("# noqa", "# type: ignore", "# pragma: no cover"):
            if mark in line:
                reason = line.split(mark, 1)[1].partition(" ")[2].strip(" -#")
                assert len(reason) > 10, f"{place} silences without a reason"
