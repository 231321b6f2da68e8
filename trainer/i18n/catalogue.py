"""The translator every front end speaks through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from trainer.content.locate import shipped_root
from trainer.i18n.compiled import load_catalogue
from trainer.kernel.problems import Problem
from trainer.kernel.text import in_language

#: Holds the code of the language messages are written in, beside the folders of languages.
SOURCE_FILE = "SOURCE"


def locales_folder() -> Path:
    """The shipped ``locales`` folder."""
    return shipped_root() / "locales"


def languages(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages the program speaks, the source language last."""
    folder = folder or locales_folder()
    source = source_language(folder)
    found = sorted(path.name for path in folder.iterdir() if (path / "LC_MESSAGES").is_dir())
    return tuple(sorted(found, key=lambda code: code == source))


def source_language(folder: Path | None = None) -> str:
    """The language messages are written in."""
    return ((folder or locales_folder()) / SOURCE_FILE).read_text(encoding="utf-8").strip()


class Translator:
    """Messages in one language, switchable at run time: who holds it asks again when shown again.

    ``cache`` is the folder where a checkout's catalogues are kept compiled.
    """

    def __init__(self, language: str, *, folder: Path | None = None, cache: Path | None = None) -> None:
        self._folder = folder or locales_folder()
        self._cache = cache
        self._source = source_language(self._folder)
        self.switch(language)

    @property
    def language(self) -> str:
        return self._language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it can switch to."""
        return languages(self._folder)

    def switch(self, language: str) -> None:
        """Speak ``language`` from now on; one without a catalogue is answered in the source language."""
        self._language = language
        self._catalogue = load_catalogue(self._folder, language, self._cache)

    def _(self, message: str, /, **values: object) -> str:
        """``message`` translated; with ``values``, its ``{names}`` filled in, written as the language does."""
        text = self._catalogue.gettext(message)
        return self._filled(text, values) if values else text

    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form for ``count``, which also fills ``{count}``."""
        text = self._catalogue.ngettext(one, many, count)
        return self._filled(text, {"count": count, **values})

    def translate(self, problem: Problem) -> str:
        """The sentence of a problem."""
        return self._(problem.template, **problem.values)

    def text(self, text: Mapping[str, str]) -> str:
        """A text by language, in the interface's language or the first it has."""
        return in_language(text, self._language, self._source)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return text.format(**{name: self._written(value) for name, value in values.items()})

    def _written(self, value: object) -> str:
        """A value as the language writes it. Whole numbers stay plain: most are lines, formats and small counts."""
        match value:
            case str() | int():
                return str(value)
            case float() | Decimal() | Fraction():
                from trainer.i18n.numbers import decimal

                return decimal(float(value), self._language)
            case date():
                from trainer.i18n.dates import day

                return day(value, self._language)
            case Problem():
                return self.translate(value)
            case Mapping():
                return self.text(value)
            case tuple() | list():
                return ", ".join(self._written(part) for part in value)
            case _:
                return str(value)


def system_language(environment: Mapping[str, str], known: tuple[str, ...]) -> str:
    """The first of the environment's languages that is ``known``, else the last known (the source language)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in known:
            return code
    return known[-1]
