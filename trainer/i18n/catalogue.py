# ruff: noqa: PTH112, PTH113, PTH118, PTH123, PTH208 - pathlib takes 4 ms to import, which `trainer --help` waits for
"""The translator every front end speaks through. Imports next to nothing: every command waits for it."""

from __future__ import annotations

import os

from trainer.content.locate import shipped_folder
from trainer.i18n.compiled import load_catalogue, shipped_catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from trainer.kernel.problems import Problem

#: Holds the code of the language messages are written in, beside the folders of languages.
SOURCE_FILE = "SOURCE"


def locales_folder() -> str:
    """The shipped ``locales`` folder."""
    return shipped_folder("locales")


def languages(folder: str | Path | None = None) -> tuple[str, ...]:
    """Codes of the languages the program speaks, the source language last."""
    folder = folder or locales_folder()
    source = source_language(folder)
    found = sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name, "LC_MESSAGES")))
    return tuple(sorted(found, key=lambda code: code == source))


def source_language(folder: str | Path | None = None) -> str:
    """The language messages are written in."""
    with open(os.path.join(folder or locales_folder(), SOURCE_FILE), encoding="utf-8") as file:
        return file.read().strip()


def needs_cache(language: str) -> bool:
    """Whether the shipped catalogue of ``language`` must be compiled first: in a checkout, not in a wheel."""
    return not os.path.isfile(shipped_catalogue(locales_folder(), language))


class Translator:
    """Messages in one language, switchable at run time: who holds it asks again when shown again.

    ``cache`` is the folder where a checkout's catalogues are kept compiled.
    """

    def __init__(self, language: str, *, folder: str | Path | None = None, cache: Path | None = None) -> None:
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
        """A text by language, in the interface's language or the first it has; one under "" is a message of ours."""
        from trainer.kernel.text import in_language

        if own := text.get("") if len(text) == 1 else None:
            return self._(own)
        return in_language(text, self._language, self._source)

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return text.format(**{name: self._written(value) for name, value in values.items()})

    def _written(self, value: object) -> str:
        if isinstance(value, str | int):
            return str(value)
        from trainer.i18n.values import written

        return written(value, self)


def system_language(environment: Mapping[str, str], known: tuple[str, ...]) -> str:
    """The first of the environment's languages that is ``known``, else the last known (the source language)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in known:
            return code
    return known[-1]
