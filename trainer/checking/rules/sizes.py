"""Sizes: how many options there are, how long they are beside each other, and how much there is to read in all."""

from __future__ import annotations

from collections.abc import Iterator

from trainer.checking.rule import KEYED, Rule, each_item, each_language, each_list
from trainer.checking.seen import Hit, SeenItem, Wording
from trainer.checking.wording import word_count
from trainer.kernel.problems import N_

#: Below this many characters a ratio of lengths says nothing («72 hours» against «At once»).
SHORT = 30


def lengths(wording: Wording) -> Iterator[Hit]:
    """L04: the key stands out by length, or the lengths differ too much."""
    sized = sorted(wording.lengths(), key=lambda pair: pair[1])
    others = [length for choice, length in sized if not choice.key]
    if not others or sized[-1][1] < SHORT:
        return
    longest, length = sized[-1]
    mean = sum(others) / len(others)
    if longest.key and length > 1.5 * mean:
        template = N_(
            "The key is the longest option by far ({length} characters, the wrong ones {mean} on average), which gives "
            "it away; shorten it or fill the others up."
        )
        yield wording.hit(longest.place, template, length=length, mean=round(mean))
    elif length > 2.5 * sized[0][1]:
        template = N_(
            "The longest option has {length} characters and the shortest {least}: one of them stands out; make them "
            "similar in length."
        )
        yield wording.hit(longest.place, template, length=length, least=sized[0][1])


def how_many(seen: SeenItem) -> Iterator[Hit]:
    """L16: three are enough, more than five cannot be weighed. Reasons and options of a gap may be two."""
    for listed in seen.keyed:
        count = len(listed.entries)
        may_be_two = len(listed.place) > 1 or "verdict" in seen.item.limits()
        if count > 5:
            template = N_("{count} options are more than a reader can weigh; keep the three or four best.")
            yield seen.hit(listed.place, template, count=count)
        elif count < 3 and not may_be_two:
            template = N_("With {count} options half the guesses are right; add a real misconception.")
            yield seen.hit(listed.place, template, count=count)


def too_long(wording: Wording) -> Iterator[Hit]:
    """L25: one entry."""
    for choice in wording.choices:
        if (count := word_count(choice.text)) > 25:
            template = N_("This option has {count} words; up to 25 can be held in mind. Move matter into the stem.")
            yield wording.hit(choice.place, template, count=count)


def too_much(wording: Wording) -> Iterator[Hit]:
    """L25: everything together. Rows, steps and texts with gaps are answered part by part and may be longer."""
    total = sum(word_count(text.get(wording.language, "")) for _, text in wording.seen.shown)
    parts = [listed for listed in wording.seen.lists if listed.kind == "rows" or len(listed.place) > 1]
    limit = 200 if parts or wording.seen.item.OPAQUE_GROUPS else 120
    if total > limit:
        template = N_("All text together has {count} words; up to {limit} can be read in the time given. Shorten.")
        yield wording.hit(wording.stem_place, template, count=total, limit=limit)


RULES = (
    Rule("L04", "warning", "options of similar length, the key not the longest by far", each_list(lengths, of=KEYED)),
    Rule("L16", "warning", "three to five options", each_item(how_many)),
    Rule("L25", "warning", "options up to 25 words", each_list(too_long)),
    Rule("L25", "warning", "all text up to 120 words, or 200 in parts", each_language(too_much)),
)
