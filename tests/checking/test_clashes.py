"""Ids that two content folders use are named with both places; different kinds of ids do not clash."""

from __future__ import annotations

from pathlib import Path

from tests.fixtures import DEMO, TINY, change, copy_tiny
from trainer.checking.clashes import clashes, names_in
from trainer.checking.tree import read_root


def test_every_kind_of_id_is_seen_at_its_line() -> None:
    found = {(name.kind, name.id): (name.file, name.line) for name in names_in(read_root(TINY))}
    assert {kind for kind, _ in found} == {"qualification", "statement", "module", "source", "exam", "item"}
    for kind, id, file in (
        ("statement", "tin.u1.k02", "courses/qualifications/tin.yaml"),
        ("statement", "tin.u2", "courses/qualifications/tin.yaml"),
        ("module", "privacy", "courses/modules/privacy/module.yaml"),
        ("module", "later", "courses/coverage.yaml"),
        ("source", "EU-1", "courses/sources.yaml"),
        ("exam", "tin.u1", "courses/exams/tin.u1.yaml"),
        ("item", "privacy-check-voice", "courses/modules/privacy/lessons/01-basics.yaml"),
        ("item", "privacy-remember-8", "question_banks/privacy.yaml"),
    ):
        where, line = found[kind, id]
        assert where == file
        assert id in (TINY / file).read_text(encoding="utf-8").splitlines()[line - 1]


def test_content_of_its_own_clashes_with_nothing() -> None:
    assert clashes(read_root(DEMO), {"": read_root(TINY)}) == []


def test_the_same_content_clashes_in_everything() -> None:
    found = clashes(read_root(TINY), {"first": read_root(TINY)})
    assert len(found) == len({(name.kind, name.id) for name in names_in(read_root(TINY))}) + 2  # two modules, twice
    assert {finding.rule for finding in found} == {"I01"} and {finding.severity for finding in found} == {"error"}


def test_both_places_are_named(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    line = change(root / "question_banks/privacy.yaml", "privacy-remember-8", "demo-days-kept")
    found = clashes(read_root(root), {"": read_root(DEMO), "tiny": read_root(TINY)})
    (one,) = [finding for finding in found if finding.values["id"] == "demo-days-kept"]
    assert (one.file, one.line) == ("question_banks/privacy.yaml", line)
    assert "question_banks/demo-return.yaml:4" in one.message
    (other,) = [finding for finding in found if finding.values["id"] == "privacy-remember-7"]
    assert "tiny/question_banks/privacy.yaml:" in other.message


def test_an_exam_may_be_called_like_its_module(tmp_path: Path) -> None:
    root = copy_tiny(tmp_path)
    for file in ("courses/exams/greeting.yaml",):
        change(root / file, "id: greeting", "id: demo-return")
    kinds = {finding.file for finding in clashes(read_root(root), {"": read_root(DEMO)})}
    assert kinds == set()
