"""One contract for both YAML parsers: the same data, or the same refusal at the same line."""

from __future__ import annotations

from pathlib import Path

import pytest

from trainer.content import yamlfile
from trainer.content.yamlfile import YamlProblem, parse_yaml, read_text

DATA = {
    "no: no": {"no": "no"},
    "a: yes": {"a": "yes"},
    "a: on": {"a": "on"},
    "a: True": {"a": True},
    "a: 12:30": {"a": "12:30"},
    "a: 010": {"a": 10},
    "a: 0o10": {"a": 8},
    "a: 0x1F": {"a": 31},
    "a: -5": {"a": -5},
    "a: 1.5": {"a": 1.5},
    "a: 1e3": {"a": 1000.0},
    "a: .inf": {"a": float("inf")},
    "a: 1.2.3": {"a": "1.2.3"},
    "a: '010'": {"a": "010"},
    "a: 2026-01-02": {"a": "2026-01-02"},
    "a: 2026-13-02": {"a": "2026-13-02"},
    "a: '2026-01-02'": {"a": "2026-01-02"},
    "a: 2026-1-2": {"a": "2026-1-2"},
    "a: 2026-01-02T10:00:00Z": {"a": "2026-01-02T10:00:00Z"},
    "a: 10:00:00": {"a": "10:00:00"},
    "a: 1_000": {"a": 1000},
    "a:": {"a": None},
    "a: ~": {"a": None},
    "a: null": {"a": None},
    "a: ''": {"a": ""},
    "1: x": {1: "x"},
    "": None,
    "a: >-\n  x\n  y\n": {"a": "x y"},
    "a: |\n  x\n\n   y\n": {"a": "x\n\n y\n"},
    "a: 'it''s'": {"a": "it's"},
    'a: "\\u00e8"': {"a": "è"},
    "a: Q &A * B": {"a": "Q &A * B"},
    "a: well! done": {"a": "well! done"},
    "a: {it: sì, en: yes}": {"a": {"it": "sì", "en": "yes"}},
    "---\na: 1\n": {"a": 1},
    "- a\n- - b\n": ["a", ["b"]],
    "a: x # note\n# note\n": {"a": "x"},
}

REFUSED = {
    "a: 1\na: 2": (2, "«a» stands twice"),
    "b: 0\nx: {a: 1, a: 2}": (2, "«a» stands twice"),
    "a:\n  - b: 1\n    c: 2\n    b: 3": (4, "«b» stands twice"),
    "a:\n\tb: 1": (2, "a tab"),
    "a: 1\nb:\t2": (2, "a tab"),
    "a: |\n  x\n\ty\n": (3, "a tab"),
    "a:\n  b: 1\n c: 2": (3, "not valid YAML"),
    "a: 'x": (1, "not valid YAML"),
    "a: [1, 2": (1, "not valid YAML"),
    "a: b: c": (1, "not valid YAML"),
    "a: @x": (1, "not valid YAML"),
    "a: 1\nb: &x 1\nc: *x": (2, "anchors"),
    "a: 1\nb: {c: &x 1, d: *x}": (2, "anchors"),
    "a:\n  - *x": (2, "anchors"),
    "a: 1\nb: !!str 5": (2, "tags"),
    "a: !foo 5": (1, "tags"),
    "a: 1\n---\nb: 2": (2, "second document"),
    "a: x\nb: \x01": (2, "control code"),
    "a: x\nb: c\u200bd": (2, "invisible"),
    "a: " + "[" * 2000 + "]" * 2000: (1, "nested too deeply"),
    "\n".join(" " * depth + "a:" for depth in range(200)): (33, "nested too deeply"),
}


@pytest.fixture(params=["yaml-rs", "PyYAML"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "PyYAML":
        monkeypatch.setattr(yamlfile, "yaml_rs", None)
    elif not yamlfile.yaml_rs_is_there():
        pytest.skip("yaml-rs is not installed")
    return str(request.param)


@pytest.mark.parametrize("text", DATA)
def test_both_parsers_read_the_same(text: str, parser: str) -> None:
    data = parse_yaml(text, "x.yaml").data
    assert data == DATA[text]
    assert repr(data) == repr(DATA[text])


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_both_parsers_refuse_the_same_at_the_same_line(text: str, parser: str) -> None:
    line, words = REFUSED[text]
    with pytest.raises(YamlProblem) as caught:
        parse_yaml(text, "x.yaml")
    if "[1, 2" not in text:  # an end that never comes may be seen one line later
        assert caught.value.values["line"] == line
    assert words in str(caught.value)
    assert str(caught.value).startswith("x.yaml:")


def test_a_piece_of_a_file_counts_from_its_first_line(parser: str) -> None:
    with pytest.raises(YamlProblem) as caught:
        parse_yaml("- a: 1\n  a: 2\n", "x.yaml", first_line=101)
    assert caught.value.values["line"] == 102
    assert parse_yaml("- a: 1\n- b: 2\n", "x.yaml", first_line=101).line_of((1, "b")) == 102


def test_a_line_is_found_for_the_deepest_part_of_a_path_that_exists(parser: str) -> None:
    document = parse_yaml("a:\n  - b: 1\n    c: 2\nd: 3\n", "x.yaml")
    assert [document.line_of(path) for path in [("a",), ("a", 0, "c"), ("a", 0, "z"), ("d",), ("z",), ()]] == [
        1, 3, 2, 4, 1, 1,
    ]  # fmt: skip


def test_bytes_that_are_not_utf8_have_their_line(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"a: 1\nb: caff\xe8\n")
    with pytest.raises(YamlProblem, match=r"^x\.yaml:2: not UTF-8"):
        read_text(file, "x.yaml")


def test_windows_line_ends_and_byte_order_mark_are_no_mistake(tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    assert read_text(file) == "a: 1\nb: 2\n"


def test_a_missing_file_is_a_problem_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(YamlProblem, match="cannot be read"):
        read_text(tmp_path / "none.yaml")
