"""What the compiled catalogue says is what the files say."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures import TINY
from trainer.banks.read import load_bank
from trainer.catalogue.as_json import catalogue_as_json
from trainer.catalogue.index import Catalogue, open_or_build
from trainer.content.models import Exam
from trainer.items.kinds import item_from_json

ALL = ["IT", "CH", "EU", "none"]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    opened = open_or_build([TINY], tmp_path_factory.mktemp("cache"))
    yield opened
    opened.close()


def test_good_content_has_no_flaw(catalogue: Catalogue) -> None:
    assert catalogue.flaws == []
    assert catalogue.release == "2026-06-01"
    assert len(catalogue.digest) == 32


def test_qualifications_stand_in_the_order_of_the_coverage_map(catalogue: Catalogue) -> None:
    tin, alp = catalogue.qualifications()
    assert (tin.id, tin.jurisdictions, tin.units) == ("tin", ("IT", "EU", "none"), ("tin.u1", "tin.u2"))
    assert (alp.id, alp.jurisdictions, alp.eqf) == ("alp", ("CH", "none"), None)
    assert (alp.common.knowledge, alp.common_modules) == (1, ("privacy",))
    assert alp.issuer == {"": "Nobody in particular"}


def test_units_have_their_readiness_and_rule(catalogue: Catalogue) -> None:
    first, second = catalogue.units("tin")
    assert (first.readiness, second.readiness) == ("exam", "in_preparation")
    assert (first.statements.knowledge, first.statements.skills, first.statements.tested) == (2, 1, 3)
    assert first.minimum_performance["en"] == "One successful greeting."
    assert (second.minimum_performance, second.assessment_method["it"]) == ({}, "Prova pratica")
    assert catalogue.unit("tin.u2") == second
    assert catalogue.unit("none") is None
    assert [unit.readiness for unit in catalogue.units("alp")] == ["study"]


def test_statements_know_their_coverage(catalogue: Catalogue) -> None:
    assert [row.id for row in catalogue.statements("tin.u1")] == ["tin.u1.k01", "tin.u1.k02", "tin.u1.s01"]
    skill = catalogue.statements("tin.u1")[2]
    assert (skill.lessons, skill.items, skill.taught, skill.tested) == (("greeting/listening",), 3, True, True)
    assert [(row.id, row.listed, row.tested) for row in catalogue.common_statements("alp")] == [
        ("alp.k01", "knowledge", True),
        ("alp.kp01", "key_point", False),
    ]
    assert len(catalogue.all_statements()) == 8
    assert catalogue.statement_texts(["alp.kp01", "no.such"]) == {
        "alp.kp01": {"it": "Essere cortesi", "en": "Be courteous"}
    }


def test_planned_modules_are_listed_with_their_state(catalogue: Catalogue) -> None:
    rows = {row.slug: row for row in catalogue.modules()}
    assert list(rows) == ["greeting", "privacy", "later"]
    greeting, later = rows["greeting"], rows["later"]
    assert (greeting.state, greeting.lessons, greeting.items, greeting.minutes) == ("present", 2, 6, 16)
    assert (greeting.title["en"], greeting.units) == ("Greeting customers", ("tin.u1", "alp.u1"))
    assert (later.state, later.lessons, later.items, later.title["it"]) == ("in_preparation", 0, 0, "Reclami")
    assert catalogue.module("later") == later
    assert catalogue.module("no") is None


def test_lessons_stand_in_order_of_study(catalogue: Catalogue) -> None:
    rows = catalogue.lessons("greeting")
    assert [(row.id, row.position, row.pages) for row in rows] == [("listening", 0, 2), ("first-words", 1, 2)]
    assert catalogue.lesson("greeting", "no") is None


def test_a_lesson_has_pages_citations_and_checks(catalogue: Catalogue) -> None:
    lesson = catalogue.lesson("greeting", "listening")
    assert lesson is not None
    first, second = lesson.pages
    assert first.markdown["en"].startswith("## Ears\n")
    assert first.markdown["it"].startswith("## Orecchie\n")
    assert first.citations == {
        "it": ("art. 2, L. 2/2025", "art. 1, reg. (UE) 1/2018"),
        "en": ("Art. 2 Law 2/2025", "Art. 1 Regulation (EU) 1/2018"),
    }
    assert (first.jurisdiction, second.jurisdiction, second.citations) == ("EU", "IT", {})
    assert lesson.row.checks == ("greeting-check-ear",)
    assert item_from_json(lesson.checks["greeting-check-ear"]).lesson == "listening"


def test_glossary_and_sources(catalogue: Catalogue) -> None:
    assert [(row.id, row.term["it"]) for row in catalogue.glossary("greeting")] == [("register", "registro")]
    assert catalogue.glossary("privacy") == []
    assert [(row.id, row.valid_from) for row in catalogue.sources(["IT-1", "no"])] == [("IT-1", "2025-01-01")]


def test_exams_are_read_back_as_their_model(catalogue: Catalogue) -> None:
    assert [(row.id, row.modules) for row in catalogue.exams()] == [
        ("greeting", ("greeting",)),
        ("tin.u1", ("greeting", "privacy")),
    ]
    body = catalogue.exam("tin.u1")
    assert body is not None
    assert Exam.model_validate_json(body).sections[1].lessons == ["basics"]
    assert catalogue.exam("no") is None


def test_items_are_read_back_equal(catalogue: Catalogue) -> None:
    for module in ("greeting", "privacy"):
        for entry in load_bank(TINY / f"question_banks/{module}.yaml", "").items:
            row = catalogue.item_rows([entry.item.id])[entry.item.id]
            assert item_from_json(row.body) == entry.item
            assert (row.module, row.lesson, row.check) == (module, entry.item.lesson, False)
            assert catalogue.item_digests([row.id]) == {row.id: row.digest}
            assert catalogue.item_json([row.id]) == {row.id: row.body}


def ids(catalogue: Catalogue, *question: object, **more: bool) -> list[str]:
    strata = catalogue.strata(["greeting", "privacy"], *question, **more)  # type: ignore[arg-type]  # test shorthand
    assert all(pool == sorted(pool) for pool in strata.values())
    found = sorted(item for pool in strata.values() for item in pool)
    rows = catalogue.pool(["greeting", "privacy"], *question, **more)  # type: ignore[arg-type]  # test shorthand
    assert [row.id for row in rows] == found
    return found


def test_a_pool_is_of_a_jurisdiction_a_use_and_a_day(catalogue: Catalogue) -> None:
    assert len(ids(catalogue, ALL)) == 11
    assert ids(catalogue, ["CH"]) == ["greeting-understand-6", "privacy-apply-11"]
    assert ids(catalogue, ["IT"], ["exam"]) == ["greeting-apply-5"]
    assert ids(catalogue, ["IT"], ["exam"], "2026-08-31") == []
    assert ids(catalogue, ["IT"], ["exam"], "2026-09-01") == ["greeting-apply-5"]
    assert ids(catalogue, ["CH"], ["practice"], "2025-12-31") == ["greeting-understand-6", "privacy-apply-11"]
    assert ids(catalogue, ["CH"], ["practice"], "2026-01-01") == ["privacy-apply-11"]
    assert ids(catalogue, []) == []


def test_an_item_is_in_force_from_its_own_day_or_its_latest_source(catalogue: Catalogue) -> None:
    since = {row.id: row.valid_from for row in catalogue.pool(["greeting", "privacy"], ALL)}
    assert since["greeting-understand-6"] == "2020-01-01"
    assert since["privacy-apply-9"] == "2025-01-01"
    assert since["greeting-remember-1"] == ""


def test_strata_are_by_module_lesson_and_level(catalogue: Catalogue) -> None:
    assert catalogue.strata(["greeting"], ["none"], ["both"]) == {
        ("greeting", "first-words", "remember"): ["greeting-remember-1", "greeting-remember-2"],
        ("greeting", "listening", "apply"): ["greeting-apply-3", "greeting-apply-4"],
    }


def test_check_questions_are_in_a_pool_only_when_asked_for(catalogue: Catalogue) -> None:
    with_checks = set(ids(catalogue, ALL, checks=True)) - set(ids(catalogue, ALL))
    assert with_checks == {"greeting-check-door", "greeting-check-ear", "privacy-check-voice"}


def test_search_finds_pages_and_terms_in_a_language(catalogue: Catalogue) -> None:
    page, *_ = catalogue.search("good MORNING", "en")
    assert (page.kind, page.module, page.lesson, page.place, page.title) == (
        "page", "greeting", "first-words", "1", "The door",
    )  # fmt: skip
    assert "good morning" in page.excerpt
    assert "**" not in page.excerpt
    assert [page.excerpt[at:to] for at, to in page.marks] == ["good", "morning"]
    assert [hit.kind for hit in catalogue.search("tono adatto", "it")] == ["term"]
    assert catalogue.search("good morning", "it") == []


def test_learners_find_no_stems(catalogue: Catalogue) -> None:
    assert [hit.place for hit in catalogue.search_items("banca 7", "en")] == ["privacy-remember-7"]
    assert catalogue.search("banca 7", "en") == []


def test_search_minds_neither_accents_nor_an_unfinished_word(catalogue: Catalogue) -> None:
    (page,) = catalogue.search("perche", "it")
    assert (page.lesson, [page.excerpt[at:to] for at, to in page.marks]) == ("first-words", ["perché"])
    assert [hit.lesson for hit in catalogue.search("person", "it") if hit.kind == "page"] == ["basics"]
    assert catalogue.search("", "it") == catalogue.search('"; * (', "it") == []


@given(st.text())
def test_nothing_that_is_typed_is_syntax(catalogue: Catalogue, text: str) -> None:
    for hit in (*catalogue.search(text, "it"), *catalogue.search_items(text, "it")):
        assert all(0 <= at < to <= len(hit.excerpt) for at, to in hit.marks)


@pytest.mark.parametrize(
    "text", ["NEAR(a b)", 'a AND "', "title:a", "a*", "-a", "^a", "a" * 100_000, "_", "\0a", "\x1b[31m"]
)
def test_syntax_of_the_index_is_taken_as_words(catalogue: Catalogue, text: str) -> None:
    assert isinstance(catalogue.search(text, "it"), list)


def test_search_hides_exam_items_from_learners(catalogue: Catalogue) -> None:
    assert catalogue.search_items("negozio 5", "it") == catalogue.search_items("chat 5", "it") == []
    assert [hit.place for hit in catalogue.search_items("posta 5", "it", exam_items=True)] == ["greeting-apply-5"]
    assert catalogue.search_items("posta 5", "it") == []


def test_the_json_has_the_documented_shape(catalogue: Catalogue) -> None:
    data = json.loads(json.dumps(catalogue_as_json(catalogue)))
    assert list(data) == ["version", "qualifications", "modules", "exercises"]
    assert data["version"] == 1
    assert list(data["qualifications"][0]) == ["id", "title", "eqf", "common", "units"]
    assert data["qualifications"][1]["common"] == {
        "statements": {"knowledge": 1, "skills": 0, "taught": 1, "tested": 1},
        "modules": ["privacy"],
    }
    assert data["qualifications"][0]["units"][0] == {
        "id": "tin.u1",
        "title": {"it": "Accogliere", "en": "Welcome"},
        "eqf": 3,
        "readiness": "exam",
        "statements": {"knowledge": 2, "skills": 1, "taught": 3, "tested": 3},
        "modules": ["greeting", "privacy"],
    }
    assert data["modules"][2] == {
        "slug": "later",
        "title": {"it": "Reclami", "en": "Complaints"},
        "state": "in_preparation",
        "lessons": 0,
        "items": 0,
        "exercises": 0,
        "minutes": 0,
        "statements": ["tin.u2.s01"],
    }


def test_opening_imports_neither_pydantic_nor_a_yaml_parser(tmp_path: Path) -> None:
    open_or_build([TINY], tmp_path).close()
    code = f"""
import sys
from pathlib import Path
from trainer.catalogue.index import open_or_build
assert open_or_build([Path({str(TINY)!r})], Path({str(tmp_path)!r})).modules()
print([name for name in ("pydantic", "yaml", "yaml_rs", "textual", "hypothesis") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_strata_and_lines_say_what_strata_and_pool_say(catalogue: Catalogue) -> None:
    asked = (["greeting", "privacy"], ["none", "IT", "EU"])
    strata, lines = catalogue.strata_and_lines(*asked)
    assert strata == catalogue.strata(*asked) and sum(map(len, strata.values())) > 1
    pool = catalogue.pool(*asked)
    assert lines == "\n".join(f"{row.id} {row.digest}" for row in pool)
    assert catalogue.strata_and_lines([], []) == ({}, "")
