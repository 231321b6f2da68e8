"""The page of a record: everything on one sheet, measured, for every real unit in every choice of languages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from tests.printing.records import NAMES, evidence, exams, record, units
from trainer.printing.detail import LADDER, Detail, id_ranges
from trainer.printing.fonts import text_width
from trainer.printing.look import BOTTOM, LEFT, TOP, WIDTH
from trainer.printing.marks import PAGE_HEIGHT, Fill, Mark, Stroke, TextMark
from trainer.printing.record_page import TooMuchForAPage, record_page

LANGUAGES = (("it",), ("en",), ("it", "en"))
Box = tuple[float, float, float, float]


def box(mark: TextMark) -> Box:
    """What the letters cover: left, top, right, bottom."""
    width = text_width(mark.text, mark.style)
    return mark.x, mark.y - mark.style.size * 0.74, mark.x + width, mark.y + mark.style.size * 0.2


def texts(marks: tuple[Mark, ...]) -> list[TextMark]:
    """The texts of a page."""
    return [mark for mark in marks if isinstance(mark, TextMark)]


def said(marks: tuple[Mark, ...]) -> str:
    """All words of a page, one space between two."""
    return " ".join(" ".join(mark.text for mark in texts(marks)).split())


def assert_well_laid_out(marks: tuple[Mark, ...]) -> None:
    """Every text within the margins, none over another, none half on a panel."""
    boxes = [box(mark) for mark in texts(marks)]
    for left, top, right, bottom in boxes:
        assert left >= LEFT - 0.01
        assert right <= LEFT + WIDTH + 0.01
        assert top >= TOP - 0.01
        assert bottom <= PAGE_HEIGHT - BOTTOM + 0.01
    for one, other in combinations(boxes, 2):
        apart = (
            one[2] <= other[0] + 0.01
            or other[2] <= one[0] + 0.01
            or one[3] <= other[1] + 0.01
            or other[3] <= one[1] + 0.01
        )
        assert apart, (one, other)
    for mark in marks:
        if isinstance(mark, Fill):
            panel = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
            for one in boxes:
                inside = one[0] >= panel[0] and one[1] >= panel[1] and one[2] <= panel[2] and one[3] <= panel[3]
                outside = one[2] <= panel[0] or one[0] >= panel[2] or one[3] <= panel[1] or one[1] >= panel[3]
                assert inside or outside, (panel, one)


@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
@pytest.mark.parametrize("unit", sorted(units()))
def test_every_unit_fits_on_its_page(unit: str, languages: tuple[str, ...]) -> None:
    detail, marks = record_page(record(unit, NAMES[1]), languages)
    assert_well_laid_out(marks)
    assert detail.size >= 6.8
    assert detail.evidence != "packed"
    assert NAMES[1] in said(marks)


@pytest.mark.parametrize("unit", sorted(units()))
def test_one_language_never_drops_what_attempts_show(unit: str) -> None:
    detail, _ = record_page(record(unit), ["it"])
    assert detail.evidence == "full"
    assert detail.size >= 7.1


@pytest.mark.parametrize("rows", [1, 2, 6, 9])
@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
def test_more_evidence_and_more_tries_still_fit(rows: int, languages: tuple[str, ...]) -> None:
    made = record("abr.uc2", NAMES[1], rows=rows, tries=6)
    detail, marks = record_page(made, languages)
    assert_well_laid_out(marks)
    for one in made.exams:
        assert one.day in said(marks) or len(languages) == 1
    for line in made.evidence:
        assert line.title[languages[0]].split()[0] in said(marks)
    assert any(detail in form for form in LADDER)


def test_the_page_says_what_an_employer_looks_for() -> None:
    made = record("abr.uc3")
    words = said(record_page(made, ["it"])[1])
    for text in (
        "Attestazione di completamento", NAMES[0], made.unit.title["it"], "livello EQF 3", "ADA.24.04.11",
        made.issuer.name,
        made.issuer.did, made.id, made.supervision["it"], made.rule.reading["it"], "trainer record verify",
        "21 nov 2026", "matricola: SC-2026-0147", "senza sorveglianza", "quesiti pubblici",
        "82%", "60%", "mai svolta prima",
        made.not_assessed[0]["it"], made.quality_assurance["it"], made.content_version,
    ):  # fmt: skip
        assert text in words, text
    assert "Abbreviata" not in words
    for outcome in made.outcomes:
        assert outcome.text["it"].rstrip(".;").split()[-1] in words


@pytest.mark.parametrize("languages", LANGUAGES, ids="+".join)
def test_it_is_never_called_a_certificate(languages: tuple[str, ...]) -> None:
    words = said(record_page(record(), languages)[1]).casefold()
    assert not re.search(r"certificat[oei]\b|certificate", words)


def test_what_is_shortened_is_said() -> None:
    detail, marks = record_page(record("swi.a1"), ["it"])
    assert detail.outcomes == "counted"
    assert "Abilità: 30 (swi.a1.s01" in said(marks)
    assert "Abbreviata per stare in una pagina" in said(marks)


def test_a_house_rule_and_recognised_learning_are_said() -> None:
    made = record("cam.uc1")
    module = replace(made.modules[0], studied_on=None, recognised="qualifica triennale del 2019")
    words = said(record_page(replace(made, modules=(module, *made.modules[1:])), ["en"])[1])
    assert "this one is a house rule" in words
    assert "Communication: prior learning recognised (qualifica triennale del 2019)" in words
    assert "9 modules studied" in words


def test_what_differs_between_attempts_stands_with_each() -> None:
    lines = evidence(2)
    made = record("ops.uc1", evidence=(replace(lines[0], supervised=True), lines[1]), exams=exams(1))
    words = said(record_page(made, ["en"])[1])
    assert words.count("in an exam room") == 1
    # Once for the other attempt, once for the exam.
    assert words.count("unsupervised ") + words.endswith("unsupervised") >= 1
    voided = replace(made, exams=(replace(exams(2)[0], voided=True), exams(2)[1]))
    assert "voided" in said(record_page(voided, ["en"])[1])


def test_too_much_text_is_refused_with_what_to_do() -> None:
    long = "parola " * 500
    made = record(quality_assurance={"it": long.strip(), "en": long.strip()})
    with pytest.raises(TooMuchForAPage, match="Shorten what the issuer says"):
        record_page(made, ["it", "en"])


def test_a_page_has_no_mark_outside_the_sheet() -> None:
    for mark in record_page(record(), ["it", "en"])[1]:
        if isinstance(mark, Stroke):
            assert 0 < mark.x <= mark.to_x < 595.3
        assert 0 < mark.y < PAGE_HEIGHT


def test_ids_in_short() -> None:
    assert id_ranges(("a.s01", "a.s02", "a.s03")) == "a.s01–s03"
    assert id_ranges(("a.s01", "a.s03")) == "a.s01, a.s03"
    assert id_ranges(("a.s09", "a.s10", "b.k01")) == "a.s09–s10, b.k01"
    assert not Detail(8, "full", "full").shortened
