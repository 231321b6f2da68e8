"""A number has one way of being written: with a point, without needless zeros."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.items.decimals import canonical


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12.50", "12.5"), ("007", "7"), ("-0", "0"), ("-0.0", "0"), ("-0.50", "-0.5"), ("5.000", "5"), ("0", "0"),
        ("12,5", None), ("1e5", None), ("+5", None), (".5", None), ("5.", None), ("", None), (" 5", None), ("٥", None),
        ("1" * 16, None), ("NaN", None), ("5\n", None),
    ],
)  # fmt: skip
def test_one_way_of_writing(text: str, found: str | None) -> None:
    assert canonical(text) == found


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=4))
def test_the_value_stays(value: Decimal) -> None:
    found = canonical(f"{value:f}")
    assert found is not None
    assert Decimal(found) == value
    assert canonical(found) == found
