"""Stores of one learner from two machines: nothing is lost, and the same twice is the same."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from trainer.progress.merging import merged_store
from trainer.progress.migrations import Tree

Row = dict[str, Any]


def tree(**tables: list[Row]) -> Tree:
    return {name: {str(number): row for number, row in enumerate(rows, 1)} for name, rows in tables.items()}


def rows(found: Tree, table: str) -> list[Row]:
    return list(found[table].values())


def lesson(name: str = "a", **changes: Any) -> Row:
    return {
        "module": "gdpr", "lesson": name, "revision": 1, "page": 0, "opened": [0], "checks": [], "last_at": 10.0,
        **changes,
    }  # fmt: skip


def page(**changes: Any) -> Row:
    return {"module": "gdpr", "lesson": "a", "page": 0, "revision": 1, "bookmarked": False, "bookmarked_at": 0.0,
            "note": "", "noted_at": 0.0, **changes}  # fmt: skip


def merged(own: Tree, other: Tree) -> Tree:
    return merged_store(own, other, set())


def test_lessons_are_joined_at_the_page_read_last() -> None:
    own = tree(lessons=[lesson(page=2, opened=[0, 2], checks=["x"], last_at=20.0), lesson("b")])
    other = tree(lessons=[lesson(page=1, opened=[0, 1], checks=["y", "x"], last_at=15.0), lesson("c")])
    found = {row["lesson"]: row for row in rows(merged(own, other), "lessons")}
    assert found["a"] == lesson(page=2, opened=[0, 1, 2], checks=["x", "y"], last_at=20.0)
    assert set(found) == {"a", "b", "c"}


def test_a_newer_revision_of_a_lesson_stands_alone() -> None:
    own, other = lesson(revision=2, opened=[0]), lesson(revision=1, opened=[0, 1, 2], last_at=99.0)
    assert rows(merged(tree(lessons=[own]), tree(lessons=[other])), "lessons") == [own]
    assert rows(merged(tree(lessons=[other]), tree(lessons=[own])), "lessons") == [own]


def test_bookmarks_and_notes_are_those_changed_last_each_for_itself() -> None:
    own = page(bookmarked=True, bookmarked_at=5.0, note="old", noted_at=1.0)
    other = page(bookmarked=False, bookmarked_at=3.0, note="new", noted_at=9.0, revision=2)
    expected = page(bookmarked=True, bookmarked_at=5.0, note="new", noted_at=9.0, revision=2)
    assert rows(merged(tree(pages=[own]), tree(pages=[other])), "pages") == [expected]
    assert rows(merged(tree(pages=[other]), tree(pages=[own])), "pages") == [expected]


def test_a_note_taken_away_later_stays_away() -> None:
    own, other = page(note="", noted_at=9.0), page(note="was here", noted_at=2.0)
    assert rows(merged(tree(pages=[own]), tree(pages=[other])), "pages") == [own]


def test_time_of_a_day_counts_once() -> None:
    own = tree(study_seconds=[{"2026-11-20": 50.0, "2026-11-21": 10.0}])
    other = tree(study_seconds=[{"2026-11-21": 30.0, "2026-11-22": 5.0}])
    assert rows(merged(own, other), "study_seconds") == [{"2026-11-20": 50.0, "2026-11-21": 30.0, "2026-11-22": 5.0}]


def test_profile_and_settings_stay() -> None:
    own = tree(profile=[{"name": "Maria"}], settings=[{"theme": "dark"}])
    other = tree(profile=[{"name": "M."}], settings=[{"theme": "light"}])
    found = merged(own, other)
    assert (rows(found, "profile"), rows(found, "settings")) == ([{"name": "Maria"}], [{"theme": "dark"}])


def test_attempts_come_with_their_journals_others_with_their_rows() -> None:
    own = tree(attempts=[{"id": "a"}], answers=[{"a": [[1]]}])
    other = tree(attempts=[{"id": "a"}, {"id": "b"}, {"id": "c"}], answers=[{"a": [[2]], "b": [[3]], "c": [[4]]}])
    found = merged_store(own, other, {"a", "b"})
    assert [row["id"] for row in rows(found, "attempts")] == ["a", "c"]
    assert rows(found, "answers") == [{"a": [[1]], "c": [[4]]}]


LESSONS = st.lists(
    st.builds(
        lesson, st.sampled_from("abc"), page=st.integers(0, 3), last_at=st.floats(0, 100), revision=st.integers(1, 2),
        opened=st.lists(st.integers(0, 3), unique=True).map(sorted),
        checks=st.lists(st.sampled_from("xyz"), unique=True),
    ),
    unique_by=lambda row: row["lesson"],
)  # fmt: skip


@given(LESSONS, LESSONS)
def test_merging_twice_is_merging_once(own: list[Row], other: list[Row]) -> None:
    once = merged(tree(lessons=own), tree(lessons=other))
    assert merged(once, tree(lessons=other)) == once
    for row in [*own, *other]:
        found = next(one for one in rows(once, "lessons") if one["lesson"] == row["lesson"])
        assert found["revision"] > row["revision"] or set(found["opened"]) >= set(row["opened"])
