"""The four CSV files: what stands in them, that spreadsheets read them and never run them, and who may see them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.fakes.workspace import TinyWorkspace
from tests.flows.answering import answer
from tests.flows.remembering import DAY, cards, drawn, practised
from trainer.flows.learner_csv import COLUMNS, csv_bytes, write_csv
from trainer.flows.prepare import start_exam, start_practice
from trainer.flows.running import journal_path
from trainer.flows.settings import SettingsFlow
from trainer.kernel.problems import InputUnreadable, Refused

Table = list[dict[str, str]]


@pytest.fixture
def tables(workspace: TinyWorkspace, tmp_path: Path) -> Callable[[], dict[str, Table]]:
    """Each call writes the files anew and reads them back."""
    calls = iter(range(100))

    def export() -> dict[str, Table]:
        paths = write_csv(workspace, tmp_path / f"tables-{next(calls)}")
        return {path.stem: read(path) for path in paths}

    return export


def read(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_a_new_learner_has_headers_and_statements(tables: Callable[[], dict[str, Table]]) -> None:
    found = tables()
    assert sorted(found) == ["attempts", "mastery", "responses", "reviews"]
    assert (found["attempts"], found["responses"], found["reviews"]) == ([], [], [])
    assert found["mastery"][0] == {
        "statement": "tin.u1.k01", "unit": "tin.u1", "part": "knowledge", "mastery": "0", "answers": "0",
        "reason": "untried",
    }  # fmt: skip


def test_every_answer_is_a_row(
    workspace: TinyWorkspace, clock: FakeClock, tables: Callable[[], dict[str, Table]]
) -> None:
    flow = start_practice(workspace, "greeting", seed="1")
    for sure in (True, False, None):
        answer(flow, right=sure is not False)
        if sure is not None:
            flow.state_certainty(sure)
        clock.wait(60)
        flow.confirm()
        flow.next()
    flow.finish()
    found = tables()
    first, second, third = found["responses"]
    assert first == {
        "attempt": flow.attempt, "mode": "practice", "position": "1", "item": drawn(flow)[0], "revision": "1",
        "module": "greeting", "lesson": first["lesson"], "statements": first["statements"],
        "response": "answer=hello", "points": "1", "right": "yes", "certainty": "sure",
        "answered_at": "2026-11-21T08:01:00.000Z", "day": "2026-11-21",
    }  # fmt: skip
    assert (second["points"], second["right"], second["certainty"]) == ("0", "no", "unsure")
    assert third["certainty"] == ""
    (row,) = found["attempts"]
    assert (row["kind"], row["points"], row["maximum"], row["share"]) == ("practice", "2", "4", "0.5")
    assert row["seconds"] == "180"
    assert (row["started_at"], row["pass_mark"], row["passed"]) == ("2026-11-21T08:00:00.000Z", "", "")
    due = {line["item"]: line["due"] for line in found["reviews"]}
    assert due[drawn(flow)[0]] == "2026-11-29"
    assert {line["item"]: line["stability_days"] for line in found["reviews"]} == {
        item: f"{card.stability:.6f}".rstrip("0").rstrip(".") for item, card in cards(workspace).items()
    }


def test_reviews_say_the_day_the_exam_date_leaves(
    workspace: TinyWorkspace, clock: FakeClock, tables: Callable[[], dict[str, Table]]
) -> None:
    practised(workspace, clock, {})
    SettingsFlow(workspace).set_exam_date("2026-11-23")
    assert {line["due"] for line in tables()["reviews"]} == {"2026-11-22"}


def test_of_a_counting_exam_nothing_that_was_chosen_leaves(
    workspace: TinyWorkspace, tables: Callable[[], dict[str, Table]]
) -> None:
    exam = start_exam(workspace, "tin.u1", counting=True)
    answer(exam)
    exam.submit()
    (row,) = tables()["responses"]
    assert (row["mode"], row["response"], row["right"]) == ("counting", "", "yes")


def test_an_attempt_whose_journal_is_gone_keeps_what_is_known(
    workspace: TinyWorkspace, clock: FakeClock, tables: Callable[[], dict[str, Table]]
) -> None:
    flow = practised(workspace, clock, [True])
    journal_path(workspace.store, flow.attempt).unlink()
    (row,) = tables()["responses"]
    assert (row["item"], row["points"], row["response"], row["module"]) == (drawn(flow)[0], "1", "", "")


def test_the_files_are_private_and_nothing_is_overwritten(workspace: TinyWorkspace, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    paths = write_csv(workspace, folder)
    assert [path.name for path in paths] == list(COLUMNS)
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
    assert folder.stat().st_mode & 0o777 == 0o700
    before = [path.read_bytes() for path in paths]
    with pytest.raises(Refused, match="exists already"):
        write_csv(workspace, folder)
    assert [path.read_bytes() for path in paths] == before


def test_a_place_that_cannot_be_written_is_a_sentence(workspace: TinyWorkspace, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputUnreadable, match="cannot be written") as refused:
        write_csv(workspace, tmp_path / "file")
    assert refused.value.exit_code == 3


# -- the form --------------------------------------------------------------------------------------------------------

CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(["=1+1", "+39 06", "-", "@x", "\tx", '"', "a\nb"]),
)


def plain(rows: list[list[str]]) -> list[list[str]]:
    """Without the apostrophe in front that stops a formula."""
    return [[cell.removeprefix("'") for cell in row] for row in rows]


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=5))
def test_texts_come_back_and_are_never_formulas(rows: list[list[str]]) -> None:
    raw = csv_bytes(("a", "b", "c"), rows)
    header, *back = csv.reader(io.StringIO(raw.decode(), newline=""), strict=True)
    assert header == ["a", "b", "c"]
    assert plain(back) == plain(rows)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in back for cell in row)


def test_numbers_are_numbers() -> None:
    raw = csv_bytes(("a",), [[value] for value in (-1, -0.5, 1.0, 1 / 3, 0.0, True, None, 2.5e-9)])
    assert raw.decode().split("\r\n") == ["a", "-1", "-0.5", "1", "0.333333", "0", "yes", '""', "0", ""]


def test_a_day_is_the_learners_own(
    workspace: TinyWorkspace, clock: FakeClock, tables: Callable[[], dict[str, Table]]
) -> None:
    practised(workspace, clock, [True])
    clock.wait(DAY)
    practised(workspace, clock, [True])
    assert {row["day"] for row in tables()["responses"]} == {"2026-11-21", "2026-11-22"}
