"""Whatever happens to a content file, compiling ends: the rest is there and every flaw points into a file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fixtures import TINY
from trainer.catalogue.index import open_or_build

FILES = sorted(path.relative_to(TINY) for path in TINY.rglob("*") if path.is_file())
HARM = st.sampled_from(
    [
        lambda lines, at: lines[:at] + lines[at + 1 :],
        lambda lines, at: [*lines[: at + 1], *lines[at:]],
        lambda lines, at: lines[:at],
        lambda lines, at: [*lines[:at], b"\t" + lines[at], *lines[at + 1 :]],
        lambda lines, at: [*lines[:at], b"  " + lines[at], *lines[at + 1 :]],
        lambda lines, at: [*lines[:at], lines[at].lstrip(b" "), *lines[at + 1 :]],
        lambda lines, at: [*lines[:at], b"\xff\xfe", *lines[at:]],
        lambda lines, at: [*lines[:at], b"]}: [x: &", *lines[at:]],
        lambda lines, at: [*lines[:at], b"- 1", *lines[at:]],
        lambda lines, at: [*lines[:at], lines[at].replace(b": ", b": 1 #"), *lines[at + 1 :]],
        lambda lines, at: [*lines[:at], lines[at].replace(b"1", b"2"), *lines[at + 1 :]],
    ]
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damage")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(file=st.sampled_from(FILES), harms=st.lists(st.tuples(HARM, st.integers(0, 400)), min_size=1, max_size=3))
def test_compiling_always_ends_and_flaws_point_into_files(place: Path, file: Path, harms: list) -> None:  # type: ignore[type-arg]  # (function, line)
    root = place / "content"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(TINY, root)
    lines = (root / file).read_bytes().split(b"\n")
    for harm, at in harms:
        lines = harm(lines, at % len(lines)) or [b""]
    (root / file).write_bytes(b"\n".join(lines))
    catalogue = open_or_build([root], place / "cache")
    try:
        for flaw in catalogue.flaws:
            assert flaw.message
            raw = (root / flaw.file).read_bytes() if (root / flaw.file).exists() else b""
            assert 1 <= flaw.line <= raw.count(b"\n") + 2
        if file.parts[0] == "question_banks":
            assert len(catalogue.modules()) == 3
        assert isinstance(catalogue.strata(["greeting"], ["none"]), dict)
        for row in catalogue.modules():
            for lesson in catalogue.lessons(row.slug):
                assert catalogue.lesson(row.slug, lesson.id)
    finally:
        catalogue.close()
