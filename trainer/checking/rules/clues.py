"""Clues: words that give the key away without any knowledge of the matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from trainer.checking.parts import Place
from trainer.checking.rule import KEYED, Rule, each_item, each_list
from trainer.checking.seen import Hit, SeenItem, Wording
from trainer.checking.wording import hits_of, normal, plain, tokens, unquoted
from trainer.checking.world import World
from trainer.items.rows import RowItem
from trainer.kernel.problems import N_

#: Words found in more stems than this share of a module's are its vocabulary and give nothing away.
COMMON = 0.03
_GAP = " _….:"


def absolute(wording: Wording) -> Iterator[Hit]:
    """L10: an absolute word on one side only; on both sides it gives nothing away."""
    ways_out = wording.words.all_of_the_above + wording.words.none_of_the_above
    found = {
        choice.id: (choice, words[0])
        for choice in wording.choices
        if not normal(choice.text).startswith(ways_out)
        and (words := hits_of(choice.text, wording.words.absolute, wording.words.not_absolute))
    }
    if not found or len(found) == len(wording.choices):
        return
    sides = {choice.key for choice, _ in found.values()}
    for choice, word in found.values():
        if len(sides) == 2:
            template = N_(
                "«{word}» is an absolute word; it stands in right and wrong options, so it gives little away."
            )
            yield wording.hit(choice.place, template, "info", word=word)
        elif choice.key:
            template = N_(
                "«{word}» stands in the key alone and draws the eye to it; leave it out or balance the options."
            )
            yield wording.hit(choice.place, template, word=word)
        else:
            template = N_(
                "«{word}» stands in wrong options alone, and readers know that absolute words are seldom right; leave "
                "it out."
            )
            yield wording.hit(choice.place, template, word=word)


def clang(world: World) -> Iterator[Hit]:
    """L18: a rare word of the stem that only the key repeats; of a row, that only what belongs to it repeats."""
    template = N_(
        "Of all options only the key repeats «{word}» from the stem; use the word elsewhere too, or not at all."
    )
    of_a_row = N_("Only this row and what belongs to it have «{word}», which tells the pair; say it in another way.")
    counts: dict[tuple[str, str], Counter[str]] = {}
    totals: Counter[tuple[str, str]] = Counter()
    for wording in _worded(seen.wordings for seen in world.items):
        place = wording.seen.module, wording.language
        counts.setdefault(place, Counter()).update(_roots(wording.asked, wording))
        totals[place] += 1
    for wording in _worded(seen.list_wordings for seen in world.items):
        place = wording.seen.module, wording.language
        limit = max(1, COMMON * totals[place])
        rare = ((choice, word) for choice, word in _clangs(wording) if counts[place][word] <= limit)
        for choice, word in islice(rare, 1):
            yield wording.hit(choice, template if wording.listed.kind == "options" else of_a_row, word=word)


def _worded(groups: Iterable[list[Wording]]) -> Iterator[Wording]:
    return (wording for group in groups for wording in group if wording.known_words is not None)


def _clangs(wording: Wording) -> Iterator[tuple[Place, str]]:
    """Words that tie a key to what it answers, with the place of the key."""
    if wording.listed.kind == "options":
        yield from _of_the_stem(wording)
    elif wording.listed.kind == "column":
        yield from _of_a_row(wording)


def _of_a_row(wording: Wording) -> Iterator[tuple[Place, str]]:
    """Words of a row that its own entry of the column repeats, and no other entry and no other row."""
    item = wording.seen.item
    assert isinstance(item, RowItem)
    column = {choice.id: _roots(choice.text, wording) for choice in wording.choices}
    rows = [(row, _roots(row.text[wording.language], wording)) for row in item.rows]
    if len({row.answer for row in item.rows}) < len(rows):
        return  # several rows in a category: its name says what they have in common
    for number, (row, words) in enumerate(rows):
        others = set[str]().union(*(found for name, found in column.items() if name != row.answer))
        beside = set[str]().union(*(found for index, (_, found) in enumerate(rows) if index != number))
        for word in sorted(words & column[row.answer] - others - beside):
            yield ("rows", number, "text", wording.language), word


def _of_the_stem(wording: Wording) -> Iterator[tuple[Place, str]]:
    """Stem words that stand in one key and in no other option, where no wrong option has such a word of its own.

    What a customer is quoted as saying does not count: a good reply takes up the customer's words.
    """
    stem = _roots(unquoted(wording.asked), wording)
    shared = {choice.id: _roots(choice.text, wording) & stem for choice in wording.choices}
    wrong = set[str]().union(*(shared[choice.id] for choice in wording.choices if not choice.key))
    keys = [choice for choice in wording.choices if choice.key]
    if wrong - set[str]().union(*(shared[key.id] for key in keys)):
        return
    for key in keys:
        for word in sorted(shared[key.id] - wrong):
            if len(keys) == 1:
                yield key.place, word


def _roots(text: str, wording: Wording) -> set[str]:
    """Content words of five letters or more, long ones without their ending."""
    return {w if len(w) < 8 else w[:7] for w in tokens(plain(text)) if len(w) > 4 and w not in wording.words.stop}


def grammar(wording: Wording) -> Iterator[Hit]:
    """L19: the stem, or the text before a gap, ends with an article that fits some options only."""
    place, lead = wording.lead
    last = (lead.rstrip(_GAP).split() or [""])[-1]
    shape = wording.words.articles.get(last.casefold())
    if shape is None:
        return
    fits = [bool(re.fullmatch(shape, (normal(choice.text).split() or [""])[0])) for choice in wording.choices]
    if any(fits) and not all(fits):
        template = N_("The stem ends with «{word}», which fits some options only; move the article into the options.")
        yield wording.hit(place, template, word=last)


def told_by_itself(seen: SeenItem) -> Iterator[Hit]:
    """L18: words to be typed that stand in the item already."""
    template = N_("«{text}» is accepted and stands in the item already, so it can be copied; word the item otherwise.")
    for place, accepted in seen.accepted:
        for language, texts in accepted.items():
            asked = f" {normal(seen.item.asked().get(language, ''))} "
            for index, text in enumerate(texts):
                if f" {normal(text)} " in asked:
                    yield seen.hit((*place, language, index), template, text=text)


RULES = (
    Rule("L10", "warning", "no absolute words on one side only", each_list(absolute, of=KEYED, worded=True)),
    Rule("L18", "warning", "no rare word shared by stem and key alone", clang),
    Rule("L19", "warning", "a stem that every option fits in grammar", each_list(grammar, of=KEYED, worded=True)),
    Rule("L18", "warning", "no accepted words that stand in the item", each_item(told_by_itself)),
)
