"""Verifying a file somebody brings: JSON and PDF, with and without what is trusted, and whatever is no record."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.printing.papers import statement
from tests.records import samples
from trainer.flows.verifying import Verified, read_shown, verify_file
from trainer.kernel.problems import InputUnreadable, Problem
from trainer.printing.record_pdf import render_record
from trainer.printing.statement import render_statement
from trainer.records.issue import written
from trainer.records.issuers import issuer_bytes

DAY = date.fromisoformat(samples.TODAY)


@pytest.fixture
def issuer(tmp_path: Path) -> str:
    path = tmp_path / "issuer.json"
    path.write_bytes(issuer_bytes(samples.issuer().public()))
    return str(path)


def saved(tmp_path: Path, raw: bytes, name: str = "file") -> Path:
    path = tmp_path / name
    path.write_bytes(raw)
    return path


def kinds(found: Verified) -> list[tuple[str, int]]:
    return [(one.kind, one.exit_code) for one in found.found]


def test_three_findings_of_json_and_a_fourth_of_a_pdf(tmp_path: Path, issuer: str) -> None:
    credential = written(samples.signed())
    page = render_record(samples.record(), credential)
    listed = saved(tmp_path, samples.listing(), "list")
    for raw, more in ((credential, []), (page, [("agrees", 0)])):
        path = saved(tmp_path, raw)
        found = verify_file(path, issuers=[issuer], status=listed, today=DAY)
        assert kinds(found) == [("intact", 0), ("trusted", 0), ("good", 0), *more] and found.exit_code == 0
        assert found.record == samples.record() == read_shown(path)
        claimed = verify_file(path, today=DAY)
        assert kinds(claimed) == [("intact", 0), ("claimed", 11), ("not-checked", 0), *more]
        assert claimed.exit_code == 11
        assert verify_file(path, issuers=[samples.key().did], today=DAY).exit_code == 0
        assert verify_file(path, issuers=[samples.key("forger").did], today=DAY).exit_code == 12
        both = [samples.key("forger").did, issuer]
        assert verify_file(path, issuers=both, today=DAY).exit_code == 0


def test_a_page_that_says_something_else(tmp_path: Path, issuer: str) -> None:
    """Another's page with a genuine credential in it, and a genuine page with another's credential."""
    from dataclasses import replace

    mine, credential = samples.record(), written(samples.signed())
    theirs = replace(mine, holder=replace(mine.holder, name="Somebody Else"))
    found = verify_file(saved(tmp_path, render_record(theirs, credential)), issuers=[issuer], today=DAY)
    assert found.exit_code == 17 and kinds(found)[:2] == [("intact", 0), ("trusted", 0)]
    assert "Somebody Else" in str(found.found[-1].values)
    forged = written(samples.signed(samples.key("forger"), of=None))
    found = verify_file(saved(tmp_path, render_record(mine, forged)), issuers=[issuer], today=DAY)
    assert found.exit_code == 12 and ("text", 17) in kinds(found), "both are said, the lowest code wins"


def test_a_damaged_credential_in_a_page(tmp_path: Path, issuer: str) -> None:
    document = samples.signed()
    document["name"] = "Another title"
    found = verify_file(
        saved(tmp_path, render_record(samples.record(), written(document))), issuers=[issuer], today=DAY
    )  # fmt: skip
    assert found.exit_code == 10 and found.record is None


def test_a_study_statement_is_called_what_it_is(tmp_path: Path) -> None:
    path = saved(tmp_path, render_statement(statement(), ["it"]))
    found = verify_file(path, today=DAY)
    assert found.exit_code == 18 and found.found[0].kind == "self-declared" and len(found.found) == 3
    with pytest.raises(Problem):
        read_shown(path)


@pytest.mark.parametrize(
    "raw",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"hello", b"[]", b"{}", b'{"type": []}', b"\xff\xfe\x00",
     b"%PDF-" + b"\0" * 5_000_000, b" " * 3_000_000],
)  # fmt: skip
def test_what_is_no_record(tmp_path: Path, raw: bytes) -> None:
    found = verify_file(saved(tmp_path, raw), today=DAY)
    assert found.exit_code == 19 and len(found.found) == 3 and found.record is None


def test_a_record_cut_in_half(tmp_path: Path, issuer: str) -> None:
    page = render_record(samples.record(), written(samples.signed()))
    for raw in (page[: len(page) // 2], page[:-20], written(samples.signed())[:-30]):
        assert verify_file(saved(tmp_path, raw), issuers=[issuer], today=DAY).exit_code in (17, 19)


def test_files_that_cannot_be_read_are_no_findings(tmp_path: Path, issuer: str) -> None:
    path = saved(tmp_path, written(samples.signed()))
    with pytest.raises(InputUnreadable):
        verify_file(tmp_path / "none.json", today=DAY)
    with pytest.raises(InputUnreadable):
        verify_file(tmp_path, today=DAY)
    with pytest.raises(InputUnreadable):
        verify_file(path, issuers=[str(tmp_path / "none")], today=DAY)
    with pytest.raises(InputUnreadable):
        verify_file(path, issuers=["did:key:zNotAKey"], today=DAY)
    with pytest.raises(InputUnreadable):
        verify_file(path, issuers=[issuer], status=tmp_path / "none", today=DAY)
    found = verify_file(path, issuers=[issuer], status=saved(tmp_path, b"no list", "list"), today=DAY)
    assert found.exit_code == 16


def test_a_hostile_name_stays_text(tmp_path: Path) -> None:
    document = samples.signed()
    document["\x1b]0;x\x07[@click=app.quit]"] = 1
    found = verify_file(saved(tmp_path, json.dumps(document).encode()), today=DAY)
    assert found.exit_code == 10 and "\x1b" not in str(found.found[0].values)
