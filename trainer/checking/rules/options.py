"""Options: no way out («all of the above»), no twins, alike in form.

What compares texts looks at every list, rows and steps too. What asks which one is the key looks at options only: a
column has no wrong entry, rows and steps are all right. Numbers are put in order where the order can be fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations, zip_longest

from trainer.checking.quantities import interval, numbers
from trainer.checking.rule import KEYED, OFFERED, Rule, each_list
from trainer.checking.seen import Choice, Hit, Wording
from trainer.checking.wording import deny_somehow, hits_of, normal, tokens
from trainer.kernel.problems import N_


def all_of_the_above(wording: Wording) -> Iterator[Hit]:
    """L01."""
    template = N_(
        "The option «{text}» is right or wrong by elimination, whatever is known of the matter; replace it with a real "
        "misconception, or make the item a multiple response."
    )
    for choice in wording.choices:
        if normal(choice.text).startswith(wording.words.all_of_the_above):
            yield wording.hit(choice.place, template, text=choice.text)


def combined(wording: Wording) -> Iterator[Hit]:
    """L03."""
    template = N_(
        "The option «{text}» combines other options, so that half a knowledge is enough; let every option stand for "
        "itself, or make the item a multiple response."
    )
    for choice in wording.choices:
        if _shapes(wording.words.combined).fullmatch(normal(choice.text)):
            yield wording.hit(choice.place, template, text=choice.text)


@cache
def _shapes(shapes: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(shapes))


def duplicates(wording: Wording) -> Iterator[Hit]:
    """L12: the same text twice."""
    template = N_("The options «{one}» and «{other}» say the same; one of them must go or say something else.")
    for one, other in combinations(wording.choices, 2):
        if normal(one.text) == normal(other.text):
            yield wording.hit(other.place, template, one=one.id, other=other.id)


def near_duplicates(wording: Wording) -> Iterator[Hit]:
    """L13: almost the same text, or one inside the other. Options that differ in a number are not alike."""
    alike = N_(
        "The options «{one}» and «{other}» are almost the same text; a reader looks for the difference instead of the "
        "answer. Reword one of them."
    )
    inside = N_(
        "The option «{one}» is contained in «{other}»: whoever takes one cannot see why the other is wrong. Reword one "
        "of them."
    )
    for one, other in combinations(wording.choices, 2):
        left, right = normal(one.text), normal(other.text)
        if left == right or _differs_by_number(left, right):
            continue
        if _same_words(left, right) and _ratio(left, right) > 0.9 and not _denies_one(wording, one, other):
            yield wording.hit(other.place, alike, one=one.id, other=other.id)
        elif _inside(left, right) or _inside(right, left):
            small, large = (one, other) if _inside(left, right) else (other, one)
            yield wording.hit(large.place, inside, one=small.id, other=large.id)


def _differs_by_number(left: str, right: str) -> bool:
    return re.findall(r"\d+", left) != re.findall(r"\d+", right)


def _denies_one(wording: Wording, one: Choice, other: Choice) -> bool:
    words = wording.known_words
    return words is not None and deny_somehow(one.text, words) != deny_somehow(other.text, words)


def _ratio(left: str, right: str) -> float:
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def _same_words(left: str, right: str) -> bool:
    """Whether words differ in their endings only; options that differ in a word («e-mail», «SMS») ask about it."""
    one, other = left.split(), right.split()
    if 3 * len(set(one) & set(other)) < max(len(one), len(other)):
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    pairs = [
        pair
        for kind, a, b, c, d in blocks
        if kind != "equal"
        for pair in zip_longest(one[a:b], other[c:d], fillvalue="")
    ]
    return all(_one_word(*pair) for pair in pairs)


def _one_word(one: str, other: str) -> bool:
    """Whether two words share most of their letters from the beginning, or are too short to tell."""
    longest = max(len(one), len(other))
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return longest <= 3 or shared >= 0.6 * longest


def _inside(part: str, whole: str) -> bool:
    return len(part.split()) >= 3 and f" {part} " in f" {whole} "


def overlapping_ranges(wording: Wording) -> Iterator[Hit]:
    """L14."""
    template = N_(
        "The ranges «{one}» and «{other}» overlap, so that two answers can be right; give ranges that have no value in "
        "common."
    )
    numbered = [choice for choice in wording.choices if any(map(str.isdigit, choice.text))]
    ranges = [(choice, found) for choice in numbered if (found := interval(choice.text, wording.words))]
    for (one, (low, high)), (other, (other_low, other_high)) in combinations(ranges, 2):
        if max(low, other_low) <= min(high, other_high):
            yield wording.hit(other.place, template, one=one.text, other=other.text)


def number_order(wording: Wording) -> Iterator[Hit]:
    """L15: quantities stand in ascending order, which only ``order: fixed`` keeps."""
    found = wording.quantities
    sizes = [q for q in found if q is not None]
    if len(sizes) < 3 or len(sizes) < len(found) - 1 or len({q.unit for q in sizes}) != 1:
        return
    values = [q.value for q in sizes]
    if values != sorted(values):
        template = N_(
            "The numbers in the options are not in ascending order, which makes them hard to scan; sort them."
        )
        yield wording.hit(wording.choices[0].place, template)
    elif not wording.listed.fixed:
        template = N_("The options are numbers and would be shuffled; add «order: fixed».")
        yield wording.hit(wording.choices[0].place, template)


def start_alike(wording: Wording) -> Iterator[Hit]:
    """L20: opening words that every option repeats belong in the stem."""
    starts = [normal(choice.text).split() for choice in wording.choices]
    if len(starts) < 3:
        return
    same = 0
    for column in zip(*starts, strict=False):
        if len(set(column)) > 1:
            break
        same += 1
    if same >= 3:
        template = N_("All options begin with «{words}»; move these words into the stem.")
        yield wording.hit(wording.choices[0].place, template, words=" ".join(starts[0][:same]))


def mixed_forms(wording: Wording) -> Iterator[Hit]:
    """L21: some with a full stop, some quoted, some numbers: what differs in form stands out."""
    texts = [choice.text for choice in wording.choices]
    ended = [text.rstrip("»”’\"')").endswith((".", "!", "?")) for text in texts]
    quoted = [text.startswith(("«", "“", '"', "‘")) for text in texts]
    sizes = [size is not None for size in wording.quantities]
    if any(ended) and not all(ended):
        template = N_("Some options end with a full stop and some do not; end all of them the same way.")
        yield wording.hit(_odd(wording.choices, ended).place, template)
    if any(quoted) and not all(quoted):
        template = N_(
            "Some options are words said to a customer and some are not, so that one stands out; use one form."
        )
        yield wording.hit(_odd(wording.choices, quoted).place, template)
    if sum(sizes) >= 2 and sizes.count(False) >= 2:
        template = N_("Some options are numbers and some are not; ask for one kind of answer.")
        yield wording.hit(_odd(wording.choices, sizes).place, template)


def _odd(choices: Sequence[Choice], flags: Sequence[bool]) -> Choice:
    """The first choice of the smaller group."""
    rare = sum(flags) <= len(flags) / 2
    return next(choice for choice, flag in zip(choices, flags, strict=True) if flag is rare)


def opposites(wording: Wording) -> Iterator[Hit]:
    """L22: exactly one pair that differs only by a negation; the key is then guessed to be in it."""
    if len(wording.choices) < 3:
        return
    bare = [(choice, deny_somehow(choice.text, wording.words), _bare(choice, wording)) for choice in wording.choices]
    pairs = [
        (one, other)
        for (one, denies, words), (other, other_denies, other_words) in combinations(bare, 2)
        if denies != other_denies and words == other_words != frozenset()
    ]
    if len(pairs) == 1:
        one, other = pairs[0]
        template = N_(
            "«{one}» and «{other}» are opposites and the other options are not, so the key is sought among them."
        )
        yield wording.hit(other.place, template, one=one.id, other=other.id)


def _bare(choice: Choice, wording: Wording) -> frozenset[str]:
    words = wording.words
    return frozenset(tokens(choice.text)) - words.negatives - words.negative_family - words.stop


def humour(wording: Wording) -> Iterator[Hit]:
    """L27."""
    template = N_("«{word}» makes the option absurd, so nobody will choose it; replace it with a real misconception.")
    for choice in wording.choices:
        for word in hits_of(choice.text, wording.words.humour)[:1]:
            yield wording.hit(choice.place, template, word=word)


def vague(wording: Wording) -> Iterator[Hit]:
    """L11."""
    template = N_("«{word}» means something else to every reader; give a number or leave it out.")
    for choice in wording.choices:
        for word in hits_of(choice.text, wording.words.vague)[:1]:
            if not numbers(choice.text, wording.words):
                yield wording.hit(choice.place, template, word=word)


RULES = (
    Rule("L01", "error", "no option «all of the above»", each_list(all_of_the_above, worded=True)),
    Rule("L03", "error", "no option that combines others", each_list(combined, worded=True)),
    Rule("L11", "info", "no vague quantities in options", each_list(vague, worded=True)),
    Rule("L12", "error", "no two options with the same text", each_list(duplicates)),
    Rule("L13", "warning", "no two options almost alike or one inside the other", each_list(near_duplicates)),
    Rule(
        "L14", "error", "ranges of numbers that do not overlap", each_list(overlapping_ranges, of=OFFERED, worded=True)
    ),
    Rule("L15", "warning", "numbers in ascending, fixed order", each_list(number_order, of=OFFERED, worded=True)),
    Rule("L20", "info", "words that every option repeats stand in the stem", each_list(start_alike, of=OFFERED)),
    Rule("L21", "warning", "options of one form", each_list(mixed_forms, of=OFFERED, worded=True)),
    Rule("L22", "info", "no lone pair of opposites", each_list(opposites, of=KEYED, worded=True)),
    Rule("L27", "info", "no absurd options", each_list(humour, worded=True)),
)
