"""Finding texts that are nearly the same among many, without comparing every pair."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

#: Texts more alike than this (difflib's ratio of normalised texts) count as one.
ALIKE = 0.85
# Texts above 0.85 that share fewer words than this differ by a letter in almost every second word.
_SHARED = 0.6


def alike(texts: Sequence[str], least: float = ALIKE) -> Iterator[tuple[int, int, float]]:
    """Index pairs of normalised texts whose ratio is above ``least``, with the ratio.

    Only pairs that share three fifths of the longer one's words reach difflib. Such pairs share one of the rarest
    words of each text, so an index over these is enough (prefix filtering); common words are never looked up.
    """
    words = [frozenset(text.split()) for text in texts]
    counts = Counter(word for found in words for word in found)
    rarest = [sorted(found, key=lambda word: (counts[word], word)) for found in words]
    index: dict[str, list[int]] = defaultdict(list)
    for one, found in enumerate(rarest):
        prefix = found[: len(found) - math.ceil(len(found) * _SHARED) + 1]
        for other in sorted({other for word in prefix for other in index[word]}):
            small, large = sorted((len(texts[one]), len(texts[other])))
            if 2 * small <= least * (small + large):
                continue  # too different in length for the ratio, whatever they say
            if len(words[one] & words[other]) >= _SHARED * max(len(words[one]), len(words[other])):
                ratio = _ratio(texts[other], texts[one], least)
                if ratio > least:
                    yield other, one, ratio
        for word in prefix:
            index[word].append(one)


def _ratio(one: str, other: str, least: float) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() <= least or matcher.quick_ratio() <= least:
        return 0.0
    return matcher.ratio()
