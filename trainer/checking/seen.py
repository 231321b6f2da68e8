"""Items as rules see them: options by their place in the file, and each text in one language with its word list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from trainer.checking.findings import Severity
from trainer.checking.quantities import Quantity, quantity
from trainer.checking.wording import negations, plain, question
from trainer.checking.words import WordList, words_of
from trainer.content.yamlfile import Document
from trainer.items.base import Item, Option
from trainer.kernel.text import LocalText

Place = tuple[str | int, ...]


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


@dataclass(frozen=True, slots=True)
class SeenOption:
    """An option and where it stands in the item."""

    place: Place
    option: Option


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
    def options(self) -> list[SeenOption]:
        """Every option, found by its type: no rule needs to know the kinds."""
        return [
            SeenOption((name, index), option)
            for name in type(self.item).model_fields
            if isinstance(value := getattr(self.item, name), list)
            for index, option in enumerate(value)
            if isinstance(option, Option)
        ]

    @cached_property
    def rationales(self) -> list[tuple[Place, LocalText]]:
        """What is said after the answer, with its place: the options' rationales and texts of the kind's own."""
        own = set(type(self.item).model_fields) - set(Item.model_fields)
        found: list[tuple[Place, LocalText]] = []
        found += [((*seen.place, "rationale"), seen.option.rationale) for seen in self.options]
        found += [((name,), value) for name in sorted(own) if isinstance(value := getattr(self.item, name), dict)]
        return found

    @cached_property
    def texts(self) -> list[tuple[Place, LocalText]]:
        """Every text with its place, the stem first."""
        shown: list[tuple[Place, LocalText]] = [(("stem",), self.item.stem)]
        shown += [((*seen.place, "text"), seen.option.text) for seen in self.options]
        return shown + self.rationales

    @cached_property
    def wordings(self) -> list[Wording]:
        """The item in each language that stem and options all have."""
        spoken = [lang for lang in sorted(self.item.stem) if all(lang in seen.option.text for seen in self.options)]
        return [Wording(self, language, words_of(language)) for language in spoken]

    @property
    def has_one_key(self) -> bool:
        """Whether exactly one option is right."""
        return sum(seen.option.key for seen in self.options) == 1


@dataclass(frozen=True, slots=True)
class Choice:
    """An option in one language, without emphasis marks."""

    place: Place
    id: str
    key: bool
    text: str


@dataclass(frozen=True)
class Wording:
    """An item in one language. ``words`` is None for a language without a list."""

    seen: SeenItem
    language: str
    known_words: WordList | None

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

    @cached_property
    def choices(self) -> list[Choice]:
        """The options in this language."""
        return [
            Choice((*s.place, "text", self.language), s.option.id, s.option.key, plain(s.option.text[self.language]))
            for s in self.seen.options
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
