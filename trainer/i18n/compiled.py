# ruff: noqa: PTH118, PTH123 - pathlib takes 4 ms to import, which `trainer --help` waits for
"""Compiled catalogues: the ``.mo`` beside the ``.po`` (wheel), else the ``.po`` compiled once and cached (checkout)."""

from __future__ import annotations

import contextlib
import os
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from trainer.i18n.looked_up import LookedUp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "trainer"


def catalogue_path(folder: str | Path, language: str) -> Path:
    """Where the catalogue of ``language`` stands below ``folder``."""
    from pathlib import Path

    return Path(folder, language, "LC_MESSAGES", f"{DOMAIN}.po")


def shipped_catalogue(folder: str | Path, language: str) -> str:
    """Where a wheel carries the catalogue of ``language`` compiled."""
    return os.path.join(folder, language, "LC_MESSAGES", f"{DOMAIN}.mo")


def load_catalogue(folder: str | Path, language: str, cache: Path | None) -> NullTranslations:
    """The catalogue of ``language``; an empty one, which answers in the source language, when there is none.

    Compiling takes 75 ms for 1,500 messages against 5 ms for reading ``.mo``, hence the cache; it may be None or
    unwritable, then the catalogue is compiled in memory.
    """
    with contextlib.suppress(OSError), open(shipped_catalogue(folder, language), "rb") as file:
        return LookedUp(file)
    source = catalogue_path(folder, language)
    return _from_cache(source, language, cache) if source.is_file() else NullTranslations()


def _from_cache(source: Path, language: str, cache: Path | None) -> NullTranslations:
    kept = _cache_path(source, cache) if cache else None
    if kept:
        # A cached file that was damaged is compiled again.
        with contextlib.suppress(OSError, ValueError, UnicodeDecodeError), kept.open("rb") as file:
            return GNUTranslations(file)
    compiled = compile_catalogue(source.read_bytes(), language)
    if kept:
        _keep(kept, compiled)
    return GNUTranslations(BytesIO(compiled))


def compile_catalogue(text: bytes, language: str) -> bytes:
    """The ``.mo`` form of a ``.po`` file."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    result = BytesIO()
    write_mo(result, read_po(BytesIO(text), locale=language))
    return result.getvalue()


def _cache_path(source: Path, cache: Path) -> Path:
    from hashlib import sha256

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
