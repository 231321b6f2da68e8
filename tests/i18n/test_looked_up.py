"""A catalogue read message by message says what the whole one says."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from pathlib import Path

import pytest

from trainer.i18n.catalogue import languages, locales_folder
from trainer.i18n.compiled import catalogue_path, compile_catalogue
from trainer.i18n.looked_up import LookedUp


@pytest.fixture(params=languages())
def compiled(request: pytest.FixtureRequest) -> bytes:
    source = Path(catalogue_path(locales_folder(), request.param))
    if not source.is_file():
        pytest.skip("the source language has no catalogue of its own here")
    return compile_catalogue(source.read_bytes(), request.param)


def test_every_message_and_every_plural(compiled: bytes) -> None:
    whole, looked_up = GNUTranslations(io.BytesIO(compiled)), LookedUp(io.BytesIO(compiled))
    known = whole._catalog  # type: ignore[attr-defined] # the very map that is not read here
    assert len(known) > 1000
    for key, text in known.items():
        if isinstance(key, tuple):
            assert looked_up.ngettext(key[0], "many", 1 if key[1] == 0 else 5) == text
        else:
            assert looked_up.gettext(key) == text
    plurals = {key[0] for key in known if isinstance(key, tuple)}
    for one in plurals:
        for count in (0, 1, 2, 1_000_000):
            assert looked_up.ngettext(one, "many", count) == whole.ngettext(one, "many", count)
        assert looked_up.gettext(one) == whole.gettext(one)


@pytest.mark.parametrize("message", ["", " ", "No such message.", "Z", "zzzz", "Ü", "\x00"])
def test_what_is_not_there(compiled: bytes, message: str) -> None:
    whole, looked_up = GNUTranslations(io.BytesIO(compiled)), LookedUp(io.BytesIO(compiled))
    assert looked_up.gettext(message) == whole.gettext(message)
    assert looked_up.ngettext(message, message + "s", 2) == whole.ngettext(message, message + "s", 2)


@pytest.mark.parametrize("length", [0, 3, 19, 20, 200, 20_000, -1])
def test_a_cut_file_is_refused(compiled: bytes, length: int) -> None:
    with pytest.raises(OSError, match="corrupt"):
        LookedUp(io.BytesIO(compiled[:length]))


def test_another_file_is_refused() -> None:
    with pytest.raises(OSError, match="corrupt"):
        LookedUp(io.BytesIO(b"no catalogue at all, though long enough for a head"))
