"""Every screen has a picture, and pictures can be taken."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[2] / "docs" / "pictures.py"


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["pictures"] = module
    spec.loader.exec_module(module)
    return module


def test_every_route_has_a_picture(pictures: ModuleType) -> None:
    assert pictures.missing_screens() == []


async def test_a_missing_picture_is_an_error(
    pictures: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {name: picture for name, picture in pictures.PICTURES.items() if picture.route != "review"}
    monkeypatch.setattr(pictures, "PICTURES", shown)
    assert pictures.missing_screens() == ["review"]


async def test_a_picture_is_an_svg(pictures: ModuleType, tmp_path: Path) -> None:
    drawn = await pictures.take("exam-start", "it", (80, 24), tmp_path)
    assert drawn.startswith("<svg") and "Inizia" in drawn
