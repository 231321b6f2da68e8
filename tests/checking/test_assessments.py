"""The rubric and the oral protocols: what the checker holds against them, on copies that were spoiled."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.making import TODAY
from tests.fixtures import DEMO, change, copy_exercises
from trainer.assessment.rationale import PARTS
from trainer.banks.schemas import schemas
from trainer.checking.check import check
from trainer.checking.clashes import clashes
from trainer.checking.findings import Finding
from trainer.checking.tree import read_root
from trainer.content.assessing import TOP_LEVEL
from trainer.content.load import ContentFolder
from trainer.content.locate import shipped_root

PROTOCOL = "courses/assessment/dem.u1.yaml"
RUBRIC = "courses/assessment/rationale.yaml"


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demonstration with a rubric of its own."""
    root = copy_exercises(tmp_path)
    (root / RUBRIC).write_text((shipped_root() / RUBRIC).read_text(encoding="utf-8"), encoding="utf-8")
    return root


def told(root: Path, old: str, new: str, file: str = PROTOCOL) -> tuple[list[Finding], int]:
    """What is found in a file once something in it is another, and the line of it."""
    line = change(root / file, old, new)
    return [one for one in check([root], TODAY).findings if one.file.endswith(file)], line


def test_the_demonstration_keeps_every_rule(demo: Path) -> None:
    assert [one.message for one in check([demo], TODAY).findings if "assessment" in one.file] == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "says"),
    [
        ("statements: [dem.u1.k02, dem.u1.s02]", "statements: [dem.u1.k09]", "A03", "dem.u1.k09"),
        ("unit: dem.u1", "unit: dem.u7", "A02", "dem.u7"),
        ("  - id: open-bag", "  - id: tag", "A03", "twice"),
        ("      - id: care", "      - id: tag", "A03", "twice"),
        ("ask: 3", "ask: 7", "A04", "7 questions"),
        ("          en: Asks before showing.\n", "", "T01", "en"),
        ("minutes: 10", "minutes: 3", "F01", "minutes"),
        ("ask: 3", "asks: 3", "F01", "did you mean"),
        ("  mean: 2", "  mean: 4", "F01", "mean"),
    ],
)
def test_what_is_wrong_with_a_protocol(demo: Path, old: str, new: str, rule: str, says: str) -> None:
    found, _ = told(demo, old, new)
    assert any(one.rule == rule and says in one.message for one in found), [one.message for one in found]


def test_a_mistake_is_told_with_its_line(demo: Path) -> None:
    found, line = told(demo, "ask: 3", "ask: 7")
    assert [(one.rule, one.line) for one in found] == [("A04", line)]


def test_a_file_is_called_like_its_unit_and_there_is_one(demo: Path) -> None:
    second = demo / "courses/assessment/other.yaml"
    second.write_text((demo / PROTOCOL).read_text(encoding="utf-8"), encoding="utf-8")
    found = [one for one in check([demo], TODAY).findings if one.file.endswith("other.yaml")]
    assert [one.rule for one in found] == ["A02"] and "dem.u1.yaml" in found[0].message
    (demo / PROTOCOL).unlink()
    found = [one for one in check([demo], TODAY).findings if one.file.endswith("other.yaml")]
    assert [one.rule for one in found] == ["A02"] and "call the file" in found[0].message


def test_every_indicator_is_observed(demo: Path) -> None:
    found, _ = told(demo, "    indicators: [dem.u1.i01]\n", "")
    assert [one.rule for one in found] == ["A04"] and "dem.u1.i01" in found[0].message


def test_what_must_be_watched_is_observed(demo: Path) -> None:
    with (demo / "courses/coverage.yaml").open("a", encoding="utf-8") as file:
        file.write("observer: [dem.u1.s01]\n")
    found = [one for one in check([demo], TODAY).findings if one.file.endswith(PROTOCOL)]
    assert [one.rule for one in found] == ["A04"] and "dem.u1.s01" in found[0].message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  - id: tools", "  - id: charm", "«charm» is no part"),
        ("  - id: tools", "  - id: choices", "two criteria"),
        ("  - id: tools", "  - id: charm", "«tools» of a rationale has no criterion"),
    ],
)
def test_the_rubric_has_a_criterion_for_each_part(demo: Path, old: str, new: str, says: str) -> None:
    found, _ = told(demo, old, new, RUBRIC)
    assert any(one.rule == "A01" and says in one.message for one in found)


def test_a_level_without_an_anchor_is_a_mistake(demo: Path) -> None:
    text = (demo / RUBRIC).read_text(encoding="utf-8")
    start = text.index("      - it: In più si dice quale alternativa")
    end = text.index("  - id: approach")
    (demo / RUBRIC).write_text(text[:start] + text[end:], encoding="utf-8")
    found = [one for one in check([demo], TODAY).findings if one.file.endswith(RUBRIC)]
    assert [one.rule for one in found] == ["F01"] and "at least 4" in found[0].message


def test_added_content_brings_protocols_of_its_own_units_only(demo: Path) -> None:
    found = clashes(read_root(demo), {"": read_root(shipped_root())})
    assert [one.file for one in found] == [RUBRIC], "the rubric is the program's"
    assert clashes(read_root(DEMO), {"": read_root(shipped_root())}) == []
    twice = clashes(read_root(demo), {"other": read_root(demo)})
    assert PROTOCOL in {one.file for one in twice}


def test_a_loose_protocol_is_known_by_its_keys(demo: Path, tmp_path: Path) -> None:
    loose = tmp_path / "loose.yaml"
    loose.write_text((shipped_root() / "courses/assessment/abr.uc1.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    assert [one.rule for one in check([loose], TODAY).findings] == ["A02"], "it is called otherwise"


# -- what is shipped -------------------------------------------------------------------------------------------------


def test_the_shipped_rubric_has_every_part_in_the_standards_order() -> None:
    rubric = ContentFolder(shipped_root()).rubric()
    assert rubric is not None and tuple(one.id for one in rubric.value.criteria) == PARTS
    assert rubric.value.house_rule and rubric.value.raters.house_rule and rubric.value.sufficiency.house_rule


@pytest.mark.parametrize("unit", ["abr.uc1", "abr.uc2", "abr.uc3", "abr.uc4"])
def test_each_unit_has_a_protocol(unit: str) -> None:
    protocols = {one.value.unit: one.value for one in ContentFolder(shipped_root()).protocols()}
    protocol = protocols[unit]
    assert 6 <= len(protocol.questions) <= 8 and protocol.house_rule
    language = [group for group in protocol.observe if group.optional]
    assert bool(language) == (unit != "abr.uc3"), "the workstation asks for no foreign language"
    for group in language:
        names = {point.id for point in group.points}
        assert {"range", "accuracy", "fluency", "interaction", "coherence"} <= names
        assert all(point.anchors and "B1" in point.anchors[2]["it"] for point in group.points)
    assert len(protocol.levels) == TOP_LEVEL + 1


def test_both_have_a_schema() -> None:
    found = schemas()
    assert found["rubric"]["properties"]["raters"] and found["protocol"]["properties"]["questions"]
