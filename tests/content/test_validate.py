"""Every mistake of an author becomes a sentence at the right line."""

from __future__ import annotations

import pytest

from trainer.content.flaws import ContentFlaws, Flaw
from trainer.content.models import Exam, Module
from trainer.content.validate import shown_value, validate
from trainer.content.yamlfile import parse_yaml
from trainer.items.authored import ITEM

MODULE = """\
version: 1
slug: gdpr
title: {it: Dati, en: Data}
summary: {it: Due righe., en: Two lines.}
lessons: [one]
glossary:
  - id: term
    term: {it: termine, en: term}
    text: {it: Una frase., en: One sentence.}
"""

ITEM_TEXT = """\
kind: single
id: greet
level: apply
difficulty: easy
jurisdiction: none
statements: [x.k01]
stem: {it: Che cosa dici?, en: What do you say?}
options:
  - id: hello
    key: true
    text: {it: Ciao, en: Hello}
    rationale: {it: Si saluta., en: One greets.}
  - id: bye
    text: {it: Addio, en: Bye}
    rationale: {it: Si va via., en: One leaves.}
"""


def flaws(text: str, shape: object) -> list[Flaw]:
    with pytest.raises(ContentFlaws) as caught:
        validate(parse_yaml(text, "x.yaml"), shape)  # type: ignore[arg-type]  # any model or adapter
    return list(caught.value.flaws)


def one(text: str, shape: object) -> tuple[int, str]:
    found = flaws(text, shape)
    assert len(found) == 1, found
    return found[0].line, found[0].message


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("summary:", "sumary:", 4, "«sumary» does not belong here; did you mean «summary»?"),
        ("summary: {it: Due righe., en: Two lines.}\n", "", 1, "«summary» is missing."),
        ("lessons: [one]", "lessons: []", 5, "«lessons» has 0 entries: at least 1 were expected."),
        ("lessons: [one]", "lessons: one", 5, "«lessons» is «one»: a list was expected."),
        ("version: 1", "version: 2", 1, "«version» is 2: one of 1 was expected."),
        ("slug: gdpr", "slug: GDPR", 2, "«slug»: must be a slug: lower-case letters, digits and single hyphens."),
        ("{it: Dati, en: Data}", "{it: 12, en: Data}", 3, "«title.it» is 12: a text was expected (in quotes where it "
                                                           "looks like a number or a date)."),
        ("{it: Dati, en: Data}", "Data", 3, "«title» is «Data»: a map was expected, one line for each "
                                                 "language or key."),
        ("en: One sentence.", "en: ' '", 9, "«glossary.1.text»: the text in «en» is empty."),
        ("  - id: term", "  - word\n  - id: term", 7, "«glossary.1» is «word»: a map of keys was expected."),
        ("    text:", "    colour: red\n    text:", 9, "«glossary.1.colour» does not belong here; known keys: id, "
                                                       "term, text."),
    ],
)  # fmt: skip
def test_a_module_with_one_mistake(old: str, new: str, line: int, message: str) -> None:
    assert one(MODULE.replace(old, new, 1), Module) == (line, message)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("kind: single", "kind: singel", 1, "«kind» is «singel»: one of 'single', 'multiple', 'true_false', "
                                            "'matching', 'classification', 'ordering', 'gaps', 'numeric', "
                                            "'short_text', 'open' was expected."),
        ("kind: single\n", "", 1, "«kind» is missing."),
        ("level: apply", "level: easy", 3, "«level» is «easy»: one of 'remember', 'understand', 'apply' or 'analyse' "
                                           "was expected."),
        ("key: true", "key: yes", 10, "«options.1.key» is «yes»: true or false was expected."),
        ("difficulty: easy", "difficulty: easy\nrevision: 0", 5, "«revision» is 0: at least 1 was expected."),
        ("difficulty: easy", "difficulty: easy\nvalid_from: 2026", 5, "«valid_from» is 2026: a date like 2026-11-21 "
                                                                      "was expected."),
        ("difficulty: easy", "difficulty: easy\nvalid_from: 1/2/26", 5, "«valid_from»: «1/2/26» is no date; write it "
                                                                        "like 2026-11-21."),
        ("difficulty: easy", "difficulty: easy\nvalid_from: 2026-02-30", 5, "«valid_from»: «2026-02-30» is a day that "
                                                                            "does not exist."),
        ("id: bye", "id: hello", 13, "«options.2.id»: another entry has the same id «hello»."),
        ("rationale: {it: Si va", "reason: {it: Si va", 15, "«options.2.reason» does not belong here; known keys: id, "
                                                            "key, text, rationale."),
    ],
)  # fmt: skip
def test_an_item_with_one_mistake(old: str, new: str, line: int, message: str) -> None:
    found = flaws(ITEM_TEXT.replace(old, new, 1), ITEM)
    assert (line, message) in [(flaw.line, flaw.message) for flaw in found]
    assert len(found) <= 2  # a key that is unknown may also be one that is missing


def test_every_mistake_is_said_once_and_in_place() -> None:
    text = MODULE.replace("slug: gdpr", "slug: 7").replace("[one]", "[One, two]").replace("term: {it", "terms: {it")
    assert [(flaw.line, flaw.values["field"]) for flaw in flaws(text, Module)] == [
        (2, "slug"),
        (5, "lessons.1"),
        (8, "glossary.1.terms"),
    ]


@pytest.mark.parametrize(("text", "found"), [("", "null"), ("- a", "[…]"), ("word", "«word»")])
def test_a_file_that_is_no_map(text: str, found: str) -> None:
    assert one(text, Module) == (1, f"the file is {found}: a map of keys was expected.")


def test_numbers_have_their_limits_in_the_sentence() -> None:
    text = """\
version: 1
id: x
title: {it: x}
scope: module
subject: x
minutes: 20
pass_mark: 70
section_pass_mark: 0.5
house_rule: true
sections: [{id: a, title: {it: a}, modules: [x], draw: {remember: -1}}]
"""
    assert [flaw.message for flaw in flaws(text, Exam)] == [
        "«pass_mark» is 70: at most 1.0 was expected.",
        "«sections.1.draw.remember» is -1: at least 0 was expected.",
    ]


def test_the_exception_says_the_first_flaw_with_its_place() -> None:
    with pytest.raises(ContentFlaws, match=r"^x\.yaml:2: «slug» is 7") as caught:
        validate(parse_yaml(MODULE.replace("gdpr", "7"), "x.yaml"), Module)
    assert caught.value.exit_code == 3


def test_values_are_shown_short() -> None:
    assert [shown_value(value) for value in (None, True, 3, "a" * 60, {"a": 1}, [1])] == [
        "null", "true", "3", "«" + "a" * 39 + "…»", "{…}", "[…]",
    ]  # fmt: skip
