"""Every damage to a desk or a workstation is told at its line, with why and how to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.making import TODAY
from tests.exercises.desks import MONDAY_INBOX, WINDOW_POST
from tests.fixtures import change, copy_exercises
from trainer.checking.check import check
from trainer.checking.findings import Finding


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The demonstration with its desk and its workstation alone."""
    found = copy_exercises(tmp_path)
    for path in found.glob("courses/modules/*/exercises/*.yaml"):
        if path.stem not in (MONDAY_INBOX, WINDOW_POST):
            path.unlink()
    return found


def file_of(root: Path, name: str) -> Path:
    return next(root.glob(f"courses/modules/*/exercises/{name}.yaml"))


def told(root: Path, rule: str = "") -> list[Finding]:
    """Errors and warnings about exercises, or those of one rule."""
    found = [f for f in check([root], TODAY).findings if f.severity != "info" and "/exercises/" in f.file]
    return [f for f in found if f.rule.startswith(rule)]


def test_the_examples_are_clean(root: Path) -> None:
    assert told(root) == []


#: What is changed, into what, the rule that must speak, and words it must use.
DESK = [
    ("an assertion that cannot be read", "holds: card(rossetti).newsletter == refused",
     "holds: card(rossetti).newsletter == = refused", "F01", "cannot be read"),
    ("an assertion of a field there is not", "holds: card(rossetti).newsletter == refused",
     "holds: card(rossetti).colour == refused", "F01", "newsletter"),
    ("an assertion of a customer there is not", "holds: card(rossetti).newsletter == refused",
     "holds: card(rossetto).newsletter == refused", "F01", "rossetti"),
    ("an assertion that is never true", "holds: card(rossetti).newsletter == refused",
     "holds: in_folder(decision, complaint-folder)", "E2", "consent-withdrawn"),
    ("an assertion that is always true", "holds: card(rossetti).newsletter == refused",
     "holds: opened(umbrella-mail)", "E22", "consent-withdrawn"),
    ("a document that never comes in",
     'after: "routed(watch-mail, supervisor) or routed(second-watch-mail, supervisor)"',
     'after: "routed(watch-mail, lost-luggage)"', "E10", "decision"),
    ("a document that comes in after closing", "arrives: {minutes: 40}", "arrives: {minutes: 400}", "E10",
     "second-watch"),
    ("a phrase nobody can write", "when: opened(complaints-page)", "when: deleted(complaint-mail)", "E",
     "received-until"),
    ("a reply to nothing", "    reply: umbrella-reply\n", "", "E10", "umbrella-reply"),
    ("a deadline on a holiday", "== working_days(today(), 6)", "== 2026-12-08", "E16", "2026-12-08"),
    ("a deadline on a Sunday", "== working_days(today(), 6)", "== days(2026-12-06, 0)", "E16", "2026-12-06"),
    ("a card named twice", 'number: "31882"', 'number: "20417"', "E17", "20417"),
    ("an id used twice", "id: rossetti-livia", "id: rossetti", "F01", "rossetti"),
    ("a link to nothing", "links: [card-258]", "links: [card-999]", "F01", "card-999"),
    ("a field there is not", "      health: {it:", "      illness: {it:", "F01", "illness"),
    ("a queue there is not in a run", "queue: counter-team}\n    - {reply", "queue: nowhere}\n    - {reply", "E20", ""),
    ("a step with a word too many", "{open: registering, seconds: 30}", "{open: registering, page: 2}", "F01", "page"),
    ("a step of a thing there is not", "{open: registering, seconds: 30}", "{open: registry}", "F01", "registry"),
    ("a time that does not exist", 'closes: "11:00"', 'closes: "25:00"', "F01", "25:00"),
    ("a desk that closes before it opens", 'closes: "11:00"', 'closes: "07:00"', "F01", "closes"),
    ("a facet outside its list", "activity: [registration, handing-over]", "activity: [juggling]", "E03", "juggling"),
    ("a document without its second language", ', en: "Labels at a discount"}', "}", "T01", "en"),
    ("a title that does not fit", "Labels at a discount", "Labels at a discount" * 5, "E04", "60"),
    ("a source there is not", "    facts: [DEM-7]\n    shows:", "    facts: [DEM-77]\n    shows:", "E02", "DEM-77"),
]  # fmt: skip
POST = [
    ("an incident that never comes up", "tested(screen-cable) or set(distance)", "did(stick, tag-it)", "E10", "stick"),
    ("a phrase nobody can write", 'when: "tested(softphone, version)"', 'when: "ignored(stick)"', "E",
     "softphone-crackles"),
    ("a start between the steps", "step: 5, start: 35", "step: 5, start: 36", "F01", "start"),
    ("a part nobody can draw", "part: hearing", "part: ceiling", "F01", "part"),
    ("an assertion of another unit", "holds: place().hearing == headset", "holds: place().hearing == 3", "F01",
     "option"),
    ("a device without an answer",
     '          steady: {it: "È fermo e nitido.", en: "It is steady and sharp."}\n', "", "F01", "every state"),
    ("a block out of its place", 'from: "14:00", to: "16:00"', 'from: "14:30", to: "16:00"', "F01", "begin"),
]  # fmt: skip


def spoken_of(root: Path, name: str, old: str, new: str, rule: str) -> list[Finding]:
    change(file_of(root, name), old, new)
    return [f for f in told(root, rule) if f.file.endswith(f"{name}.yaml")]


@pytest.mark.parametrize(("old", "new", "rule", "words"), [one[1:] for one in DESK], ids=[one[0] for one in DESK])
def test_a_damage_to_the_desk_is_told(root: Path, old: str, new: str, rule: str, words: str) -> None:
    found = spoken_of(root, MONDAY_INBOX, old, new, rule)
    assert found, told(root)
    assert all(f.line > 0 and len(f.message) > 20 for f in found)
    assert any(words in f.message for f in found), [f.message for f in found]


@pytest.mark.parametrize(("old", "new", "rule", "words"), [one[1:] for one in POST], ids=[one[0] for one in POST])
def test_a_damage_to_the_workstation_is_told(root: Path, old: str, new: str, rule: str, words: str) -> None:
    found = spoken_of(root, WINDOW_POST, old, new, rule)
    assert found, told(root)
    assert any(words in f.message for f in found), [f.message for f in found]


def test_the_line_is_that_of_the_mistake(root: Path) -> None:
    line = change(file_of(root, MONDAY_INBOX), "holds: card(rossetti).newsletter == refused", "holds: paid(rossetti)")
    (found,) = told(root, "F01")
    assert found.line == line and "paid" in found.message
    assert "new_card" in found.message  # what there is instead
