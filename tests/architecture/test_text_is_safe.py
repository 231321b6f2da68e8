"""Foreign text reaches the screen through ``tui/safe.py`` only: every other way Textual reads markup is closed.

Textual runs ``[@click=…]`` found in any markup string, so outside ``safe`` no text widget is made, no title, tooltip or
notification is set, and markup is parsed from literals only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TUI = Path(__file__).resolve().parents[2] / "trainer" / "tui"
FILES = sorted(path for path in TUI.rglob("*.py") if path.name != "safe.py")

#: Widgets and calls that read markup from strings; ``Plain`` takes their place.
FORBIDDEN = {
    "Static", "Label", "Markdown", "MarkdownViewer", "Select", "SelectionList", "RadioButton", "RadioSet", "Checkbox",
    "DataTable", "Tree", "Tabs", "Tab", "Collapsible", "TabbedContent", "Link", "Toast", "OptionList",
    "notify", "escape",
}  # fmt: skip
#: Calls whose first argument must be a literal or be made by ``safe``.
NEEDS_SAFE = {"Button", "Option", "DiscoveryHit"}
SAFE_MAKERS = {"plain", "joined", "emphasised", "Content", "assemble", "styled"}
FORBIDDEN_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip"}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _is_safe(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and (_name(node.func) in SAFE_MAKERS or _name(node.func).startswith("_line"))


def _faults(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            if name in FORBIDDEN:
                yield node.lineno, f"{name}() reads markup; use trainer.tui.safe"
            if name in NEEDS_SAFE and node.args and not _is_safe(node.args[0]):
                yield node.lineno, f"{name}() takes a literal or what trainer.tui.safe made"
            if name == "from_markup" and not (node.args and isinstance(node.args[0], ast.Constant)):
                yield node.lineno, "markup is parsed from literals only; give text as template variables"
        if isinstance(node, ast.ClassDef) and any(_name(base) in FORBIDDEN for base in node.bases):
            yield node.lineno, f"class {node.name} derives from a widget that reads markup"
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_ATTRIBUTES and isinstance(node.ctx, ast.Store):
            yield node.lineno, f"{node.attr} reads markup"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TUI)))
def test_text_goes_through_safe(path: Path) -> None:
    faults = [f"{path}:{line}: {why}" for line, why in _faults(ast.parse(path.read_text(encoding="utf-8")))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "code",
    [
        "Static(name)", "self.app.notify(text)", "widget.border_title = name", "Button(name)", "Option(title)",
        "Content.from_markup(text)", "class Own(Label): pass", "x.tooltip = text",
    ],
)  # fmt: skip
def test_the_rule_bites(code: str) -> None:
    assert list(_faults(ast.parse(code)))


@pytest.mark.parametrize("code", ["Plain(name)", "Button(plain(name))", "Content.from_markup('[b]$who[/b]', who=name)"])
def test_the_rule_lets_safe_text_pass(code: str) -> None:
    assert not list(_faults(ast.parse(code)))


#: Screens paint views; whatever reads the world is a flow's work.
WORLD = {"open", "Path", "sqlite3", "tinydb", "json", "socket", "subprocess"}


@pytest.mark.parametrize("path", sorted((TUI / "screens").glob("*.py")), ids=lambda path: path.name)
def test_screens_do_no_input_or_output(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {alias.name.split(".")[0] for node in imports for alias in node.names}
    times = {f"{_name(node.value)}.{node.attr}" for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not (used | imported) & WORLD
    assert not times & {"time.time", "time.monotonic", "datetime.now", "datetime.today", "date.today"}


def test_only_background_starts_workers() -> None:
    starting = [
        path.name
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.Attribute) and node.attr in ("run_worker", "run_in_executor", "to_thread"))
        or (isinstance(node, ast.Name) and node.id == "work")
    ]  # fmt: skip
    assert set(starting) == {"background.py"}
