"""A copy of the content, its items with their lines, and edits to single lines or texts of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from trainer.banks.cut import cut_bank
from trainer.banks.read import load_bank
from trainer.content.yamlfile import Document

BANK = "question_banks/gdpr.yaml"
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Edit:
    """A file's new content (None: the file is taken away) and the lines that must be reported.

    ``reported`` names another file where the finding belongs; ``any_line`` is for places that the rule chooses.
    """

    file: str
    content: bytes | None
    lines: tuple[int, ...]
    reported: str = ""
    any_line: bool = False


def text_of(text: str) -> str:
    """A text as a YAML scalar on one line."""
    return json.dumps(text, ensure_ascii=False)


def changed(old: str, new: bytes | None) -> tuple[int, ...]:
    """Lines of the new text that differ from the old one, as far as both have the same lines before."""
    pairs = zip(old.split("\n"), (new or b"").decode().split("\n"), strict=False)
    return tuple(number for number, (left, right) in enumerate(pairs, 1) if left != right)


@dataclass(frozen=True)
class Spot:
    """An item of the bank and the lines of its values."""

    shelf: Shelf
    item: Any
    start: int
    raw: bytes

    def line(self, *place: str | int) -> int:
        """The 1-based line of a value in the bank."""
        return Document(None, self.raw.decode(), BANK, self.start).line_of((0, *place))

    @property
    def key(self) -> int:
        """Index of the (first) right option."""
        return next(index for index, option in enumerate(self.item.options) if option.key)

    @property
    def wrong(self) -> int:
        """Index of the last wrong option."""
        return max(index for index, option in enumerate(self.item.options) if not option.key)

    @property
    def indent(self) -> str:
        """Before a language of the stem."""
        return " " * 6

    def end(self, *place: str | int) -> int:
        """The line after the value: the next one that is indented as little as its key."""
        lines = self.shelf.lines(BANK)
        start = self.line(*place)
        depth = len(lines[start - 1]) - len(lines[start - 1].lstrip(" -"))
        after = start
        while after < len(lines) and (not lines[after].strip() or _depth(lines[after]) > depth):
            after += 1
        return after + 1

    def without(self, place: Place) -> Edit:
        """The bank without a value."""
        lines = self.shelf.lines(BANK)
        start, end = self.line(*place), self.end(*place)
        return Edit(BANK, "\n".join(lines[: start - 1] + lines[end - 1 :]).encode(), (start,))

    def with_block(self, place: Place, new: Sequence[str]) -> Edit:
        """The bank with other lines below a key."""
        lines = self.shelf.lines(BANK)
        start, end = self.line(*place), self.end(*place)
        head = lines[start - 1].split(":")[0] + ":"
        found = tuple(range(start + 1, start + 1 + len(new)))
        return Edit(BANK, "\n".join([*lines[: start - 1], head, *new, *lines[end - 1 :]]).encode(), found)

    def with_texts(self, place: Place, it: str, en: str) -> Edit:
        """The bank with another text in both languages."""
        line = self.shelf.lines(BANK)[self.line(*place) - 1]
        indent = " " * (len(line) - len(line.lstrip(" -")) + 2)
        return self.with_block(place, [f"{indent}it: {text_of(it)}", f"{indent}en: {text_of(en)}"])


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class Shelf:
    """The copy at ``root``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def raw(self, file: str) -> bytes:
        return (self.root / file).read_bytes()

    def text(self, file: str) -> str:
        return self.raw(file).decode()

    def lines(self, file: str) -> list[str]:
        return self.text(file).split("\n")

    @cached_property
    def _spots(self) -> list[Spot]:
        path = self.root / BANK
        raw = {item.line: item.raw for piece in cut_bank(path, BANK) for item in piece.items}
        return [Spot(self, entry.item, entry.line, raw[entry.line]) for entry in load_bank(path, BANK).items]

    def item(self, number: int) -> Spot:
        """An item of any kind, for damages that any item can take."""
        return self._spots[number]

    def single(self, number: int) -> Spot:
        """A single choice whose texts stand one language to a line."""
        return [spot for spot in self._spots if spot.item.kind == "single" and _in_blocks(spot)][number]

    def exam_item(self) -> Spot:
        """An item for exams with one fact."""
        return next(spot for spot in self._spots if spot.item.use == "exam" and len(spot.item.facts) == 1)

    def with_number(self) -> tuple[Spot, Place]:
        """A rationale whose English line holds a number."""
        for spot in self._spots:
            for index, _ in enumerate(getattr(spot.item, "options", [])):
                place: Place = ("options", index, "rationale")
                line = self.lines(BANK)[spot.line(*place, "en") - 1]
                if line.strip().startswith("en:") and any(c.isdigit() for c in line):
                    return spot, place
        raise LookupError("no rationale with a number")

    def weak_source(self) -> str:
        """A source that no exam key may rest on."""
        lines = self.lines("courses/sources.yaml")
        line = next(
            n for n, text in enumerate(lines) if text.strip() in ("certainty: knowledge", "certainty: inference")
        )
        return next(text.split(":")[1].strip() for text in reversed(lines[:line]) if text.strip().startswith("- id:"))

    def find(self, file: str, words: str, number: int = 1) -> int:
        """The line of the numbered one that holds the words (the last one when there are fewer)."""
        found = [line for line, text in enumerate(self.lines(file), 1) if words in text]
        return found[min(number, len(found)) - 1]

    def first_with(self, words: str) -> str:
        """The first lesson text that holds the words."""
        files = sorted((self.root / "courses/modules/gdpr/lessons").glob("*.md"))
        return next(file for path in files if words in self.text(file := path.relative_to(self.root).as_posix()))

    def message(self, with_placeholder: bool = False) -> int:
        """The line of a message of one line with a translation of one line."""
        lines = self.lines("locales/it/LC_MESSAGES/trainer.po")
        for line, text in enumerate(lines[:-1], 1):
            alone = lines[line].startswith('msgstr "') and not lines[line + 1].startswith('"')
            if text.startswith('msgid "') and len(text) > 12 and alone and with_placeholder == ("{" in text):
                return line
        raise LookupError("no such message")

    def replaced(self, file: str, line: int, new: Callable[[str], str]) -> Edit:
        """The file with another line."""
        lines = self.lines(file)
        lines[line - 1] = new(lines[line - 1])
        return Edit(file, "\n".join(lines).encode(), (line,))

    def removed(self, file: str, line: int) -> Edit:
        """The file without a line."""
        lines = self.lines(file)
        return Edit(file, "\n".join(lines[: line - 1] + lines[line:]).encode(), (line,))

    def inserted(self, file: str, after: int, new: Sequence[str], at: int = 0) -> Edit:
        """The file with lines before line ``after`` + 0; the one at index ``at`` must be reported."""
        lines = self.lines(file)
        return Edit(file, "\n".join([*lines[: after - 1], *new, *lines[after - 1 :]]).encode(), (after + at,))

    def given(self, statement: str) -> Edit:
        """The coverage map with one more statement of the module."""
        file = "courses/coverage.yaml"
        lines = self.lines(file)
        slug = next(n for n, text in enumerate(lines) if text.strip() == "- slug: gdpr")
        line = next(n for n in range(slug, len(lines)) if lines[n].strip().startswith("covers: ["))
        return self.replaced(file, line + 1, lambda old: old.replace("[", f"[{statement}, ", 1))


def _in_blocks(spot: Spot) -> bool:
    """Whether each language of every option stands on a line of its own."""
    places: list[Place] = [("stem",)]
    places += [("options", i, part) for i in range(len(spot.item.options)) for part in ("text", "rationale")]
    return all(spot.line(*place, "en") > spot.line(*place, "it") > spot.line(*place) for place in places)
