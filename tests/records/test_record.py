"""The record as data: what goes out comes back, and nothing else comes in."""

from __future__ import annotations

import copy
import json
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import samples
from tests.records.tampering.case import Path, at, edited, members, nodes, shown
from tests.records.tampering.members import putting
from trainer.kernel.canonical import canonical_json
from trainer.records.record import VERSION, NewerRecord, Record, from_data, to_data
from trainer.records.strict import Malformed

DATA = to_data(samples.record(lines=1))
MEMBERS = [path for path in members(DATA) if isinstance(path[-1], str)]
#: Below these stand texts by language.
LANGUAGES = {"it", "en"}


def test_what_goes_out_comes_back() -> None:
    record = samples.record()
    assert from_data(json.loads(json.dumps(to_data(record)))) == record


def test_whole_marks_are_written_as_json_has_them() -> None:
    assert b'"max":15,' in canonical_json(DATA)


@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=30),
    st.floats(-9_999, 9_999),
    st.integers(0, 1_000_000),
    st.booleans(),
)
def test_any_values_come_back(name: str, mark: float, minutes: int, house: bool) -> None:
    base = samples.record(lines=1)
    made = replace(
        base,
        holder=replace(base.holder, name=name),
        evidence=(replace(base.evidence[0], mark=mark, supervised=house),),
        workload_minutes=minutes,
        rule=replace(base.rule, house=house),
    )
    try:
        data = to_data(made)
    except Malformed as problem:
        assert problem.values["member"] == "holder.name"  # not in its normal form
    else:
        assert from_data(json.loads(canonical_json(data))) == made


@pytest.mark.parametrize("path", MEMBERS, ids=shown)
def test_every_member_must_be_there(path: Path) -> None:
    with pytest.raises(Malformed) as refused:
        from_data(edited(DATA, path, lambda into, name: into.pop(name)))
    if path[-1] not in LANGUAGES:
        assert str(refused.value.values["member"]).endswith(str(path[-1]))


@pytest.mark.parametrize("path", list(nodes(DATA)), ids=shown)
def test_no_other_member_may_be_there(path: Path) -> None:
    with pytest.raises(Malformed):
        from_data(edited(DATA, (*path, "more"), putting("x")))


@pytest.mark.parametrize("path", [path for path in members(DATA) if at(DATA, path) is not None], ids=shown)
def test_every_member_has_its_type(path: Path) -> None:
    wrong: Any = 1 if isinstance(at(DATA, path), str) else "x y"
    with pytest.raises(Malformed):
        from_data(edited(DATA, path, putting(wrong)))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("eqf",), 9), (("eqf",), True), (("id",), "urn:uuid:1"), (("holder", "name"), "Maria\u202e"),
        (("holder", "name"), " Maria"), (("holder", "name"), ""), (("holder", "name"), "Anna\nMaria"),
        (("holder", "name"), "e\u0301"), (("holder", "birth_date"), "1999-02-29"),
        (("holder", "birth_date"), "28/2/1999"),
        (("issued_at",), "2026-11-20T09:30:00"), (("issued_at",), "2026-11-20T09:30:00+01:00"),
        (("issued_at",), "2026-13-20T09:30:00Z"), (("issuer", "country"), "Italy"), (("issuer", "url"), "javascript:x"),
        (("issuer", "did"), "did:key"), (("exams", 0, "mark"), 1.01), (("exams", 0, "mark"), float("nan")),
        (("evidence", 0, "mark"), float("inf")), (("evidence", 0, "mark"), True),
        (("evidence", 0, "judged"), "perhaps"),
        (("workload_minutes",), -1), (("title",), {}), (("title",), {"it": "a"}), (("title",), {"it": "a", "EN": "b"}),
        (("languages",), ["it"]), (("outcomes",), {}), (("version",), 0), (("version",), "1"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(path: Path, value: object) -> None:
    with pytest.raises(Malformed):
        from_data(edited(DATA, path, putting(value)))


@pytest.mark.parametrize("data", [None, [], "x", 1, {}, {"version": 1}])
def test_what_is_no_record_is_refused(data: object) -> None:
    with pytest.raises(Malformed):
        from_data(data)


def test_a_later_version_is_named_whatever_it_holds() -> None:
    with pytest.raises(NewerRecord) as refused:
        from_data({"version": VERSION + 1, "more": 1})
    assert refused.value.values == {"found": VERSION + 1, "known": VERSION}


def test_a_record_out_of_form_is_not_written() -> None:
    with pytest.raises(Malformed):
        to_data(replace(samples.record(), holder=replace(samples.record().holder, name="\x1b[31m")))


def test_a_record_is_frozen_and_whole() -> None:
    record = samples.record()
    assert copy.deepcopy(record) == record and "Đorđević" in repr(record)
    assert [field.name for field in fields(record)] == list(DATA)
    with pytest.raises(FrozenInstanceError):
        record.id = "x"  # type: ignore[misc] # what is tried
    with pytest.raises(TypeError):
        Record(version=1)  # type: ignore[call-arg] # what is tried
