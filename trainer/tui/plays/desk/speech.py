"""How a desk's texts are said: labels as the learner reads them, days and times as the language writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_
from trainer.tui.shown import texts_shown

if TYPE_CHECKING:
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

_NO_SOURCES: Mapping[str, LocalText] = {}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

#: The lists in the order of their number keys: the word on the tab, and what the list holds.
LISTS = {
    "inbox": (N_("Inbox"), N_("what has come in")),
    "tickets": (N_("Requests"), N_("what was registered")),
    "customers": (N_("Customers"), N_("their cards")),
    "records": (N_("Records"), N_("contracts, orders and the like")),
    "articles": (N_("Guides"), N_("the knowledge base: procedures, law, prices")),
    "forms": (N_("Forms"), N_("forms and reports")),
    "outbox": (N_("Sent"), N_("what has left the desk")),
    "archive": (N_("Archive"), N_("what was filed")),
}
#: Lists with a search.
SEARCHED = ("customers", "records", "articles")
#: Sign, style and word of what stands in a list.
STATES = {
    "new": ("●", "bold $accent", N_("new")),
    "read": ("○", "$quiet", N_("read")),
    "answered": ("✓", "$success", N_("answered")),
    "left": ("✗", "$error", N_("has left")),
    "open": ("○", "", N_("still open")),
    "closed": ("✓", "$quiet", N_("closed")),
    "form": ("·", "$quiet", N_("form")),
    "report": ("·", "$quiet", N_("report")),
    "procedure": ("·", "$quiet", N_("procedure")),
    "law": ("·", "$quiet", N_("law")),
    "prices": ("·", "$quiet", N_("prices")),
    "article": ("·", "$quiet", N_("article")),
    "replied": ("→", "$quiet", N_("reply")),
    "filled": ("→", "$quiet", N_("form")),
    "reported": ("→", "$quiet", N_("report")),
}
CHANNELS = {
    "mail": N_("e-mail"),
    "letter": N_("letter"),
    "phone": N_("telephone"),
    "chat": N_("chat"),
    "counter": N_("counter"),
    "internal": N_("internal"),
}


class Speech:
    """``shown`` is the language of labels on screen, or ``both``; ``voice`` the one that is spoken, which stays.

    ``sources`` are citations by id.
    """

    def __init__(
        self,
        words: Translator,
        shown: str,
        languages: Sequence[str],
        voice: str,
        sources: Mapping[str, LocalText] = _NO_SOURCES,
    ) -> None:
        self.words, self.shown, self.languages, self.voice = words, shown, tuple(languages), voice
        self._sources = sources
        #: As they were written, by the language, which changes under way.
        self._days: dict[tuple[str, str, str], str] = {}

    @property
    def key(self) -> tuple[object, ...]:
        """What everything that is said depends on."""
        return (self.words.language, self.shown, self.languages, self.voice)

    def _(self, message: str, /, **values: object) -> str:
        """Words of the interface."""
        return self.words._(message, **values)

    def label(self, text: LocalText) -> str:
        """A label, a title or a value in one line: in one language, or in both."""
        return " / ".join(" ".join(one.split()) for one in texts_shown(text, self.shown, self.languages))

    @staticmethod
    def spoken(text: LocalText) -> str:
        """What is said or written at the desk, as it is."""
        return next(iter(text.values()), "")

    @staticmethod
    def line(text: LocalText) -> str:
        """The same in one line."""
        return " ".join(Speech.spoken(text).split())

    def source(self, fact: str) -> str:
        """A source as it is cited; its id where no citation came with the exercise."""
        return self.label(self._sources[fact]) if fact in self._sources else fact

    def today(self, iso: str) -> str:
        """The desk's day: ``lun 30 nov``."""
        return self._dated("weekday_and_day", iso)

    def day(self, iso: str) -> str:
        """A day with its year; whatever is no day stays as it is."""
        return self._dated("day", iso)

    def whole_day(self, iso: str) -> str:
        """A day that cannot be misread."""
        return self._dated("whole_day", iso)

    def month(self, day: date) -> str:
        """A month and its year."""
        from trainer.i18n.dates import month_and_year

        return month_and_year(day, self.words.language)

    def dated(self, text: str) -> str:
        """A text with the days in it as the language writes them."""
        return _DAY.sub(lambda found: self.day(found[0]), text)

    def _dated(self, how: str, iso: str) -> str:
        if _DAY.fullmatch(iso) is None:
            return iso
        known = (self.words.language, how, iso)
        found = self._days.get(known)
        if found is None:
            from trainer.i18n import dates

            found = getattr(dates, how)(date.fromisoformat(iso), self.words.language)
            self._days[known] = found
        return str(found)

    @staticmethod
    def minutes(seconds: float) -> str:
        """A time that has passed: ``1:05``."""
        whole = int(seconds)
        hours, rest = divmod(whole, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
