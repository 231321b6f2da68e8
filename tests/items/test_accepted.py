"""Words are compared as people write them: case, apostrophes, spaces and outer punctuation do not count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_item
from trainer.items.accepted import Accents, accepts, fold


@pytest.mark.parametrize(
    ("typed", "accepted"),
    [
        ("portabilità", "portabilità"),
        ("PORTABILITÀ", "portabilità"),
        ("portabilita\u0300", "portabilità"),
        ("  diritto   di\u00a0recesso ", "diritto di recesso"),
        ("«diritto di recesso».", "diritto di recesso"),
        ("l’informativa", "l'informativa"),
        ("l`informativa", "l’informativa"),
        ("lʼinformativa", "l'informativa"),
        ("STRASSE", "straße"),
        ("e-mail!", "E-Mail"),
        ("(S.p.A.)", "s.p.a"),
        ("ΟΔΟΣ", "οδος"),
    ],
)
def test_the_same_words(typed: str, accepted: str) -> None:
    assert accepts({"it": [accepted]}, typed, "significant")


@pytest.mark.parametrize(
    ("typed", "accents", "right"),
    [
        ("portabilita", "significant", False),
        ("portabilita", "ignored", True),
        ("portabilita'", "significant", False),
        ("portabilita'", "ignored", True),
        ("pòrtàbilità", "ignored", True),
        ("portabilità dei dati", "ignored", False),
        ("рortabilità", "ignored", False),  # a Cyrillic «р» is another letter
        ("porta bilità", "ignored", False),
    ],
)
def test_other_words(typed: str, accents: Accents, right: bool) -> None:
    assert accepts({"it": ["portabilità"], "en": ["portability"]}, typed, accents) is right


def test_a_response_counts_in_any_language() -> None:
    item = an_item("short_text")
    assert item.mark(item.parse({"words": ("Data portability",)})).right
    assert item.mark(item.parse({"words": ("Portabilità",)})).right


@given(st.text(max_size=40), st.sampled_from(["significant", "ignored"]))
def test_folding_twice_changes_nothing(text: str, accents: Accents) -> None:
    once = fold(text, accents)
    assert fold(once, accents) == once
