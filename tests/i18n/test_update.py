"""The shipped catalogues are complete and in step with the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog

from trainer.content.locate import package_root
from trainer.i18n.catalogue import languages, locales_folder
from trainer.i18n.compiled import catalogue_path
from trainer.i18n.gaps import catalogue_gaps, placeholders
from trainer.i18n.update import KEYWORDS, extract_messages, main, update_language


def test_every_catalogue_is_in_step_with_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("language", languages())
def test_no_gaps(language: str) -> None:
    assert catalogue_gaps(locales_folder(), language) == ()


def test_updating_keeps_translations_and_is_stable(tmp_path: Path) -> None:
    messages = Catalog()
    messages.add("new")
    messages.add("kept")
    path = catalogue_path(tmp_path, "fr")
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "kept"\nmsgstr "gardé"\n\n'
        'msgid "gone"\nmsgstr "parti"\n',
        encoding="utf-8",
    )
    first = update_language(tmp_path, "fr", messages, identity=False)
    assert first.missing == ("«new» is not translated",)
    assert "gardé".encode() in first.after and b"gone" not in first.after
    path.write_bytes(first.after)
    assert not update_language(tmp_path, "fr", messages, identity=False).changed
    assert update_language(tmp_path, "fr", messages, identity=True).missing == ()


def _calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in sorted(package_root().rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in KEYWORDS:
                    yield path, node, name


def test_only_literals_are_marked() -> None:
    found = {m.id for m in extract_messages() if not isinstance(m.id, tuple)}
    for path, call, name in _calls():
        if name == "N_":
            assert isinstance(call.args[0], ast.Constant), f"{path}:{call.lineno}"
            assert call.args[0].value in found, f"{path}:{call.lineno}"


def test_templates_use_plain_names() -> None:
    """Values arrive as text already written in the language, so a format code would fail."""
    for message in extract_messages():
        for text in message.id if isinstance(message.id, tuple) else (message.id,):
            assert all(name.isidentifier() for name in placeholders(text)), text


def test_gaps_are_named(tmp_path: Path) -> None:
    path = catalogue_path(tmp_path, "fr")
    path.parent.mkdir(parents=True)
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a {x}"\nmsgstr "b {y}"\n\n'
        'msgid "c"\nmsgstr ""\n\n#, fuzzy\nmsgid "d"\nmsgstr "e"\n'
    )
    assert catalogue_gaps(tmp_path, "fr") == (
        "«a {x}» and its translation «b {y}» have different placeholders",
        "«c» is not translated",
        "«d» is marked as unsure (fuzzy)",
    )
    assert "cannot be read" in catalogue_gaps(tmp_path, "de")[0]
