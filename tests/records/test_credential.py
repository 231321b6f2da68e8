"""The badge: its terms are those of the published contexts, and the mandatory elements are among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.records import samples
from tests.records.tampering.case import members
from trainer.records.badge import IncompleteRecord, credential_of
from trainer.records.contexts import PINNED, context
from trainer.records.credential import data_of, record_of
from trainer.records.record import Record
from trainer.records.status_list import PLACES, StatusPlace
from trainer.records.wording import duration, percent

BADGE = credential_of(samples.record(), samples.PLACE)


def terms(value: Any) -> Iterator[str]:
    """Every term a context defines, on any level."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from terms(one)
    elif isinstance(value, list):
        for one in value:
            yield from terms(one)


def test_every_member_is_a_term_of_the_contexts() -> None:
    known = {"@context"}.union(*(terms(context(url)) for url in PINNED))
    assert {path[-1] for path in members(BADGE) if isinstance(path[-1], str)} <= known


def test_linked_data_keeps_every_text() -> None:
    from trainer.records.proofs import canonical_quads

    quads = canonical_quads(BADGE).decode()
    missing = []
    for path in members({name: value for name, value in BADGE.items() if name != "@context"}):
        value: Any = BADGE
        for name in path:
            value = value[name]
        if isinstance(value, str) and path[-1] != "type" and "type" not in path:
            plain = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            missing += [path] * (plain not in quads)
    assert missing == []


def test_the_eleven_mandatory_elements() -> None:
    subject = BADGE["credentialSubject"]
    achievement = subject["achievement"]
    told = {one["genre"]: one["narrative"] for one in BADGE["evidence"]}
    aligned = {one["targetType"]: one for one in achievement["alignment"]}
    assert subject["identifier"][0]["identityHash"] == "Đorđević Şükran-Nguyễn Thị Hằng"
    assert achievement["name"] == "Accogliere il cliente / Receiving the customer"
    assert BADGE["issuer"]["address"]["addressCountryCode"] == "IT"
    assert BADGE["issuer"]["name"] == "Scuola «Đorđević» S.r.l."
    assert BADGE["awardedDate"] == samples.ISSUED
    assert "abr.uc1.s01 Parafrasare" in aligned["ext:LearningOutcomes"]["targetDescription"]
    assert told["workload"] == "PT38H30M"
    assert aligned["ext:EQFLevel"]["targetUrl"] == "http://data.europa.eu/snb/eqf/3"
    assert "Simulations" in told["assessment"]
    assert "Online" in told["participation"]
    assert "Internal control" in told["quality-assurance"]


def test_the_rest_of_what_is_aligned() -> None:
    ada = BADGE["credentialSubject"]["achievement"]["alignment"][1]
    assert (ada["targetType"], ada["targetCode"]) == ("ext:ADA", "ADA.24.04.11")
    email = BADGE["credentialSubject"]["identifier"][-1]
    assert email["hashed"] is True and email["identityHash"].startswith("sha256$") and email["salt"] == "c0ffee"
    assert BADGE["credentialSubject"]["result"] == [
        {"type": ["Result"], "value": "82.5",
         "resultDescription": BADGE["credentialSubject"]["achievement"]["resultDescription"][0]["id"]}
    ]  # fmt: skip


def test_every_attempt_says_how_it_was_supervised() -> None:
    shown = [one for one in BADGE["evidence"] if one["genre"] in ("exam", "exercise")]
    assert len(shown) == 6 and all("unsupervised, on the learner's own machine" in one["narrative"] for one in shown)
    base = samples.record(lines=1)
    room = credential_of(replace(base, evidence=(replace(base.evidence[0], supervised=True),)), samples.PLACE)
    line = next(one for one in room["evidence"] if one["genre"] == "exercise")
    assert "unsupervised" not in line["narrative"]


def test_the_record_comes_back_from_the_badge() -> None:
    assert record_of(BADGE) == samples.record()
    assert data_of({}) is None and data_of({"evidence": [1, {"genre": "application/json", "narrative": 1}]}) is None


EMPTY: dict[int, dict[str, Any]] = {6: {"outcomes": ()}, 7: {"workload_minutes": 0}, 9: {"assessment": ()}}


@pytest.mark.parametrize("element", EMPTY)
def test_a_record_that_lacks_an_element_is_not_made_a_badge(element: int) -> None:
    lacking: Record = replace(samples.record(), **EMPTY[element])
    with pytest.raises(IncompleteRecord) as refused:
        credential_of(lacking, samples.PLACE)
    assert refused.value.values == {"element": element}


def test_a_level_is_due_where_there_is_one() -> None:
    plain = credential_of(replace(samples.record(), eqf=None, ada=(), valid_until=None), samples.PLACE)
    kinds = [one["targetType"] for one in plain["credentialSubject"]["achievement"]["alignment"]]
    assert kinds == ["ext:LearningOutcomes"] and "validUntil" not in plain


@pytest.mark.parametrize("number", [-1, PLACES])
def test_a_place_outside_the_list_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="places"):
        credential_of(samples.record(), StatusPlace(samples.LIST_ID, number))


def test_numbers_as_words_have_them() -> None:
    assert [duration(minutes) for minutes in (0, 59, 60, 2310)] == ["PT0M", "PT59M", "PT1H", "PT38H30M"]
    assert [percent(share) for share in (0, 0.7, 0.625, 1)] == ["0", "70", "62.5", "100"]
