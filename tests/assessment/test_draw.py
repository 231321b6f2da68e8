"""A draw is the same everywhere, keeps to its blueprint, and differs from seed to seed."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from tests.builders import an_item, item_data
from trainer.assessment.blueprint import Strata, shortages, size
from trainer.assessment.draw import draw, pool_digest
from trainer.content.models import Exam
from trainer.items.kinds import item_to_json, parse_item
from trainer.kernel.canonical import digest
from trainer.kernel.problems import Refused
from trainer.schema.fields import LEVELS

TOP = Path(__file__).parents[2]
TEXT = {"it": "Prova", "en": "Test"}
DRAW = {"remember": 1, "understand": 1, "apply": 2, "analyse": 1}
LESSONS = ("bases", "rights", "breaches", "calls")


def an_exam(**changes: object) -> Exam:
    """A blueprint like that of a module exam: four sections of five items."""
    sections = [
        {"id": lesson, "title": TEXT, "modules": ["gdpr"], "lessons": [lesson], "draw": DRAW} for lesson in LESSONS
    ]
    fields = {
        "version": 1, "id": "gdpr", "title": TEXT, "scope": "module", "subject": "gdpr", "minutes": 25,
        "pass_mark": 0.7, "section_pass_mark": 0.5, "house_rule": True, "sections": sections,
    }  # fmt: skip
    return Exam.model_validate({**fields, **changes})


def a_pool(extra: int = 0) -> dict[tuple[str, str, str], list[str]]:
    """As small as the rule of 1.3 allows (two or three items a stratum), and ``extra`` more in each."""
    return {
        ("gdpr", lesson, level): [f"{lesson}-{level}-{n}" for n in range((3 if DRAW[level] == 2 else 2) + extra)]
        for lesson in LESSONS
        for level in LEVELS
    }


def test_known_answer() -> None:
    """A paper drawn once must be drawn again by every later version."""
    drawn = draw(an_exam(), a_pool(), "7")
    assert digest([[one.section, one.id] for one in drawn]) == KNOWN


KNOWN = "eb9d93a20bd4c9367bdbd5c1c2108ebf0d50af287d2aad97a08a116717975d23"

PROGRAM = """
import sys
from tests.assessment.test_draw import a_pool, an_exam
from trainer.assessment.draw import draw, pool_digest
pool = a_pool()
print([(one.section, one.id) for one in draw(an_exam(), pool, "7")])
print(pool_digest({(item, "d") for ids in pool.values() for item in ids}))
"""


def test_hash_seed_and_time_zone_change_nothing() -> None:
    runs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={"PYTHONHASHSEED": seed, "TZ": zone}, cwd=TOP, text=True,
            capture_output=True, check=True,
        ).stdout
        for seed, zone in (("0", "UTC"), ("1", "Pacific/Kiritimati"))
    }  # fmt: skip
    assert len(runs) == 1


@pytest.mark.parametrize("extra", [0, 4])
def test_two_hundred_seeds_keep_the_blueprint_and_differ(extra: int) -> None:
    exam, pool = an_exam(), a_pool(extra)
    papers = [draw(exam, pool, str(seed)) for seed in range(200)]
    for paper in papers:
        assert len(paper) == size(exam) == len({one.id for one in paper})
        assert [section for section, _ in Counter(one.section for one in paper).items()] == list(LESSONS)
        for one in paper:
            assert one.id.startswith(one.section)
        assert Counter(one.id.rsplit("-", 1)[0] for one in paper) == {
            f"{lesson}-{level}": count for lesson in LESSONS for level, count in DRAW.items()
        }
    assert len({tuple(one.id for one in paper) for paper in papers}) >= 190
    assert len({frozenset(one.id for one in paper) for paper in papers}) >= 190


def test_the_order_in_which_a_pool_is_given_does_not_matter() -> None:
    pool = a_pool()
    turned = {key: ids[::-1] for key, ids in reversed(pool.items())}
    assert draw(an_exam(), turned, "3") == draw(an_exam(), pool, "3")


def test_one_sections_pool_does_not_shift_anothers_draw() -> None:
    pool = a_pool()
    grown = {**pool, ("gdpr", "bases", "apply"): [*pool["gdpr", "bases", "apply"], "bases-apply-x"]}
    before, after = draw(an_exam(), pool, "3"), draw(an_exam(), grown, "3")
    assert before[5:] == after[5:]


def test_an_item_is_drawn_once_even_where_sections_overlap() -> None:
    both = [{"id": name, "title": TEXT, "modules": ["gdpr"], "draw": {"apply": 2}} for name in ("one", "two")]
    pool: Strata = {("gdpr", "bases", "apply"): ["a", "b", "c", "d"]}
    for seed in range(50):
        assert {one.id for one in draw(an_exam(sections=both), pool, str(seed))} == {"a", "b", "c", "d"}


def test_a_pool_that_cannot_feed_the_draw_is_refused() -> None:
    pool = {**a_pool(), ("gdpr", "rights", "apply"): ["only-one"]}
    with pytest.raises(Refused, match=r"section rights needs 2 items of level apply, 1 are there"):
        draw(an_exam(), pool, "1")


@pytest.mark.parametrize(("drawn", "have", "enough"), [(1, 1, False), (1, 2, True), (2, 2, False), (2, 3, True),
                                                       (10, 12, False), (10, 13, True), (0, 0, True)])  # fmt: skip
def test_a_pool_holds_a_third_more_than_is_drawn(drawn: int, have: int, enough: bool) -> None:
    section = {"id": "one", "title": TEXT, "modules": ["gdpr"], "draw": {"apply": drawn}}
    found = shortages(an_exam(sections=[section]), {("gdpr", "x", "apply"): [str(n) for n in range(have)]})
    assert (not found) == enough
    assert [(short.have, short.draw) for short in found] == ([] if enough else [(have, drawn)])


def test_the_digest_changes_with_any_item() -> None:
    items = {name: digest(item_to_json(an_item(id=name))) for name in ("a", "b", "c")}
    before = pool_digest(items.items())
    assert pool_digest(reversed(items.items())) == before
    for change in ({"revision": 2}, {"difficulty": "hard"}, {"stem": {"it": "Altro?", "en": "Other?"}}):
        assert pool_digest({**items, "b": digest(item_to_json(an_item(id="b", **change)))}.items()) != before
    assert pool_digest({**items, "d": items["a"]}.items()) != before


def test_the_digest_changes_with_the_key() -> None:
    data = item_data(id="a")
    digests = set()
    for keys in set(permutations([True, False, False, False])):
        options = [{**option, "key": key} for option, key in zip(data["options"], keys, strict=True)]
        item = parse_item({**data, "options": options})
        digests.add(pool_digest([("a", digest(item_to_json(item)))]))
    assert len(digests) == 4
