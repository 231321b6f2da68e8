"""What every kind of item owes the engine, run over all kinds there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_item, item_data
from trainer.items.base import Item, ResponseRefused, Sample
from trainer.items.kinds import KINDS, item_from_json, item_to_json, parse_item

EVERY_KIND = pytest.mark.parametrize("kind", list(KINDS))


def every_sample() -> Iterator[tuple[str, Sample]]:
    for kind in KINDS:
        for sample in an_item(kind).samples():
            yield kind, sample


@pytest.mark.parametrize(("kind", "sample"), [pytest.param(k, s, id=f"{k}: {s.name}") for k, s in every_sample()])
def test_a_sample_gets_the_points_it_is_due(kind: str, sample: Sample) -> None:
    item = an_item(kind)
    if sample.points is None:
        with pytest.raises(ResponseRefused) as refused:
            item.parse(sample.response)
        assert str(refused.value).endswith(".")
    else:
        mark = item.mark(item.parse(sample.response))
        assert mark.points == sample.points
        assert mark.right == (sample.points == 1)
        assert mark.blank == (not any(sample.response.values()))


@EVERY_KIND
def test_the_samples_show_right_wrong_blank_and_refused(kind: str) -> None:
    samples = an_item(kind).samples()
    assert any(sample.points == 1 for sample in samples)
    assert any(sample.points is not None and sample.points < 1 and any(sample.response.values()) for sample in samples)
    assert any(sample.points == 0 and not any(sample.response.values()) for sample in samples)
    assert any(sample.points is None for sample in samples)


@EVERY_KIND
def test_a_response_to_no_group_is_blank_and_an_unknown_group_is_refused(kind: str) -> None:
    item = an_item(kind)
    assert item.mark(item.parse({})).blank
    with pytest.raises(ResponseRefused):
        item.parse({"no-such-group": ("one-month",)})


@EVERY_KIND
def test_json_gives_the_item_back(kind: str) -> None:
    item = an_item(kind)
    assert item_from_json(item_to_json(item)) == item


@EVERY_KIND
@given(data=st.data())
def test_marks_stay_between_nothing_and_all(kind: str, data: st.DataObject) -> None:
    item = an_item(kind)
    limits = item.limits()
    response = {
        group: tuple(data.draw(st.lists(st.sampled_from(list(ids)), unique=True, max_size=limits[group])))
        for group, ids in item.option_groups().items()
    }
    parsed = item.parse(response)
    mark = item.mark(parsed)
    assert 0 <= mark.points <= 1
    assert isinstance(mark.points, Fraction)
    assert item.parse(parsed) == parsed
    assert item.mark(parsed) == mark


@EVERY_KIND
@given(data=st.data())
def test_any_response_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    item = an_item(kind)
    names = [*item.option_groups(), "other"]
    ids = [option for group in item.option_groups().values() for option in group] + ["other"]
    chosen = st.lists(st.sampled_from(ids), max_size=5).map(tuple)
    response = data.draw(st.dictionaries(st.sampled_from(names), chosen))
    try:
        parsed = item.parse(response)
    except ResponseRefused:
        return
    assert {group: set(chosen) for group, chosen in parsed.items() if chosen} == {
        group: set(chosen) for group, chosen in response.items() if chosen
    }


def other_keys(kind: str) -> Iterator[dict[str, Any]]:
    """The same question with every other key it could have, and with other rationales."""
    data = item_data(kind)
    where = "reasons" if kind == "true_false" else "options"
    count = sum(option["key"] for option in data[where])
    for keys in combinations(range(len(data[where])), count):
        for answer in (True, False) if kind == "true_false" else (None,):
            why = {"it": f"altro {keys}", "en": f"other {keys}"}
            options = [{**o, "key": place in keys, "rationale": why} for place, o in enumerate(data[where])]
            changed = {**data, where: options}
            if answer is not None:
                changed |= {"answer": answer, "if_true": why, "if_false": why}
            yield changed


def presented(item: Item, seed: str) -> bytes:
    return json.dumps(asdict(item.present(item.draw_order(seed), item.tokens(seed)))).encode()


@EVERY_KIND
@pytest.mark.parametrize("seed", ["1", "20261121t080000-4f3a9c1b"])
def test_what_is_presented_does_not_depend_on_the_key(kind: str, seed: str) -> None:
    items = [parse_item(data) for data in other_keys(kind)]
    assert len({item_to_json(item) for item in items}) == len(items) >= 4
    assert len({presented(item, seed) for item in items}) == 1


@EVERY_KIND
def test_nothing_of_the_key_is_in_what_is_presented(kind: str) -> None:
    item = an_item(kind)
    shown = presented(item, "1")
    assert b"key" not in shown
    assert b"rationale" not in shown
    for line in item.feedback():
        assert json.dumps(line.rationale["en"])[1:-1].encode() not in shown
        if line.group != "verdict":
            assert line.id.encode() not in shown.replace(json.dumps(dict(line.text)).encode(), b"")


@EVERY_KIND
def test_every_option_is_presented_once_under_its_own_token(kind: str) -> None:
    item = an_item(kind)
    tokens = item.tokens("1")
    shown = item.present(item.draw_order("1"), tokens)
    assert sorted(option.token for group in shown.groups for option in group.options) == sorted(tokens.values())
    assert len(set(tokens.values())) == len(tokens)
    assert not set(tokens.values()) & set(item.tokens("2").values())
    assert {group.name: group.maximum for group in shown.groups} == dict(item.limits())


@EVERY_KIND
def test_tokens_lead_back_to_the_options_of_this_attempt_only(kind: str) -> None:
    item = an_item(kind)
    tokens = item.tokens("1")
    for group, ids in item.option_groups().items():
        for option in ids:
            assert item.from_chosen({group: (tokens[f"{group}/{option}"],)}, tokens)[group] == (option,)
            with pytest.raises(ResponseRefused):
                item.from_chosen({group: (item.tokens("2")[f"{group}/{option}"],)}, tokens)


@EVERY_KIND
def test_feedback_covers_every_option_and_names_the_key(kind: str) -> None:
    item = an_item(kind)
    lines = item.feedback()
    assert [(line.group, line.id) for line in lines] == [
        (group, option) for group, ids in item.option_groups().items() for option in ids
    ]
    keys = {group: tuple(line.id for line in lines if line.group == group and line.key) for group in item.limits()}
    assert item.mark(item.parse(keys)).right


def test_fixed_order_stays_and_shuffled_order_moves() -> None:
    fixed, shuffled = an_item(order="fixed"), an_item()
    written = {"answer": [*fixed.option_groups()["answer"]]}
    assert all(fixed.draw_order(str(seed)) == written for seed in range(20))
    orders = {tuple(shuffled.draw_order(str(seed))["answer"]) for seed in range(60)}
    assert len(orders) > 15
    assert all(sorted(order) == sorted(written["answer"]) for order in orders)


def test_true_and_false_always_stand_in_this_order() -> None:
    item = an_item("true_false")
    assert all(item.draw_order(str(seed))["verdict"] == ["true", "false"] for seed in range(20))


def test_order_does_not_depend_on_the_order_of_writing() -> None:
    data = item_data()
    turned = {**data, "options": data["options"][::-1]}
    assert parse_item(data).draw_order("5") == parse_item(turned).draw_order("5")
