"""Archives that are damaged, tampered with or made to harm: a sentence and a code, and not a byte of it kept."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.flows.answering import answer
from tests.flows.machines import MARIA, Machine, everything_in, files, packed
from tests.flows.remembering import practised
from trainer.assessment.events import Recorded, Responded, Started
from trainer.flows.prepare import start_exam
from trainer.kernel.problems import InputUnreadable, Problem, StorageUnusable
from trainer.progress import archive as archives
from trainer.progress.exporting import MANIFEST
from trainer.progress.journal import encode, parse_journal

Members = dict[str, bytes]
STORE = f"{MARIA}/store.json"


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Members:
    """What an honest export of two attempts holds."""
    clock = FakeClock()
    machine = Machine(tmp_path_factory.mktemp("honest"), clock)
    workspace = machine.open()
    workspace.create_learner("Maria Rossi", "it", "en", "tin")
    practised(workspace, clock, [True, False])
    exam = start_exam(workspace, "greeting", seed="7")
    answer(exam)
    exam.submit()
    return files(machine.export("x.zip"))


@pytest.fixture
def machine(tmp_path: Path, clock: FakeClock) -> Iterator[Machine]:
    """A machine on which Luca learns."""
    found = Machine(tmp_path / "machine", clock)
    found.open().create_learner("Luca", "it", "en", "tin")
    found.close()
    yield found
    found.close()


def refused(machine: Machine, source: Path, code: int = 3) -> str:
    """The sentence of a refusal; nothing is left of what was refused."""
    before = everything_in(machine.folder)
    with pytest.raises(Problem) as problem:
        machine.take(source)
    assert problem.value.exit_code == code, problem.value
    assert everything_in(machine.folder) == before
    assert "\x1b" not in str(problem.value) and "\u202e" not in str(problem.value)
    return str(problem.value)


def store_of(export: Members) -> dict[str, Any]:
    return dict(json.loads(export[STORE]))


def with_store(export: Members, change: Callable[[dict[str, Any]], object]) -> Members:
    tree = store_of(export)
    change(tree)
    return {**export, STORE: json.dumps(tree).encode()}


# -- the archive ---------------------------------------------------------------------------------------------------


def test_no_archive(machine: Machine, tmp_path: Path, export: Members) -> None:
    plain = tmp_path / "plain.zip"
    assert "no such file" in refused(machine, plain)
    plain.write_bytes(b"not a zip")
    assert "no zip archive" in refused(machine, plain)
    assert "no zip archive" in refused(machine, tmp_path)
    os.mkfifo(tmp_path / "pipe.zip")
    assert "no zip archive" in refused(machine, tmp_path / "pipe.zip")
    raw = packed(plain, export).read_bytes()
    plain.write_bytes(raw[: len(raw) // 2])
    refused(machine, plain)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../maria.json", f"{MARIA}/../x", f"{MARIA}/attempts/../../x.jsonl", f"{MARIA}\\x", "c:/x",
     f"{MARIA}/attempts/a\x1b[2J.jsonl", f"{MARIA}/attempts/\u202ea.jsonl", f"{MARIA}/" + "a" * 500],
)  # fmt: skip
def test_paths_that_lead_elsewhere(machine: Machine, tmp_path: Path, export: Members, name: str) -> None:
    source = tmp_path / "x.zip"
    with zipfile.ZipFile(source, "w") as made:
        for member, data in export.items():
            made.writestr(member, data)
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        made.writestr(info, b"x")
    assert "leads elsewhere" in refused(machine, source)


@pytest.mark.parametrize(
    "name",
    ["readme.txt", "anna/store.json", f"{MARIA}/.lock", f"{MARIA}/notes.txt", f"{MARIA}/attempts/A B.jsonl",
     f"{MARIA}/attempts/x.json", f"{MARIA}/papers/x.json", f"{MARIA}/attempts/a/b.jsonl", f"{MARIA}/glance.json",
     f"{MARIA}/.import/ready", f"{MARIA}/aside/.x", f"{MARIA}/store.json.previous"],
)  # fmt: skip
def test_foreign_names(machine: Machine, tmp_path: Path, export: Members, name: str) -> None:
    assert "does not belong" in refused(machine, packed(tmp_path / "x.zip", {**export, name: b"x"}))


def test_links(machine: Machine, tmp_path: Path, export: Members) -> None:
    source = packed(tmp_path / "x.zip", export)
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR):
        link = zipfile.ZipInfo(f"{MARIA}/attempts/link.jsonl")
        link.external_attr = (kind | 0o777) << 16
        with zipfile.ZipFile(source, "w") as made:
            for name, data in export.items():
                made.writestr(name, data)
            made.writestr(link, b"/etc/passwd")
        assert "plain file" in refused(machine, source)


def test_twice_the_same_name(machine: Machine, tmp_path: Path, export: Members) -> None:
    source = packed(tmp_path / "x.zip", export)
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(source, "a") as made:
        made.writestr(STORE, b"{}")
    assert "twice" in refused(machine, source)


def test_too_many_too_large_too_well_packed(
    machine: Machine, tmp_path: Path, export: Members, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = packed(tmp_path / "x.zip", export)
    swelling = packed(tmp_path / "y.zip", {**export, f"{MARIA}/attempts/x.jsonl": b"0" * 40_000_000})
    assert "unpacks to" in refused(machine, swelling)
    for limits, says in (
        (archives.LIMITS._replace(members=3), "3 at most"),
        (archives.LIMITS._replace(bytes=1000), "unpacks to"),
        (archives.LIMITS._replace(directory_bytes=100), "no zip archive"),
    ):
        monkeypatch.setattr(archives, "LIMITS", limits)
        assert says in refused(machine, source)
    monkeypatch.undo()
    monkeypatch.setitem(archives._LARGEST, "papers", 100)
    assert "larger than" in refused(machine, source)


# -- formats -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "manifest",
    [b"", b"[]", b"{}", b'{"format": "x", "learner": "maria-rossi"}', b'{"format": 0, "learner": "maria-rossi"}',
     b'{"format": 1, "learner": "../maria"}', b'{"format": 1, "learner": ""}', b'{"format": 1, "learner": "Anna"}',
     b'{"format": 1, "learner": "' + b"a" * 99 + b'"}', b"[" * 100_000],
)  # fmt: skip
def test_a_manifest_that_says_nothing(machine: Machine, tmp_path: Path, export: Members, manifest: bytes) -> None:
    assert "no export" in refused(machine, packed(tmp_path / "x.zip", {**export, MANIFEST: manifest}))


def test_what_is_missing(machine: Machine, tmp_path: Path, export: Members) -> None:
    for name in (MANIFEST, STORE):
        members = {key: value for key, value in export.items() if key != name}
        assert "no export" in refused(machine, packed(tmp_path / f"{len(name)}.zip", members))


def test_newer_formats(machine: Machine, tmp_path: Path, export: Members) -> None:
    newer = json.loads(export[MANIFEST]) | {"format": 2}
    assert "newer version" in refused(
        machine, packed(tmp_path / "1.zip", {**export, MANIFEST: json.dumps(newer).encode()}), 6
    )
    store = with_store(export, lambda tree: tree["_format"]["1"].update(format=99))
    assert "newer version" in refused(machine, packed(tmp_path / "2.zip", store), 6)
    paper = next(name for name in export if "/papers/" in name)
    data = json.dumps(json.loads(export[paper]) | {"format": 2}).encode()

    members = {**export, f"{MARIA}/papers/{hashlib.sha256(data).hexdigest()}.json": data}
    assert "newer version" in refused(machine, packed(tmp_path / "3.zip", members), 6)
    journal = next(name for name in export if "/attempts/" in name)
    line = json.loads(export[journal].split(b"\n")[0]) | {"format": 99, "type": "Unheard"}
    members = {**export, journal: json.dumps(line).encode() + b"\n"}
    assert "newer version" in refused(machine, packed(tmp_path / "4.zip", members), 6)


# -- the store -----------------------------------------------------------------------------------------------------

SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "no profile": lambda tree: tree.pop("profile"),
    "two profiles": lambda tree: tree["profile"].update({"2": tree["profile"]["1"]}),
    "no name": lambda tree: tree["profile"]["1"].update(name=" \u200b"),
    "a name that is a number": lambda tree: tree["profile"]["1"].update(name=7),
    "a language that is a path": lambda tree: tree["profile"]["1"].update(language="../../etc"),
    "a hostile code": lambda tree: tree["profile"]["1"].update(qualification="\x1b[2J"),
    "created never": lambda tree: tree["profile"]["1"].update(created="yesterday"),
    "another theme": lambda tree: tree["settings"]["1"].update(theme="[@click=app.quit]"),
    "an exam date that is none": lambda tree: tree["settings"]["1"].update(exam_date="soon"),
    "an attempt without an id": lambda tree: next(iter(tree["attempts"].values())).pop("id"),
    "an attempt in a far year": lambda tree: next(iter(tree["attempts"].values())).update(started_at=1e300),
    "an attempt before time": lambda tree: next(iter(tree["attempts"].values())).update(submitted_at=-5.0),
    "points of nothing": lambda tree: next(iter(tree["attempts"].values())).update(points="1/0"),
    "points without end": lambda tree: next(iter(tree["attempts"].values())).update(points="1e999999999"),
    "a title of numbers": lambda tree: next(iter(tree["attempts"].values())).update(title={"it": 3}),
    "a card of words": lambda tree: tree["cards"]["1"].update(x=["a", 1, 1, 1, 1, 1, 1, 1]),
    "a card of a far day": lambda tree: tree["cards"]["1"].update(x=[1, 1.0, 1.0, 1, 9_999_999, 1.0, 1, 1]),
    "an answer of a half": lambda tree: tree["answers"]["1"].update(x=[[0, "i", 1]]),
    "an answer worth two": lambda tree: tree["answers"]["1"].update(x=[[0, "i", 1, 2.0, 0, 1.0, 1]]),
    "a lesson on page x": lambda tree: tree.setdefault("lessons", {}).update(
        {"9": {"module": "a", "lesson": "b", "revision": 1, "page": "x"}}
    ),
    "time of no day": lambda tree: tree.update(study_seconds={"1": {"2026-99-99": 1.0}}),
    "a table nobody knows": lambda tree: tree.update(spells={"1": {}}),
    "a number that is none": lambda tree: next(iter(tree["attempts"].values())).update(seconds=float("nan")),
    "a number without end": lambda tree: next(iter(tree["attempts"].values())).update(items=10**400),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_store_that_cannot_be(machine: Machine, tmp_path: Path, export: Members, name: str) -> None:
    source = packed(tmp_path / "x.zip", with_store(export, SPOILT[name]))
    assert "nothing was taken" in refused(machine, source)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_store_that_is_none(machine: Machine, tmp_path: Path, export: Members, raw: bytes) -> None:
    assert "nothing was taken" in refused(machine, packed(tmp_path / "x.zip", {**export, STORE: raw}))


def test_a_hostile_name_is_cleaned(machine: Machine, tmp_path: Path, export: Members) -> None:
    bait = "\x1b]0;x\x07[@click=app.quit]\u202eEve" + "x" * 100
    source = packed(tmp_path / "x.zip", with_store(export, lambda tree: tree["profile"]["1"].update(name=bait)))
    machine.take(source)
    name = machine.everything()["profile"].name
    assert name.startswith("]0;x[@click=app.quit]Evexx") and len(name) == 60


def test_marks_of_the_store_are_not_believed(machine: Machine, tmp_path: Path, export: Members) -> None:
    """Whoever writes themselves a better mark finds the one of the journal."""

    def flatter(tree: dict[str, Any]) -> None:
        for row in tree["attempts"].values():
            row.update(points=str(row["items"]), passed=True)
        for key in tree["items"]["1"]:
            tree["items"]["1"][key][1] = 1

    honest = Machine(tmp_path / "honest", machine.clock)
    honest.take(packed(tmp_path / "honest.zip", export))
    machine.take(packed(tmp_path / "x.zip", with_store(export, flatter)))
    assert machine.everything() == honest.everything()


# -- journals and papers -------------------------------------------------------------------------------------------


def journals(export: Members) -> list[str]:
    return [name for name in export if "/attempts/" in name]


def forged(raw: bytes, spoil: Callable[[Recorded], Recorded]) -> bytes:
    """A journal whose events were changed and chained anew: the hashes are right."""
    lines, previous = [], "0" * 64
    for number, recorded in enumerate(parse_journal(raw, "x").events):
        line, previous = encode(number, previous, spoil(recorded))
        lines.append(line)
    return b"".join(lines)


def elsewhere(**changes: Any) -> Callable[[Recorded], Recorded]:
    """Change values of every response."""

    def spoil(recorded: Recorded) -> Recorded:
        if isinstance(recorded.event, Responded):
            return replace(recorded, event=replace(recorded.event, **changes))
        return recorded

    return spoil


def at(moment: float) -> Callable[[Recorded], Recorded]:
    return lambda recorded: Recorded(recorded.event, moment, recorded.engine)


BENT: dict[str, Callable[[bytes], bytes]] = {
    "a broken chain": lambda raw: raw.replace(b'"position":1', b'"position":2', 1),
    "a line taken out": lambda raw: b"".join(raw.splitlines(keepends=True)[:1] + raw.splitlines(keepends=True)[2:]),
    "no journal at all": lambda raw: b"hello\nhello\n",
    "a place that is not on the paper": lambda raw: forged(raw, elsewhere(position=99)),
    "a place before the first": lambda raw: forged(raw, elsewhere(position=-1)),
    "an option nobody offered": lambda raw: forged(raw, elsewhere(response={"answer": ("[@click=x]",)})),
    "a group nobody offered": lambda raw: forged(raw, elsewhere(response={"x": ("y",)})),
    "a response that is none": lambda raw: forged(raw, elsewhere(response={"answer": ({"a": 1},)})),
    "a moment in a far year": lambda raw: forged(raw, at(1e18)),
    "a moment before time": lambda raw: forged(raw, at(-1.0)),
    "a number without end": lambda raw: forged(raw, at(10**400)),  # type: ignore[arg-type] # what JSON can hold
}


@pytest.mark.parametrize("name", BENT)
def test_an_attempt_that_cannot_be_is_kept_aside_and_the_rest_taken(
    machine: Machine, tmp_path: Path, export: Members, name: str
) -> None:
    first = journals(export)[0]
    bent = BENT[name](export[first])
    assert bent != export[first]
    done = machine.take(packed(tmp_path / "x.zip", {**export, first: bent}))
    (kept,) = done.aside
    assert kept.attempt == Path(first).stem and kept.file.read_bytes() == bent
    assert len(done.new) == len(journals(export)) - 1
    assert not (machine.learner() / "attempts" / Path(first).name).exists()
    assert len(machine.everything()["attempts"]) == len(journals(export))  # the store still knows of it
    assert machine.open(MARIA).glance() is not None


def test_an_attempt_of_another_name(machine: Machine, tmp_path: Path, export: Members) -> None:
    first = journals(export)[0]
    source = packed(tmp_path / "x.zip", {**export, f"{MARIA}/attempts/another.jsonl": export[first]})
    assert [kept.attempt for kept in machine.take(source).aside] == ["another"]


def test_a_journal_in_which_nothing_happened_is_none(machine: Machine, tmp_path: Path, export: Members) -> None:
    first = journals(export)[0]
    empty = {**export, first: b""}
    done = machine.take(packed(tmp_path / "x.zip", empty))
    assert done.aside == [] and len(done.new) == 1


def test_a_paper_that_was_changed(machine: Machine, tmp_path: Path, export: Members) -> None:
    for number, name in enumerate(journals(export)):
        digest = json.loads(export[name].split(b"\n")[0])["paper"]
        paper = f"{MARIA}/papers/{digest}.json"
        spoilt = {**export, paper: export[paper].replace(b"true", b"false")}
        done = machine.take(packed(tmp_path / f"{number}.zip", spoilt), new=True)
        assert [kept.attempt for kept in done.aside] == [Path(name).stem]
        assert not (machine.learner(done.learner) / "papers" / f"{digest}.json").exists()
        missing = {key: value for key, value in export.items() if key != paper}
        done = machine.take(packed(tmp_path / f"m{number}.zip", missing), new=True)
        assert [kept.attempt for kept in done.aside] == [Path(name).stem]


SPOILT_PAPERS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a title of numbers": lambda paper: paper.update(title={"it": 7}),
    "no items": lambda paper: paper.update(items=[]),
    "an item that is none": lambda paper: paper["items"][0].update(body="{}"),
    "an order of strangers": lambda paper: paper["items"][0].update(order={"answer": ["x"]}),
    "sources of nothing": lambda paper: paper["items"][0].update(sources=[{"id": "x", "citation": 3}]),
    "a section nobody knows": lambda paper: paper["items"][0].update(section="x"),
    "a day that is none": lambda paper: paper.update(as_of="today"),
    "endless minutes": lambda paper: paper.update(minutes=10**12),
    "a mark above all": lambda paper: paper.update(pass_mark=9.5),
}


@pytest.mark.parametrize("name", SPOILT_PAPERS)
def test_a_paper_that_cannot_be(machine: Machine, tmp_path: Path, export: Members, name: str) -> None:
    """It has the digest it says, but nothing could be done with it."""

    first = journals(export)[0]
    events = parse_journal(export[first], "x").events
    digest = events[0].event.paper  # type: ignore[attr-defined] # the first event is the start
    paper = json.loads(export[f"{MARIA}/papers/{digest}.json"])
    SPOILT_PAPERS[name](paper)
    data = json.dumps(paper).encode()
    new = hashlib.sha256(data).hexdigest()
    members = {**export, f"{MARIA}/papers/{new}.json": data, first: _about(export[first], new)}
    done = machine.take(packed(tmp_path / "x.zip", members))
    assert [kept.attempt for kept in done.aside] == [Path(first).stem]
    assert machine.open(MARIA).glance() is not None


def _about(raw: bytes, paper: str) -> bytes:
    def spoil(recorded: Recorded) -> Recorded:
        if isinstance(recorded.event, Started):
            return replace(recorded, event=replace(recorded.event, paper=paper))
        return recorded

    return forged(raw, spoil)


# -- any archive ---------------------------------------------------------------------------------------------------


def _cut(raw: bytes, place: int, value: int) -> bytes:
    return raw[:place]


def _flipped(raw: bytes, place: int, value: int) -> bytes:
    return raw[:place] + bytes([value]) + raw[place + 1 :]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255), spoil=st.sampled_from([_cut, _flipped]))
def test_a_spoilt_archive_is_taken_as_it_was_or_refused(
    export: Members, tmp_path_factory: pytest.TempPathFactory, where: float, value: int,
    spoil: Callable[[bytes, int, int], bytes],
) -> None:  # fmt: skip
    folder = tmp_path_factory.mktemp("spoilt")
    machine = Machine(folder / "machine", FakeClock())
    source = packed(folder / "x.zip", export)
    raw = source.read_bytes()
    source.write_bytes(spoil(raw, int(where * len(raw)), value))
    try:
        done = machine.take(source)
    except (InputUnreadable, StorageUnusable):
        assert list((folder / "machine").rglob("*.json*")) == []
        return
    finally:
        machine.close()
    assert done.created and len(machine.everything(done.learner)["attempts"]) == 2
    machine.close()
