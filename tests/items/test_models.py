"""What authors write is read strictly: keys where they must be, ids that differ, nothing unknown."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import WHY, an_item, an_option, item_data
from trainer.items.base import Item
from trainer.items.kinds import KINDS, item_from_json, item_to_json, parse_item
from trainer.kernel.seed import Stream


def options(*keys: bool) -> list[dict[str, Any]]:
    return [an_option(f"option-{number}", key=key) for number, key in enumerate(keys)]


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        ("single", {"options": options(False, False)}, "exactly one option"),
        ("single", {"options": options(True, True, False)}, "exactly one option with «key: true», this one has 2"),
        ("single", {"options": options(True)}, "at least 2"),
        ("single", {"options": options(True, *[False] * 8)}, "at most 8"),
        ("multiple", {"options": options(True, False, False)}, "at least two options"),
        ("multiple", {"options": options(True, True)}, "at least one option that is not a key"),
        ("true_false", {"reasons": options(False, False)}, "exactly one reason"),
        ("true_false", {"reasons": options(True, True)}, "exactly one reason"),
        ("true_false", {"answer": "yes"}, "boolean"),
        ("single", {"options": [an_option("a", key=True), an_option("a")]}, "same id"),
        ("multiple", {"options": [an_option("a", key=True), an_option("b", key=True), an_option("a")]}, "same id"),
        ("true_false", {"reasons": [an_option("a", key=True), an_option("a")]}, "same id"),
        ("single", {"id": "No Slug"}, "slug"),
        ("single", {"stem": {}}, "at least 1"),
        ("single", {"stem": {"it": "  "}}, "empty"),
        ("single", {"stem": {"it": "a\x1b[31m"}}, "control or invisible"),
        ("single", {"revision": 0}, "greater than or equal to 1"),
        ("single", {"revision": "1"}, "integer"),
        ("single", {"statements": []}, "at least 1"),
        ("single", {"mood": "calm"}, "Extra inputs"),
        ("single", {"kind": "guess"}, "'single', 'multiple', 'true_false', 'matching'"),
        ("single", {"level": "know"}, "'remember'"),
    ],
)
def test_what_is_refused(kind: str, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        parse_item({**item_data(kind), **changes})


@pytest.mark.parametrize("kind", list(KINDS))
def test_an_item_does_not_change(kind: str) -> None:
    item = an_item(kind)
    with pytest.raises(ValidationError, match="frozen"):
        setattr(item, "revision", 2)  # noqa: B010 - what no type checker would let pass


def test_the_verdicts_of_a_false_statement() -> None:
    item: Item = an_item("true_false", answer=False)
    right = item.parse({"verdict": ("false",), "reason": ("one-month",)})
    assert item.mark(right).points == 1
    assert {line.id: line.key for line in item.feedback() if line.group == "verdict"} == {"true": False, "false": True}


def test_every_wrong_choice_costs_what_a_right_one_earns() -> None:
    item = an_item("multiple")
    for chosen, points in (("one-month",), "1/2"), (("one-month", "ten-days"), "0"), (("ten-days", "at-once"), "0"):
        assert str(item.mark(item.parse({"answer": chosen})).points) == points


def test_two_options_never_share_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Stream.token
    monkeypatch.setattr(Stream, "token", lambda self: whole(self, 1))
    item = an_item("multiple", options=[*options(True, True), *options(*[False] * 8)[2:]])
    for seed in range(50):
        assert len(set(item.tokens(str(seed)).values())) == 8


def test_texts_for_the_other_verdict_are_needed() -> None:
    data = item_data("true_false", if_true=WHY)
    del data["if_false"]
    with pytest.raises(ValidationError, match="if_false"):
        parse_item(data)


def test_json_that_begins_otherwise_is_read_all_the_same() -> None:
    item = an_item("ordering")
    data = json.loads(item_to_json(item))
    turned = {key: data[key] for key in reversed(data)}
    assert item_from_json(json.dumps(turned, indent=1)) == item == item_from_json(item_to_json(item).encode())


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind":"guess"}', '{"kind":"single"}', "\x00", "null"])
def test_json_that_is_no_item_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        item_from_json(text)


def test_a_kind_is_loaded_when_an_item_of_it_is_met() -> None:
    code = (
        "import sys; from trainer.items.kinds import item_from_json\n"
        f"item_from_json({item_to_json(an_item('single'))!r})\n"
        "print(sorted(name for name in sys.modules if name.startswith('trainer.items.kinds.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip() == "['trainer.items.kinds.single']"
