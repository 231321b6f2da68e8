"""Content of one's own: checked first, added whole, found by everything, and taken away again."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.fakes.disks import FullDisk
from tests.fixtures import DEMO, TINY, change
from trainer.content.bundle import BundleRefused
from trainer.flows import adding
from trainer.flows import workspace as workspaces
from trainer.flows.adding import add_content, added_content, remove_content
from trainer.flows.doctor import examine
from trainer.flows.exam import ExamFlow
from trainer.flows.prepare import resume, start_exam
from trainer.flows.review import ReviewFlow
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import Refused, StorageUnusable, UsageProblem
from trainer.progress.locations import Locations, find_locations


@pytest.fixture(autouse=True)
def tiny_is_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program comes with the small content, so that nothing large is compiled."""
    for module in (workspaces, adding):
        monkeypatch.setattr(module, "shipped_root", lambda: TINY)


@pytest.fixture
def home(tmp_path: Path) -> Locations:
    return find_locations(str(tmp_path / "home"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The demonstration, to be changed."""
    return Path(shutil.copytree(DEMO, tmp_path / "mine"))


def zipped(source: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(source.rglob("*")):
            archive.write(path, path.relative_to(source).as_posix())
    return target


def packed(source: Path) -> Path:
    return zipped(source, source.with_name("mine.zip"))


Pack = Callable[[Path], Path]
BOTH = pytest.mark.parametrize("pack", [lambda path: path, packed], ids=["folder", "zip"])


@BOTH
def test_added_content_is_found_by_everything(home: Locations, copy: Path, clock: FakeClock, pack: Pack) -> None:
    done = add_content(home, pack(copy), clock)
    assert done.manifest is not None
    assert (done.id, done.manifest.items, done.manifest.qualifications) == ("mine", 27, ["dem"])
    assert (done.manifest.modules, done.manifest.exams) == (["demo-intake", "demo-return"], ["dem.u1"])
    assert not [finding for finding in done.findings if finding.severity != "info"]
    workspace = Workspace(home, clock)
    catalogue = workspace.catalogue
    assert [row.id for row in catalogue.qualifications()] == ["tin", "alp", "dem"]
    unit = catalogue.unit("dem.u1")
    assert unit is not None and unit.readiness == "certifiable"
    assert {row.slug for row in catalogue.modules() if row.state == "present"} >= {"greeting", "demo-intake"}
    assert catalogue.search("cartellino", "it") and catalogue.flaws == []
    workspace.close()
    assert dict(added_content(home)) == {"mine": done.manifest}


def test_the_name_comes_from_the_folder_or_the_archive(home: Locations, copy: Path, clock: FakeClock) -> None:
    odd = copy.rename(copy.with_name("Città & Sportello 2"))
    assert add_content(home, odd, clock).id == "citta-sportello-2"


def test_adding_compiles_only_what_was_added(
    home: Locations, copy: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workspace(home, clock).open_catalogue().close()
    add_content(home, copy, clock)
    read: list[str] = []
    from trainer.catalogue.writing import items

    cut = items.cut_bank
    monkeypatch.setattr(items, "cut_bank", lambda path, name: read.append(name) or cut(path, name))
    Workspace(home, clock).open_catalogue().close()
    assert set(read) == {"question_banks/demo-intake.yaml", "question_banks/demo-return.yaml"}
    assert len(list(home.cache.glob("catalogue-*.sqlite"))) == 1
    read.clear()
    remove_content(home, "mine")
    catalogue = Workspace(home, clock).open_catalogue()
    assert read == [] and catalogue.unit("dem.u1") is None and not catalogue.search("cartellino", "it")
    assert catalogue.item_rows(["demo-days-kept"]) == {} and catalogue.lesson("demo-intake", "register") is None


def test_one_added_content_takes_the_place_of_another(
    home: Locations, copy: Path, clock: FakeClock, tmp_path: Path
) -> None:
    add_content(home, copy, clock)
    Workspace(home, clock).open_catalogue().close()
    other = Path(shutil.copytree(copy, tmp_path / "apart"))
    change(other / "question_banks/demo-return.yaml", "demo-days-kept", "other-days-kept")
    remove_content(home, "mine")
    add_content(home, other, clock)
    catalogue = Workspace(home, clock).open_catalogue()
    assert set(catalogue.item_rows(["demo-days-kept", "other-days-kept"])) == {"other-days-kept"}


# -- what is not added ---------------------------------------------------------------------------------------------


@BOTH
def test_a_mistake_is_named_with_its_line_and_nothing_is_added(
    home: Locations, copy: Path, clock: FakeClock, pack: Pack
) -> None:
    line = change(copy / "question_banks/demo-return.yaml", "level: remember", "level: guess")
    source = pack(copy)
    done = add_content(home, source, clock)
    assert done.manifest is None
    first = next(finding for finding in done.findings if finding.severity == "error")
    assert (first.file, first.line) == (f"{source.as_posix()}/question_banks/demo-return.yaml", line)
    assert added_content(home) == [] and [path.name for path in home.content.iterdir()] == [".lock"]


def test_an_id_that_is_taken_names_both_places(home: Locations, copy: Path, clock: FakeClock) -> None:
    assert add_content(home, DEMO, clock).manifest
    done = add_content(home, copy, clock)
    assert done.manifest is None
    told = [finding.message for finding in done.findings if finding.rule == "I01"]
    assert any("«demo-days-kept» is already used in demo/question_banks/demo-return.yaml:4" in one for one in told)
    assert any("«dem» is already used in demo/courses/qualifications/dem.yaml:2" in one for one in told)


def test_an_id_the_program_uses_is_taken_too(home: Locations, copy: Path, clock: FakeClock) -> None:
    line = change(copy / "courses/sources.yaml", "id: DEM-7", "id: EU-1")
    for file in ("question_banks/demo-return.yaml", "courses/modules/demo-return/lessons/01-hand-over.yaml"):
        path = copy / file
        path.write_text(path.read_text(encoding="utf-8").replace("DEM-7", "EU-1"), encoding="utf-8")
    done = add_content(home, copy, clock)
    (finding,) = [finding for finding in done.findings if finding.severity == "error"]
    assert (finding.file, finding.line) == (f"{copy.as_posix()}/courses/sources.yaml", line)
    assert "«EU-1» is already used in courses/sources.yaml:3" in finding.message
    assert added_content(home) == []


def test_the_same_content_twice_is_refused(home: Locations, clock: FakeClock) -> None:
    add_content(home, DEMO, clock)
    with pytest.raises(Refused, match="trainer content remove demo"):
        add_content(home, DEMO, clock)


def test_what_is_unsafe_is_refused_before_anything_is_kept(home: Locations, copy: Path, clock: FakeClock) -> None:
    (copy / "courses/sources.yaml").unlink()
    (copy / "courses/sources.yaml").symlink_to("/etc/passwd")
    with pytest.raises(BundleRefused):
        add_content(home, copy, clock)
    assert added_content(home) == []


def test_a_full_disk_leaves_nothing_behind(home: Locations, clock: FakeClock) -> None:
    with pytest.raises(StorageUnusable, match="disk is full"):
        add_content(home, DEMO, clock, FullDisk(5_000))
    assert added_content(home) == [] and [path.name for path in home.content.iterdir()] == [".lock"]


EXTRA_ITEM = """version: 1
module: gdpr
items:
  - id: acme-copy-of-records
    kind: single
    lesson: rights
    level: apply
    difficulty: medium
    use: practice
    jurisdiction: EU
    statements: [abr.uc1.k11]
    facts: [GDPR-12b]
    stem:
      it: Una cliente della palestra Acme chiede una copia dei suoi dati. Entro quando riceve una risposta?
      en: A customer of the Acme gym asks for a copy of her data. By when does she receive a reply?
    options:
      - id: month
        key: true
        text: {it: Entro un mese, en: Within a month}
        rationale:
          it: L'art. 12, par. 3, dà un mese dalla richiesta.
          en: Article 12(3) gives one month from the request.
      - id: week
        text: {it: Entro una settimana, en: Within a week}
        rationale:
          it: La settimana è un impegno interno, non la regola.
          en: The week is an internal promise, not the rule.
      - id: year
        text: {it: Entro un anno, en: Within a year}
        rationale: {it: "Un anno supera di molto il termine di legge.", en: "A year is far beyond the term of the law."}
"""
EXTRA_EXAM = """version: 1
id: acme-gdpr
title: {it: Prova Acme, en: Acme test}
scope: module
subject: gdpr
minutes: 5
pass_mark: 0.7
section_pass_mark: 0.5
house_rule: true
sections:
  - id: all
    title: {it: Tutto, en: Everything}
    modules: [gdpr]
    draw: {remember: 1, apply: 3}
"""


def test_a_bank_and_an_exam_may_stand_on_a_shipped_module(home: Locations, clock: FakeClock, tmp_path: Path) -> None:
    """The checker knows what the program comes with: its statements, its lessons, its sources and its items."""
    for name, text in (("question_banks/acme-gdpr.yaml", EXTRA_ITEM), ("courses/exams/acme-gdpr.yaml", EXTRA_EXAM)):
        (tmp_path / "acme" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "acme" / name).write_text(text, encoding="utf-8")
    done = add_content(home, tmp_path / "acme", clock)
    assert [(f.rule, f.message) for f in done.findings if f.severity == "error"] == []
    assert done.manifest is not None and (done.manifest.items, done.manifest.exams) == (1, ["acme-gdpr"])
    remove_content(home, "acme")
    change(tmp_path / "acme/courses/exams/acme-gdpr.yaml", "apply: 3", "apply: 300")
    done = add_content(home, tmp_path / "acme", clock)
    assert {f.rule for f in done.findings if f.severity == "error"} == {"X03"}


# -- removing ------------------------------------------------------------------------------------------------------


def test_removing_names_the_learners_it_concerns_and_attempts_live_on(
    home: Locations, copy: Path, clock: FakeClock
) -> None:
    add_content(home, copy, clock)
    workspace = Workspace(home, clock)
    maria = workspace.create_learner("Maria Rossi", "it", "en", "dem")
    finished, begun = start_exam(workspace, "dem.u1", seed="7"), start_exam(workspace, "dem.u1", seed="8")
    finished.submit()
    begun.leave()
    workspace.close()
    other = Workspace(home, clock)
    other.create_learner("Paolo Verdi", "it", "en", "tin")
    other.close()
    assert remove_content(home, "mine").learners == (maria,)
    workspace = Workspace(home, clock)
    workspace.choose_learner(maria)
    again = resume(workspace, begun.attempt)
    assert isinstance(again, ExamFlow) and len(again.view.cells) == 10
    again.submit()
    assert ReviewFlow(workspace.store, finished.attempt).item(0).feedback.lines
    with pytest.raises(Refused, match="dem is not installed"):
        start_exam(workspace, "greeting")
    workspace.change_profile(qualification="tin")
    start_exam(workspace, "greeting").submit()
    workspace.close()


def test_what_is_not_there_cannot_be_removed(home: Locations, clock: FakeClock) -> None:
    with pytest.raises(UsageProblem, match="there is: –"):
        remove_content(home, "demo")
    add_content(home, DEMO, clock)
    with pytest.raises(UsageProblem, match="there is: demo"):
        remove_content(home, "../demo")


def test_content_with_a_damaged_manifest_is_used_listed_and_removable(home: Locations, clock: FakeClock) -> None:
    add_content(home, DEMO, clock)
    (home.content / "demo/content.json").write_bytes(b"{")
    assert added_content(home) == [("demo", None)]
    assert Workspace(home, clock).open_catalogue().unit("dem.u1") is not None
    assert remove_content(home, "demo").learners == ()
    assert added_content(home) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_shelf_that_cannot_be_read_is_a_sentence(home: Locations, clock: FakeClock) -> None:
    add_content(home, DEMO, clock)
    home.content.chmod(0)
    try:
        with pytest.raises(StorageUnusable):
            Workspace(home, clock).open_catalogue()
    finally:
        home.content.chmod(0o700)


def test_doctor_names_added_content_and_what_is_wrong_with_it(home: Locations, clock: FakeClock) -> None:
    add_content(home, DEMO, clock)
    found = [finding for finding in examine(home) if "Added content" in finding.template]
    assert [finding.values["path"] for finding in found] == [home.content / "demo"]
    (home.content / "demo/content.json").unlink()
    (damaged,) = [finding for finding in examine(home) if not finding.fine]
    assert damaged.exit_code == 5 and "add it again" in damaged.template
