"""Folders and zip archives somebody hands over: what is taken, what is left, and what is refused with a reason."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures import DEMO
from trainer.content import archive as archives
from trainer.content import bundle as bundles
from trainer.content.bundle import Bundle, BundleRefused, open_bundle
from trainer.content.yamlfile import MAX_BYTES

FILE = "courses/RELEASE"


def packed(target: Path, members: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = 8) -> Path:
    with zipfile.ZipFile(target, "w", method) as made:
        for name, data in members:
            made.writestr(name, data)
    return target


def a_zip(tmp_path: Path, *names: str) -> Path:
    return packed(tmp_path / "x.zip", [(name, b"version: 1\n") for name in names])


def contents(bundle: Bundle) -> dict[str, bytes]:
    return {path: bundle.read(path) for path in bundle.sizes}


def taken(source: Path) -> dict[str, bytes]:
    with open_bundle(source) as bundle:
        return contents(bundle)


def refusal(source: Path) -> str:
    with pytest.raises(BundleRefused) as refused:
        taken(source)
    assert refused.value.exit_code == 3
    return str(refused.value)


DEMO_FILES = {path.relative_to(DEMO).as_posix(): path.read_bytes() for path in DEMO.rglob("*") if path.is_file()}


def test_a_folder_and_its_archive_hold_the_same(tmp_path: Path) -> None:
    assert taken(DEMO) == DEMO_FILES
    assert taken(packed(tmp_path / "flat.zip", DEMO_FILES.items())) == DEMO_FILES
    wrapped = [(f"demo-main/{name}", data) for name, data in DEMO_FILES.items()]
    assert taken(packed(tmp_path / "wrapped.zip", [*wrapped, ("__MACOSX/demo-main/._x", b"")])) == DEMO_FILES


def test_what_is_no_content_is_left_out_and_named(tmp_path: Path) -> None:
    names = (
        FILE,
        "question_banks/a.yaml",
        "question_banks/a.txt",
        "courses/.hidden.yaml",
        "README.md",
        "a/courses/x.md",
    )
    with open_bundle(a_zip(tmp_path, *names)) as bundle:
        assert list(bundle.sizes) == [FILE, "question_banks/a.yaml"]
        assert {"README.md", "question_banks/a.txt"} <= set(bundle.left_out)
    folder = tmp_path / "folder"
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")
    with open_bundle(folder) as bundle:
        assert list(bundle.sizes) == [FILE, "question_banks/a.yaml"]
        assert bundle.left_out == ("README.md", "a", "question_banks/a.txt")


# -- refusals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["/courses/a.yaml", "../courses/a.yaml", "courses/../../a.yaml", "courses//a.yaml", "courses\\a.yaml", "c:/a.yaml",
     "./courses/a.yaml", "courses/a\x1b[2J.yaml", "courses/a\u202e.yaml", "courses/" + "a" * 400 + ".yaml",
     "courses/a.yaml\x00.txt", "courses/a\n.yaml"],
)  # fmt: skip
def test_paths_that_lead_elsewhere(tmp_path: Path, name: str) -> None:
    member = zipfile.ZipInfo("placeholder")
    member.filename = name
    told = refusal(packed(tmp_path / "x.zip", [(FILE, b"2026.1\n2026-11-21\n"), (member, b"version: 1\n")]))
    assert "leads elsewhere" in told and "\x1b" not in told and "\u202e" not in told


def test_links_and_devices(tmp_path: Path) -> None:
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR):
        link = zipfile.ZipInfo("courses/sources.yaml")
        link.external_attr = (kind | 0o777) << 16
        assert "plain files" in refusal(packed(tmp_path / "x.zip", [(link, b"/etc/passwd")]))
    folder = tmp_path / "folder"
    (folder / "courses").mkdir(parents=True)
    (folder / "courses/sources.yaml").symlink_to("/etc/passwd")
    assert "courses/sources.yaml" in refusal(folder)
    (folder / "courses/sources.yaml").unlink()
    (folder / "courses/RELEASE").write_text("2026.1\n2026-11-21\n")
    (folder / "question_banks").symlink_to(tmp_path)
    assert "question_banks" in refusal(folder)
    (folder / "question_banks").unlink()
    (folder / "courses/modules").symlink_to(tmp_path)
    assert "courses/modules" in refusal(folder)
    (folder / "courses/modules").unlink()
    os.mkfifo(folder / "courses/waits.yaml")
    assert "courses/waits.yaml" in refusal(folder)


def test_twice_the_same_name(tmp_path: Path) -> None:
    for names in (["courses/a.yaml", "courses/A.yaml"], ["courses/a.yaml", "courses/a.yaml/b.yaml"]):
        assert "twice" in refusal(a_zip(tmp_path, *names))
    with pytest.warns(UserWarning, match="Duplicate name"):
        same = a_zip(tmp_path, "courses/a.yaml", "courses/a.yaml")
    assert "twice" in refusal(same)


def test_no_content_and_no_archive(tmp_path: Path) -> None:
    assert "no content" in refusal(a_zip(tmp_path, "readme.md"))
    (tmp_path / "empty").mkdir()
    assert "no content" in refusal(tmp_path / "empty")
    assert "no such file" in refusal(tmp_path / "nowhere")
    plain = tmp_path / "plain.zip"
    plain.write_bytes(b"not a zip at all")
    assert "neither a folder nor a zip" in refusal(plain)
    os.mkfifo(tmp_path / "pipe.zip")
    assert "neither a folder nor a zip" in refusal(tmp_path / "pipe.zip")


def test_an_archive_that_swells(tmp_path: Path) -> None:
    swelling = packed(tmp_path / "x.zip", [(f"courses/{n}.md", b"0" * 4_000_000) for n in range(10)])
    assert "unpacks to" in refusal(swelling)


def test_members_that_share_their_bytes(tmp_path: Path) -> None:
    """Each entry of the directory points to the same member: small to send, endless to unpack."""
    data = os.urandom(200_000)
    raw = bytearray(packed(tmp_path / "x.zip", [("courses/a0.md", data), ("courses/a1.md", b"x")], 0).read_bytes())
    second = raw.rindex(b"PK\x01\x02")
    first = raw.index(b"PK\x01\x02")
    raw[second + 20 : second + 28] = raw[first + 20 : first + 28]
    raw[second + 16 : second + 20] = raw[first + 16 : first + 20]
    raw[second + 42 : second + 46] = struct.pack("<I", 0)
    (tmp_path / "x.zip").write_bytes(raw)
    refusal(tmp_path / "x.zip")


def test_a_member_that_lies_about_its_size(tmp_path: Path) -> None:
    raw = bytearray(packed(tmp_path / "x.zip", [(FILE, b"a" * 3000)]).read_bytes())
    place = raw.rindex(b"PK\x01\x02") + 24
    raw[place : place + 4] = struct.pack("<I", 10)
    (tmp_path / "x.zip").write_bytes(raw)
    assert "damaged or longer than it says" in refusal(tmp_path / "x.zip")


def test_a_member_whose_bytes_changed(tmp_path: Path) -> None:
    raw = bytearray(packed(tmp_path / "x.zip", [(FILE, b"2026.1\n2026-11-21\n")], 0).read_bytes())
    raw[raw.index(b"2026.1")] = ord("9")
    (tmp_path / "x.zip").write_bytes(raw)
    assert "damaged" in refusal(tmp_path / "x.zip")


def test_encrypted_and_unknown_packing(tmp_path: Path) -> None:
    raw = bytearray(a_zip(tmp_path, FILE).read_bytes())
    place = raw.rindex(b"PK\x01\x02")
    encrypted, method = raw.copy(), raw.copy()
    encrypted[place + 8] |= 1
    method[place + 10] = 97
    for broken in (encrypted, method):
        (tmp_path / "x.zip").write_bytes(broken)
        assert "encrypted or packed" in refusal(tmp_path / "x.zip")


def test_too_many_too_long_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = packed(tmp_path / "x.zip", DEMO_FILES.items())
    for place in (bundles, archives):
        monkeypatch.setattr(place, "MOST_BYTES", 10_000)
    assert "unpacks to" in refusal(source)
    assert "MB at most" in refusal(DEMO)
    monkeypatch.undo()
    monkeypatch.setattr(bundles, "MOST_FILES", 3)
    assert f"{len(DEMO_FILES)} content files" in refusal(DEMO)
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    assert f"{len(DEMO_FILES)} files" in refusal(source)
    monkeypatch.setattr(archives, "MOST_DIRECTORY_BYTES", 100)
    assert "can be read" in refusal(source)


def test_a_file_above_the_limit_of_banks(tmp_path: Path) -> None:
    (tmp_path / "question_banks").mkdir()
    with (tmp_path / "question_banks/huge.yaml").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert "larger than 30 MB" in refusal(tmp_path)


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "courses").mkdir()
    (tmp_path / FILE).write_bytes(b"2026.1\n")
    with open_bundle(tmp_path) as bundle:
        (tmp_path / FILE).write_bytes(b"2026.1\n2026-11-21\n")
        with pytest.raises(BundleRefused, match="changed while"):
            bundle.read(FILE)


def _cut(raw: bytes, at: int, value: int) -> bytes:
    return raw[:at]


def _flipped(raw: bytes, at: int, value: int) -> bytes:
    return raw[:at] + bytes([value]) + raw[at + 1 :]


@given(place=st.floats(0, 1, exclude_max=True), value=st.integers(0, 255), spoil=st.sampled_from([_cut, _flipped]))
def test_a_spoilt_archive_gives_the_same_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, place: float, value: int, spoil: Callable[[bytes, int, int], bytes]
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    files = {FILE: b"2026.1\n2026-11-21\n", "question_banks/a.yaml": b"version: 1\n" * 20}
    raw = packed(folder / "x.zip", files.items()).read_bytes()
    (folder / "x.zip").write_bytes(spoil(raw, int(place * len(raw)), value))
    try:
        found = taken(folder / "x.zip")
    except BundleRefused:
        return
    # A changed name may make a file no content; a file that is taken holds what it held.
    assert set(found.values()) <= set(files.values())
