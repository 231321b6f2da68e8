"""Study statement and class report: what they say, on as many pages as they need, nothing over anything."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from tests.printing.papers import report, statement
from tests.printing.records import NAMES
from tests.printing.test_record_page import box, said, texts
from trainer.printing.class_report import ReportedLearner, render_class_report, report_pages
from trainer.printing.fonts import GlyphsMissing
from trainer.printing.look import BOTTOM, LEFT, TOP
from trainer.printing.paint import Paper
from trainer.printing.pdf_reading import read_pdf
from trainer.printing.statement import render_statement, statement_pages


def assert_laid_out(paper: Paper) -> None:
    """Every text within the margins of its page, none over another."""
    for page in paper.pages:
        boxes = [box(mark) for mark in texts(page)]
        for left, top, right, bottom in boxes:
            assert left >= LEFT - 0.01
            assert right <= paper.width - LEFT + 0.01
            assert top >= TOP - 0.01
            assert bottom <= paper.height - BOTTOM + 0.01
        for one, other in combinations(boxes, 2):
            apart = (
                one[2] <= other[0] + 0.01
                or other[2] <= one[0] + 0.01
                or one[3] <= other[1] + 0.01
                or other[3] <= one[1] + 0.01
            )
            assert apart, (one, other)


@pytest.mark.parametrize("languages", [("it",), ("en",), ("it", "en")], ids="+".join)
@pytest.mark.parametrize("many", [0, 3, 40])
def test_a_statement_of_any_length_is_well_laid_out(languages: tuple[str, ...], many: int) -> None:
    paper = statement_pages(statement(NAMES[1], many, many, many), languages)
    assert_laid_out(paper)
    assert (len(paper.pages) > 1) is (many == 40)
    for number, page in enumerate(paper.pages, 1):
        words = said(page)
        assert f"{number} di {len(paper.pages)}" in words or f"{number} of {len(paper.pages)}" in words
        # On every page, so that none of them can be shown as something else.
        assert "Autodichiarazione" in words or "Self-declared" in words
        assert NAMES[1] in words


def test_a_statement_says_large_enough_what_it_is() -> None:
    paper = statement_pages(statement(), ["it"])
    marks = texts(paper.pages[0])
    [title] = [mark for mark in marks if mark.text == "Dichiarazione di studio (autodichiarazione)"]
    [warning] = [mark for mark in marks if mark.text == "Autodichiarazione: nessuno l’ha verificata né firmata"]
    assert title.style.size >= 18
    assert warning.style.size >= 12
    words = said(paper.pages[0])
    assert "Non è un’attestazione di completamento" in words
    assert "firma" in words
    assert "finora nessuna" in said(statement_pages(statement(attempts=0), ["it"]).pages[0])


def test_a_statement_is_told_from_a_record_and_holds_no_credential() -> None:
    data = render_statement(statement(), ["it", "en"])
    assert data == render_statement(statement(), ["it", "en"])
    read = read_pdf(data)
    assert (read.kind, read.credential, read.languages, read.findings) == ("study-statement", None, ("it", "en"), ())
    assert NAMES[0] in read.text


@pytest.mark.parametrize("learners", [0, 1, 14, 60])
def test_a_class_of_any_size_is_well_laid_out(learners: int) -> None:
    paper = report_pages(report(learners))
    assert_laid_out(paper)
    assert len(paper.pages) >= 1 + learners // 30
    for number, page in enumerate(paper.pages, 1):
        assert f"pagina {number} di {len(paper.pages)}" in said(page)


def test_the_report_says_who_lacks_what() -> None:
    words = " ".join(said(page) for page in report_pages(report(4)).pages)
    for text in (
        NAMES[0], "persone: 4", "tutte le condizioni soddisfatte: 1", "in attesa di valutazione: 2",
        "Manca ancora un reclamo di un cliente non di madrelingua italiana.",
        "attende: 2 motivazioni, secondo valutatore",
        "senza sorveglianza, sul computer di chi studia", "rilasciata il 20 nov 2026",
        "manca", "attende", "Dati personali",
    ):  # fmt: skip
        assert text in words, text


def test_a_report_is_read_back_as_such() -> None:
    read = read_pdf(render_class_report(report(40)))
    assert (read.kind, read.credential) == ("class-report", None)
    assert read.pages > 1


def test_a_name_that_cannot_be_printed_is_refused_in_every_paper() -> None:
    with pytest.raises(GlyphsMissing):
        render_statement(statement("王小明"), ["it"])
    made = report(1)
    with pytest.raises(GlyphsMissing):
        render_class_report(replace(made, learners=(ReportedLearner("דוד", made.learners[0].states),)))
