"""Hand-ins that are cut, edited, forged or no hand-ins at all: a sentence and a code, and nothing half-taken."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exercises.making import BOX, RUCKSACK
from tests.flows.machines import everything_in
from tests.flows.playing import PRACTICE, argue, played
from tests.flows.registering import UNIT, School, sit, study, take
from trainer.assessment.events import Extended, Recorded, Started, Submitted
from trainer.flows.prepare import start_exam
from trainer.flows.register import RegisterFlow
from trainer.kernel.canonical import digest
from trainer.kernel.problems import Problem
from trainer.progress import hand_in as hand_ins
from trainer.progress.hand_in import MANIFEST
from trainer.progress.journal import encode, parse_journal

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    return School(tmp_path_factory.mktemp("school"))


@pytest.fixture(scope="module")
def honest(school: School) -> Members:
    """What an honest hand-in holds."""
    machine = school.learner("Anna Rossi")
    study(machine)
    argue(machine, played(machine, school.clock, RUCKSACK).attempt)
    sit(machine)
    file = machine.hand_in("anna.zip").file
    machine.close()
    return members_of(file)


def members_of(file: Path) -> Members:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def register(school: School, tmp_path: Path) -> RegisterFlow:
    """A register in which Bea is already."""
    locations = school.machine("x").locations._replace(data=tmp_path / "data")
    found = RegisterFlow(locations, school.clock, catalogue=school.open_catalogue)
    bea = school.folder / "bea.zip"
    if not bea.exists():
        machine = school.learner("Bea")
        study(machine)
        machine.hand_in("bea.zip")
        machine.close()
    assert take(found, bea)[0].problem is None
    return found


def packed(target: Path, members: Mapping[str, bytes], *, renew: bool = True, **changes: Any) -> Path:
    """A hand-in of these files; ``renew``: its manifest agrees with them, as a forger would see to."""
    manifest = json.loads(members[MANIFEST]) | changes
    if renew:
        manifest["files"] = {name: hashlib.sha256(raw).hexdigest() for name, raw in members.items() if name != MANIFEST}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(MANIFEST, json.dumps(manifest))
        for name, raw in members.items():
            if name != MANIFEST:
                made.writestr(name, raw)
    return target


def refused(register: RegisterFlow, source: Path, code: int = 1) -> str:
    """The sentence of a refusal; nothing is left of what was refused."""
    before = everything_in(register.locations.data)
    (outcome,) = take(register, source)
    assert outcome.problem is not None and outcome.exit_code == code, outcome.problem
    assert everything_in(register.locations.data) == before
    text = str(outcome.problem)
    assert "\x1b" not in text and "\u202e" not in text
    return text


# -- the file --------------------------------------------------------------------------------------------------------


def test_what_is_no_hand_in(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    file = tmp_path / "x.zip"
    assert "no such file" in refused(register, file, 3)
    file.write_bytes(b"not a zip")
    assert "no hand-in" in refused(register, file, 3)
    assert "no hand-in" in refused(register, tmp_path, 3)
    os.mkfifo(tmp_path / "pipe.zip")
    assert "no hand-in" in refused(register, tmp_path / "pipe.zip", 3)
    raw = packed(file, honest).read_bytes()
    for cut in (10, len(raw) // 2, len(raw) - 1):
        file.write_bytes(raw[:cut])
        assert "no hand-in" in refused(register, file, 3)
    packed(file, {name: raw for name, raw in honest.items() if name != "x"})
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("readme.txt", b"x")
    assert "no hand-in of Trainer" in refused(register, file, 3)


def test_a_file_of_100_mb(register: RegisterFlow, tmp_path: Path) -> None:
    file = tmp_path / "large.zip"
    with file.open("wb") as large:
        large.truncate(100 << 20)
    assert "100 MB" in refused(register, file, 3) and "64 MB at most" in refused(register, file, 3)


def test_what_unpacks_to_too_much(
    register: RegisterFlow, tmp_path: Path, honest: Members, monkeypatch: pytest.MonkeyPatch
) -> None:
    swelling = packed(tmp_path / "x.zip", {**honest, "attempts/x.jsonl": b"0" * 40_000_000})
    assert "unpacks to" in refused(register, swelling, 3)
    file = packed(tmp_path / "y.zip", honest)
    for limits, says in (
        (hand_ins.LIMITS._replace(members=3), "3 at most"),
        (hand_ins.LIMITS._replace(bytes=1000), "unpacks to"),
        (hand_ins.LIMITS._replace(directory_bytes=100), "no hand-in"),
    ):
        monkeypatch.setattr(hand_ins, "LIMITS", limits)
        assert says in refused(register, file, 3)
    monkeypatch.undo()
    monkeypatch.setattr(hand_ins, "_LARGEST_MEMBER", 100)
    assert "larger than" in refused(register, file, 3)


@pytest.mark.parametrize(
    "name",
    ["/etc/passwd", "../x.jsonl", "attempts/../../x.jsonl", "attempts\\x", "attempts/a\x1b[2J.jsonl", "c:/x"],
)  # fmt: skip
def test_paths_that_lead_elsewhere(register: RegisterFlow, tmp_path: Path, honest: Members, name: str) -> None:
    file = packed(tmp_path / "x.zip", honest)
    with zipfile.ZipFile(file, "a") as made:
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        made.writestr(info, b"x")
    assert "leads elsewhere" in refused(register, file, 3)


def test_links_and_doubles(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    file = packed(tmp_path / "x.zip", honest)
    link = zipfile.ZipInfo("attempts/link.jsonl")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "a") as made:
        made.writestr(link, b"/etc/passwd")
    assert "plain file" in refused(register, file, 3)
    file = packed(tmp_path / "y.zip", honest)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(file, "a") as made:
        made.writestr(MANIFEST, b"{}")
    assert "twice" in refused(register, file, 3)


# -- the manifest ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{}", b"{", b"\xff", b"[" * 100_000, b'{"format": "x"}', b'{"format": 0}']
)
def test_a_manifest_that_says_nothing(register: RegisterFlow, tmp_path: Path, honest: Members, raw: bytes) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as made:
        for name, content in {**honest, MANIFEST: raw}.items():
            made.writestr(name, content)
    assert "no hand-in of Trainer" in refused(register, file, 3)


@pytest.mark.parametrize(
    "changes",
    [{"name": " \u200b"}, {"name": 7}, {"unit": "../x"}, {"unit": "[@click=x]"}, {"learner": "../anna"},
     {"learner": ""}, {"created": "yesterday"}, {"handed_in": "2026-11-21"}, {"trainer": "\x1b[2J"},
     {"trainer": "x" * 99}, {"studied": {"demo-intake": {"day": "soon", "minutes": 8}}},
     {"studied": {"demo-intake": {"day": "2026-11-21", "minutes": -1}}}, {"studied": {"../x": {}}},
     {"played_before": {"nobody": 1}}, {"content_digest": "zz"}, {"more": 1}, {"handed_in": None}],
    ids=str,
)  # fmt: skip
def test_values_that_mean_nothing(
    register: RegisterFlow, tmp_path: Path, honest: Members, changes: dict[str, Any]
) -> None:
    assert "no hand-in of Trainer" in refused(register, packed(tmp_path / "x.zip", honest, **changes), 3)


def test_a_value_that_is_missing(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    whole = json.loads(honest[MANIFEST])
    for name in whole:
        lacking = {key: value for key, value in whole.items() if key != name}
        file = packed(tmp_path / f"{name}.zip", {**honest, MANIFEST: json.dumps(lacking).encode()}, renew=False)
        assert "no hand-in of Trainer" in refused(register, file, 3), name


def test_newer_formats(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    assert "newer version" in refused(register, packed(tmp_path / "1.zip", honest, format=2), 6)
    journal = journals(honest)[0]
    line = json.loads(honest[journal].split(b"\n")[0]) | {"format": 99, "type": "Unheard"}
    members = {**honest, journal: json.dumps(line).encode() + b"\n"}
    assert "newer version" in refused(register, packed(tmp_path / "2.zip", members), 6)


def test_a_unit_nobody_knows(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    assert "not installed here" in refused(register, packed(tmp_path / "x.zip", honest, unit="dem.u9"))


def test_files_that_are_not_those_of_the_manifest(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    journal = journals(honest)[0]
    edited = {**honest, journal: honest[journal] + b"\n"}
    assert "was changed after" in refused(register, packed(tmp_path / "1.zip", edited, renew=False))
    missing = {name: raw for name, raw in honest.items() if name != journal}
    assert "missing" in refused(register, packed(tmp_path / "2.zip", missing, renew=False))
    more = {**honest, "attempts/another.jsonl": b"x"}
    assert "does not belong" in refused(register, packed(tmp_path / "3.zip", more, renew=False), 3)
    stranger = {**honest, "notes.txt": b"x"}
    assert "no hand-in of Trainer" in refused(register, packed(tmp_path / "4.zip", stranger), 3)
    spare = {**honest, f"papers/{'a' * 64}.json": b"{}"}
    assert "belongs to none" in refused(register, packed(tmp_path / "5.zip", spare))


def test_a_hostile_name_is_cleaned(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    bait = "\x1b]0;x\x07[@click=app.quit]\u202eEve" + "x" * 100
    assert take(register, packed(tmp_path / "x.zip", honest, name=bait))[0].problem is None
    (name,) = [one.name for one in register.people() if one.name != "Bea"]
    assert name.startswith("]0;x[@click=app.quit]Eve") and len(name) == 60


# -- journals --------------------------------------------------------------------------------------------------------


def journals(members: Members) -> list[str]:
    return sorted(name for name in members if name.startswith("attempts/"))


def forged(raw: bytes, spoil: Callable[[Recorded], Recorded | None]) -> bytes:
    """A journal whose events were changed and chained anew: the hashes are right."""
    lines, previous, number = [], "0" * 64, 0
    for recorded in parse_journal(raw, "x").events:
        changed = spoil(recorded)
        if changed is not None:
            line, previous = encode(number, previous, changed)
            lines.append(line)
            number += 1
    return b"".join(lines)


def starts(**changes: Any) -> Callable[[Recorded], Recorded]:
    """Change values of the start."""

    def spoil(recorded: Recorded) -> Recorded:
        if isinstance(recorded.event, Started):
            return replace(recorded, event=replace(recorded.event, **changes))
        return recorded

    return spoil


def with_more_time(raw: bytes) -> bytes:
    seen = []

    def spoil(recorded: Recorded) -> Recorded:
        seen.append(recorded)
        return Recorded(Extended(600), recorded.at, recorded.engine) if len(seen) == 2 else recorded

    return forged(raw, spoil)


BENT: dict[str, Callable[[bytes], bytes]] = {
    "a broken chain": lambda raw: raw.replace(b'"n":1', b'"n":7', 1),
    "a line taken out": lambda raw: b"".join(raw.splitlines(keepends=True)[:1] + raw.splitlines(keepends=True)[2:]),
    "cut in the middle of a line": lambda raw: raw[:-10],
    "no journal at all": lambda raw: b"hello\nhello\n",
    "nothing happened": lambda raw: b"",
    "another attempt": lambda raw: forged(raw, starts(attempt="20260101t000000-00000000")),
    "practice": lambda raw: forged(raw, starts(mode="practice")),
    "a mock": lambda raw: forged(raw, starts(mode="mock")),
    "a clock that stops": lambda raw: forged(raw, starts(policy="stops")),
    "more time than there is": lambda raw: forged(raw, starts(limit_seconds=99_999)),
    "no limit of time": lambda raw: forged(raw, starts(limit_seconds=None)),
    "time that was given": with_more_time,
    "a paper that is not there": lambda raw: forged(raw, starts(paper="0" * 64)),
    "submitted before it began": lambda raw: forged(
        raw, lambda one: one if not isinstance(one.event, Submitted) else replace(one, at=-1.0)
    ),
    "a number without end": lambda raw: forged(raw, lambda one: replace(one, engine=10**400)),  # type: ignore[arg-type] # what JSON can hold
}


@pytest.mark.parametrize("name", BENT)
@pytest.mark.parametrize("number", [0, 1], ids=["exercise", "exam"])
def test_a_journal_that_cannot_be(
    register: RegisterFlow, tmp_path: Path, honest: Members, name: str, number: int
) -> None:
    journal = journals(honest)[number]
    bent = BENT[name](honest[journal])
    assert bent != honest[journal]
    said = refused(register, packed(tmp_path / "x.zip", {**honest, journal: bent}))
    assert "nothing of it was taken" in said and "x.zip" in said


def test_a_move_nobody_could_make(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    from trainer.assessment.events import Moved

    def spoil(recorded: Recorded) -> Recorded:
        if isinstance(recorded.event, Moved):
            return replace(recorded, event=Moved({**recorded.event.move, "on": "win-at-once"}))
        return recorded

    journal = journals(honest)[0]
    refused(register, packed(tmp_path / "x.zip", {**honest, journal: forged(honest[journal], spoil)}))


# -- papers and content ----------------------------------------------------------------------------------------------


def refrozen(members: Members, journal: str, change: Callable[[dict[str, Any]], object]) -> Members:
    """The paper of an attempt changed by a forger, who sees to every digest."""
    started = parse_journal(members[journal], "x").events[0].event
    assert isinstance(started, Started)
    old = f"papers/{started.paper}.json"
    paper = json.loads(members[old])
    change(paper)
    if paper["kind"] == "exercise":
        paper["pool_digest"] = digest(json.loads(paper["exercise"]))
    raw = json.dumps(paper, sort_keys=True).encode()
    new = hashlib.sha256(raw).hexdigest()
    found = {name: content for name, content in members.items() if name != old}
    return {**found, f"papers/{new}.json": raw, journal: forged(members[journal], starts(paper=new))}


def easier(paper: dict[str, Any]) -> None:
    """Every critical criterion is none any more."""
    body = json.loads(paper["exercise"])
    for criterion in body["criteria"]:
        criterion["critical"] = False
    body["criteria"][0]["points"] += 5
    paper["exercise"] = json.dumps(body)


CHANGED: dict[str, tuple[int, Callable[[dict[str, Any]], object], str]] = {
    "an easier exercise": (0, easier, "is not the one of the content"),
    "an item with another text": (
        1, lambda paper: paper["items"][0].update(body=paper["items"][0]["body"].replace("?", "!")),
        "is not the one of the content",
    ),
    "a lower pass mark": (1, lambda paper: paper.update(pass_mark=0.1), "is not the one of the content"),
    "a lower pass mark of sections": (1, lambda paper: paper.update(section_pass_mark=0), "is not the one of the"),
    "fewer items": (1, lambda paper: paper["items"].pop(), "nothing of it was taken"),
    "the same item twice": (1, lambda paper: paper["items"].append(paper["items"][0]), "is not the one of the"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_content_that_was_changed_is_refused(
    register: RegisterFlow, tmp_path: Path, honest: Members, name: str
) -> None:
    number, change, says = CHANGED[name]
    members = refrozen(honest, journals(honest)[number], change)
    assert says in refused(register, packed(tmp_path / "x.zip", members))


def older(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], None]:
    def changed(paper: dict[str, Any]) -> None:
        change(paper)
        paper["content_version"] = "2025.1"

    return changed


@pytest.mark.parametrize("name", ["an easier exercise", "a lower pass mark"])
def test_content_of_a_version_never_seen_does_not_count(
    register: RegisterFlow, tmp_path: Path, honest: Members, name: str
) -> None:
    """It may be honest: it is kept, shown as such, and counts when an assessor vouches for it."""
    from trainer.flows.register_status import unit_class

    number, change, _ = CHANGED[name]
    journal = journals(honest)[number]
    members = refrozen(honest, journal, older(change))
    (outcome,) = take(register, packed(tmp_path / "x.zip", members))
    attempt = Path(journal).stem
    assert outcome.problem is None and outcome.unknown == (attempt,)
    (row,) = [one for one in unit_class(register, UNIT).rows if one.person.name == "Anna Rossi"]
    assert row.unknown == (attempt,) and attempt not in row.counted and (number == 0 or not row.exam_passed)
    register.vouch(attempt, "the older version, looked at", "Carla")
    (row,) = [one for one in unit_class(register, UNIT).rows if one.person.name == "Anna Rossi"]
    assert row.unknown == () and (attempt in row.counted if number == 0 else row.exam_passed)


def test_older_content_that_was_once_here_is_known(school: School, tmp_path: Path) -> None:
    """The register remembers what was installed: whoever is a release behind is believed."""
    from tests.fixtures import change

    other = School(tmp_path / "other")
    machine = other.learner("Anna Rossi")
    played(machine, other.clock, RUCKSACK)
    file = machine.hand_in("anna.zip").file
    bea = other.handed_in("Bea", study)
    register = other.register()
    assert take(register, bea)[0].problem is None
    path = other.content / f"courses/modules/demo-return/exercises/{RUCKSACK}.yaml"
    change(path, "Lo zaino di ieri", "Lo zaino dell’altro ieri")
    other._catalogue = None
    (outcome,) = take(other.register(), file)
    assert outcome.problem is None and outcome.unknown == ()
    assert "is not the one of the content" in str(take(other.register(name="never seen"), file)[0].problem)


SPOILT: dict[str, tuple[int, Callable[[dict[str, Any]], object]]] = {
    "a title of numbers": (1, lambda paper: paper.update(title={"it": 7})),
    "no items": (1, lambda paper: paper.update(items=[])),
    "an item that is none": (1, lambda paper: paper["items"][0].update(body="{}")),
    "an order of strangers": (1, lambda paper: paper["items"][0].update(order={"answer": ["x"]})),
    "endless minutes": (1, lambda paper: paper.update(minutes=10**12)),
    "a day that is none": (0, lambda paper: paper.update(as_of="today")),
    "a language nobody chose": (0, lambda paper: paper.update(spoken="zz")),
    "an exercise that is none": (0, lambda paper: paper.update(exercise="{}")),
    "another exercise than it says": (0, lambda paper: paper.update(subject=BOX)),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_paper_that_cannot_be(register: RegisterFlow, tmp_path: Path, honest: Members, name: str) -> None:
    number, change = SPOILT[name]
    members = refrozen(honest, journals(honest)[number], change)
    refused(register, packed(tmp_path / "x.zip", members))


def test_a_paper_whose_digest_is_another(register: RegisterFlow, tmp_path: Path, honest: Members) -> None:
    for name in [name for name in honest if name.startswith("papers/")]:
        spoilt = {**honest, name: honest[name].replace(b"2026", b"2025", 1)}
        assert "missing or is another one" in refused(register, packed(tmp_path / "x.zip", spoilt))


def test_an_attempt_of_another_unit_or_of_practice(school: School, register: RegisterFlow, tmp_path: Path) -> None:
    machine = school.machine("practising")
    machine.create_learner("Dora", "it", "en", "dem")
    study(machine)
    start_exam(machine, UNIT, seed="7").submit()
    played(machine, school.clock, PRACTICE)
    members = members_of(machine.hand_in("dora.zip").file)
    assert journals(members) == [], "neither goes into a hand-in"
    for row in machine.store.attempts():
        journal = machine.store.attempts_folder / f"{row.id}.jsonl"
        paper = machine.store.papers_folder / f"{row.paper}.json"
        more = {f"attempts/{journal.name}": journal.read_bytes(), f"papers/{paper.name}": paper.read_bytes()}
        assert "no assessed exercise or counting exam" in refused(
            register, packed(tmp_path / "x.zip", {**members, **more})
        )
    machine.close()


# -- any file --------------------------------------------------------------------------------------------------------


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255), cut=st.booleans())
def test_a_spoilt_file_is_taken_as_it_was_or_refused(
    school: School, honest: Members, tmp_path_factory: pytest.TempPathFactory, where: float, value: int, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    source = packed(folder / "x.zip", honest)
    raw = source.read_bytes()
    place = int(where * len(raw))
    source.write_bytes(raw[:place] if cut else raw[:place] + bytes([value]) + raw[place + 1 :])
    home = RegisterFlow.of(school.machine("x")).locations._replace(data=folder / "data")
    register = RegisterFlow(home, school.clock, catalogue=school.open_catalogue)
    (outcome,) = take(register, source)
    try:
        people = register.people()
    except Problem as problem:
        raise AssertionError(problem) from problem
    if outcome.problem is not None:
        assert people == () and not (folder / "data" / "register" / "hand-ins").exists()
    else:
        assert len(outcome.new) == 2 and len(register.attempts(people[0].person)) == 2
