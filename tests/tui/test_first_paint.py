"""What may be imported before *Today* is seen: an import there is time everybody waits at every start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations

LATER = {"pydantic", "tinydb", "filelock", "babel", "markdown_it", "yaml", "yaml_rs", "rich.markdown", "fsrs"}
OURS_LATER = {
    *("trainer.progress.store", "trainer.items", "trainer.assessment", "trainer.content.models"),
    *("trainer.flows.prepare", "trainer.flows.browse", "trainer.tui.palette", "trainer.tui.markdown.parse"),
}

SCRIPT = """
import json, sys
from trainer.flows.workspace import Workspace
from trainer.progress.locations import find_locations
from trainer.i18n.catalogue import Translator
from trainer.tui import run
from trainer.tui.app import TrainerApp
from trainer.tui.screens import today

workspace = Workspace(find_locations(sys.argv[1]))
workspace.choose_learner(None)
app = TrainerApp(workspace, Translator("it", cache=workspace.locations.cache), run.first_screens(workspace, None))
seen = []

def painted(*_):
    # Called instead of the background work, after the first refresh.
    seen.extend(sys.modules)
    seen.append("LINES " + " ".join(strip.text for strip in app.screen._compositor.render_strips()))
    app.exit()

today.in_background = painted
app.run(headless=True, size=(80, 24))
print(json.dumps(seen))
"""


def modules_at_first_paint(home: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(home)], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_today_is_painted_before_the_heavy_imports(tmp_path: Path) -> None:
    workspace = Workspace(find_locations(str(tmp_path)))
    workspace.open_catalogue()
    workspace.create_learner("Maria", "it", "en", "abr")
    workspace.close()
    modules_at_first_paint(tmp_path)  # compiles the interface's catalogue into the cache
    *seen, lines = modules_at_first_paint(tmp_path)
    assert "Ciao, Maria" in lines
    assert sorted(name for name in seen if name in LATER or name.partition(".")[0] in LATER) == []
    assert sorted(name for name in seen if name in OURS_LATER) == []
