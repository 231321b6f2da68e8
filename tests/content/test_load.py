"""A content folder gives back all that can be read, and every mistake with its file and line."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tests.fixtures import TINY, change, copy_tiny
from trainer.content.load import ContentFolder, paused_collection


def read_all(root: Path) -> ContentFolder:
    folder = ContentFolder(root)
    folder.qualifications(), folder.coverage(), folder.sources(), folder.exams()
    for module in folder.modules():
        folder.lessons(module.value.slug)
    return folder


def test_a_whole_folder_is_read() -> None:
    folder = ContentFolder(TINY)
    assert [loaded.value.id for loaded in folder.qualifications()] == ["alp", "tin"]
    assert [loaded.value.slug for loaded in folder.modules()] == ["greeting", "privacy"]
    assert [loaded.value.id for loaded in folder.exams()] == ["greeting", "tin.u1"]
    assert [path.name for path in folder.banks()] == ["greeting.yaml", "privacy.yaml"]
    coverage, sources = folder.coverage(), folder.sources()
    assert coverage and sources
    assert coverage.name == "courses/coverage.yaml"
    assert [source.id for source in sources.value.sources] == ["EU-1", "IT-1", "IT-2"]
    assert folder.flaws == []


def test_a_lesson_comes_with_its_prose_in_every_language() -> None:
    lesson = ContentFolder(TINY).lessons("greeting")[0]
    assert lesson.lesson.value.id == "first-words"
    assert {language: len(pages) for language, pages in lesson.prose.items()} == {"it": 2, "en": 2}
    prose = lesson.prose_documents["it"]
    assert prose.name == "courses/modules/greeting/lessons/01-first-words.it.md"
    assert prose.page_lines == (1, 9)


def test_a_name_in_a_finding_is_relative_and_its_line_right(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    line = change(root / "courses/sources.yaml", "certainty: verified", "certainty: sure")
    folder = read_all(root)
    assert [(flaw.file, flaw.line) for flaw in folder.flaws] == [("courses/sources.yaml", line)]


def test_one_bad_file_does_not_hide_the_others(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    (root / "courses/modules/greeting/lessons/02-listening.yaml").write_text("id: [\n", encoding="utf-8")
    change(root / "courses/exams/greeting.yaml", "minutes: 5", "minutes: 0")
    (root / "courses/modules/empty").mkdir()
    folder = read_all(root)
    assert [(flaw.file, flaw.line) for flaw in folder.flaws if "lessons" not in flaw.file] == [
        ("courses/exams/greeting.yaml", 6),
        ("courses/modules/empty/module.yaml", 1),
    ]
    assert [lesson.lesson.value.id for lesson in folder.lessons("greeting")] == ["first-words"]
    assert [exam.value.id for exam in folder.exams()] == ["tin.u1"]


def test_a_lesson_without_prose_is_a_flaw(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    for language in ("it", "en"):
        (root / f"courses/modules/privacy/lessons/01-basics.{language}.md").unlink()
    folder = read_all(root)
    assert [(flaw.file, flaw.line) for flaw in folder.flaws] == [("courses/modules/privacy/lessons/01-basics.yaml", 1)]


def test_prose_that_is_not_utf8_is_a_flaw_and_the_other_language_stays(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    file = root / "courses/modules/privacy/lessons/01-basics.it.md"
    file.write_bytes(b"## Dati\n\nperch\xe9\n")
    folder = ContentFolder(root)
    assert set(folder.lessons("privacy")[0].prose) == {"en"}
    assert [(flaw.line, flaw.message) for flaw in folder.flaws] == [
        (3, "not UTF-8; save the file with UTF-8 encoding.")
    ]


def test_an_empty_folder_is_no_mistake(tmp_path: Path) -> None:
    folder = read_all(tmp_path)
    assert folder.flaws == []
    assert folder.coverage() is None


@pytest.mark.parametrize("was_on", [True, False])
def test_collection_is_as_it_was_after_a_pause(was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        with paused_collection(), paused_collection():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
