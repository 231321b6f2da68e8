"""What every kind of item owes the engine, run over all kinds there are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from fractions import Fraction
from itertools import combinations, permutations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import CHOICE_KINDS, an_item, item_data
from trainer.items.base import Item, Response, ResponseRefused, Sample
from trainer.items.controls import ChoiceGroup, EntryGroup
from trainer.items.explained import EntryFeedback, RowFeedback
from trainer.items.kinds import KINDS, item_from_json, item_to_json, parse_item
from trainer.kernel.text import is_clean

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
        parsed = item.parse(sample.response)
        mark = item.mark(parsed)
        assert mark.points == sample.points
        assert mark.right == (sample.points == 1)
        assert mark.blank == (not any(parsed.values()))
        assert mark.provisional == sample.provisional


@EVERY_KIND
def test_the_samples_show_right_wrong_blank_and_refused(kind: str) -> None:
    samples = an_item(kind).samples()
    given = [sample for sample in samples if sample.points is not None and any(sample.response.values())]
    if any(sample.provisional for sample in samples):
        assert all(sample.points == 0 for sample in given)  # nobody but an assessor can say
    else:
        assert any(sample.points == 1 for sample in given)
        assert any(sample.points == 0 for sample in given)
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


#: Words as people paste them: control codes, separate accents, other alphabets, spaces, numbers.
WORDS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["", "  ", "12.5", "-0", "1e9", "portabilita\u0300", "\x1b[2J", "\u202eabc", "\ud800", "x" * 9000]),
)


def responses(item: Item, data: st.DataObject) -> Response:
    """Any response that keeps to the limits of the groups of options, with anything typed."""
    limits, sequences = item.limits(), item.sequences()
    response: dict[str, tuple[str, ...]] = {}
    for group, ids in item.option_groups().items():
        some = st.lists(st.sampled_from(list(ids)), unique=True, max_size=limits[group])
        chosen = st.permutations(list(ids)) | st.just([]) if group in sequences else some
        response[group] = tuple(data.draw(chosen))
    return response | {group: tuple(data.draw(st.lists(WORDS, max_size=1))) for group in item.entries()}


@EVERY_KIND
@given(data=st.data())
def test_marks_stay_between_nothing_and_all(kind: str, data: st.DataObject) -> None:
    item = an_item(kind)
    try:
        parsed = item.parse(responses(item, data))
    except ResponseRefused:
        assert item.entries()  # only what is typed can still be refused
        return
    mark = item.mark(parsed)
    assert 0 <= mark.points <= 1
    assert isinstance(mark.points, Fraction)
    assert item.parse(parsed) == parsed
    assert item.mark(parsed) == mark


@EVERY_KIND
@given(data=st.data())
def test_any_response_is_read_or_refused(kind: str, data: st.DataObject) -> None:
    item = an_item(kind)
    names = [*item.option_groups(), *item.entries(), "other"]
    ids = [option for group in item.option_groups().values() for option in group] + ["other"]
    chosen = st.lists(st.sampled_from(ids) | WORDS, max_size=5).map(tuple)
    response = data.draw(st.dictionaries(st.sampled_from(names), chosen))
    try:
        parsed = item.parse(response)
    except ResponseRefused:
        return
    assert {group: set(parsed[group]) for group in item.option_groups()} == {
        group: set(response.get(group, ())) for group in item.option_groups()
    }
    assert all(is_clean(text) for group in item.entries() for text in parsed[group])


@EVERY_KIND
@given(text=WORDS)
def test_what_is_typed_is_kept_clean_and_short_or_refused(kind: str, text: str) -> None:
    item = an_item(kind)
    for group, limit in item.entries().items():
        try:
            kept = item.parse({group: (text,)})[group]
        except ResponseRefused as refused:
            assert str(refused).endswith(".")
            continue
        assert len(kept) <= 1
        assert all(one.strip() == one != "" and len(one) <= limit and is_clean(one) for one in kept)


OTHER_WHY = {"it": "altro perché", "en": "another reason"}


def other_keys(kind: str) -> Iterator[dict[str, Any]]:
    """The same question with every other key it could have, and with other rationales."""
    data = item_data(kind)
    if kind in CHOICE_KINDS:
        yield from _other_options(kind, data)
    elif kind == "matching":
        for answers in permutations([option["id"] for option in data["options"]], 3):
            rows = [
                row | {"answer": answer, "rationale": OTHER_WHY}
                for row, answer in zip(data["rows"], answers, strict=True)
            ]
            plain = [{k: v for k, v in option.items() if k != "rationale"} for option in data["options"]]
            options = [o if o["id"] in answers else o | {"rationale": OTHER_WHY} for o in plain]
            yield data | {"rows": rows, "options": options[::-1]}
    elif kind == "classification":
        names = [category["id"] for category in data["categories"]]
        for answers in product(names, repeat=len(data["rows"])):
            if set(answers) == set(names):
                yield data | {"rows": [row | {"answer": a} for row, a in zip(data["rows"][::-1], answers, strict=True)]}
    elif kind == "ordering":
        yield from ({**data, "steps": list(steps)} for steps in permutations(data["steps"]))
    elif kind == "gaps":
        yield from _other_gaps(data)
    else:
        yield from (data | change for change in OTHER_SOLUTIONS[kind])


OTHER_SOLUTIONS: dict[str, list[dict[str, Any]]] = {
    "numeric": [
        {"answer": "7"}, {"tolerance": "3", "slips": []}, {"rationale": OTHER_WHY}, {"slips": []},
        {"answer": "-9999.25"},
    ],
    "short_text": [
        {"accepted": {"it": ["x"], "en": ["y"]}}, {"accepted": {"it": ["solo questo e niente altro"]}},
        {"accents": "ignored"}, {"rationale": OTHER_WHY},
    ],
    "open": [
        {"model_answer": OTHER_WHY}, {"criteria": [{"id": n, "text": OTHER_WHY, "points": 9} for n in ("x", "y", "z")]},
        {"model_answer": {"it": "a " * 400, "en": "a " * 400}}, {},
    ],
}  # fmt: skip


def _other_options(kind: str, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
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


def _other_gaps(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    chosen, typed = data["gaps"]
    for key, words in product(range(3), (["recesso"], ["x", "y", "z"])):
        options = [o | {"key": place == key, "rationale": OTHER_WHY} for place, o in enumerate(chosen["options"])]
        accepted = {"it": words, "en": words[:1]}
        yield data | {"gaps": [chosen | {"options": options[::-1]}, typed | {"accepted": accepted}]}


def presented(item: Item, seed: str) -> bytes:
    return json.dumps(asdict(item.present(item.draw_order(seed), item.tokens(seed)))).encode()


@EVERY_KIND
@pytest.mark.parametrize("seed", ["1", "20261121t080000-4f3a9c1b"])
def test_what_is_presented_does_not_depend_on_the_key(kind: str, seed: str) -> None:
    items = [parse_item(data) for data in other_keys(kind)]
    assert len({item_to_json(item) for item in items}) == len(items) >= 4
    assert len({presented(item, seed) for item in items}) == 1


def without_texts(value: Any) -> Any:
    """What is presented, its texts taken out: names, tokens, prompts, numbers."""
    if isinstance(value, dict):
        return {k: "" if k in ("stem", "text", "label", "unit") else without_texts(v) for k, v in value.items()}
    return [without_texts(one) for one in value] if isinstance(value, list | tuple) else value


def said_after(item: Item) -> Iterator[str]:
    """Every rationale and everything else that is only said after the answer, in English."""
    yield from (line.rationale["en"] for line in item.feedback())
    for part in item.explained(item.key(), item.draw_order("1")):
        yield from (text["en"] for text in vars_of(part) if isinstance(text, dict) and "en" in text)


def vars_of(part: Any) -> Iterator[Any]:
    """The values of a frozen value but the texts that were on screen before the answer."""
    yield from (value for name, value in asdict(part).items() if name not in ("text", "chosen", "key", "unit"))


@EVERY_KIND
def test_nothing_of_the_key_is_in_what_is_presented(kind: str) -> None:
    item = an_item(kind)
    shown = presented(item, "1")
    assert b'"key"' not in shown
    assert b"rationale" not in shown
    for text in said_after(item):
        assert json.dumps(text)[1:-1].encode() not in shown
    if kind != "true_false":  # the verdicts are called what they are
        names = json.dumps(without_texts(json.loads(shown)))
        mine = [*item.option_groups(), *item.entries()] if item.OPAQUE_GROUPS else []
        for name in {*mine, *(option for ids in item.option_groups().values() for option in ids)}:
            assert f'"{name}"' not in names


@EVERY_KIND
def test_every_option_is_presented_once_under_its_own_token(kind: str) -> None:
    item = an_item(kind)
    tokens = item.tokens("1")
    shown = item.present(item.draw_order("1"), tokens)
    options = [option.token for group in shown.groups if not isinstance(group, EntryGroup) for option in group.options]
    assert sorted(options) == sorted(token for path, token in tokens.items() if "/" in path)
    assert len(set(tokens.values())) == len(tokens)
    assert not set(tokens.values()) & set(item.tokens("2").values())
    limits = {group.name: group.maximum for group in shown.groups if isinstance(group, ChoiceGroup)}
    assert limits == {tokens.get(name, name): n for name, n in item.limits().items() if name not in item.sequences()}
    entries = {group.name: group.longest for group in shown.groups if isinstance(group, EntryGroup)}
    assert entries == {tokens.get(name, name): longest for name, longest in item.entries().items()}


@EVERY_KIND
def test_tokens_lead_back_to_the_options_of_this_attempt_only(kind: str) -> None:
    item = an_item(kind)
    tokens, others = item.tokens("1"), item.tokens("2")
    for group, ids in item.option_groups().items():
        name, count = tokens.get(group, group), len(ids) if group in item.sequences() else 1
        for start in range(len(ids)):
            chosen = (*ids[start:], *ids[:start])[:count]
            assert item.from_chosen({name: tuple(tokens[f"{group}/{o}"] for o in chosen)}, tokens)[group] == chosen
            with pytest.raises(ResponseRefused):
                item.from_chosen({name: tuple(others[f"{group}/{o}"] for o in chosen)}, tokens)
        if item.OPAQUE_GROUPS:
            with pytest.raises(ResponseRefused):
                item.from_chosen({group: ()}, tokens)


@EVERY_KIND
def test_a_front_end_gets_back_what_it_sent(kind: str) -> None:
    item = an_item(kind)
    tokens = item.tokens("1")
    for sample in item.samples():
        if sample.points is not None:
            parsed = item.parse(sample.response)
            assert item.from_chosen(item.to_chosen(parsed, tokens), tokens) == parsed


@EVERY_KIND
def test_feedback_covers_every_option_and_names_the_key(kind: str) -> None:
    item = an_item(kind)
    lines, said = item.feedback(), item.explained(item.key(), item.draw_order("1"))
    covered = [(line.group, line.id) for line in lines]
    assert covered == [(g, o) for g, ids in item.option_groups().items() for o in ids if g in dict(covered)]
    left = {*item.option_groups(), *item.entries()} - set(dict(covered))
    assert left == {getattr(part, "group", "order") for part in said}
    keys = {group: tuple(line.id for line in lines if line.group == group and line.key) for group, _ in covered}
    assert {group: ids for group, ids in item.key().items() if group in keys} == keys
    assert item.mark(item.parse(item.key())).right or kind == "open"


@EVERY_KIND
def test_everything_is_explained_for_every_sample(kind: str) -> None:
    item = an_item(kind)
    for sample in item.samples():
        if sample.points is not None:
            response = item.parse(sample.response)
            parts = item.explained(response, item.draw_order("1"))
            rights = [part.right for part in parts if isinstance(part, RowFeedback | EntryFeedback)]
            assert all(rights) or not item.mark(response).right
            assert not all(rights) or item.mark(response).right or not rights or item.feedback()


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
