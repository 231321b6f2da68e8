"""Reading an assertion: a tree of comparisons and calls, joined by ``and``, ``or`` and ``not``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from trainer.exercises.assertions.words import Literal, Word, words

COMPARISONS = ("==", "!=", "<=", ">=", "<", ">", "in")
_RESERVED = frozenset({"and", "or", "not", "in"})
#: Deeper than this nobody reads it.
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Said:
    """A value written down."""

    value: Literal


@dataclass(frozen=True, slots=True)
class Name:
    """An id: what it is an id of depends on where it stands."""

    id: str


@dataclass(frozen=True, slots=True)
class Several:
    """A list in square brackets."""

    items: tuple[Said | Name, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """``name(arguments)`` or ``name(arguments).attribute``."""

    name: str
    arguments: tuple[Node, ...]
    attribute: str | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """``left sign right``."""

    sign: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by ``and`` or ``or``; ``not`` has one part."""

    word: str
    parts: tuple[Node, ...]


Node = Said | Name | Several | Call | Compared | Joined


@lru_cache(maxsize=2048)
def parse_assertion(line: str) -> Node:
    """The tree of an assertion. ``ValueError`` says what could not be read."""
    reader = _Reader(words(line))
    node = reader.either(0)
    reader.expect("end", "", "the end")
    return node


class _Reader:
    """Reads words from the left; one method per level of binding."""

    def __init__(self, found: list[Word]) -> None:
        self.words, self.place = found, 0

    @property
    def word(self) -> Word:
        return self.words[self.place]

    def take(self, kind: str, *values: str) -> Word | None:
        word = self.word
        if word.kind != kind or (values and word.value not in values):
            return None
        self.place += kind != "end"
        return word

    def expect(self, kind: str, value: str, what: str) -> None:
        if self.take(kind, value) is None:
            raise ValueError(f"{what} is missing before «{self.word.value or 'the end'}»")

    def either(self, depth: int) -> Node:
        if depth > _DEEPEST:
            raise ValueError("there are too many brackets inside each other")
        return self.joined("or", depth)

    def joined(self, word: str, depth: int) -> Node:
        parts = [self.joined("and", depth) if word == "or" else self.denied(depth)]
        while self.take("name", word):
            parts.append(self.joined("and", depth) if word == "or" else self.denied(depth))
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def denied(self, depth: int) -> Node:
        if self.take("name", "not"):
            return Joined("not", (self.denied(depth + 1) if depth < _DEEPEST else self.either(depth + 1),))
        left = self.value(depth)
        sign = self.take("sign", *COMPARISONS) or self.take("name", "in")
        return Compared(str(sign.value), left, self.value(depth)) if sign else left

    def value(self, depth: int) -> Node:
        if self.take("sign", "("):
            inner = self.either(depth + 1)
            self.expect("sign", ")", "«)»")
            return inner
        if self.take("sign", "["):
            return self.several()
        word, self.place = self.word, min(self.place + 1, len(self.words) - 1)
        if word.kind == "name" and word.value not in _RESERVED:
            return self.named(str(word.value), depth)
        if word.kind in ("sign", "end", "name"):
            raise ValueError(f"something is missing before «{word.value or 'the end'}»")
        return Said(word.value)

    def named(self, name: str, depth: int) -> Node:
        if not self.take("sign", "("):
            return Name(name)
        arguments = list[Node]()
        while not self.take("sign", ")"):
            if arguments:
                self.expect("sign", ",", "«,» or «)»")
            arguments.append(self.either(depth + 1))
        attribute = None
        if self.take("sign", "."):
            word = self.take("name")
            if word is None:
                raise ValueError(f"after «{name}(…).» comes a name")
            attribute = str(word.value)
        return Call(name, tuple(arguments), attribute)

    def several(self) -> Several:
        items = list[Said | Name]()
        while not self.take("sign", "]"):
            if items:
                self.expect("sign", ",", "«,» or «]»")
            item = self.value(_DEEPEST)
            if not isinstance(item, Said | Name):
                raise ValueError("a list holds names and values only")
            items.append(item)
        return Several(tuple(items))
