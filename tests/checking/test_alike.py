"""Near-duplicates are found without comparing every pair."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from trainer.checking.alike import ALIKE, alike

WORDS = [
    "cliente",
    "chiede",
    "copia",
    "dati",
    "entro",
    "termine",
    "azienda",
    "risponde",
    "contratto",
    "un",
    "il",
    "per",
]
texts = st.lists(st.lists(st.sampled_from(WORDS), min_size=4, max_size=12).map(" ".join), max_size=12)


@given(texts)
def test_pairs_that_share_their_words_are_all_found(found: list[str]) -> None:
    pairs = {(one, other) for one, other, _ in alike(found)}
    for other in range(len(found)):
        for one in range(other):
            left, right = set(found[one].split()), set(found[other].split())
            ratio = SequenceMatcher(None, found[one], found[other], autojunk=False).ratio()
            if ratio > ALIKE and len(left & right) >= 0.6 * max(len(left), len(right)):
                assert (one, other) in pairs


@given(texts)
def test_what_is_told_is_alike(found: list[str]) -> None:
    for one, other, ratio in alike(found):
        assert one < other
        assert ratio > ALIKE
        assert ratio == SequenceMatcher(None, found[one], found[other], autojunk=False).ratio()


def test_empty_and_single_texts() -> None:
    assert list(alike([])) == []
    assert list(alike(["", ""])) == []
