"""Strict JSON: each fault is its own finding."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.records.reading import LARGEST_BYTES, NotIntact, UnknownFormat, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=3)
    ),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), VALUES, max_size=4), st.sampled_from([None, 1, "\t"]))
def test_what_is_written_is_read_however_it_is_written(value: dict[str, object], indent: int | str | None) -> None:
    assert read_json(json.dumps(value, indent=indent).encode()) == value
    assert read_json(b"\xef\xbb\xbf \n" + json.dumps(value, ensure_ascii=False).encode() + b"\r\n") == value


@pytest.mark.parametrize(
    ("raw", "problem", "words"),
    [
        (b"", UnknownFormat, "not JSON"),
        (b"{", UnknownFormat, "not JSON"),
        (b'{"a": NaN}', UnknownFormat, "not JSON"),
        (b'{"a": ' + b"9" * 5000 + b"}", UnknownFormat, "not JSON"),
        (b"[" * 100_000, UnknownFormat, "not JSON"),
        ("{}".encode("utf-16"), UnknownFormat, "not JSON"),
        (b"[]", UnknownFormat, "no record"),
        (b"1", UnknownFormat, "no record"),
        (b"{}" + b" " * LARGEST_BYTES, UnknownFormat, "too large"),
        (b"{} {}", NotIntact, "behind the end"),
        (b"{}\0", NotIntact, "behind the end"),
        (b"{}\xc2\xa0", NotIntact, "behind the end"),
        (b'{"a": 1, "a": 1}', NotIntact, "stands twice"),
        (b'{"a": {"b": 1, "\\u0062": 1}}', NotIntact, "stands twice"),
        (b'{"a": "\\ud83d"}', NotIntact, "Unicode"),
        (b'{"\\uDE00": 1}', NotIntact, "Unicode"),
    ],
)
def test_each_fault_has_its_own_sentence(raw: bytes, problem: type[Exception], words: str) -> None:
    with pytest.raises(problem, match=words):
        read_json(raw)


def test_a_whole_character_may_be_escaped() -> None:
    assert read_json(b'{"a": "\\ud83d\\ude00"}') == {"a": "\N{GRINNING FACE}"}


def test_a_member_is_shown_in_characters_of_every_terminal() -> None:
    with pytest.raises(NotIntact) as refused:
        read_json(b'{"\\u001b[31m": 1, "\\u001b[31m": 1}')
    assert refused.value.values == {"member": "\\x1b[31m"}
