"""Compiling again reads what changed, gives what compiling anew gives, and survives what befalls a cache."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures import TINY, change, copy_tiny
from trainer.banks import read
from trainer.catalogue import build
from trainer.catalogue.current import cache_file
from trainer.catalogue.index import Catalogue, is_current, open_or_build
from trainer.catalogue.writing import items

BANK = "question_banks/greeting.yaml"
LESSON = "courses/modules/greeting/lessons/01-first-words"


def content_of(catalogue: Catalogue) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the catalogue but row numbers, stamps of files and texts that are gone."""
    connection = catalogue._connection
    numbers = {
        "item": "rowid, file",
        "lesson": "rowid, file",
        "page": "lesson",
        "doc": "rowid, owner",
        "file": "id, mtime_ns, inode",
    }
    found = {}
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")]
        kept = [f'"{name}"' for name in columns if name not in numbers.get(table, "").split(", ")]
        if table != "meta" and not table.startswith(("study_fts", "item_fts", "sqlite")):
            found[table] = sorted(connection.execute(f"SELECT {', '.join(kept)} FROM {table}"), key=repr)
    words = ("dici", "cliente", "registro", "tono", "dati", "say", "nuovo", "buongiorno")
    for word in words:
        for language in ("it", "en"):
            hits = [*catalogue.search(word, language), *catalogue.search_items(word, language, exam_items=True)]
            found[f"{word} {language}"] = sorted((hit.kind, hit.place, hit.title, hit.excerpt) for hit in hits)
    return found


def touch(path: Path) -> None:
    """Another time on a file that was just written, whatever the clock's grain."""
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000))


def edit_item(root: Path) -> None:
    change(root / BANK, "Che cosa dici (sera 1)", "Che cosa dici di nuovo")


def remove_item(root: Path) -> None:
    text = (root / BANK).read_text(encoding="utf-8")
    first, second = text.index("  - id: greeting-remember-1"), text.index("  - id: greeting-remember-2")
    (root / BANK).write_text(text[:first] + text[second:], encoding="utf-8")


def move_item(root: Path) -> None:
    """From one bank to the one read before it."""
    remove_item(root)
    text = (TINY / BANK).read_text(encoding="utf-8")
    first, second = text.index("  - id: greeting-remember-1"), text.index("  - id: greeting-remember-2")
    head = "version: 1\nmodule: greeting\nitems:\n"
    (root / "question_banks/a.yaml").write_text(head + text[first:second], encoding="utf-8")


def edit_prose(root: Path) -> None:
    change(root / f"{LESSON}.it.md", "buongiorno", "un nuovo saluto")


def edit_check(root: Path) -> None:
    change(root / f"{LESSON}.yaml", "Che cosa dici alla porta?", "Che cosa dici di nuovo?")


def remove_lesson(root: Path) -> None:
    for ending in (".yaml", ".it.md", ".en.md"):
        (root / f"{LESSON}{ending}").unlink()
    change(root / "courses/modules/greeting/module.yaml", "[listening, first-words]", "[listening]")


def remove_language(root: Path) -> None:
    (root / f"{LESSON}.en.md").unlink()


def rename_bank(root: Path) -> None:
    (root / BANK).rename(root / "question_banks/other.yaml")


def other_module(root: Path) -> None:
    change(root / BANK, "module: greeting", "module: privacy")


def later_source(root: Path) -> None:
    change(root / "courses/sources.yaml", "2018-05-25", "2026-12-01")


def edit_term(root: Path) -> None:
    change(root / "courses/modules/greeting/module.yaml", "Il tono adatto", "Il nuovo tono adatto")


def break_item(root: Path) -> None:
    change(root / BANK, "level: apply", "level: simple")


def break_bank(root: Path) -> None:
    change(root / BANK, "items:", "item:")


def clash(root: Path) -> None:
    change(root / "question_banks/privacy.yaml", "privacy-remember-7", "greeting-remember-1")


def remove_bank(root: Path) -> None:
    (root / "question_banks/privacy.yaml").unlink()


EDITS = [
    edit_item, remove_item, move_item, edit_prose, edit_check, remove_lesson, remove_language, rename_bank,
    other_module, later_source, edit_term, break_item, break_bank, clash, remove_bank,
]  # fmt: skip


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_what_changed_is_read_again_and_all_is_as_if_compiled_anew(
    tmp_path: Path, edit: Callable[[Path], None]
) -> None:
    root = copy_tiny(tmp_path)
    before = content_of(open_or_build([root], tmp_path / "cache"))
    edit(root)
    assert not is_current([root], tmp_path / "cache")
    after = content_of(open_or_build([root], tmp_path / "cache"))
    assert after == content_of(open_or_build([root], tmp_path / "other"))
    assert after != before
    shutil.rmtree(root)
    shutil.copytree(TINY, root)
    assert content_of(open_or_build([root], tmp_path / "cache")) == before


def test_only_items_whose_text_changed_are_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_tiny(tmp_path)
    open_or_build([root], tmp_path / "cache").close()
    parsed: list[str] = []

    def spy(raw: list[items.RawItem], name: str) -> read.BankPiece:
        parsed.extend(item.raw.split(b"\n")[0].decode() for item in raw)
        return read.parse_items(raw, name)

    monkeypatch.setattr(items, "parse_items", spy)
    edit_item(root)
    open_or_build([root], tmp_path / "cache").close()
    assert parsed == ["  - id: greeting-remember-1"]


def test_a_current_catalogue_is_opened_as_it_is(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    open_or_build([TINY], tmp_path, lambda done, total: calls.append((done, total))).close()
    assert calls == sorted(calls)
    assert calls[-1][0] == calls[-1][1] > 0
    calls.clear()
    assert is_current([TINY], tmp_path)
    open_or_build([TINY], tmp_path, lambda done, total: calls.append((done, total))).close()
    assert calls == []


def test_a_touched_file_is_hashed_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_tiny(tmp_path)
    before = content_of(open_or_build([root], tmp_path / "cache"))
    touch(root / BANK)
    monkeypatch.setattr(items, "cut_bank", None)
    assert content_of(open_or_build([root], tmp_path / "cache")) == before


def test_the_digest_is_of_the_content_not_of_its_place(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    copied = open_or_build([root], tmp_path / "cache").digest
    assert copied == open_or_build([TINY], tmp_path / "cache").digest
    edit_prose(root)
    assert copied != open_or_build([root], tmp_path / "cache").digest


def test_flaws_are_kept_with_the_catalogue_and_the_good_files_too(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    break_item(root)
    change(root / "courses/exams/greeting.yaml", "minutes: 5", "minutes: five")
    for _ in range(2):
        catalogue = open_or_build([root], tmp_path / "cache")
        assert [(flaw.file, flaw.line, flaw.message) for flaw in catalogue.flaws] == [
            ("courses/exams/greeting.yaml", 6, "«minutes» is «five»: a whole number was expected."),
            (BANK, 49, "«level» is «simple»: one of 'remember', 'understand', 'apply' or 'analyse' was expected."),
        ]
        module = catalogue.module("greeting")
        assert module
        assert module.items == 5
        assert [row.id for row in catalogue.exams()] == ["tin.u1"]
        catalogue.close()


def test_an_id_in_two_files_is_a_flaw_of_the_second(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    clash(root)
    assert [(flaw.file, flaw.line, flaw.message) for flaw in open_or_build([root], tmp_path / "cache").flaws] == [
        ("question_banks/privacy.yaml", 4, f"the id «greeting-remember-1» is already used in {BANK}.")
    ]


def test_several_roots_are_read_together_and_clash_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "own"
    (root / "question_banks").mkdir(parents=True)
    text = (TINY / BANK).read_text(encoding="utf-8")
    (root / BANK).write_text(text.replace("greeting-remember-1", "own-remember-1"), encoding="utf-8")
    catalogue = open_or_build([TINY, root], tmp_path / "cache")
    assert "own-remember-1" in catalogue.item_json(["own-remember-1"])
    assert len(catalogue.flaws) == 5
    assert cache_file([TINY, root], tmp_path) == cache_file([TINY], tmp_path)


@pytest.mark.parametrize("harm", ["empty", "text", "cut", "torn", "format", "table"])
def test_a_damaged_cache_is_rebuilt(tmp_path: Path, harm: str) -> None:
    before = content_of(open_or_build([TINY], tmp_path))
    path = cache_file([TINY], tmp_path)
    raw = path.read_bytes()
    if harm in ("format", "table"):
        sql = {"format": "UPDATE meta SET value = '0' WHERE key = 'format'", "table": "DROP TABLE module"}[harm]
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()
    else:
        torn = raw[:8192] + b"\xff" * (len(raw) - 8192)
        path.write_bytes(
            {"empty": b"", "text": b"no database\n" * 2000, "cut": raw[: len(raw) // 2], "torn": torn}[harm]
        )
    catalogue = open_or_build([TINY], tmp_path)
    assert [row.slug for row in catalogue.modules()] == ["greeting", "privacy", "later"]
    assert content_of(catalogue) == before
    catalogue.close()
    assert content_of(open_or_build([TINY], tmp_path)) == before


def test_a_damaged_cache_is_not_carried_over_into_the_next(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    open_or_build([root], tmp_path / "cache").close()
    path = cache_file([root], tmp_path / "cache")
    raw = path.read_bytes()
    path.write_bytes(raw[:8192] + b"\xff" * (len(raw) - 8192))
    edit_item(root)
    after = content_of(open_or_build([root], tmp_path / "cache"))
    assert after == content_of(open_or_build([root], tmp_path / "other"))


@pytest.mark.parametrize("temporary", [True, False])
def test_a_cache_that_cannot_be_written_costs_time_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, temporary: bool
) -> None:
    cache = tmp_path / "file"
    cache.write_text("in the way", encoding="utf-8")
    if not temporary:
        monkeypatch.setattr(build, "_temporary", lambda: cache / "x")
    catalogue = open_or_build([TINY], cache)
    assert len(catalogue.modules()) == 3
    assert cache.read_text(encoding="utf-8") == "in the way"
    catalogue.close()


def test_nothing_is_left_beside_the_catalogue(tmp_path: Path) -> None:
    left, held = tmp_path / "catalogue-0.sqlite.999999999.part", tmp_path / f"catalogue-0.sqlite.{os.getpid()}.part"
    left.touch(), held.touch()
    open_or_build([TINY], tmp_path).close()
    assert sorted(tmp_path.iterdir()) == sorted([held, cache_file([TINY], tmp_path)])


def test_a_compile_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_tiny(tmp_path)
    open_or_build([root], tmp_path / "cache").close()
    path = cache_file([root], tmp_path / "cache")
    before = path.read_bytes()
    edit_item(root)

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(build, "write_derived", fail)
    with pytest.raises(RuntimeError):
        open_or_build([root], tmp_path / "cache")
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_texts_that_are_gone_are_dropped_when_they_are_many(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    before = content_of(open_or_build([root], tmp_path / "cache"))
    for _ in range(4):
        for edit, undo in ((remove_bank, "question_banks/privacy.yaml"), (edit_item, BANK)):
            edit(root)
            open_or_build([root], tmp_path / "cache").close()
            shutil.copy(TINY / undo, root / undo)
    assert content_of(open_or_build([root], tmp_path / "cache")) == before
    connection = sqlite3.connect(cache_file([root], tmp_path / "cache"))
    (written,) = connection.execute("SELECT seq FROM sqlite_sequence").fetchone()
    (docs,) = connection.execute("SELECT count(*) FROM doc").fetchone()
    connection.close()
    assert written < docs * 2
