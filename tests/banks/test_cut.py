"""Cutting a bank at its items finds what a parser of the whole file finds, at the same lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer.banks import cut
from trainer.banks.cut import RawItem, cut_bank
from trainer.content.yamlfile import YamlProblem, parse_yaml

FIELDS = st.sampled_from(
    [
        "stem: plain",
        "stem: |\n  - a dash in a block\n  # no comment",
        "options:\n- id: a\n- id: b",
        "options:\n  - id: a\n\n  - id: b",
        "# a comment",
        "text: {it: sì, en: 'yes'}",
        "",
    ]
)


def pieces(path: Path) -> tuple[bytes, list[RawItem]]:
    found = list(cut_bank(path, "bank.yaml"))
    assert found[0].header is not None
    return found[0].header, [item for piece in found for item in piece.items]


@given(
    items=st.lists(st.lists(FIELDS, max_size=4, unique=True), max_size=8),
    indent=st.sampled_from(["", "  "]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_items_are_those_of_the_whole_file(
    tmp_path_factory: pytest.TempPathFactory, items: list[list[str]], indent: str, end: str
) -> None:
    lines = ["version: 1", "# about items:", "module: x", "items:"]
    for number, fields in enumerate(items):
        lines.append(f"{indent}- id: i{number}")
        seen = set()
        for field in fields:
            key = field.split(":")[0]
            if key not in seen:
                lines += [f"{indent}  {line}" if line else "" for line in field.split("\n")]
            seen.add(key)
    text = "\n".join(lines) + "\n"
    path = tmp_path_factory.mktemp("bank") / "bank.yaml"
    path.write_bytes(text.replace("\n", end).encode())
    header, found = pieces(path)
    whole = parse_yaml(text, "bank.yaml")
    wanted = whole.data["items"] or []
    assert parse_yaml(header.decode().replace("\r", ""), "bank.yaml").data == {"version": 1, "module": "x"}
    assert [item.line for item in found] == [whole.line_of(("items", index)) for index in range(len(wanted))]
    assert [parse_yaml(item.raw.decode().replace("\r", ""), "").data[0] for item in found] == wanted


def test_pieces_hold_a_limited_number_of_items(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "PIECE_ITEMS", 3)
    path = tmp_path / "bank.yaml"
    path.write_text("version: 1\nitems:\n" + "".join(f"- id: i{n}\n" for n in range(8)), encoding="utf-8")
    assert [len(piece.items) for piece in cut_bank(path, "")] == [0, 3, 3, 2]


def test_a_digest_follows_the_text_of_its_item_only(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    digests = []
    for text in ("- id: a\n- id: b\n", "- id: c\n- id: b\n\n\n", "- id: c\n  x: 1\n- id: b"):
        path.write_text("items:\n" + text, encoding="utf-8")
        digests.append([item.digest for item in pieces(path)[1]])
    assert digests[0][1] == digests[1][1] == digests[2][1]
    assert len({row[0] for row in digests}) == 3


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("version: 1\nmodule: x\n", 2, "«items:» is missing"),
        ("", 1, "«items:» is missing"),
        ("version: 1\nitems: [{id: a}]\n", 2, "write «items:» alone"),
        ("items:\n- id: a\nversion: 1\n", 3, "only items"),
        ("items:\n  id: a\n", 2, "only items"),
        ("items:\n    - id: a\n", 2, "only items"),
        ("items:\n- id: a\nitems:\n- id: b\n", 3, "only items"),
    ],
)
def test_what_cannot_be_cut_is_refused_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = tmp_path / "bank.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(YamlProblem, match=words) as caught:
        list(cut_bank(path, "bank.yaml"))
    assert caught.value.values["line"] == line


def test_too_many_items_are_refused_before_any_is_read(tmp_path: Path) -> None:
    path = tmp_path / "bank.yaml"
    body = "  - id: x\n    options:\n      - id: a\n" + "    # " + "x" * 80 + "\n"
    path.write_text("items:\n" + body * (cut.MAX_ITEMS + 1), encoding="utf-8")
    with pytest.raises(YamlProblem, match=r"10001 items; a bank holds at most 10000\. Split it"):
        next(iter(cut_bank(path, "bank.yaml")))
    path.write_text("items:\n" + body * cut.MAX_ITEMS, encoding="utf-8")
    assert len(pieces(path)[1]) == cut.MAX_ITEMS


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "MAX_BYTES", 10)
    path = tmp_path / "bank.yaml"
    path.write_text("items:\n- id: a\n", encoding="utf-8")
    with pytest.raises(YamlProblem, match="larger than 30 MB; split it"):
        list(cut_bank(path, "bank.yaml"))
