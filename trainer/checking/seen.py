"""Items as rules see them: lists and texts by their place in the file, each in one language with its word list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trainer.checking.findings import Severity
from trainer.checking.parts import ItemParts, Place, SeenList, take_apart
from trainer.checking.quantities import Quantity, quantity
from trainer.checking.wording import negations, plain, question
from trainer.checking.words import WordList, words_of
from trainer.content.yamlfile import Document
from trainer.items.base import Item
from trainer.items.kinds.gaps import Gaps
from trainer.kernel.text import LocalText


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: a finding without its rule. ``item`` is set where the item may accept it."""

    file: str
    line: int
    template: str
    values: Mapping[str, object]
    severity: Severity | None = None
    item: SeenItem | None = None


def at(document: Document, place: Place, template: str, severity: Severity | None = None, /, **values: object) -> Hit:
    """A hit at a place of a YAML file."""
    return Hit(document.name, document.line_of(place), template, values, severity)


@dataclass(frozen=True)
class SeenItem:
    """An item of a bank, or a check question (then ``check_of`` names its lesson)."""

    item: Item
    file: str
    module: str
    line_of: Callable[[Place], int]
    check_of: str = ""

    def hit(self, place: Place, template: str, severity: Severity | None = None, /, **values: object) -> Hit:
        """A hit at a place of this item."""
        return Hit(self.file, self.line_of(place), template, values, severity, self)

    @cached_property
    def _parts(self) -> ItemParts:
        return take_apart(self.item)

    @property
    def lists(self) -> list[SeenList]:
        """Every list a reader weighs entry against entry: options, columns, rows, steps."""
        return self._parts.lists

    @cached_property
    def keyed(self) -> list[SeenList]:
        """The lists of options that have a key: one in most kinds, one a gap to choose, none where all is typed."""
        return [listed for listed in self.lists if listed.kind == "options"]

    @property
    def shown(self) -> list[tuple[Place, LocalText]]:
        """Every text on screen before the answer with its place, the stem first."""
        return [(("stem",), self.item.stem), *self._parts.shown]

    @property
    def accepted(self) -> list[tuple[Place, Mapping[str, list[str]]]]:
        """The words accepted where something is typed, with their place."""
        return self._parts.accepted

    @cached_property
    def rationales(self) -> list[tuple[Place, LocalText]]:
        """What is explained after the answer, with its place: of options, rows, steps, gaps, slips, of the whole.

        What an assessor looks for explains nothing and is not among them.
        """
        return [(place, text) for place, text in self._parts.said if place[-1] != "text"]

    @cached_property
    def texts(self) -> list[tuple[Place, LocalText]]:
        """Every text with its place, the stem first."""
        return self.shown + self._parts.said

    @cached_property
    def languages(self) -> list[str]:
        """The languages that the stem and everything to be weighed have."""
        entries = [entry for listed in self.lists for entry in listed.entries]
        return [lang for lang in sorted(self.item.stem) if all(lang in entry.text for entry in entries)]

    @cached_property
    def wordings(self) -> list[Wording]:
        """The item in each of its languages; its choices are all options that have a key."""
        return [Wording(self, lang, words_of(lang), tuple(self.keyed)) for lang in self.languages]

    @cached_property
    def list_wordings(self) -> list[Wording]:
        """Each list alone in each language; its choices are the entries of that list."""
        return [Wording(self, lang, words_of(lang), (listed,)) for listed in self.lists for lang in self.languages]


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a list in one language, without emphasis marks."""

    place: Place
    id: str
    key: bool
    text: str


@dataclass(frozen=True)
class Wording:
    """An item in one language, or one list of it. ``known_words`` is None for a language without a list of words."""

    seen: SeenItem
    language: str
    known_words: WordList | None
    lists: tuple[SeenList, ...] = ()

    @property
    def words(self) -> WordList:
        """The language's words; only rules that run for languages with a list may ask."""
        assert self.known_words is not None
        return self.known_words

    @property
    def stem(self) -> str:
        return self.seen.item.stem[self.language]

    @property
    def stem_place(self) -> Place:
        return ("stem", self.language)

    @property
    def listed(self) -> SeenList:
        """The one list this is about; only rules that look at lists may ask."""
        assert len(self.lists) == 1
        return self.lists[0]

    @cached_property
    def asked(self) -> str:
        """All that is asked: the stem, and the text it is about where the stem only names the task."""
        return self.seen.item.asked()[self.language]

    @property
    def lead(self) -> tuple[Place, str]:
        """What stands right before the options, with its place: the stem, or the text up to the gap."""
        item, place = self.seen.item, self.listed.place
        if isinstance(item, Gaps) and isinstance(number := place[1], int) and self.language in item.text:
            before, _, _ = item.text[self.language].partition(f"[[{item.gaps[number].id}]]")
            return ("text", self.language), before
        return self.stem_place, self.stem

    @cached_property
    def choices(self) -> list[Choice]:
        """The entries in this language."""
        return [
            Choice((*entry.place, "text", self.language), entry.id, entry.key, plain(entry.text[self.language]))
            for listed in self.lists
            for entry in listed.entries
        ]

    @cached_property
    def question(self) -> str:
        """The sentence that asks."""
        return question(self.stem, self.words)

    @cached_property
    def negative(self) -> bool:
        """Whether the question itself denies."""
        return bool(negations(self.question, self.words))

    @cached_property
    def quantities(self) -> list[Quantity | None]:
        """What each option amounts to, None for an option that is no number."""
        return [quantity(choice.text, self.words) for choice in self.choices]

    def hit(self, place: Place, template: str, severity: Severity | None = None, /, **values: object) -> Hit:
        """A hit at a place of the item."""
        return self.seen.hit(place, template, severity, **values)

    def lengths(self) -> Iterator[tuple[Choice, int]]:
        """The choices with their length in characters."""
        return ((choice, len(choice.text)) for choice in self.choices)
