"""The page on the format names every kind of item, and its examples name fields that exist."""

from __future__ import annotations

import re

import pytest

from trainer.content.locate import shipped_root
from trainer.items.kinds import KINDS

PAGE = (shipped_root() / "docs" / "content-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("kind", [*KINDS])
def test_every_kind_has_an_example(kind: str) -> None:
    assert f"`{kind}`" in PAGE
    assert kind == "multiple" or any(f"kind: {kind}\n" in block or f"kind: {kind} " in block for block in BLOCKS)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("single", "multiple", "true_false")])
def test_an_example_names_every_field_of_its_kind_and_no_other(kind: str) -> None:
    block = next(block for block in BLOCKS if f"kind: {kind}\n" in block)
    named = set(re.findall(r"^    ([a-z_]+):", block, re.MULTILINE)) - {"kind", "stem"}
    fields = KINDS[kind].model_fields
    own = {name for name in fields if fields[name] is not KINDS["single"].model_fields.get(name)}
    common = set(KINDS["single"].model_fields) - {"options"}
    assert named <= set(fields)
    assert own - common - named == set()
