"""Compiled catalogues: the ``.mo`` beside the ``.po`` (wheel), else the ``.po`` compiled once and cached (checkout)."""

from __future__ import annotations

import contextlib
import io
import os
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from pathlib import Path

DOMAIN = "trainer"


def catalogue_path(folder: Path, language: str) -> Path:
    """Where the catalogue of ``language`` stands below ``folder``."""
    return folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def load_catalogue(folder: Path, language: str, cache: Path | None) -> NullTranslations:
    """The catalogue of ``language``; an empty one, which answers in the source language, when there is none.

    Compiling takes 75 ms for 1,500 messages against 5 ms for reading ``.mo``, hence the cache; it may be None or
    unwritable, then the catalogue is compiled in memory.
    """
    source = catalogue_path(folder, language)
    shipped = source.with_suffix(".mo")
    with contextlib.suppress(OSError):
        return GNUTranslations(io.BytesIO(shipped.read_bytes()))
    if not source.is_file():
        return NullTranslations()
    kept = _cache_path(source, cache) if cache else None
    if kept:
        # A cached file that was damaged is compiled again.
        with contextlib.suppress(OSError, ValueError, UnicodeDecodeError):
            return GNUTranslations(io.BytesIO(kept.read_bytes()))
    compiled = compile_catalogue(source.read_bytes(), language)
    if kept:
        _keep(kept, compiled)
    return GNUTranslations(io.BytesIO(compiled))


def compile_catalogue(text: bytes, language: str) -> bytes:
    """The ``.mo`` form of a ``.po`` file."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    result = io.BytesIO()
    write_mo(result, read_po(io.BytesIO(text), locale=language))
    return result.getvalue()


def _cache_path(source: Path, cache: Path) -> Path:
    stat = source.stat()
    place = sha256(str(source.resolve()).encode()).hexdigest()[:12]
    return cache / "locales" / f"{place}-{stat.st_size}-{stat.st_mtime_ns}.mo"


def _keep(target: Path, data: bytes) -> None:
    """Write atomically, so that another start never reads half a catalogue. Failing only costs time."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        temporary.write_bytes(data)
        temporary.replace(target)
