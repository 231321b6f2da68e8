"""Every named damage to the shipped content is reported at its line, and only there."""

from __future__ import annotations

from tests.content.damage import run
from tests.content.damages.table import DAMAGES


def test_damages_have_names_of_their_own() -> None:
    names = [damage.name for damage in DAMAGES]
    assert len(names) == len(set(names)) >= 25


def test_every_damage_is_reported_at_its_line_and_only_there() -> None:
    bad = [
        (outcome.damage.name, outcome.missed, [f"{f.file}:{f.line} {f.rule}" for f in outcome.surplus])
        for outcome in run()
        if not outcome.good
    ]
    assert bad == []
