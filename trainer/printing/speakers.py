"""The languages of a page: the same sentence in each of them, and texts of content chosen likewise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from trainer.i18n import dates, numbers
from trainer.i18n.catalogue import Translator


class Speakers:
    """Translators for the languages of a page, in the page's order. ``cache``: see :class:`Translator`."""

    def __init__(self, languages: Sequence[str], cache: Path | None = None) -> None:
        self.languages = tuple(languages)
        self._translators = tuple(Translator(language, cache=cache) for language in languages)

    def say(self, message: str, /, **values: object) -> tuple[str, ...]:
        """A message in each language."""
        return tuple(speaker._(message, **values) for speaker in self._translators)

    def ngettext(self, one: str, many: str, count: int) -> tuple[str, ...]:
        """A message with a number in each language."""
        return tuple(speaker.ngettext(one, many, count) for speaker in self._translators)

    def label(self, message: str, /, **values: object) -> str:
        """A heading or label in all languages on one line."""
        return together(self.say(message, **values))

    def texts(self, text: Mapping[str, str]) -> tuple[str, ...]:
        """A text of content in each language."""
        return tuple(speaker.text(text) for speaker in self._translators)

    def joined(self, text: Mapping[str, str]) -> str:
        """A short text of content in all languages on one line."""
        return together(self.texts(text))

    def days(self, iso: str) -> tuple[str, ...]:
        """An ISO day (or moment: its day) in each language."""
        return tuple(dates.day(date.fromisoformat(iso[:10]), language) for language in self.languages)

    def day(self, iso: str) -> str:
        """A day that every language reads alike: the language's own where there is one, else the ISO day."""
        return self.days(iso)[0] if len(self.languages) == 1 else iso[:10]

    def percents(self, share: float) -> str:
        """A share in whole per cent, the same for all languages."""
        return numbers.percent(share, self.languages[0])

    def decimal(self, value: float) -> str:
        """A number with at most two decimals; as the first language writes it."""
        return numbers.decimal(value, self.languages[0])


def together(texts: Sequence[str]) -> str:
    """Each text once, parted by a stroke."""
    return " / ".join(dict.fromkeys(texts))
