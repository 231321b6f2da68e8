"""The shape of the source: empty packages, small files, small functions, a sentence on everything public."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.reading import TRAINER, Source, sources

LINES_OF_A_FILE = 300
LINES_OF_A_FUNCTION = 50
#: A method so small that its name says it all.
LINES_WITHOUT_A_WORD = 10

UNFINISHED = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error")

#: Their docstrings say why they hold more: the one table of the kinds there are.
TABLES = ("trainer.items.kinds.__init__", "trainer.exercises.kinds.__init__")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_a_package_holds_only_its_docstring() -> None:
    for source in sources():
        if source.path.name != "__init__.py":
            continue
        assert ast.get_docstring(source.tree), source.path
        rest = [ast.unparse(node) for node in source.tree.body[1:]]
        if source.path.parent == TRAINER:
            assert [line.partition(" ")[0] for line in rest] == ["__version__"]
        elif source.name not in TABLES:
            assert rest == [], source.path


def test_files_are_small_and_say_what_they_are() -> None:
    for source in sources():
        assert len(source.path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE, source.path
        assert ast.get_docstring(source.tree), source.path


def length(node: Function) -> int:
    """Lines from the name to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_are_small() -> None:
    assert [
        f"{source.path}:{node.lineno} {node.name} has {length(node)} lines"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, Function) and length(node) > LINES_OF_A_FUNCTION
    ] == []


def public(source: Source) -> Iterator[ast.ClassDef | Function]:
    """Public classes and functions of a module, but the two every verb has."""
    for node in source.tree.body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            verb = ".cli.verbs." in source.name and node.name in ("add_arguments", "run")
            if not verb:
                yield node


def says_what_it_is(node: ast.ClassDef | Function) -> bool:
    """By its docstring, or (a command) by the sentence the program shows of it."""
    sentence = any(isinstance(line, ast.Assign) and ast.unparse(line).startswith("about = ") for line in node.body)
    return bool(ast.get_docstring(node)) or (isinstance(node, ast.ClassDef) and sentence)


def test_public_classes_and_functions_are_explained() -> None:
    assert [
        f"{source.path}:{node.lineno} {node.name}"
        for source in sources()
        for node in public(source)
        if not says_what_it_is(node)
    ] == []


def methods() -> Iterator[tuple[Source, Function]]:
    """Public methods of public classes."""
    for source in sources():
        for cls in public(source):
            if isinstance(cls, ast.ClassDef):
                yield from ((source, node) for node in cls.body if isinstance(node, Function) and node.name[0] != "_")


def test_long_methods_are_explained_where_they_are_introduced() -> None:
    """A method is explained once: an item kind's ``mark`` by ``Item``, a screen's ``paint`` by the base screen."""
    explained = {node.name for _, node in methods() if ast.get_docstring(node)}
    frameworks = ("on_", "action_", "watch_", "compute_", "validate_", "compose", "render", "initialize")
    assert [
        f"{source.path}:{node.lineno} {node.name}"
        for source, node in methods()
        if length(node) > LINES_WITHOUT_A_WORD
        and not ast.get_docstring(node)
        and node.name not in explained
        and not any(ast.unparse(one) == "property" for one in node.decorator_list)
        and not node.name.startswith(frameworks)
    ] == []


def test_nothing_is_unfinished_or_silenced_without_a_reason() -> None:
    for source in sources():
        for number, line in enumerate(source.path.read_text(encoding="utf-8").splitlines(), 1):
            place = f"{source.path}:{number}"
            assert not any(word in line for word in UNFINISHED), place
            for mark in ("# noqa", "# type: ignore", "# pragma: no cover"):
                if mark in line:
                    reason = line.split(mark, 1)[1].partition(" ")[2].strip(" -#")
                    assert len(reason) > 10, f"{place} silences without a reason"
