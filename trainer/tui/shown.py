"""Which language of the content is shown: one, the other, or both at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.kernel.text import in_language

BOTH = "both"


def next_shown(shown: str, languages: Sequence[str]) -> str:
    """The next in the cycle first language, second language, both."""
    cycle = [*dict.fromkeys(languages)]
    if len(cycle) > 1:
        cycle.append(BOTH)
    return cycle[(cycle.index(shown) + 1) % len(cycle)] if shown in cycle else cycle[0]


def texts_shown(text: Mapping[str, str], shown: str, languages: Sequence[str]) -> list[str]:
    """The one or two texts to show; what stands in one language only, as matter taught in it does, is shown in that."""
    if shown != BOTH:
        return [in_language(text, shown, *languages)]
    return list(dict.fromkeys(in_language(text, language, *languages) for language in languages))
