"""Balance over a bank: the key is not found by its length, its place or its wording."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import groupby

from trainer.checking.parts import SeenList
from trainer.checking.rule import Rule, each_bank
from trainer.checking.seen import Hit, SeenItem, Wording
from trainer.checking.wording import normal
from trainer.checking.world import SeenBank
from trainer.kernel.problems import N_

#: Share of items in which the key may be the longest, or the shortest, option.
STANDS_OUT = 0.35
#: Fewer items than this are too few for a share.
ENOUGH = 20


def _extreme(wording: Wording, sign: int) -> bool:
    """Whether the one key is longer (sign 1) or shorter (sign -1) than every other option."""
    keys = [sign * length for choice, length in wording.lengths() if choice.key]
    others = [sign * length for choice, length in wording.lengths() if not choice.key]
    return bool(keys and others) and keys[0] > max(others)


def key_shares(items: Sequence[SeenItem], sign: int = 1) -> dict[str, float]:
    """By language, the share of lists with one key in which it is the single longest (or shortest) option."""
    wordings = [wording for seen in items for wording in seen.list_wordings if wording.listed.has_one_key]
    result = {}
    for language in sorted({wording.language for wording in wordings}):
        found = [_extreme(wording, sign) for wording in wordings if wording.language == language]
        result[language] = sum(found) / len(found)
    return result


def key_longest(items: Sequence[SeenItem]) -> float:
    """The share of items whose key is the longest option, in the language where it is highest."""
    return max(key_shares(items).values(), default=0.0)


def _with_one_key(bank: SeenBank) -> list[SeenList]:
    """The lists of options one of which is right, those of gaps too. A column, rows and steps have no such key."""
    return [listed for seen in bank.items for listed in seen.keyed if listed.has_one_key]


def key_length(bank: SeenBank) -> Iterator[Hit]:
    """L05."""
    if len(_with_one_key(bank)) < ENOUGH:
        return
    longest = N_(
        "In «{language}» the key is the longest option in {share} % of the items ({limit} % at most), so that length "
        "gives it away; shorten keys or fill wrong options up."
    )
    shortest = N_(
        "In «{language}» the key is the shortest option in {share} % of the items ({limit} % at most), so that length "
        "gives it away; fill keys up or shorten wrong options."
    )
    for sign, template in ((1, longest), (-1, shortest)):
        for language, share in key_shares(bank.items, sign).items():
            if share > STANDS_OUT:
                values = {"language": language, "share": round(100 * share), "limit": round(100 * STANDS_OUT)}
                yield Hit(bank.file, 1, template, values)


def key_place(bank: SeenBank) -> Iterator[Hit]:
    """L06: chi-square of the key's place over all papers a bank can give, and runs among neighbours in fixed order.

    Shuffled items put the key in every place equally often, which is exact where 200 drawn papers would only estimate
    it; so what is tested is the pull of the items in fixed order.
    """
    single = _with_one_key(bank)
    places = max((len(listed.entries) for listed in single), default=0)
    if len(single) >= 40:
        found, due = [0.0] * places, [0.0] * places
        for listed in single:
            count = len(listed.entries)
            for place in range(count):
                due[place] += 1 / count
                found[place] += (place == listed.key_place) if listed.fixed else 1 / count
        chi = sum((f - d) ** 2 / d for f, d in zip(found, due, strict=True) if d)
        if chi_square_tail(chi, places - 1) < 0.01:
            template = N_(
                "The key stands in some places more often than chance allows: {found}; vary the items in fixed order."
            )
            yield Hit(bank.file, 1, template, {"found": ", ".join(str(round(value)) for value in found)})
    for same, run in groupby(((seen, listed) for seen in bank.items for listed in seen.keyed or (None,)), _fixed_place):
        neighbours = list(run)
        if same is not None and len(neighbours) >= 4:
            template = N_("Here {count} items in a row have their key in the same fixed place; vary it.")
            yield neighbours[0][0].hit(("id",), template, count=len(neighbours))


def _fixed_place(neighbour: tuple[SeenItem, SeenList | None]) -> int | None:
    """The place of the one key where it is always the same."""
    listed = neighbour[1]
    return listed.key_place if listed is not None and listed.fixed and listed.has_one_key else None


def chi_square_tail(value: float, freedom: int) -> float:
    """P(chi-square of ``freedom`` degrees > ``value``): the closed sums for even and odd degrees."""
    half, odd = value / 2, freedom % 2
    terms: Iterator[float] = (
        math.exp(-half) * math.pow(half, index - odd / 2) / math.gamma(index + 1 - odd / 2)
        for index in range(odd, (freedom + odd) // 2)
    )
    return min(1.0, (math.erfc(math.sqrt(half)) if odd else 0.0) + sum(terms))


def none_of_the_above(bank: SeenBank) -> Iterator[Hit]:
    """L02: the way out must be the key now and then, and not always."""
    found = [
        (seen, choice)
        for seen in bank.items
        for wording in seen.wordings[:1]
        if wording.known_words is not None
        for choice in wording.choices
        if normal(choice.text).startswith(wording.words.none_of_the_above)
    ]
    keyed = sum(choice.key for _, choice in found)
    if found and keyed in (0, len(found)):
        never = N_(
            "«{text}» is never the key in this bank, so it can be ruled out; replace it with a real misconception."
        )
        always = N_(
            "«{text}» is the key wherever it stands, so it gives itself away; replace it with the right answer."
        )
        for seen, choice in found:
            yield seen.hit(choice.place, always if keyed else never, text=choice.text)


def truths(bank: SeenBank) -> Iterator[Hit]:
    """L31: statements are true about as often as they are false."""
    answers = [getattr(seen.item, "answer", None) for seen in bank.items]
    verdicts = [answer for answer in answers if isinstance(answer, bool)]  # a number has an answer too
    share = sum(verdicts) / len(verdicts) if verdicts else 0.5
    if len(verdicts) >= 8 and not 0.35 <= share <= 0.65:
        template = N_("{share} % of the {count} statements are true; keep between 35 and 65 %, or guessing pays.")
        yield Hit(bank.file, 1, template, {"share": round(100 * share), "count": len(verdicts)})


RULES = (
    Rule("L02", "warning", "«none of the above» neither never nor always the key", each_bank(none_of_the_above)),
    Rule("L05", "warning", "the key not the longest or shortest option by habit", each_bank(key_length)),
    Rule("L06", "warning", "the key in every place about equally often", each_bank(key_place)),
    Rule("L31", "warning", "statements true about as often as false", each_bank(truths)),
)
