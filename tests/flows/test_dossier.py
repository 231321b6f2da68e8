"""The dossier: all a record rests on, readable as it stands, each file named with its digest; whole or not at all."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.exercises.desks import MONDAY_INBOX, WINDOW_POST
from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fixtures import copy_exercises
from tests.flows.offices import ASSESSOR, Office, ready
from tests.flows.playing import DemoWorkspace
from tests.flows.registering import UNIT, School
from tests.tui.finished import finished
from trainer.assessment.attempt import replay
from trainer.flows import dossier
from trainer.flows.dossier import MANIFEST, write_dossier
from trainer.flows.dossier_text import Pages, plain
from trainer.flows.dossier_work import Work
from trainer.flows.issued_records import issued_record
from trainer.flows.register import RegisteredAttempt, Standing
from trainer.flows.register_attempts import short_of
from trainer.flows.register_rights import erase_person
from trainer.flows.running import journal_path
from trainer.flows.verifying import verify_file
from trainer.i18n.catalogue import Translator
from trainer.kernel.problems import Refused, StorageUnusable
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    found = ready(School(tmp_path_factory.mktemp("school")))
    found.flow().issue(found.person(), UNIT, None)
    return found


def written(office: Office, target: Path, language: str = "en") -> Path:
    flow = office.flow()
    (record,) = flow.register.state.issued
    return write_dossier(flow, issued_record(flow.register, record), target, Translator(language))


def test_what_is_in_it(office: Office, tmp_path: Path) -> None:
    folder = written(office, tmp_path / "dossiers")
    assert folder.parent == tmp_path / "dossiers" and folder.name.startswith("anna-rossi-dem.u1-")
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    manifest = json.loads(found.pop(MANIFEST))
    assert manifest["files"] == {name: hashlib.sha256(raw).hexdigest() for name, raw in found.items()}
    assert manifest["version"] == 1 and manifest["unit"] == UNIT and manifest["status"] == "good"
    kinds = {name.partition("/")[0] for name in found}
    assert kinds == {"record", "transcripts", "rationales", "assessment", "exams.md", "README.md"}
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0
    texts = {name: raw.decode() for name, raw in found.items() if name.endswith(".md")}
    talk = texts["transcripts/01-demo-rucksack-at-the-counter.md"]
    assert "Olena Kovalenko" in talk and "→ You greet her" in talk and "It counts for the record." in talk
    assert "unsupervised, on the learner's own machine" in talk and "critical" in talk
    assert "## Choices" in texts["rationales/01-demo-rucksack-at-the-counter.md"]
    sheet = texts["assessment/01-demo-rucksack-at-the-counter.md"]
    assert ASSESSOR in sheet and "Choices: 3" in sheet
    assert f"accepted by {ASSESSOR}" in texts["assessment/decisions.md"]
    assert "exam passed · 100%" in texts["exams.md"]
    assert not any("<" in text.replace("\\<", "") for text in texts.values()), "no HTML"
    assert verify_file(folder / "record/record.pdf", today=office.school.clock.now().date()).exit_code == 11


def test_in_italian_too(office: Office, tmp_path: Path) -> None:
    folder = written(office, tmp_path, "it")
    talk = (folder / "transcripts/01-demo-rucksack-at-the-counter.md").read_text()
    assert "Che cosa è successo" in talk and "\n→ " in talk and "What happened" not in talk


def test_the_exams_questions_stay_with_the_examiner(office: Office, tmp_path: Path) -> None:
    folder = written(office, tmp_path)
    everything = b"".join(path.read_bytes() for path in folder.rglob("*.md"))
    paper = next(one.paper for one in office.register.attempts(office.person(), UNIT) if one.paper.kind == "exam")
    stems = [text for place in range(len(paper.items)) for text in json.loads(paper.items[place].body)["stem"].values()]
    assert stems and not any(stem.encode() in everything for stem in stems)


def test_twice_is_refused_and_of_the_erased_there_is_none(office: Office, tmp_path: Path) -> None:
    folder = written(office, tmp_path)
    with pytest.raises(Refused, match="exists already"):
        written(office, tmp_path)
    assert folder.is_dir()
    copy = office.copy("erased")
    erase_person(copy.register, copy.person(), ASSESSOR)
    with pytest.raises(Refused, match="erased"):
        written(copy, tmp_path / "other")
    assert not (tmp_path / "other").exists()


def test_a_full_disk_leaves_no_half_dossier(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier, "Disk", lambda: FullDisk(20_000))
    with pytest.raises(StorageUnusable, match="full"):
        written(office, tmp_path / "dossiers")
    assert not (tmp_path / "dossiers").exists()


def test_nobodys_words_can_act() -> None:
    pages = Pages("a # title <b>")
    pages.say("# no heading\n- no list\n1. no number\n> no quotation\n=== no rule")
    pages.quote("<script>alert(1)</script> [link](http://x) **bold**\x1b[31m")
    pages.points(["one\n# two", " "])
    text = pages.bytes().decode()
    assert text.startswith("# a # title \\<b\\>\n\n\\# no heading\n\\- no list\n1\\. no number\n\\>")
    assert "\\<script\\>alert(1)\\</script\\> \\[link\\](http://x) \\*\\*bold\\*\\*" in text and "\x1b" not in text
    assert text.endswith("- one # two\n")
    assert plain("2 < 3_4") == "2 \\< 3\\_4"


@pytest.mark.parametrize(
    ("exercise", "language", "words"),
    [
        (MONDAY_INBOX, "en", ("## Requests at the end", "R-001 · ", "## Sent", "\n> ", "## Archived")),
        (MONDAY_INBOX, "it", ("## Richieste alla fine", "R-001 · ", "## Inviati", "\n> ")),
        (WINDOW_POST, "en", ("## How it was set", "## What was tested", ": ")),
    ],
)
def test_how_a_desk_and_a_place_of_work_were_left(
    tmp_path: Path, clock: FakeClock, exercise: str, language: str, words: tuple[str, ...]
) -> None:
    copy_exercises(tmp_path)
    workspace = DemoWorkspace(tmp_path, clock)
    workspace.create_learner("Ada", "it", "en", "dem")
    attempt = finished(workspace, clock, exercise)
    state = replay(read_journal(journal_path(workspace.store, attempt)).events)
    paper = load_paper(workspace.store.papers_folder, state.paper)
    standing = Standing(short_of(paper, state), "p", False, None, "agreed", True, 0, {})
    work = Work(RegisteredAttempt(standing, paper, state), Translator(language))
    text = (work.state() or b"").decode()
    assert text.startswith("# ") and all(said in text for said in words)
    assert len(work.transcript(True).decode().split("\n### ")) == len(work.result.moments) + 1
    workspace.close()
