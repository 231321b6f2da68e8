"""Search in both languages, over lessons and glossaries only."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.workspace import TinyWorkspace
from trainer.flows.search import MOST, SearchFlow


@pytest.fixture(scope="module")
def flow(tmp_path_factory: pytest.TempPathFactory) -> SearchFlow:
    workspace = TinyWorkspace(tmp_path_factory.mktemp("home"))
    workspace.create_learner("Maria", "it", "en", "tin")
    return SearchFlow(workspace)


def test_a_page_is_found_with_its_place(flow: SearchFlow) -> None:
    (hit,) = flow.find("perche").pages
    assert (hit.module, hit.lesson, hit.page, hit.pages, hit.language, hit.own) == (
        "greeting", "first-words", 1, 2, "it", True,
    )  # fmt: skip
    assert hit.lesson_title["it"] == "Le prime parole"
    assert [hit.excerpt[at:to] for at, to in hit.marks] == ["perché"]


def test_the_other_language_is_searched_too_and_a_page_is_listed_once(flow: SearchFlow) -> None:
    assert [(hit.lesson, hit.language) for hit in flow.find("good morning").pages] == [("first-words", "en")]
    both = flow.find("video").pages
    assert len({(hit.lesson, hit.page) for hit in both}) == len(both)


def test_terms_are_found_and_stems_are_not(flow: SearchFlow) -> None:
    view = flow.find("tono adatto")
    assert ([hit.term for hit in view.terms], view.pages) == (["register"], ())
    assert flow.find("negozio 5").empty and flow.find("banca 7").empty


def test_what_is_under_another_law_comes_last(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Reto", "it", "en", "alp")
    hits = SearchFlow(workspace).find("dati").pages
    assert [hit.own for hit in hits] == sorted((hit.own for hit in hits), reverse=True)
    workspace.close()


def test_a_learner_whose_qualification_is_gone_can_search(tmp_path: Path) -> None:
    workspace = TinyWorkspace(tmp_path)
    workspace.create_learner("Reto", "it", "en", "gone")
    assert all(hit.own for hit in SearchFlow(workspace).find("cliente").pages)
    workspace.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=300))
def test_whatever_is_typed_is_answered(flow: SearchFlow, text: str) -> None:
    view = flow.find(text)
    assert view.text == text and len(view.pages) <= MOST and len(view.terms) <= MOST
