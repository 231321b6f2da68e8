"""Build hook: compiles every ``.po`` to ``.mo`` and puts it beside its source in the wheel.

hatchling loads this file by path, outside the package, so nothing of Trainer may be imported here.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Adds the compiled catalogues through ``force_include``; the checkout stays as it is."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        self._made = Path(tempfile.mkdtemp(prefix="trainer-locales-"))
        for source in sorted(root.glob("locales/*/LC_MESSAGES/*.po")):
            place = source.relative_to(root).with_suffix(".mo")
            compiled = self._made / place
            compiled.parent.mkdir(parents=True)
            with source.open("rb") as text, compiled.open("wb") as target:
                write_mo(target, read_po(text, locale=place.parts[1]))
            build_data["force_include"][str(compiled)] = f"trainer/_shipped/{place.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.target_name == "wheel" and version != "editable":
            shutil.rmtree(self._made, ignore_errors=True)
