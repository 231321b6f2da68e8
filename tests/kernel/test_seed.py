"""The stream gives the same numbers for ever, without bias."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.kernel.seed import Stream


def test_known_answers() -> None:
    """Papers drawn years ago must be drawn again: these values may never change."""
    stream = Stream("7", "draw", "gdpr")
    assert [stream.below(1000) for _ in range(8)] == [550, 634, 35, 7, 435, 357, 881, 731]
    assert Stream("7").shuffled("abcdefgh") == ["f", "d", "b", "h", "g", "e", "a", "c"]
    assert Stream("7").sample(range(100), 5) == [50, 94, 1, 58, 66]
    assert Stream("7", "token").token() == "sm4wwa"
    assert Stream("perché", "è").below(1 << 64) == 9663922736666032272


def test_names_and_seeds_make_streams_of_their_own() -> None:
    streams = [Stream("1"), Stream("2"), Stream("1", "a"), Stream("1", "b"), Stream("1", "a", "b"), Stream("1a")]
    assert len({stream.below(1 << 60) for stream in streams}) == len(streams)


def test_numbers_are_uniform() -> None:
    """Chi-square over 7 classes and 14,000 numbers: below 22.46, the bound for p = 0.001 and 6 degrees of freedom."""
    stream = Stream("uniform")
    counts = Counter(stream.below(7) for _ in range(14_000))
    assert set(counts) == set(range(7))
    assert sum((count - 2000) ** 2 / 2000 for count in counts.values()) < 22.46


def test_every_order_comes_up_equally_often() -> None:
    """Chi-square over the 24 orders of four things: below 49.73 (p = 0.001, 23 degrees of freedom)."""
    counts = Counter("".join(Stream(str(seed), "order").shuffled("abcd")) for seed in range(4800))
    assert len(counts) == 24
    assert sum((count - 200) ** 2 / 200 for count in counts.values()) < 49.73


def test_every_element_is_sampled_equally_often() -> None:
    counts = Counter(x for seed in range(3000) for x in Stream(str(seed), "sample").sample(range(10), 3))
    assert sum((count - 900) ** 2 / 900 for count in counts.values()) < 27.88


@given(st.text(), st.integers(1, 1 << 64))
def test_a_number_lies_below_its_bound(seed: str, bound: int) -> None:
    assert 0 <= Stream(seed).below(bound) < bound


@pytest.mark.parametrize("bound", [0, -1, (1 << 64) + 1])
def test_a_bound_that_cannot_be_met_is_an_error(bound: int) -> None:
    with pytest.raises(ValueError, match="bound"):
        Stream("1").below(bound)


@given(st.text(), st.lists(st.integers()))
def test_shuffling_keeps_every_element(seed: str, values: list[int]) -> None:
    before = list(values)
    assert sorted(Stream(seed).shuffled(values)) == sorted(values)
    assert values == before


@given(st.text(), st.lists(st.integers(), unique=True), st.data())
def test_a_sample_holds_different_elements(seed: str, values: list[int], data: st.DataObject) -> None:
    size = data.draw(st.integers(0, len(values)))
    sample = Stream(seed).sample(values, size)
    assert len(set(sample)) == size
    assert set(sample) <= set(values)


def test_more_than_there_is_cannot_be_sampled() -> None:
    with pytest.raises(ValueError, match="cannot draw 4 of 3"):
        Stream("1").sample("abc", 4)


def test_a_seed_of_bytes_that_are_no_text_is_a_seed_too() -> None:
    assert Stream("\udcff").below(100) == Stream("\udcff").below(100)
    assert Stream("\udcff").below(1 << 60) != Stream("?").below(1 << 60)


def test_tokens_are_plain_and_have_no_look_alikes() -> None:
    tokens = [Stream(str(seed)).token() for seed in range(500)]
    assert len(set(tokens)) == 500
    assert not set("".join(tokens)) & set("lo01")
