"""The build hook puts a compiled catalogue beside every source."""

from __future__ import annotations

from gettext import GNUTranslations
from pathlib import Path

import pytest

from trainer.content.locate import shipped_root
from trainer.i18n.catalogue import languages


def test_every_language_is_compiled_into_the_wheel(tmp_path: Path) -> None:
    hook_module = pytest.importorskip("trainer.i18n._hatch_hook", exc_type=ImportError)
    hook = hook_module.CatalogueHook(str(shipped_root()), {}, None, None, str(tmp_path), "wheel")
    build_data: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize("standard", build_data)
    included = {target: Path(source) for source, target in build_data["force_include"].items()}
    assert set(included) == {f"trainer/_shipped/locales/{code}/LC_MESSAGES/trainer.mo" for code in languages()}
    for path in included.values():
        with path.open("rb") as file:
            assert GNUTranslations(file).gettext("Choose an answer first.")
    hook.finalize("standard", build_data, "")
    assert not any(path.exists() for path in included.values())
