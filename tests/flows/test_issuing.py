"""Issuing: refused before each condition is met, whole or not at all whenever a machine dies, corrected, revoked."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.exercises.making import BOX, RUCKSACK
from tests.fakes.disks import Death, DyingDisk, FailingOnceDisk
from tests.flows.offices import ASSESSOR, DRAFT, PASSPHRASE, Office, accept, handed_out, judge, ready
from tests.flows.playing import argue, played
from tests.flows.registering import UNIT, School, sit, study, take
from trainer.assessment.acts import OralHeld, OralWithdrawn
from trainer.catalogue.index import Catalogue
from trainer.catalogue.rows import UnitRow
from trainer.flows.issued_records import current_record, export_list, export_pdf, issued_record, issued_records
from trainer.flows.issuing import ClockSetBack, IssuingFlow, RecordDraft
from trainer.flows.record_conditions import ALL, NotYet
from trainer.flows.record_holder import HolderDraft
from trainer.flows.register_rights import erase_person, export_person, kept_about
from trainer.flows.verifying import Verified, verify_file
from trainer.kernel.problems import Problem, Refused, StorageUnusable
from trainer.printing.fonts import GlyphsMissing
from trainer.records.keys import KeyRefused


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office in which everything is met; never written to by a test."""
    return ready(School(tmp_path_factory.mktemp("school")))


@pytest.fixture
def office(done: Office, request: pytest.FixtureRequest) -> Iterator[Office]:
    """A copy of it for one test."""
    clock = done.school.clock
    before = clock.wall
    yield done.copy(f"copy-{request.node.name}"[:60])
    clock.wall = before


def verified(folder: Path, file: str = "record.json", *, day: Any = None) -> Verified:
    """What an employer finds out who has the whole folder."""
    found: Verified = verify_file(
        folder / file, issuers=[str(folder / "issuer.json")], status=folder / "status-list.json", today=day
    )  # fmt: skip
    return found


# -- conditions ------------------------------------------------------------------------------------------------------


def refusal(office: Office) -> tuple[str, str]:
    """The first condition that is not met, and the sentence; nothing may have been written."""
    before = (office.files(), len(office.register.store.acts()))
    with pytest.raises(NotYet) as refused:
        office.flow().issue(office.person(), UNIT, None, by=ASSESSOR)
    assert (office.files(), len(office.register.store.acts())) == before and before[0] == []
    return refused.value.checks[0].name, str(refused.value)


def test_each_condition_is_refused_by_name_until_it_is_met(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school = School(tmp_path)
    anna, office, found = school.learner("Anna Rossi"), Office(school, "office"), []

    def hand_in() -> None:
        school.clock.wait(60)
        (outcome,) = take(office.register, anna.hand_in(f"{len(found)}.zip").file)
        assert outcome.problem is None

    for exercise in (RUCKSACK, BOX):
        argue(anna, played(anna, school.clock, exercise).attempt)
    hand_in()
    original = Catalogue.unit
    with monkeypatch.context() as patch:
        patch.setattr(Catalogue, "unit", lambda self, unit: _in_preparation(original(self, unit)))
        found.append(refusal(office))
    found.append(refusal(office))
    study(anna)
    hand_in()
    found.append(refusal(office))
    exam = sit(anna)
    hand_in()
    first = office.register.standings(office.person(), UNIT)[0].attempt
    office.register.void(first, "somebody else played", ASSESSOR)
    found.append(refusal(office))
    office.register.unvoid(first, "a mistake", ASSESSOR)
    found.append(refusal(office))
    judge(office.register, office.person())
    office.register.act(
        OralHeld("o1", office.person(), UNIT, ASSESSOR, (), {}, ("dem.u1.s01",), "", 60, "insufficient")
    )
    found.append(refusal(office))
    office.register.act(OralWithdrawn("o1", "held again", ASSESSOR))
    found.append(refusal(office))
    accept(office.register, office.person())
    found.append(refusal(office))
    office.flow().issuers.init(DRAFT, None)
    assert [name for name, _ in found] == list(ALL)
    for (name, sentence), words in zip(found, _SENTENCES, strict=True):
        assert words in sentence, name
    record = office.flow().issue(office.person(), UNIT, None)
    assert record.status == "good" and len(office.files()) == 4
    office.register.void(exam, "somebody else sat it", ASSESSOR)
    with pytest.raises(NotYet, match="No counting exam"):
        office.flow().issue(office.person(), UNIT, None, draft=RecordDraft(corrects=record.record))
    anna.close()


def _in_preparation(row: UnitRow | None) -> UnitRow | None:
    return row and UnitRow(**{**row.as_dict(), "readiness": "study"})


_SENTENCES = (
    "not certifiable: it is ready to study", "Neither studied nor recognised", "No counting exam", "still missing",
    "Not found sufficient by an assessor yet", "The oral assessment of 2026-11-21",
    "has not accepted that this was done", "There is no issuer on this machine",
)  # fmt: skip


def test_the_view_says_all_of_it_at_once(done: Office) -> None:
    found = done.flow().look(done.person(), UNIT)
    assert found.ready and [one.name for one in found.checks] == list(ALL) and not found.protected
    assert found.record is None and found.records == ()


# -- what is issued --------------------------------------------------------------------------------------------------


def test_a_record_says_what_the_register_knows(office: Office, tmp_path: Path) -> None:
    flow = office.flow()
    draft = RecordDraft(HolderDraft(birth_date="1999-02-28", student_number="M-17", email="Anna@Example.org"))
    one = flow.issue(office.person(), UNIT, None, draft=draft)
    record = flow.read(one.record[9:17])[0]
    assert record.holder.name == "Anna Rossi" and record.holder.birth_date == "1999-02-28"
    assert record.holder.student_number == "M-17" and "example" not in json.dumps(record.holder.__dict__)
    assert [line.exercise for line in record.evidence] == [RUCKSACK, BOX]
    assert all(line.judged == "sufficient" and line.raters == 1 and not line.supervised for line in record.evidence)
    assert {facet.value for facet in record.evidence[0].facets} >= {"complaint", "counter", "uk", "conflict"}
    (tried,) = record.exams
    assert tried.passed and not tried.voided and len(tried.sections) == 2 and not tried.own_pool
    assert [one.studied_on for one in record.modules] == ["2026-11-21"] * 2
    assert record.rule.house and "unsupervised, on the learner's own machine" in record.supervision["en"]
    assert ASSESSOR in record.supervision["it"] and set(record.languages) == {"it", "en"}
    assert "Certificato" not in record.title["it"] and "Attestazione di completamento" in record.title["it"]
    assert record.workload_minutes == sum(module.minutes for module in record.modules) + 12 + 18, (
        "its exam and its exercises"
    )
    assert record.issuer.name == DRAFT.name and record.supersedes is None
    folder = handed_out(office, one.record, tmp_path / "out")
    for file in ("record.json", "record.jcs.json", "record.pdf"):
        found = verified(folder, file, day=office.school.clock.now().date())
        assert found.exit_code == 0 and found.record == record, file
    for path in (folder, *folder.iterdir(), *(office.machine.locations.register / "issued").iterdir()):
        assert path.stat().st_mode & 0o077 == 0, path


def test_pages_in_one_language_are_made_from_the_credential(office: Office, tmp_path: Path) -> None:
    flow = office.flow()
    one = flow.issue(office.person(), UNIT, None)
    for language in ("it", "en"):
        export_pdf(flow.register, one, tmp_path / f"{language}.pdf", [language])
        found = verify_file(tmp_path / f"{language}.pdf", today=office.school.clock.now().date())
        assert [said.kind for said in found.found] == ["intact", "claimed", "not-checked", "agrees"]
    with pytest.raises(Refused, match="not issued in the language"):
        export_pdf(flow.register, one, tmp_path / "de.pdf", ["de"])
    with pytest.raises(Refused, match="exists already"):
        export_pdf(flow.register, one, tmp_path / "it.pdf", ["it"])


@pytest.mark.parametrize("name", ["Đorđević Şükran-Nguyễn Thị Hằng", "M" * 60])
def test_names_of_every_kind(office: Office, name: str) -> None:
    one = office.flow().issue(office.person(), UNIT, None, draft=RecordDraft(HolderDraft(name=name)))
    assert office.flow().read(one.record)[0].holder.name == name


@pytest.mark.parametrize(
    ("holder", "kind", "words"),
    [
        (HolderDraft(name="Anna 山田"), GlyphsMissing, "U+5C71"),
        (HolderDraft(student_number="RSSNNA99B68H501X"), Refused, "tax code"),
        (HolderDraft(birth_date="28/02/1999"), Refused, "year-month-day"),
        (HolderDraft(email="anna at example"), Refused, "no e-mail"),
    ],
)
def test_what_cannot_stand_on_a_record(office: Office, holder: HolderDraft, kind: type[Problem], words: str) -> None:
    acts = len(office.register.store.acts())
    with pytest.raises(kind, match=re.escape(words)):
        office.flow().issue(office.person(), UNIT, None, draft=RecordDraft(holder))
    assert office.files() == [] and len(office.register.store.acts()) == acts


def test_a_record_with_an_end(office: Office) -> None:
    with pytest.raises(Refused, match="end before it begins"):
        office.flow().issue(office.person(), UNIT, None, draft=RecordDraft(valid_until="2026-11-20"))
    one = office.flow().issue(office.person(), UNIT, None, draft=RecordDraft(valid_until="2029-12-31"))
    assert office.flow().read(one.record)[0].valid_until == "2029-12-31T23:59:59Z"


# -- the key and the clock -------------------------------------------------------------------------------------------


def test_a_wrong_passphrase_says_one_sentence_and_locks_nobody_out(tmp_path: Path) -> None:
    office = ready(School(tmp_path), passphrase=PASSPHRASE)
    sentences = set()
    for wrong in ("wrong horse battery", "", None, PASSPHRASE + " ", "x" * 5000):
        with pytest.raises(KeyRefused) as refused:
            office.flow().issue(office.person(), UNIT, wrong)
        sentences.add(str(refused.value))
    assert len(sentences) == 1 and office.files() == []
    one = office.flow().issue(office.person(), UNIT, PASSPHRASE)
    with pytest.raises(KeyRefused):
        office.flow().revoke(one.record, "a mistake", "wrong horse battery")
    assert issued_record(office.register, one.record).status == "good"


def test_a_clock_set_back_is_said_and_nothing_is_issued(office: Office) -> None:
    clock = office.school.clock
    clock.move_wall(-86_400)
    with pytest.raises(ClockSetBack, match="Set the clock right") as refused:
        office.flow().issue(office.person(), UNIT, None)
    assert refused.value.values["now"] < refused.value.values["last"] and office.files() == []
    clock.move_wall(86_400)
    one = office.flow().issue(office.person(), UNIT, None)
    clock.move_wall(-86_400)
    revoked = office.flow().revoke(one.record, "a mistake", None)
    assert revoked.status == "revoked", "revoking does not wait for a clock"


# -- correcting and revoking -----------------------------------------------------------------------------------------


def test_a_correction_supersedes(office: Office, tmp_path: Path) -> None:
    flow, clock = office.flow(), office.school.clock
    first = flow.issue(office.person(), UNIT, None, draft=RecordDraft(HolderDraft(student_number="M-17")))
    with pytest.raises(Refused, match="issued already"):
        flow.issue(office.person(), UNIT, None)
    clock.wait(60)
    said = RecordDraft(HolderDraft(name="Anna Maria Rossi"), corrects=first.record[9:20])
    second = flow.issue(office.person(), UNIT, None, draft=said)
    record = flow.read(second.record)[0]
    assert record.holder.name == "Anna Maria Rossi" and record.holder.student_number == "M-17"
    assert record.supersedes == first.record
    assert [one.status for one in issued_records(flow.register)] == ["superseded", "good"]
    assert current_record(flow.register, office.person(), UNIT) == second
    codes = [verified(handed_out(office, one.record, tmp_path / one.record[-4:]), day=clock.now().date()).exit_code
             for one in (first, second)]  # fmt: skip
    assert codes == [14, 0]
    with pytest.raises(Refused, match="corrected already"):
        flow.issue(office.person(), UNIT, None, draft=said)
    assert flow.register.person("Anna Rossi").name == "Anna Rossi", "only the record's spelling is mended"


def test_revoking_is_in_register_and_list_at_once(office: Office, tmp_path: Path) -> None:
    flow = office.flow()
    one = flow.issue(office.person(), UNIT, None)
    with pytest.raises(Refused, match="Say why"):
        flow.revoke(one.record, "  ", None)
    revoked = flow.revoke(one.record[9:18], "the exam was somebody else's", None)
    assert revoked.status == "revoked" and revoked.reason == "the exam was somebody else's"
    found = verified(handed_out(office, one.record, tmp_path / "out"), day=office.school.clock.now().date())
    assert found.exit_code == 13
    with pytest.raises(Refused, match="revoked already"):
        flow.revoke(one.record, "again", None)
    assert flow.look(office.person(), UNIT).record is None, "another one may be issued now"
    assert flow.issue(office.person(), UNIT, None).status == "good"


def test_records_are_named_by_the_beginning_of_their_number(office: Office) -> None:
    one = office.flow().issue(office.person(), UNIT, None)
    assert issued_record(office.register, one.record) == issued_record(office.register, one.record[9:13].upper())
    for wrong in ("", one.record[9:12], "urn:uuid:", "ffff"):
        with pytest.raises(Refused, match="no record"):
            issued_record(office.register, wrong)


def test_the_list_is_signed_anew_when_it_grows_old(office: Office, tmp_path: Path) -> None:
    flow, clock = office.flow(), office.school.clock
    assert flow.renew_list(None) is False
    with pytest.raises(Refused, match="no status list yet"):
        export_list(flow.register, tmp_path / "none.json")
    one = flow.issue(office.person(), UNIT, None)
    folder = handed_out(office, one.record, tmp_path / "out")
    clock.wait(100 * 86_400)
    with pytest.raises(Refused, match="renew-list"):
        export_list(flow.register, tmp_path / "old.json")
    assert verified(folder, day=clock.now().date()).exit_code == 16
    assert flow.renew_list(None)
    (folder / "status-list.json").unlink()
    export_list(flow.register, folder / "status-list.json")
    assert verified(folder, day=clock.now().date()).exit_code == 0


def test_a_changed_key_keeps_what_the_former_one_signed(office: Office, tmp_path: Path) -> None:
    flow = office.flow()
    first = flow.issue(office.person(), UNIT, None)
    office.school.clock.wait(86_400)
    issuer, key = flow.issuers.rotate(None)
    assert flow.list_with(issuer, key) and len(issuer.keys) == 2
    second = flow.issue(office.person(), UNIT, None, draft=RecordDraft(corrects=first.record))
    folder = handed_out(office, second.record, tmp_path / "out")
    assert verified(folder, day=office.school.clock.now().date()).exit_code == 0
    other = verify_file(
        handed_out(office, first.record, tmp_path / "first") / "record.json", issuers=[str(folder / "issuer.json")],
        today=office.school.clock.now().date(),
    )  # fmt: skip
    assert other.exit_code == 0


# -- data rights -----------------------------------------------------------------------------------------------------


def test_of_an_erased_person_the_list_keeps_what_it_must(office: Office, tmp_path: Path) -> None:
    flow = office.flow()
    one = flow.issue(office.person(), UNIT, None)
    folder = handed_out(office, one.record, tmp_path / "out")
    assert kept_about(flow.register, flow.register.person(office.person())).records == (one.record,)
    export_person(flow.register, office.person(), tmp_path / "anna.zip")
    with zipfile.ZipFile(tmp_path / "anna.zip") as archive:
        assert sum(name.startswith("records/") for name in archive.namelist()) == 3
    erase_person(flow.register, office.person(), ASSESSOR)
    assert office.files() == ["status-list.json"]
    assert b"Anna" not in b"".join(
        path.read_bytes() for path in office.machine.locations.register.rglob("*") if path.is_file()
    )
    (left,) = issued_records(office.register)
    assert left.erased and (left.record, left.unit, left.at) == (one.record, UNIT, one.at)
    with pytest.raises(Refused, match="erased from the register"):
        office.flow().read(one.record)
    office.flow().revoke(one.record, "found out later", None)
    (folder / "status-list.json").unlink()
    export_list(office.register, folder / "status-list.json")
    assert verified(folder, day=office.school.clock.now().date()).exit_code == 13


# -- crashes ---------------------------------------------------------------------------------------------------------


def whole(office: Office, tmp_path: Path) -> bool:
    """Whether there is a record, whole and with its list; where there is none nothing of one may be left."""
    flow = office.flow()
    with flow.register.store.writing():
        pass
    records = issued_records(flow.register)
    if not records:
        assert [name for name in office.files() if name != "status-list.json"] == []
        return False
    (one,) = records
    assert len(office.files()) == 4
    found = verified(handed_out(office, one.record, tmp_path / office.home), day=office.school.clock.now().date())
    assert found.exit_code == (13 if one.status == "revoked" else 0)
    return True


def test_wherever_the_machine_dies_while_issuing(done: Office, tmp_path: Path) -> None:
    outcomes = []
    for at in range(200):
        office = done.copy(f"dying-{at}")
        disk = DyingDisk(at, done=bool(at % 2))
        try:
            office.flow(disk).issue(office.person(), UNIT, None, by=ASSESSOR)
        except Death:
            outcomes.append(whole(office, tmp_path))
            if not outcomes[-1]:
                assert office.flow().issue(office.person(), UNIT, None).status == "good"
        else:
            break
    assert len(outcomes) > 15 and outcomes == sorted(outcomes), "from one step on, and for good"
    assert {True, False} == set(outcomes)


def test_wherever_the_machine_dies_while_revoking(done: Office, tmp_path: Path) -> None:
    first = done.copy("before-revoking")
    record = first.flow().issue(first.person(), UNIT, None).record
    outcomes = []
    for at in range(200):
        office = first.copy(f"revoking-{at}")
        try:
            office.flow(DyingDisk(at, done=bool(at % 2))).revoke(record, "a mistake", None, by=ASSESSOR)
        except Death:
            assert whole(office, tmp_path)
            outcomes.append(issued_record(office.register, record).status == "revoked")
        else:
            break
    assert outcomes == sorted(outcomes) and {True, False} == set(outcomes)


def test_a_disk_that_fails_once_leaves_nothing_half_done(done: Office, tmp_path: Path) -> None:
    for at in range(0, 40, 3):
        office = done.copy(f"failing-{at}")
        disk = FailingOnceDisk(at)
        try:
            office.flow(disk).issue(office.person(), UNIT, None, by=ASSESSOR)
        except StorageUnusable:
            names = [name for name in office.files() if not name.startswith("status-list")]
            assert not names or issued_records(office.register), at
        if not disk.failed:
            break
        whole(office, tmp_path)


def test_two_who_issue_at_once_make_one_record(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    flow, other = office.flow(), office.flow()
    original = IssuingFlow._forms

    def meanwhile(self: IssuingFlow, *given: Any) -> Any:
        monkeypatch.setattr(IssuingFlow, "_forms", original)
        other.issue(office.person(), UNIT, None)
        return original(self, *given)

    monkeypatch.setattr(IssuingFlow, "_forms", meanwhile)
    with pytest.raises(Refused, match="changed meanwhile"):
        flow.issue(office.person(), UNIT, None)
    assert len(issued_records(office.register)) == 1


def test_a_place_in_the_list_is_never_given_twice(office: Office) -> None:
    flow = office.flow()
    draws = iter([7, 7, 7, 9])
    drawing = IssuingFlow(flow.register, flow.issuers, draw=lambda most: next(draws))
    first = drawing.issue(office.person(), UNIT, None)
    drawing.issue(office.person(), UNIT, None, draft=RecordDraft(corrects=first.record))
    places = [one.act.index for one in office.register.state.issued.values()]
    assert places == [7, 9]
