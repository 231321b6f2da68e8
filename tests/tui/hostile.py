"""The shipped content with bait in every text, and what must never come of it on a screen."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from trainer.catalogue.index import Catalogue, Progress, open_or_build
from trainer.content.locate import shipped_root
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import Clock
from trainer.progress.locations import Locations
from trainer.tui.app import TrainerApp

#: Markup that would act, markup that is broken, an escape sequence, turned and invisible letters, marks that pile up,
#: letters from right to left and twice as wide.
BAIT = "[@click=app.quit]boom[/] [bold\x1b[2J\u202e\u200bZ\u0301\u0323\u0489 \u0645\u0631 \u5e97 "
#: What is left of it on a screen, whatever the width.
SEEN = "boom"
#: What Textual's own scrollbars do.
_SCROLLBAR = ("grab", "release", "scroll_up", "scroll_down", "scroll_left", "scroll_right")
_FOLDERS = ("courses", "question_banks")


def bait_content(root: Path) -> Path:
    """A copy of the shipped content in which every text begins with bait."""
    for folder in _FOLDERS:
        for source in sorted((shipped_root() / folder).rglob("*")):
            target = root / source.relative_to(shipped_root())
            if source.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_baited_file(source), encoding="utf-8")
    return root


def _baited_file(source: Path) -> str:
    text = source.read_text(encoding="utf-8")
    if source.suffix == ".yaml":
        data = _baited(yaml.load(text, Loader=_Loader))
        items = data.pop("items", None) if source.parent.name == "question_banks" else None
        if items is None:
            return json.dumps(data)
        # Banks are cut at their items before they are read.
        head = "".join(f"{key}: {json.dumps(value)}\n" for key, value in data.items())
        return head + "items:\n" + "".join(f"- {json.dumps(item)}\n" for item in items)
    if source.suffix == ".md":
        plain = BAIT.translate({0x1B: None, 0x202E: None, 0x200B: None})
        return "\n".join(f"## {plain}{line[3:]}" if line.startswith("## ") else line for line in text.split("\n"))
    return text


class _Loader(yaml.CSafeLoader):
    """Dates stay texts, and so do «on», «off», «yes» and «no», as YAML 1.2 has them."""


def _is_text(tag: str, first: str) -> bool:
    return tag == "tag:yaml.org,2002:timestamp" or (tag == "tag:yaml.org,2002:bool" and first in "yYnNoO")


_Loader.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in pairs if not _is_text(tag, key)]
    for key, pairs in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _baited(data: Any) -> Any:
    """Every map of texts by language, with bait before each text; gaps and figures keep what they are made of."""
    if isinstance(data, list):
        return [_baited(one) for one in data]
    if not isinstance(data, dict):
        return data
    if data and set(data) <= {"it", "en"} and all(isinstance(text, str) for text in data.values()):
        return {language: f"{BAIT}{text}" for language, text in data.items()}
    return {key: _baited(value) for key, value in data.items()}


class BaitedWorkspace(Workspace):
    """A workspace over baited content, compiled once."""

    def __init__(self, locations: Locations, clock: Clock, content: Path) -> None:
        super().__init__(locations, clock)
        self.content = content

    @property
    def roots(self) -> list[Path]:
        return [self.content]

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        if self._catalogue is None:
            self._catalogue = open_or_build([self.content], self.locations.cache, on_progress)
        return self._catalogue


def harm(app: TrainerApp) -> list[str]:
    """What is wrong with the screen: anything a click would run, and characters a terminal obeys or hides."""
    found = []
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        for segment in strip:
            meta = segment.style.meta if segment.style else {}
            found += [f"line {row}: {key} {meta[key]}" for key in meta if key[0] == "@" and meta[key] not in _SCROLLBAR]
            hidden = [char for char in segment.text if unicodedata.category(char) in ("Cc", "Cf")]
            found += [f"line {row}: {ord(char):#x}" for char in hidden]
    return found
