"""The journal: written, synced, then acknowledged; a torn end is cut, any other break is refused and left alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assessment.making import Times, every_event, started
from tests.fakes.disks import FailingDisk, FullDisk, TracingDisk
from trainer.assessment.events import Event, Flagged, Presented, Recorded, Responded, Submitted
from trainer.kernel.problems import StorageUnusable, StoreDamaged
from trainer.progress.disk import Disk
from trainer.progress.journal import FORMAT, Journal, encode, parse_journal, read_journal

FACTS: list[Event] = [
    started(), Presented(0), Responded(0, {"answer": ("one-month",)}), Flagged(0, True), Presented(1),
    Responded(1, {"verdict": ("true",), "reason": ("perché-no",)}), Submitted("learner"),
]  # fmt: skip


def recorded(*events: Event) -> list[Recorded]:
    at = Times()
    found = []
    for event in events or FACTS:
        at.clock.wait(2.5)
        found.append(at(event))
    return found


def written(events: list[Recorded]) -> bytes:
    raw, previous = b"", "0" * 64
    for number, event in enumerate(events):
        line, previous = encode(number, previous, event)
        raw += line
    return raw


EVENTS = recorded()
RAW = written(EVENTS)
LINES = RAW.splitlines(keepends=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "attempt.jsonl"
    found.write_bytes(RAW)
    return found


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made = Journal(tmp_path / "new.jsonl", Disk(), create=True)
    yield made
    made.close()


def test_what_was_appended_is_read_back(journal: Journal) -> None:
    for event in EVENTS:
        journal.append(event)
        assert read_journal(journal.path).events[-1] == event
    assert read_journal(journal.path).events == tuple(EVENTS)
    assert journal.path.read_bytes() == RAW


@given(st.lists(st.tuples(st.one_of(*every_event()), st.floats(0, 4e9), st.floats(0, 1e7))))
def test_any_events_come_back_equal(rows: list[tuple[Event, float, float]]) -> None:
    events = [Recorded(*row) for row in rows]
    read = parse_journal(written(events), "j")
    assert read.events == tuple(events)
    assert read.torn == 0


def test_a_torn_last_line_is_cut_wherever_it_was_torn() -> None:
    for cut in range(len(RAW)):
        read = parse_journal(RAW[:cut], "j")
        whole = RAW[:cut].count(b"\n")
        assert read.events == tuple(EVENTS[:whole])
        assert read.length == sum(len(line) for line in LINES[:whole])
        assert read.torn == cut - read.length


@pytest.mark.parametrize("torn", [b"{", LINES[3][:-1], b"\x00\x00\x00", b"\xff"])
def test_a_torn_journal_goes_on_where_it_broke_off(path: Path, torn: bytes) -> None:
    path.write_bytes(b"".join(LINES[:3]) + torn)
    journal = Journal(path, Disk())
    assert (journal.read.torn, len(journal.read.events)) == (len(torn), 3)
    for event in EVENTS[3:]:
        journal.append(event)
    journal.close()
    assert path.read_bytes() == RAW


def line_of(place: int) -> int:
    return RAW[:place].count(b"\n") + 1


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80, 0xFF])
def test_a_flipped_byte_anywhere_is_refused_with_its_line(flip: int) -> None:
    for place in range(len(RAW)):
        damaged = bytearray(RAW)
        damaged[place] ^= flip
        with pytest.raises(StoreDamaged) as refused:
            parse_journal(bytes(damaged), "some/attempt.jsonl")
        line = int(str(refused.value).split(":")[1])
        # A lost line end joins two lines, and the break is where they begin.
        assert str(refused.value).startswith(f"some/attempt.jsonl:{line}:")
        assert line == line_of(place)


def test_a_byte_that_became_a_line_end_is_refused() -> None:
    for place in range(len(RAW)):
        if RAW[place] != 0x0A:
            with pytest.raises(StoreDamaged, match=f"^j:{line_of(place)}:"):
                parse_journal(RAW[:place] + b"\n" + RAW[place + 1 :], "j")


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        ([0, 2, 3], 2),
        ([0, 2, 1, 3], 2),
        ([0, 1, 1, 2], 3),
        ([1, 2], 1),
    ],
)
def test_lines_missing_turned_round_or_doubled_are_refused(lines: list[int], broken: int) -> None:
    with pytest.raises(StoreDamaged, match=f"^j:{broken}:"):
        parse_journal(b"".join(LINES[number] for number in lines), "j")


@pytest.mark.parametrize("raw", [b"\n", b"7\n", b"[]\n", b"{}\n", b'"x"\n', b"\xff\n", b"[" * 100_000 + b"\n"])
def test_what_is_no_journal_is_refused(raw: bytes) -> None:
    with pytest.raises(StoreDamaged, match=r"^j:1: .*left as it is"):
        parse_journal(raw, "j")


def test_a_line_that_was_changed_and_hashed_anew_breaks_the_chain_after_it() -> None:
    forged = written([*EVENTS[:2], *recorded(Responded(0, {"answer": ("ten-days",)}))])
    with pytest.raises(StoreDamaged, match=r"^j:4:"):
        parse_journal(forged + b"".join(LINES[3:]), "j")


def test_a_damaged_journal_is_left_as_it_is(path: Path) -> None:
    damaged = RAW.replace(b"one-month", b"two-month") + b"torn"
    path.write_bytes(damaged)
    before = lowest_free_descriptor()
    with pytest.raises(StoreDamaged, match=rf"{path}:3:"):
        Journal(path, Disk())
    assert path.read_bytes() == damaged
    assert lowest_free_descriptor() == before


def lowest_free_descriptor() -> int:
    found = os.open("/", os.O_RDONLY)
    os.close(found)
    return found


@pytest.mark.parametrize("extra", ["", ',"seal":"…"'])
def test_a_journal_of_a_newer_version_is_refused_as_such(extra: str) -> None:
    newer = f'{{"n":0,"format":{FORMAT + 1},"type":"Begun"{extra}}}\n'
    with pytest.raises(StorageUnusable, match=rf"^j was written by a newer .*\(format {FORMAT + 1}\)") as refused:
        parse_journal(newer.encode(), "j")
    assert refused.value.exit_code == 6


def test_the_order_is_write_then_sync(tmp_path: Path) -> None:
    disk = TracingDisk()
    journal = Journal(tmp_path / "a.jsonl", disk, create=True)
    assert disk.steps == [("sync_folder", tmp_path.name)]
    for event in EVENTS:
        disk.steps.clear()
        journal.append(event)
        assert disk.steps == [("write", "a.jsonl"), ("sync", "a.jsonl")]
    journal.close()


@pytest.mark.parametrize("room", [0, 1, len(LINES[2]) - 1])
def test_a_full_disk_leaves_the_file_cut_back_and_the_journal_usable(path: Path, room: int) -> None:
    path.write_bytes(b"".join(LINES[:2]))
    disk = FullDisk(room)
    journal = Journal(path, disk)
    for _ in range(2):
        with pytest.raises(StorageUnusable, match="disk is full") as refused:
            journal.append(EVENTS[2])
        assert refused.value.exit_code == 6
        assert path.read_bytes() == b"".join(LINES[:2])
    disk.room = None
    for event in EVENTS[2:]:
        journal.append(event)
    journal.close()
    assert path.read_bytes() == RAW


@pytest.mark.parametrize("step", ["write", "sync"])
@pytest.mark.parametrize("number", [errno.EIO, errno.EROFS, errno.EACCES, errno.EDQUOT])
def test_an_event_that_could_not_be_kept_has_not_happened(path: Path, step: str, number: int) -> None:
    path.write_bytes(b"".join(LINES[:2]))
    disk = FailingDisk(step, number=number)
    journal = Journal(path, disk)
    with pytest.raises(StorageUnusable):
        journal.append(EVENTS[2])
    assert path.read_bytes() == b"".join(LINES[:2])
    disk.failing.clear()
    for event in EVENTS[2:]:
        journal.append(event)
    journal.close()
    assert path.read_bytes() == RAW


def test_what_could_not_even_be_cut_is_cut_before_the_next_event(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_bytes(b"".join(LINES[:2]))
    disk = FullDisk(10)
    journal = Journal(path, disk)
    with monkeypatch.context() as broken:
        broken.setattr(os, "ftruncate", _refuse)
        with pytest.raises(StorageUnusable):
            journal.append(EVENTS[2])
    assert path.read_bytes() == b"".join(LINES[:2]) + LINES[2][:10]
    disk.room = None
    for event in EVENTS[2:]:
        journal.append(event)
    journal.close()
    assert path.read_bytes() == RAW


def _refuse(*_: object) -> None:
    raise OSError(errno.EIO, "broken")


class InterruptedDisk(Disk):
    def sync(self, descriptor: int) -> None:
        raise KeyboardInterrupt


def test_an_interrupted_append_has_not_happened(path: Path) -> None:
    journal = Journal(path, InterruptedDisk())
    with pytest.raises(KeyboardInterrupt):
        journal.append(EVENTS[2])
    journal.close()
    assert path.read_bytes() == RAW


def test_an_existing_journal_is_never_begun_anew(path: Path) -> None:
    with pytest.raises(StorageUnusable):
        Journal(path, Disk(), create=True)
    assert path.read_bytes() == RAW


def test_a_missing_journal_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageUnusable, match="cannot be used"):
        Journal(tmp_path / "none.jsonl", Disk())


def test_a_closed_journal_writes_to_no_other_file(path: Path, tmp_path: Path) -> None:
    journal = Journal(path, Disk())
    journal.close()
    other = tmp_path / "other"
    with other.open("wb"):
        with pytest.raises(ValueError, match="closed"):
            journal.append(EVENTS[2])
        journal.close()
    assert other.read_bytes() == b""
    assert path.read_bytes() == RAW


def test_a_journal_is_private_whatever_the_umask(tmp_path: Path, any_umask: int) -> None:
    Journal(tmp_path / "a.jsonl", Disk(), create=True).close()
    assert (tmp_path / "a.jsonl").stat().st_mode & 0o777 == 0o600
