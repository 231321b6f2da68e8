"""Status lists: bits of records, and files that only look like them."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import samples
from trainer.records.multibase import decode_base64url, encode_base64url
from trainer.records.reading import NotIntact
from trainer.records.status_list import (
    PLACES,
    REVOKED,
    SUPERSEDED,
    StatusPlace,
    bundle_of,
    entries,
    list_id_of,
    list_of,
    place_of,
    read_lists,
)


def lists(revoked: set[int], superseded: set[int]) -> dict[str, Any]:
    listed = ((REVOKED, revoked), (SUPERSEDED, superseded))
    dates = (samples.LIST_FROM, samples.LIST_UNTIL)
    return bundle_of([list_of(samples.key().did, samples.LIST_ID, purpose, *dates, which) for purpose, which in listed])


@given(st.sets(st.integers(0, PLACES - 1), max_size=20), st.sets(st.integers(0, PLACES - 1), max_size=20))
def test_who_is_listed_is_found_and_nobody_else(revoked: set[int], superseded: set[int]) -> None:
    read = read_lists(lists(revoked, superseded))
    for number in {0, 1, PLACES - 1} | revoked | superseded:
        place = StatusPlace(samples.LIST_ID, number)
        assert read.has(place, REVOKED) == (number in revoked)
        assert read.has(place, SUPERSEDED) == (number in superseded)


def test_the_first_bit_is_the_leftmost() -> None:
    document = lists({0, 9}, set())["verifiableCredential"][0]
    bits = gzip.decompress(decode_base64url(document["credentialSubject"]["encodedList"]))
    assert bits[:3] == b"\x80\x40\x00" and len(bits) == 16_384


def test_a_record_names_its_place_in_both_lists() -> None:
    place = StatusPlace(samples.LIST_ID, 7)
    assert [one["statusListCredential"] for one in entries(place)] == [
        list_id_of(samples.LIST_ID, purpose) for purpose in (REVOKED, SUPERSEDED)
    ]
    assert place_of({"credentialStatus": entries(place)}) == place


@pytest.mark.parametrize("index", ["07", "-1", "", "x", "²", str(PLACES), "9" * 5000])
def test_no_other_place_is_read(index: str) -> None:
    odd = [one | {"statusListIndex": index} for one in entries(samples.PLACE)]
    with pytest.raises(NotIntact):
        place_of({"credentialStatus": odd})


def test_entries_of_two_places_are_refused() -> None:
    one, two = entries(samples.PLACE), entries(StatusPlace(samples.LIST_ID, 1))
    for mixed in ([one[0], two[1]], one[:1], one[::-1]):
        with pytest.raises(NotIntact):
            place_of({"credentialStatus": mixed})


@pytest.mark.parametrize(
    "encoded",
    [
        "u", "x", encode_base64url(b"x"), encode_base64url(gzip.compress(bytes(16_383))),
        encode_base64url(gzip.compress(bytes(16_385))), encode_base64url(gzip.compress(bytes(50_000_000))),
        encode_base64url(gzip.compress(bytes(16_384)) + b"x"), encode_base64url(gzip.compress(bytes(16_384))[:-2]),
    ],
    ids=["empty", "other base", "not packed", "short", "long", "bomb", "trailing", "cut"],
)  # fmt: skip
def test_bits_that_are_not_those_of_a_list_are_refused(encoded: str) -> None:
    bundle = lists(set(), set())
    bundle["verifiableCredential"][0]["credentialSubject"]["encodedList"] = encoded
    with pytest.raises(NotIntact):
        read_lists(bundle)


def test_lists_are_the_same_bytes_every_time() -> None:
    assert samples.listing(revoked=(5, 3)) == samples.listing(revoked=(3, 5))
    assert json.loads(samples.listing())["type"] == ["VerifiablePresentation"]
