"""Writing: rationales that explain, abbreviations a reader can know, clean typing, no markup that is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trainer.checking.rule import Rule, each_item
from trainer.checking.seen import Hit, SeenItem
from trainer.checking.wording import plain, word_count
from trainer.checking.words import words_of
from trainer.checking.world import World
from trainer.kernel.problems import N_

_ABBREVIATION = re.compile(r"(?<![\w.-])[A-Z][A-Z0-9]{1,5}(?![\w-])")
_MARKUP = re.compile(
    r"<[a-zA-Z/!][^>]*>|`|\[[^\]]+\]\([^)]*\)|!\[|(?<![\w*])\*(?!\*)[^*\s][^*]*\*(?!\*)|(?m:^\s*(?:#|>|[-*+] ))"
)
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”"}


def rationales(seen: SeenItem) -> Iterator[Hit]:
    """L29: five words or more on why an option is right or wrong."""
    template = N_(
        "This rationale has {count} words; say in five or more why the answer is right or wrong, with the rule."
    )
    for place, text in seen.rationales:
        for language in text:
            if (count := word_count(text[language])) < 5:
                yield seen.hit((*place, language), template, count=count)


def abbreviations(world: World) -> Iterator[Hit]:
    """L33: a capital abbreviation that is neither common, nor in the glossary, nor expanded beside it."""
    template = N_("The abbreviation «{word}» is not expanded; write it out once, or put it in the glossary.")
    for seen in world.items:
        terms = world.known.terms.get(seen.module, "")
        told = set[str]()
        for place, text in seen.shown:
            for language, content in text.items():
                words = words_of(language)
                for found in _ABBREVIATION.finditer(plain(content)) if words else ():
                    word = found[0]
                    known = words is not None and (word in words.abbreviations or word.casefold() in words.negatives)
                    beside = content[found.end() : found.end() + 2] == " (" or content[: found.start()].endswith("(")
                    if not (known or beside or word in terms or word in told):
                        told.add(word)
                        yield seen.hit((*place, language), template, word=word)


def typing(seen: SeenItem) -> Iterator[Hit]:
    """L33: spaces, brackets and quotation marks."""
    spaces = N_("There are two spaces in a row or a space at the end; take one out.")
    pairs = N_("«{sign}» is opened or closed without its other half; complete the pair.")
    for place, text in seen.texts:
        for language, content in text.items():
            if content != content.strip() or "  " in content:
                yield seen.hit((*place, language), spaces)
            for opening, closing in _PAIRS.items():
                listed = (
                    len(re.findall(r"\b\w\)", content)) if closing == ")" else 0
                )  # «a)» and «lett. b)» open nothing
                if not 0 <= content.count(closing) - content.count(opening) <= listed:
                    yield seen.hit((*place, language), pairs, sign=opening + closing)


def markup(seen: SeenItem) -> Iterator[Hit]:
    """L33: only **bold** is drawn in items; anything else would be shown as signs."""
    template = N_(
        "«{markup}» is markup that items do not have (only **bold**); it would be shown as it stands. Take it out."
    )
    for place, text in seen.texts:
        for language, content in text.items():
            if found := _MARKUP.search(content):
                yield seen.hit((*place, language), template, "warning", markup=found[0])


RULES = (
    Rule("L29", "error", "rationales of five words or more", each_item(rationales)),
    Rule("L33", "info", "abbreviations expanded or known", abbreviations),
    Rule("L33", "info", "clean spaces and pairs", each_item(typing)),
    Rule("L33", "info", "no markup but bold in items", each_item(markup)),
)
