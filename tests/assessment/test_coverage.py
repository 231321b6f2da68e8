"""Taught is named by a lesson; tested is two items with different stems, for a skill at apply or analyse."""

from __future__ import annotations

import pytest

from tests.builders import an_item
from tests.fixtures import TINY
from trainer.assessment.coverage import NamedItem, Part, StatementCoverage, cover, named_item, places, stem_key
from trainer.content.load import ContentFolder

PARTS: dict[str, Part] = {"k1": "knowledge", "k2": "knowledge", "s1": "skill", "p1": "key_point"}


def item(stem: str, level: str, *statements: str) -> NamedItem:
    return NamedItem(stem, level, statements)


def test_what_nobody_names_is_neither_taught_nor_tested() -> None:
    assert cover(PARTS, [], [], [])["k1"] == StatementCoverage()


def test_two_different_stems_test_knowledge() -> None:
    one = cover(PARTS, [], [], [item("a", "remember", "k1"), item("a", "apply", "k1")])["k1"]
    two = cover(PARTS, [], [], [item("a", "remember", "k1"), item("b", "remember", "k1")])["k1"]
    assert (one.items, one.tested) == (2, False)
    assert (two.items, two.tested) == (2, True)


@pytest.mark.parametrize(
    ("levels", "tested"),
    [
        (["apply", "analyse"], True),
        (["apply", "understand"], False),
        (["remember", "understand", "apply"], False),
        (["analyse", "analyse"], True),
    ],
)
def test_a_skill_is_tested_at_apply_or_analyse_only(levels: list[str], tested: bool) -> None:
    items = [item(str(number), level, "s1") for number, level in enumerate(levels)]
    found = cover(PARTS, [], [], items)["s1"]
    assert (found.items, found.tested) == (len(levels), tested)


def test_a_key_point_is_listed_and_never_tested() -> None:
    items = [item(str(number), "apply", "p1") for number in range(3)]
    found = cover(PARTS, [], [("m/l", ["p1"])], items)["p1"]
    assert (found.lessons, found.tested) == (("m/l",), False)


def test_what_must_be_watched_is_told_and_its_written_side_tested() -> None:
    items = [item("a", "remember", "k1"), item("b", "apply", "k1")]
    found = cover(PARTS, [["k2", "k1"]], [], items, observer=["k1"])
    assert [(found[one].observer, found[one].tested) for one in ("k1", "k2", "s1")] == [
        (True, True), (True, True), (False, False),
    ]  # fmt: skip
    assert cover(PARTS, [], [], [], observer=["s1"])["s1"] == StatementCoverage(observer=True)


def test_items_with_one_task_count_by_what_it_is_about() -> None:
    """«Complete the answer» stands over many texts; each is another stem."""
    gaps = an_item("gaps")
    other = an_item("gaps", text={"it": "[[word]] e poi [[deadline]]", "en": "[[word]] and then [[deadline]]"})
    assert gaps.stem == other.stem
    assert named_item(gaps).stem != named_item(other).stem
    assert named_item(an_item("single")).stem == stem_key(an_item("single").stem)


def test_statements_that_say_the_same_share_lessons_and_items() -> None:
    found = cover(
        PARTS,
        [["k1", "k2", "s1"]],
        [("m/l", ["k2"]), ("m/n", ["k1", "k2"])],
        [item("a", "apply", "k2"), item("b", "remember", "k1", "k2")],
    )
    assert found["k1"] == found["k2"]
    assert found["k1"].lessons == ("m/l", "m/n")
    assert (found["k1"].items, found["k1"].tested) == (2, True)
    assert (found["s1"].items, found["s1"].tested) == (2, False)


def test_an_id_of_no_standard_is_ignored() -> None:
    assert set(cover(PARTS, [["x", "y"]], [("m/l", ["x"])], [item("a", "apply", "z")])) == set(PARTS)


def test_stems_differ_by_more_than_case_and_white_space() -> None:
    assert stem_key({"it": "Che  cosa?", "en": "What?"}) == stem_key({"en": "what? ", "it": "Altro?"})
    assert stem_key({"it": "Che cosa?"}) != stem_key({"it": "Che cos'è?"})


def test_a_swiss_skill_of_kind_knowledge_is_listed_as_skill_and_tested_as_knowledge() -> None:
    alpine = ContentFolder(TINY).qualifications()[0].value
    assert [(place.id, place.unit, place.listed, place.part) for place in places(alpine)] == [
        ("alp.k01", None, "knowledge", "knowledge"),
        ("alp.kp01", None, "key_point", "key_point"),
        ("alp.u1.s01", "alp.u1", "skill", "knowledge"),
        ("alp.u1.s02", "alp.u1", "skill", "skill"),
    ]
