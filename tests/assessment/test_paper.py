"""A frozen paper keeps everything, under a name made of its content."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import a_paper, a_practice, an_item
from trainer.assessment.paper import EXERCISE_FORMAT, Paper, from_bytes, paper_digest, to_bytes, to_data
from trainer.kernel.problems import StorageUnusable, StoreDamaged


@pytest.mark.parametrize("paper", [a_paper(), a_practice(), a_paper([]), a_paper(seed="\udcff")])
def test_a_paper_comes_back_equal(paper: Paper) -> None:
    back = from_bytes(to_bytes(paper), "paper.json")
    assert back == paper
    assert to_bytes(back) == to_bytes(paper)
    assert all(back.item(p) == paper.item(p) for p in range(len(paper.items)))


def test_the_name_changes_with_anything() -> None:
    paper = a_paper()
    others = [a_paper(seed="8"), a_paper(as_of="2026-11-22"), a_paper(minutes=24), replace(paper, items=()),
              a_paper([an_item(revision=2)]), a_paper([an_item()])]  # fmt: skip
    assert len({paper_digest(other) for other in [paper, *others]}) == 7
    assert paper_digest(a_paper()) == paper_digest(paper)


def test_what_is_presented_differs_by_attempt_in_tokens_only() -> None:
    paper = a_paper()
    one, other = paper.present(0, "attempt-1"), paper.present(0, "attempt-2")
    assert [o.text for o in one.groups[0].options] == [o.text for o in other.groups[0].options]
    assert not {o.token for o in one.groups[0].options} & {o.token for o in other.groups[0].options}


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"[]", b"7", b'"paper"', b"{}", b'{"format": 1}', b'{"format": 1, "sections": [], "items": []}',
     b'{"format": 1, "sections": [7], "items": []}', b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_paper_is_refused(raw: bytes) -> None:
    with pytest.raises(StoreDamaged, match=r"paper\.json is damaged"):
        from_bytes(raw, "paper.json")


def test_a_paper_of_a_newer_version_is_refused_as_such() -> None:
    data: dict[str, Any] = {**to_data(a_paper()), "format": EXERCISE_FORMAT + 1, "mood": "calm"}
    with pytest.raises(StorageUnusable, match="newer version") as refused:
        from_bytes(json.dumps(data).encode(), "paper.json")
    assert refused.value.exit_code == 6
