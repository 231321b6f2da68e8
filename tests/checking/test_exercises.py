"""Every damage to an exercise is told at its line, with why and how to mend."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checking.making import TODAY
from tests.exercises.making import BOX, RUCKSACK, choice, talk_data, text
from tests.fixtures import change, copy_exercises
from trainer.checking.check import check
from trainer.checking.findings import Finding
from trainer.checking.rules.exercise_ways import SENTENCES

FOLDER = "courses/modules/demo-return/exercises"
STANDARD = "courses/qualifications/dem.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The demonstration with its two talks alone."""
    found = copy_exercises(tmp_path)
    for path in found.glob("courses/modules/*/exercises/*.yaml"):
        if path.stem not in (RUCKSACK, BOX):
            path.unlink()
    return found


def told(root: Path, rule: str = "") -> list[Finding]:
    """Errors and warnings, or those of one rule."""
    return [f for f in check([root], TODAY).findings if f.severity != "info" and rule in ("", f.rule)]


def test_the_examples_are_clean(root: Path) -> None:
    assert told(root) == []


def test_the_report_names_them(root: Path) -> None:
    found = {figures.id: figures for figures in check([root], TODAY).exercises}
    assert {RUCKSACK, BOX} <= set(found)
    one = found[RUCKSACK]
    assert (one.units, one.kind, one.use, one.maximum, one.module) == (
        ("dem.u1",), "dialogue", "assessed", 20, "demo-return",
    )  # fmt: skip
    assert one.paths is not None and one.paths > 100
    assert one.facets["native_speaker"] is False and one.facets["request_kind"] == ["complaint"]
    assert one.facets["spoken_language"] == ["it", "en"]


def test_an_exercise_of_a_folder_without_module_is_read_all_the_same(root: Path) -> None:
    file = root / "courses/modules/demo-return/exercises" / f"{RUCKSACK}.yaml"
    change(file, "units: [dem.u1]", "units: [dem.u9]")
    (root / "courses/modules/demo-return/module.yaml").unlink(missing_ok=True)
    assert [one.rule for one in check([file], TODAY).findings if one.severity == "error"] == ["E02"]


#: What is changed in the counter's talk, into what, and the rule that must speak at that line.
EDITS = [
    ("another id", f"id: {RUCKSACK}", "id: demo-another-name", "E01"),
    ("an unknown unit", "units: [dem.u1]", "units: [dem.u9]", "E02"),
    ("an unknown statement", "statements: [dem.u1.s02]", "statements: [dem.u1.s99]", "E02"),
    ("an unknown source", "facts: [DEM-5, DEM-6]", "facts: [DEM-99, DEM-5]", "E02"),
    ("an unknown source of a criterion", "    facts: [DEM-6]\n    when: {after: [norm]}",
     "    facts: [DEM-98]\n    when: {after: [norm]}", "E02"),
    ("a facet outside its list", "customer_type: traveller", "customer_type: martian", "E03"),
    ("a facet outside its list, in a list", "norm: [lost-property]", "norm: [tax-law]", "E03"),
    ("a text that does not fit", "A woman of about forty", "A woman" + " who waits" * 30, "E04"),
    ("a text too long to choose", "Ha ragione, ricominciamo.", "Ha ragione, ricominciamo. " * 9, "E04"),
    ("a language nobody wrote", "spoken: [it, en]", "spoken: [it, en, fr]", "E05"),
    ("a missing language", ', en: "Yesterday’s rucksack"}', "}", "T01"),
    ("a perfect run that is not", "    - open: card-231\n    - say: greets-and-owns-up\n    - open: handing",
     "    - say: greets-and-owns-up\n    - open: handing", "E2"),
    ("a bad run that passes", "  bad:\n    - say: defends-colleague\n    - say: starts-again\n",
     "  bad:\n    - open: card-231\n    - say: greets-and-owns-up\n    - say: checks-and-asks-document\n"
     "    - say: asks-when-and-puts-aside\n    - say: explains-and-sums-up\n  old:\n", "E21"),
    ("an ordinary run that is perfect", "    - say: ends-curtly\n", "    - say: explains-and-sums-up\n", "E21"),
    ("a run that is not recorded", "  idle: []\n", "", "E20"),
    ("a step that is refused", "  idle: []\n", "  idle:\n    - say: plan-nothing\n", "F01"),
    ("a step out of place", "  idle: []\n", "  idle:\n    - say: explains-and-sums-up\n", "E20"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS])
def test_an_edit_is_told(root: Path, old: str, new: str, rule: str) -> None:
    file = root / FOLDER / f"{RUCKSACK}.yaml"
    change(file, old, new)
    found = [f for f in told(root) if f.rule.startswith(rule) and f.file.endswith(f"{RUCKSACK}.yaml")]
    assert found, told(root)
    assert all(f.line > 0 and len(f.message) > 20 for f in found)


def test_law_without_a_source_is_told(root: Path) -> None:
    file = root / FOLDER / f"{RUCKSACK}.yaml"
    change(file, "facts: [DEM-5, DEM-6]\n", "")
    line = change(file, "jurisdiction: none", "jurisdiction: IT")
    assert [f.line for f in told(root, "E06")] == [line]
    assert told(root, "E02")  # references are asked for, and there is none to cite


def test_the_line_is_that_of_the_mistake(root: Path) -> None:
    line = change(root / FOLDER / f"{RUCKSACK}.yaml", "customer_type: traveller", "customer_type: martian")
    (found,) = told(root, "E03")
    assert found.line == line and "martian" in found.message and "traveller" in found.message


def test_an_id_is_used_once(root: Path) -> None:
    change(root / FOLDER / f"{BOX}.yaml", f"id: {BOX}", f"id: {RUCKSACK}")
    assert len(told(root, "E01")) == 2  # twice, and the file is called otherwise


# -- ways it can go: a small talk, bent -----------------------------------------------------------------------------

Bend = Callable[[dict[str, Any]], None]


def _unreachable_turn(data: dict[str, Any]) -> None:
    lost = copy.deepcopy(data["turns"][1]) | {"id": "lost"}
    lost["choices"] = [choice("one", "good"), choice("two", "poor")]
    data["turns"].append(lost)


def _unreachable_ending(data: dict[str, Any]) -> None:
    data["endings"].append({"id": "never", "text": text("never"), "outcome": "partly"})


def _never_offered(data: dict[str, Any]) -> None:
    data["turns"][0]["choices"].append(choice("hidden", "good", when={"least": {"mood": 99}}))


def _dead_end(data: dict[str, Any]) -> None:
    for one in data["turns"][1]["choices"]:
        one["when"] = {"after": ["greeting"]}


def _no_ending(data: dict[str, Any]) -> None:
    data["turns"][0]["choices"].append(choice("round", "circle"))
    data["turns"].append(
        {"id": "circle", "says": text("?"), "choices": [choice("go", "circle"), choice("on", "circle")]}
    )


def _mood_lost(data: dict[str, Any]) -> None:
    data["turns"][0]["choices"].append(choice("insult", "cold", changes={"mood": -30}, because=text("ouch")))
    for number in range(3):
        name, after = ("cold", "cold1", "cold2")[number], ("cold1", "cold2", "poor")[number]
        choices = [choice(f"a{number}", after), choice(f"b{number}", after)]
        data["turns"].append({"id": name, "says": text("…"), "choices": choices})


def _too_large(data: dict[str, Any]) -> None:
    data["variables"] = {name: {"most": 60, "least": -60} for name in ("one", "two", "three")}
    data["patience"]["turns"] = 40
    for name in data["variables"]:
        condition = {"most": {name: 59}}
        data["turns"][0]["choices"].append(choice(f"more-{name}", "first", changes={name: 1}, when=condition))


def _nothing_polite(data: dict[str, Any]) -> None:
    data["turns"][1]["choices"][1]["polite"] = False


def _unseen_cause(data: dict[str, Any]) -> None:
    data["turns"][1]["choices"][1] |= {"changes": {}, "because": text("a nod")}


BENDS: dict[str, Bend] = {
    "unseen-cause": _unseen_cause,
    "unreachable-turn": _unreachable_turn,
    "unreachable-ending": _unreachable_ending,
    "never-offered": _never_offered,
    "dead-end": _dead_end,
    "no-ending": _no_ending,
    "mood-lost": _mood_lost,
    "too-large": _too_large,
    "nothing-polite": _nothing_polite,
}
RUNS = {"perfect": [{"say": "kind"}, {"say": "agree"}], "ordinary": [{"say": "curt"}, {"say": "agree"}],
        "bad": [{"say": "curt"}, {"say": "refuse"}], "idle": []}  # fmt: skip


def write_talk(root: Path, bend: Bend) -> Path:
    data = talk_data(runs=RUNS)
    bend(data)
    path = root / FOLDER / "a-talk.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def of_the_talk(root: Path) -> set[str]:
    return {f.rule for f in told(root) if f.file.endswith("a-talk.yaml")}


def test_the_small_talk_is_clean(root: Path) -> None:
    write_talk(root, lambda data: None)
    assert of_the_talk(root) == set()


@pytest.mark.parametrize("name", BENDS)
def test_a_way_that_goes_nowhere_is_told(root: Path, name: str) -> None:
    write_talk(root, BENDS[name])
    rule, severity, _ = SENTENCES[name]
    found = [f for f in told(root, rule) if f.file.endswith("a-talk.yaml")]
    assert found and {f.severity for f in found} == {severity}


def test_a_criterion_decides_something(root: Path) -> None:
    def never(data: dict[str, Any]) -> None:
        data["criteria"][0]["when"] = {"after": ["a-card"]}

    def always(data: dict[str, Any]) -> None:
        data["criteria"].append(
            {"id": "talks", "about": "act", "text": text("talks"), "why": text("why"), "points": 1,
             "when": {"least": {"turns": 1}}}
        )  # fmt: skip

    for bend in (never, always):
        write_talk(root, bend)
        assert "E22" in of_the_talk(root)


def test_politeness_is_not_enough(root: Path) -> None:
    def kind(data: dict[str, Any]) -> None:
        data["turns"][1]["choices"][1]["polite"] = False
        data["turns"][1]["choices"][0]["polite"] = True

    write_talk(root, kind)
    assert "E23" in of_the_talk(root)


# -- units ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("min_customer_types: 2", "min_customer_type: 2"),
        ("        home_language: it\n", ""),
        ("        kinds: [dialogue, desk]\n", "        kinds: [dialogue, desk]\n        situation_by: [weather]\n"),
        ("        kinds: [dialogue, desk]\n", "        kinds: [dialogue, desk]\n        parts: {choices: poems}\n"),
    ],
)
def test_a_rule_nobody_can_evaluate_is_told(root: Path, old: str, new: str) -> None:
    change(root / STANDARD, old, new)
    assert told(root, "E30")


def test_reserved_exercises_that_are_too_few_are_told(root: Path) -> None:
    (root / FOLDER / f"{RUCKSACK}.yaml").unlink()
    (found,) = told(root, "E31")
    assert "of_which_complaint" in found.message and found.severity == "warning"


def test_a_kind_that_cannot_be_practised_is_told(root: Path) -> None:
    write_talk(root, lambda data: None)
    (found,) = told(root, "E32")
    assert "of_which_complaint" in found.message


def test_a_skill_is_tested_by_an_exercise_that_names_it(root: Path) -> None:
    one = check([root], TODAY).coverage["dem.u1.s02"]
    assert one.exercises >= 2 and one.tested
