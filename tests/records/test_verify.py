"""Verification: always three findings, the lowest code, and damages that only the exact shape shows."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.records import samples, tamper
from tests.records.tampering.case import judged
from tests.records.tampering.members import FAMILIES
from trainer.records import verify as verifying
from trainer.records.findings import Finding
from trainer.records.issue import written
from trainer.records.proofs import is_genuine
from trainer.records.verify import Verification, verify

RAW = written(samples.signed())


def kinds(verification: Verification) -> list[tuple[str, str]]:
    return [(finding.subject, finding.kind) for finding in verification.findings]


def test_nothing_wrong() -> None:
    found = verify(RAW, trusted=samples.trusted(), status=samples.listing(), today=samples.TODAY)
    assert kinds(found) == [("integrity", "intact"), ("issuer", "trusted"), ("status", "good")]
    assert found.exit_code == 0 and found.record == samples.record() and found.document["id"] == samples.record().id


def test_an_intact_file_of_nobody_trusted_without_a_list() -> None:
    found = verify(RAW, today=samples.TODAY)
    assert kinds(found) == [("integrity", "intact"), ("issuer", "claimed"), ("status", "not-checked")]
    assert found.exit_code == 11


def test_a_broken_file_tells_nothing_else_and_shows_no_record() -> None:
    found = verify(RAW[:-9], trusted=samples.trusted(), status=samples.listing(), today=samples.TODAY)
    assert [finding.subject for finding in found.findings] == ["integrity", "issuer", "status"]
    assert found.record is None and not found.document and found.exit_code == 19


def test_all_that_is_wrong_is_told_and_the_lowest_code_wins() -> None:
    raw = written(samples.signed(of=samples.expired(samples.record())))
    listed = samples.listing((41,), (41,), dates=("2026-08-01T00:00:00Z", "2026-09-01T00:00:00Z"))
    found = verify(raw, trusted=samples.trusted(samples.key("other")), status=listed, today=samples.TODAY)
    assert [finding.exit_code for finding in found.findings] == [0, 12, 15, 13, 14, 16]
    assert found.exit_code == 12


def test_every_sentence_has_its_values() -> None:
    said: list[Finding] = []
    for trusted in ((), samples.trusted(), samples.trusted(samples.key("other"))):
        for status in (
            None,
            b"",
            samples.listing(),
            samples.listing((41,), (41,)),
            samples.listing(list_id=samples.record().id),
        ):
            said += verify(RAW, trusted=trusted, status=status, today=samples.TODAY).findings
    said += verify(RAW, today="2026-01-01").findings + verify(b"", today="2026-01-01").findings
    assert all(finding.template.format(**finding.values) for finding in said)
    assert len({finding.kind for finding in said}) == 13


@pytest.mark.parametrize("name", [name for name, _ in tamper.families() if "member" not in name])
def test_damages_of_the_whole_have_their_codes(name: str) -> None:
    cases = list(dict(tamper.families())[name]())
    assert cases
    assert [(case.name, code) for case in cases if (code := case.run()) not in case.expected] == []


@pytest.mark.parametrize("name", FAMILIES)
def test_damages_of_members_have_their_codes(name: str) -> None:
    """Some of them; ``python -m tests.records.tamper`` makes them all."""
    cases = list(islice(FAMILIES[name](), 3, None, 23))
    assert len(cases) > 5
    assert [(case.name, code) for case in cases if (code := case.run()) not in case.expected] == []


def test_the_signature_alone_would_let_additions_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the exact shape is for; and the damages do find a verifier that does not look at it."""
    monkeypatch.setattr(verifying, "check_record", lambda document: None)
    codes = [case.run() for case in islice(FAMILIES["badge member added, eddsa-rdfc-2022"](), 40)]
    assert 0 in codes


def test_a_part_told_again_is_refused_though_the_signature_holds() -> None:
    document = samples.signed()
    named = next(one for one in document["evidence"] if "name" in one)
    document["evidence"].append({member: value for member, value in named.items() if member != "name"})
    assert is_genuine(document, samples.key().did), "linked data has nothing new in it"
    assert judged(written(document)) == 10


def test_a_finding_without_fault_has_no_code() -> None:
    assert Finding("status", "good", "Good.").exit_code == 0


def test_the_samples_are_what_they_should_be() -> None:
    assert judged(RAW, samples.listing()) == 0
