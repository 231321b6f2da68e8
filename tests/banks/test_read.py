"""Items come with the line they stand at; a mistake in one of them leaves the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fixtures import TINY, change, copy_tiny
from trainer.banks import cut
from trainer.banks.read import load_bank, read_bank, read_checks
from trainer.content.load import ContentFolder

BANK = "question_banks/greeting.yaml"


@pytest.mark.parametrize("name", ["greeting", "privacy"])
def test_every_item_stands_at_its_line(name: str) -> None:
    path = TINY / f"question_banks/{name}.yaml"
    bank = load_bank(path, "bank.yaml")
    lines = path.read_text(encoding="utf-8").split("\n")
    assert bank.slug == name
    assert bank.flaws == []
    for entry in bank.items:
        assert lines[entry.line - 1].strip() == f"- id: {entry.item.id}"


@pytest.mark.parametrize(
    ("old", "new", "shift", "words"),
    [
        ("level: remember", "level: simple", 0, "«level» is «simple»"),
        ("  lesson: first-words", "\tlesson: first-words", 0, "a tab"),
        ("  lesson: first-words", "   lesson: first-words", 0, "not valid YAML"),
        ("    lesson: first-words", "    lesson: first-words\n    lesson: x", 1, "«lesson» stands twice"),
        ("use: both", "use: *both", 0, "anchors"),
        ("use: both", "use: both\x07", 0, "control code"),
        ("use: both", "usage: both", 0, "did you mean «use»?"),
        ("key: true", "key: maybe", 0, "true or false"),
        ("    stem: {it: Che", "    # note\n    steam: {it: Che", 1, "did you mean «stem»?"),
    ],
)
def test_one_bad_item_is_one_flaw_and_the_rest_are_read(
    tmp_path: Path, old: str, new: str, shift: int, words: str
) -> None:
    root = copy_tiny(tmp_path)
    line = change(root / BANK, old, new) + shift
    bank = load_bank(root / BANK, BANK)
    assert [(flaw.file, flaw.line) for flaw in bank.flaws] == [(BANK, line)]
    assert words in bank.flaws[0].message
    assert len(bank.items) == 5


def test_bytes_that_are_not_utf8_have_their_line_and_spare_the_rest(tmp_path: Path) -> None:
    path = copy_tiny(tmp_path) / BANK
    raw = path.read_bytes()
    at = raw.index(b"Buongiorno")
    path.write_bytes(raw[:at] + b"\xe8" + raw[at:])
    bank = load_bank(path, BANK)
    assert [(flaw.line, flaw.template[:9]) for flaw in bank.flaws] == [(raw[:at].count(b"\n") + 1, "not UTF-8")]
    assert len(bank.items) == 5


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("version: 1", "version: 9", 1, "«version» is 9"),
        ("module: greeting", "modul: greeting", 2, "did you mean «module»?"),
        ("module: greeting", "module: Greeting", 2, "must be a slug"),
        ("module: greeting", "module: greeting\nmodule: x", 3, "stands twice"),
    ],
)
def test_a_bad_header_is_a_flaw_and_the_bank_has_no_module(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    path = copy_tiny(tmp_path) / BANK
    change(path, old, new)
    bank = load_bank(path, BANK)
    assert bank.slug == ""
    assert [(flaw.line, words in flaw.message) for flaw in bank.flaws] == [(line, True)]


def test_a_bank_above_the_limit_gives_no_item_and_advice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "MAX_ITEMS", 4)
    bank = load_bank(TINY / BANK, BANK)
    assert bank.items == []
    assert "Split it" in bank.flaws[0].message


def test_a_bank_that_is_not_there_is_a_flaw(tmp_path: Path) -> None:
    pieces = list(read_bank(tmp_path / "none.yaml", "none.yaml"))
    assert "cannot be read" in pieces[0].flaws[0].message


def test_check_questions_belong_to_their_lesson_for_practice() -> None:
    lesson = ContentFolder(TINY).lessons("greeting")[0]
    items, flaws = read_checks(lesson)
    assert flaws == []
    assert [(entry.item.id, entry.item.lesson, entry.item.use) for entry in items] == [
        ("greeting-check-door", "first-words", "practice")
    ]
    text = lesson.lesson.document.text.split("\n")
    assert text[items[0].line - 1] == "  - id: greeting-check-door"


@pytest.mark.parametrize(
    ("old", "new", "shift", "words"),
    [
        ("    level: understand", "    level: understand\n    use: exam", 1, "«use» does not stand in a check"),
        ("    level: understand", "    level: understand\n    lesson: x", 1, "«lesson» does not stand in a check"),
        ("level: understand", "level: none", 0, "«level» is «none»"),
        ("key: true", "key: 1", 0, "true or false"),
    ],
)
def test_a_bad_check_question_is_a_flaw_at_its_line(tmp_path: Path, old: str, new: str, shift: int, words: str) -> None:
    root = copy_tiny(tmp_path)
    line = change(root / "courses/modules/greeting/lessons/01-first-words.yaml", old, new) + shift
    items, flaws = read_checks(ContentFolder(root).lessons("greeting")[0])
    assert items == []
    assert [(flaw.line, words in flaw.message) for flaw in flaws] == [(line, True)]


def test_an_open_question_cannot_be_a_check(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    path = root / "courses/modules/greeting/lessons/01-first-words.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("    options:")
    criteria = "[{id: tone, text: {it: x, en: x}, points: 1}, {id: rule, text: {it: y, en: y}, points: 1}]"
    own = f"    model_answer: {{it: Perché sì., en: Because.}}\n    criteria: {criteria}\n"
    text = text[:start].replace("kind: single", "kind: open") + own
    path.write_text(text, encoding="utf-8")
    items, flaws = read_checks(ContentFolder(root).lessons("greeting")[0])
    line = text[: text.index("kind: open")].count("\n") + 1
    assert items == []
    assert [(flaw.line, "cannot be a check question" in flaw.message) for flaw in flaws] == [(line, True)]
