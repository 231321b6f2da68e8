"""The issuer of a machine: made once, private, backed up and brought back; its key changed, lost, left open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.disks import Death, DyingDisk
from tests.flows.offices import DRAFT, PASSPHRASE
from trainer.flows.issuers import IssuerFlow, NoIssuer
from trainer.kernel.problems import InputUnreadable, Problem, Refused, StorageUnusable
from trainer.printing.fonts import GlyphsMissing
from trainer.progress.disk import Disk
from trainer.progress.locations import find_locations
from trainer.records.issuers import IssuerUnreadable, read_trusted
from trainer.records.keys import KeyRefused


def machine(tmp_path: Path, home: str = "home", disk: Disk | None = None) -> IssuerFlow:
    return IssuerFlow(find_locations(str(tmp_path / home)), FakeClock(), disk)


def test_an_issuer_is_made_once_and_is_private(tmp_path: Path) -> None:
    flow = machine(tmp_path)
    assert flow.found() is None
    with pytest.raises(NoIssuer, match="issuer init"):
        flow.issuer()
    issuer = flow.init(DRAFT, PASSPHRASE)
    assert issuer.protected and issuer.country == "IT" and issuer.keys[0].since == "2026-11-21"
    assert flow.path.stat().st_mode & 0o777 == 0o600 and flow.path.parent.stat().st_mode & 0o777 == 0o700
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in flow.path.read_bytes()
    assert machine(tmp_path).open(PASSPHRASE)[1].did == issuer.did
    before = flow.path.read_bytes()
    with pytest.raises(Refused, match="has an issuer already"):
        flow.init(DRAFT, PASSPHRASE)
    assert flow.path.read_bytes() == before


def test_two_issuers_have_two_keys_and_lists(tmp_path: Path) -> None:
    first, second = (machine(tmp_path, home).init(DRAFT, None) for home in ("a", "b"))
    assert first.did != second.did and first.status_list != second.status_list


def test_a_passphrase_must_be_long_enough_and_none_is_a_choice(tmp_path: Path) -> None:
    flow = machine(tmp_path)
    with pytest.raises(KeyRefused, match="at least 12"):
        flow.init(DRAFT, "eleven char")
    assert flow.found() is None
    assert not flow.init(DRAFT, None).protected
    assert flow.open("whatever is typed")[0].name == DRAFT.name, "nothing needs to be typed for it"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "  ", "legal name"), ("country", "Italy", "two letters"), ("contact", "", "the contact"),
        ("quality_assurance", "\n", "quality assurance"), ("url", "www.example.org", "https"),
        ("quality_assurance", "x" * 900, "Too long"), ("accreditation", "x" * 900, "Too long"),
    ],
)  # fmt: skip
def test_what_an_issuer_must_say(tmp_path: Path, field: str, value: str, words: str) -> None:
    flow = machine(tmp_path)
    with pytest.raises(Refused, match=words):
        flow.init(replace(DRAFT, **{field: value}), None)
    assert flow.found() is None


def test_a_name_the_font_lacks_is_refused_before_there_is_a_key(tmp_path: Path) -> None:
    flow = machine(tmp_path)
    with pytest.raises(GlyphsMissing, match="山"):
        flow.init(replace(DRAFT, name="山田学校"), None)
    assert flow.found() is None


def test_a_backup_brings_the_issuer_to_another_machine(tmp_path: Path) -> None:
    flow, target = machine(tmp_path), tmp_path / "backup.json"
    with pytest.raises(NoIssuer):
        flow.backup(target)
    issuer = flow.init(DRAFT, PASSPHRASE)
    flow.backup(target)
    assert target.stat().st_mode & 0o777 == 0o600
    with pytest.raises(Refused, match="exists already"):
        flow.backup(target)
    other = machine(tmp_path, "other")
    assert other.restore(target) == issuer and other.open(PASSPHRASE)[1].did == issuer.did
    with pytest.raises(Refused, match="has an issuer already"):
        other.restore(target)
    with pytest.raises(InputUnreadable, match="no folder"):
        flow.backup(tmp_path / "nowhere" / "backup.json")


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"not json", b"\0" * 300_000, b'{"format": "trainer-issuer", "version": 2}']
)
def test_what_is_no_backup_is_refused(tmp_path: Path, raw: bytes) -> None:
    source = tmp_path / "file"
    source.write_bytes(raw)
    flow = machine(tmp_path)
    with pytest.raises(IssuerUnreadable):
        flow.restore(source)
    with pytest.raises(InputUnreadable, match="cannot be read"):
        flow.restore(tmp_path / "none")
    assert flow.found() is None


def test_what_is_handed_out_is_public(tmp_path: Path) -> None:
    flow, target = machine(tmp_path), tmp_path / "public.json"
    issuer = flow.init(DRAFT, None)
    flow.hand_out(target)
    assert b"PRIVATE" not in target.read_bytes() and read_trusted(target.read_bytes()) == issuer.public()


def test_a_lost_passphrase_is_no_end(tmp_path: Path) -> None:
    flow = machine(tmp_path)
    former = flow.init(DRAFT, PASSPHRASE)
    changed, key = flow.rotate("another horse battery")
    assert [one.did for one in changed.keys] == [former.did, key.did] and changed.keys[0].until == "2026-11-21"
    assert changed.status_list == former.status_list and flow.open("another horse battery")[1] == key
    with pytest.raises(KeyRefused):
        flow.open(PASSPHRASE)


def test_a_damaged_file_is_said_and_left(tmp_path: Path) -> None:
    flow = machine(tmp_path)
    flow.init(DRAFT, None)
    flow.path.write_bytes(flow.path.read_bytes()[:-40])
    with pytest.raises(IssuerUnreadable):
        flow.issuer()
    flow.path.chmod(0)
    if not _is_root():
        with pytest.raises(StorageUnusable):
            flow.issuer()


def _is_root() -> bool:
    import os

    return os.geteuid() == 0


def test_wherever_the_machine_dies_there_is_one_whole_issuer(tmp_path: Path) -> None:
    machine(tmp_path).init(DRAFT, None)
    before = machine(tmp_path).issuer()
    for at in range(20):
        try:
            machine(tmp_path, disk=DyingDisk(at, done=True)).rotate(None)
        except Death:
            assert machine(tmp_path).open(None)[0].keys[0].did == before.keys[0].did
        except Problem as problem:
            raise AssertionError(at) from problem
        else:
            break
    else:
        raise AssertionError("never came to an end")
