"""What is loaded when: help is instant, and the first screen waits for nothing it does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.workspace import TinyWorkspace
from tests.fixtures import TINY
from trainer.catalogue.index import open_or_build

TOP = Path(__file__).parents[2]
HEAVY = {
    "textual", "rich", "pydantic", "tinydb", "babel", "yaml", "yaml_rs", "sqlite3", "filelock", "markdown_it", "fsrs",
    "reportlab", "pypdf", "segno", "font_roboto", "PIL", "cryptography", "pyld", "rfc8785", "lxml", "openbadgeslib",
}  # fmt: skip

LOADED = """
import sys
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def loaded(program: str, *arguments: str) -> set[str]:
    """The top-level modules in memory after a program."""
    done = subprocess.run(
        [sys.executable, "-c", program + LOADED, *arguments], cwd=TOP, capture_output=True, text=True, check=True
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("language", ["it", "en"])
def test_help_loads_nothing_heavy(language: str, tmp_path: Path) -> None:
    """A checkout compiles its messages once; from then on nothing is waited for."""

    def asked(*arguments: str) -> set[str]:
        options = ["--home", str(tmp_path), "--lang", language, *arguments]
        return loaded(f"from trainer.cli.main import main\nmain({options!r})")

    assert not asked("--help") & {"textual", "pydantic", "rich", "tinydb", "sqlite3", "yaml", "yaml_rs"}
    for arguments in (["--help"], ["--version"], ["no-such-verb"], ["--no-such-option"]):
        assert not asked(*arguments) & HEAVY


def test_help_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "trainer", "--lang", "en", "--help"], cwd=TOP, capture_output=True, text=True, check=True
    )
    for verb in ("study", "practise", "exam", "check", "doctor", "learner"):
        assert verb in done.stdout


TODAY = """
import sys
from pathlib import Path
from trainer.flows import workspace
from trainer.progress.locations import find_locations
workspace.shipped_root = lambda: Path(sys.argv[2])
from trainer.flows.home import HomeFlow
opened = workspace.Workspace(find_locations(sys.argv[1]))
assert opened.choose_learner(None) == "maria"
view = HomeFlow(opened).view
assert view is not None and view.name == "Maria", view
"""


def test_the_first_screen_waits_neither_for_models_nor_for_the_store(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Maria", "it", "en", "tin")
    workspace.close()
    open_or_build([TINY], workspace.locations.cache).close()
    assert loaded(TODAY, str(tmp_path), str(TINY)) & HEAVY == {"sqlite3"}


def test_nothing_of_records_is_loaded_to_open_the_program() -> None:
    program = "import sys, trainer.cli.main, trainer.tui.run, trainer.tui.app, trainer.tui.screens.today\n"
    found = "raise SystemExit(any(name.startswith('trainer.records') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program + found], cwd=TOP, check=False).returncode == 0


def test_the_program_is_imported_without_models_store_or_parsers() -> None:
    found = loaded("import trainer.tui.run, trainer.tui.app, trainer.tui.screens.today\n")
    assert "textual" in found
    assert not found & {"pydantic", "tinydb", "babel", "yaml", "yaml_rs", "filelock", "markdown_it", "fsrs"}
    assert not found & {"cryptography", "pyld", "rfc8785", "lxml"}
