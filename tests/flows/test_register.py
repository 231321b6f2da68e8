"""Hand-ins into the register: merged attempt by attempt, told apart by person, and what a class lacks."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.flows.machines import everything_in
from tests.flows.playing import PRACTICE, argue, played
from tests.flows.registering import DAY, UNIT, Machine, School, sit, study, take
from trainer.assessment.acts import (
    ActRefused,
    Judged,
    LearningRecognised,
    RecordIssued,
    RecordRevoked,
    SecondRaterAsked,
    UnsupervisedAccepted,
)
from trainer.assessment.rationale import PARTS
from trainer.flows.exercise_start import resume_exercise, start_exercise
from trainer.flows.hand_in import HandInFlow, preview
from trainer.flows.register import RegisterFlow
from trainer.flows.register_rights import erase_person, export_person, kept_about
from trainer.flows.register_status import CONDITIONS, ClassRow, unit_class
from trainer.flows.register_tables import COLUMNS, status_as_csv, status_as_json
from trainer.kernel.problems import Refused
from trainer.progress.hand_in import MANIFEST


@pytest.fixture
def school(tmp_path: Path) -> School:
    return School(tmp_path)


@pytest.fixture
def anna(school: School) -> Machine:
    return school.finished("Anna Rossi")


def row(register: RegisterFlow, name: str = "Anna Rossi") -> ClassRow:
    return next(one for one in unit_class(register, UNIT).rows if one.person.name == name)


def judged(attempt: str, by: str = "Carla", level: int = 2) -> Judged:
    return Judged(attempt, "rationale", by, dict.fromkeys(PARTS, level), {}, 1)


def states(found: ClassRow) -> dict[str, str]:
    return {one.name: one.state for one in found.conditions}


# -- handing in ------------------------------------------------------------------------------------------------------


def test_what_is_handed_in(school: School, anna: Machine) -> None:
    played(anna, school.clock, PRACTICE)
    done = anna.hand_in("anna.zip")
    assert len(done.attempts) == 3 and done.studied == ("demo-intake", "demo-return") and done.left_out == ()
    assert done.file.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(done.file) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        assert len(archive.namelist()) == 7, "three journals, three papers, and the manifest: nothing of practice"
    assert manifest["name"] == "Anna Rossi" and manifest["unit"] == UNIT and manifest["format"] == 1
    assert manifest["handed_in"].startswith("2026-11-21T") and manifest["trainer"] and manifest["content"]
    assert manifest["studied"]["demo-intake"] == {"day": "2026-11-21", "minutes": 8}


def test_there_must_be_something_to_hand_in(school: School) -> None:
    machine = school.learner("Bea")
    assert preview(machine, UNIT).empty
    with pytest.raises(Refused, match="nothing to hand in"):
        machine.hand_in("bea.zip")
    with pytest.raises(Refused, match="no unit"):
        machine.hand_in("bea.zip", "dem.u9")
    assert not (school.folder / "bea.zip").exists()
    study(machine)
    assert machine.hand_in("bea.zip").attempts == () and preview(machine, UNIT).studied
    with pytest.raises(Refused, match="exists already"):
        machine.hand_in("bea.zip")


def test_a_damaged_attempt_is_left_out_and_named(school: School, anna: Machine) -> None:
    attempt = next(row.id for row in anna.store.attempts() if row.subject == BOX)
    path = anna.store.attempts_folder / f"{attempt}.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"n":2', b'"n":9'))
    done = anna.hand_in("anna.zip")
    assert [one.attempt for one in done.left_out] == [attempt] and len(done.attempts) == 2
    assert take(school.register(), done.file)[0].problem is None


def test_a_torn_end_is_not_handed_in(school: School, anna: Machine) -> None:
    attempt = anna.store.attempts()[0].id
    path = anna.store.attempts_folder / f"{attempt}.jsonl"
    path.write_bytes(path.read_bytes() + b'{"n":')
    assert take(school.register(), anna.hand_in("anna.zip").file)[0].problem is None


def test_where_a_hand_in_goes(school: School, anna: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    flow = HandInFlow(anna, UNIT)
    assert flow.usual_file() == "~/dem.u1-anna-rossi-2026-11-21.zip"
    done = flow.write(flow.usual_file())
    assert done.file == tmp_path / "dem.u1-anna-rossi-2026-11-21.zip" and done.file.exists()
    assert flow.usual_file() == "~/dem.u1-anna-rossi-2026-11-21-2.zip"
    with pytest.raises(Refused, match="name of a file"):
        flow.write("  ")


# -- taking in -------------------------------------------------------------------------------------------------------


def test_what_comes_in_is_what_the_learner_has(school: School, anna: Machine) -> None:
    register = school.register()
    (outcome,) = take(register, anna.hand_in("anna.zip").file)
    assert outcome.problem is None and len(outcome.new) == 3 and outcome.exit_code == 0 and outcome.unknown == ()
    (person,) = register.people()
    found = register.attempts(person.person, UNIT)
    assert [one.paper.subject for one in found] == [RUCKSACK, BOX, UNIT]
    for one in found:
        row = anna.store.attempt(one.id)
        assert row is not None and one.standing.short.points == row.points and one.standing.short.passed is row.passed
        assert one.supervised is False and one.standing.content == "agreed" and one.standing.counts
    assert found[0].state.exercise.handed_in_at and found[0].standing.short.ready == ("rationale",)
    assert register.attempt(found[1].id).state == found[1].state
    with pytest.raises(Refused, match="no attempt"):
        register.attempt("20260101t000000-00000000")


def test_the_same_file_again_changes_nothing(school: School, anna: Machine) -> None:
    file = anna.hand_in("anna.zip").file
    register = school.register()
    take(register, file)
    before = everything_in(register.locations.data)
    (outcome,) = take(school.register(), file)
    assert outcome.known and outcome.same == 3 and outcome.person == register.people()[0]
    assert everything_in(register.locations.data) == before
    outcomes = take(school.register(name="other"), file, file)
    assert [one.known for one in outcomes] == [False, True]


def test_two_hand_ins_merge_by_attempt(school: School) -> None:
    anna = school.learner("Anna Rossi")
    first = played(anna, school.clock, RUCKSACK).attempt
    early = anna.hand_in("early.zip").file
    school.clock.wait(DAY)
    argue(anna, first)
    second = played(anna, school.clock, BOX).attempt
    late = anna.hand_in("late.zip").file
    for number, files in enumerate(([early, late], [late, early])):
        register = school.register(name=str(number))
        outcomes = [take(register, file)[0] for file in files]
        (person,) = register.people()
        assert [one.id for one in register.attempts(person.person)] == [first, second]
        assert register.attempt(first).state.exercise.handed_in_at is not None, "the longer journal counts"
        if number == 0:
            assert (outcomes[1].new, outcomes[1].longer, outcomes[1].same) == ((second,), (first,), 0)
        else:
            assert (outcomes[1].new, outcomes[1].longer, outcomes[1].same) == ((), (), 1)
    both = take(school.register(name="both"), early, late)
    assert [(len(one.new), len(one.longer)) for one in both] == [(1, 0), (1, 1)], "in one go as well"


def test_an_attempt_that_is_running_goes_on_later(school: School) -> None:
    anna = school.learner("Anna Rossi")
    flow = start_exercise(anna, RUCKSACK, assessed=True)
    flow.leave()
    register = school.register()
    take(register, anna.hand_in("running.zip").file)
    (person,) = register.people()
    (one,) = register.standings(person.person, UNIT)
    assert one.short.submitted_at is None and one.short.passed is None
    again = resume_exercise(anna, flow.attempt)
    again.finish()
    assert take(register, anna.hand_in("done.zip").file)[0].longer == (flow.attempt,)
    assert register.standings(person.person, UNIT)[0].short.passed is False


def test_a_fork_is_named_and_the_one_of_here_counts(school: School) -> None:
    anna = school.learner("Anna Rossi")
    attempt = played(anna, school.clock, RUCKSACK).attempt
    path = anna.store.attempts_folder / f"{attempt}.jsonl"
    short = path.read_bytes()
    argue(anna, attempt)
    first = anna.hand_in("first.zip").file
    path.write_bytes(short)
    anna.close()
    school.clock.wait(60)
    argue(anna, attempt)
    other = anna.hand_in("other.zip").file
    register = school.register()
    (outcome,) = take(register, first)
    kept = register.attempt(attempt).state
    (outcome,) = take(register, other)
    assert outcome.forks == (attempt,) and outcome.exit_code == 1 and outcome.problem is None
    assert register.attempt(attempt).state == kept
    assert [one.forks for one in take(school.register(name="both"), first, other)] == [(), (attempt,)]


def test_one_bad_file_stops_no_other(school: School, anna: Machine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"no zip")
    bea = school.handed_in("Bea", study)
    outcomes = take(school.register(), bad, anna.hand_in("anna.zip").file, tmp_path / "none.zip", bea)
    assert {one.source.name: one.problem is None for one in outcomes} == {
        "bad.zip": False, "anna.zip": True, "none.zip": False, "Bea.zip": True,
    }  # fmt: skip
    assert [one.name for one in school.register().people()] == ["Anna Rossi", "Bea"]


def test_work_of_somebody_else_is_refused(school: School, anna: Machine) -> None:
    file = anna.hand_in("anna.zip").file
    thief = school.learner("Ted")
    for folder in ("attempts", "papers"):
        (thief.store.folder / folder).mkdir(mode=0o700, exist_ok=True)
        for path in (anna.store.folder / folder).iterdir():
            (thief.store.folder / folder / path.name).write_bytes(path.read_bytes())
    for row in anna.store.attempts():
        thief.store.save_attempt(row)
    stolen = thief.hand_in("ted.zip").file
    register = school.register()
    take(register, file)
    (outcome,) = take(register, stolen)
    assert "somebody else" in str(outcome.problem) and outcome.exit_code == 1
    assert [one.name for one in register.people()] == ["Anna Rossi"]
    assert "somebody else" in str(take(school.register(name="both"), file, stolen)[1].problem)


def test_namesakes_are_two_people(school: School) -> None:
    files = []
    for number in range(2):
        machine = school.machine(f"machine-{number}")
        machine.create_learner("Anna Rossi", "it", "en", "dem")
        study(machine)
        files.append(machine.hand_in(f"{number}.zip").file)
        machine.close()
        school.clock.wait(60)
    register = school.register()
    take(register, *files)
    assert len(register.people()) == 2
    with pytest.raises(Refused, match="Several people"):
        register.person("anna rossi")
    assert register.person(register.people()[0].person) == register.people()[0]


def test_whoever_has_another_name_now_is_asked_about(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    anna.change_profile(name="Anna Verdi")
    file = anna.hand_in("verdi.zip").file
    (outcome,) = take(register, file)
    assert "--into" in str(outcome.problem) and len(register.people()) == 1
    (outcome,) = take(register, file, into="Anna Rossi")
    assert outcome.problem is None and outcome.same == 3
    assert [one.name for one in register.people()] == ["Anna Verdi"]
    (outcome,) = take(school.register(name="other"), file, new=True)
    assert outcome.problem is None


def test_a_unit_that_is_not_installed(school: School, anna: Machine, tmp_path: Path) -> None:
    file = anna.hand_in("anna.zip").file
    found = RegisterFlow(anna.locations._replace(data=tmp_path / "elsewhere"), school.clock)
    (outcome,) = take(found, file)
    assert "not installed" in str(outcome.problem) and outcome.exit_code == 1
    assert not (tmp_path / "elsewhere").exists()


# -- where a class stands --------------------------------------------------------------------------------------------


def test_conditions_are_met_one_by_one(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    found = row(register)
    assert states(found) == dict.fromkeys(CONDITIONS, "met") | {"judged": "waiting", "unsupervised": "waiting"}
    assert [one.part for one in found.waiting] == ["rationale", "rationale"] and unit_class(register, UNIT).waiting == 2
    first, second = found.counted
    register.act(judged(first))
    assert states(row(register))["judged"] == "waiting" and len(row(register).waiting) == 1
    register.act(SecondRaterAsked(UNIT, True, "Carla"), judged(second))
    assert len(row(register).waiting) == 2, "two raters are wanted now"
    register.act(judged(first, "Dora"), judged(second, "Dora"))
    assert states(row(register))["judged"] == "met"
    person = found.person.person
    register.act(UnsupervisedAccepted(person, UNIT, "Carla", (first, second, found.exams[0].attempt)))
    assert row(register).complete


def test_what_was_judged_insufficient_does_not_count(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    first, second = row(register).counted
    register.act(judged(first, level=0), judged(second))
    found = row(register)
    assert states(found)["rule"] == "lacking" and states(found)["judged"] == "waiting" and found.counted == (second,)


def test_a_voided_attempt_counts_again_when_that_is_taken_back(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    before = row(register)
    exam, exercise = before.exams[0].attempt, before.exercises[0].attempt
    register.void(exam, "  another person\x1b sat it ", "Carla")
    register.void(exercise, "another person played", "Carla")
    found = row(register)
    assert states(found)["exam"] == "lacking" and states(found)["rule"] == "lacking"
    assert found.exams[0].voided and found.exams[0].voided.act.reason == "another person sat it"
    assert exercise not in {one.attempt for one in found.waiting}
    with pytest.raises(ActRefused, match="void already"):
        register.void(exam, "again", "Carla")
    with pytest.raises(Refused, match="Say why"):
        register.unvoid(exam, " \u200b", "Carla")
    for attempt in (exam, exercise):
        register.unvoid(attempt, "it was she", "Carla")
    assert row(register) == before


def test_what_each_learner_lacks(school: School) -> None:
    files = [school.handed_in("Bea", study)]
    carlo = school.learner("Carlo")
    played(carlo, school.clock, RUCKSACK, "bad")
    school.clock.wait(DAY)
    argue(carlo, played(carlo, school.clock, RUCKSACK).attempt)
    sit(carlo, right=False)
    register = school.register()
    take(register, *files, carlo.hand_in("carlo.zip").file)
    bea, found = row(register, "Bea"), row(register, "Carlo")
    assert states(bea)["studied"] == "met" and states(bea)["exam"] == "lacking" and bea.exercises == ()
    assert states(found)["studied"] == "lacking" and found.conditions[1].what == ("demo-intake", "demo-return")
    assert [one.short.passed for one in found.exercises] == [False, True] and not found.exam_passed
    assert [one.played_before for one in found.exercises] == [0, 1], "how often it had been played before"
    assert {one.requirement for one in found.missing} >= {"min_customer_types", "min_request_types"}
    person = found.person.person
    register.act(*(LearningRecognised(person, UNIT, one, "diploma", "D") for one in ("demo-intake", "demo-return")))
    found = row(register, "Carlo")
    assert states(found)["studied"] == "met" and found.recognised == ("demo-intake", "demo-return")


def test_the_status_as_tables(school: School, anna: Machine) -> None:
    anna.change_profile(name="=cmd|'/c calc'!A1")
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    classes = [unit_class(register, UNIT)]
    data = json.loads(json.dumps(status_as_json(classes)))
    (learner,) = data["units"][0]["learners"]
    assert data["version"] == 1 and learner["exams"][0]["supervised"] is False and len(learner["waiting"]) == 2
    assert learner["conditions"]["judged"]["state"] == "waiting" and data["units"][0]["retention_months"] == 24
    head, line = status_as_csv(classes).decode().strip().split("\r\n")
    assert head.split(",") == list(COLUMNS) and "'=cmd|" in line, "a spreadsheet runs nothing"


def test_how_long_hand_ins_are_kept(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    assert row(register).keep_until == "2028-11-20"
    register.keep_for(1)
    assert row(register).keep_until == "2026-12-21" and school.register().settings().retention_months == 1
    for months in (0, 1201):
        with pytest.raises(Refused):
            register.keep_for(months)


def test_under_whose_name(school: School) -> None:
    register = school.register()
    with pytest.raises(Refused, match="under whose name"):
        register.assessor()
    assert register.assessor(" Carla\x1b  Conti ") == "Carla Conti"
    assert school.register().assessor() == "Carla Conti" and register.assessor("Dora") == "Dora"


def test_what_derives_may_be_deleted_or_spoilt(school: School, anna: Machine) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    person = register.people()[0].person
    found, path = register.standings(person), register.store.files.derived_path(person)
    for raw in (None, b"", b"[]", b'{"derived_by": 1}', path.read_bytes().replace(b'"exam"', b"7")):
        path.unlink() if raw is None else path.write_bytes(raw)
        assert school.register().standings(person) == found


def test_a_hand_in_changed_where_it_is_kept_is_found_out(school: School, anna: Machine) -> None:
    from trainer.kernel.problems import StoreDamaged

    register = school.register()
    take(register, anna.hand_in("anna.zip").file)
    (person,) = register.people()
    (path,) = (register.store.folder / "hand-ins" / person.person).glob("*.zip")
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in members.items():
            archive.writestr(name, raw.replace(b'"do":"say"', b'"do":"sai"'))
    with pytest.raises(StoreDamaged, match="not what was handed in"):
        school.register().attempts(person.person)
    path.unlink()
    with pytest.raises(StoreDamaged, match="missing"):
        school.register().attempts(person.person)


# -- data rights -----------------------------------------------------------------------------------------------------


def test_everything_kept_about_a_person(school: School, anna: Machine, tmp_path: Path) -> None:
    register = school.register()
    take(register, anna.hand_in("anna.zip").file, school.handed_in("Bea", study))
    person = register.person("Anna Rossi")
    register.void(row(register).exams[0].attempt, "why", "Carla")
    target = tmp_path / "export.zip"
    assert export_person(register, "anna-rossi", target) == 3
    with zipfile.ZipFile(target) as archive:
        acts = json.loads(archive.read("acts.json"))["acts"]
        assert json.loads(archive.read("trainer-register-export.json"))["person"]["name"] == "Anna Rossi"
        (name,) = [name for name in archive.namelist() if name.startswith("hand-ins/")]
        assert archive.read(name) == (tmp_path / "anna.zip").read_bytes()
    assert [one["type"] for one in acts] == ["Received", "AttemptVoided"] and acts[0]["person"] == person.person
    with pytest.raises(Refused, match="exists already"):
        export_person(register, "anna-rossi", target)
    with pytest.raises(Refused, match="nobody"):
        export_person(register, "Zoe", tmp_path / "zoe.zip")


def test_erasing_a_person(school: School, anna: Machine) -> None:
    register = school.register()
    file = anna.hand_in("anna.zip").file
    take(register, file, school.handed_in("Bea", study))
    person = register.person("Anna Rossi").person
    register.act(RecordIssued("urn:uuid:1", person, UNIT, 0, "", "d", "Carla"))
    assert kept_about(register, register.person(person)).attempts == 3
    about = erase_person(register, person, "Carla")
    assert about.records == ("urn:uuid:1",)
    again = school.register()
    assert [one.name for one in again.people()] == ["Bea"]
    everything = b"".join(path.read_bytes() for path in again.store.folder.rglob("*") if path.is_file())
    assert b"Anna" not in everything and b"anna-rossi" not in everything
    again.act(RecordRevoked("urn:uuid:1", "a mistake", "Carla"))
    (outcome,) = take(again, file)
    assert outcome.problem is None and again.person("Anna Rossi").person != person, "nobody they were before"
