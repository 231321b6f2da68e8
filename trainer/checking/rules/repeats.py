"""Repeats: stems that are nearly the same, and stems that tell the key of another item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from trainer.checking.alike import alike
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit, Wording
from trainer.checking.wording import normal
from trainer.checking.world import World
from trainer.kernel.problems import N_

#: A key of fewer words than this says nothing by standing in another stem.
TELLING_WORDS = 5


def _by_language(world: World) -> dict[str, list[Wording]]:
    result: dict[str, list[Wording]] = defaultdict(list)
    for seen in world.items:
        for wording in seen.wordings:
            result[wording.language].append(wording)
    return result


def same_stem(world: World) -> Iterator[Hit]:
    """L28: two stems more than 0.85 alike, in a bank, in check questions or across them. Told at the later one.

    Where the stem only names the task («complete the answer»), the rows, steps or text it is about count with it.
    """
    template = N_(
        "The stem is {share} % the same as that of «{other}» ({place}); who knows one knows both. Ask something else "
        "or drop one."
    )
    told = set[tuple[str, str]]()
    for language, wordings in sorted(_by_language(world).items()):
        for one, other, ratio in alike([normal(wording.asked) for wording in wordings]):
            first, second = wordings[one].seen, wordings[other].seen
            pair = first.item.id, second.item.id
            if pair not in told and first.item.id != second.item.id:
                told.add(pair)
                values = {"share": round(100 * ratio), "other": first.item.id, "place": first.file}
                yield second.hit(("stem", language), template, **values)


def told_elsewhere(world: World) -> Iterator[Hit]:
    """L28: the text of a key stands word for word in the stem of another item of the module, or in its rows or text.

    Pairs, orders and numbers have no such text, and accepted words are too few to tell anything.
    """
    template = N_(
        "The stem contains the key of «{other}» word for word, so the one item answers the other; reword one of them."
    )
    for wordings in _by_language(world).values():
        index: dict[tuple[str, ...], list[Wording]] = defaultdict(list)
        for wording in wordings:
            for run in _runs(normal(wording.asked)):
                index[wording.seen.module, *run].append(wording)
        for wording in wordings:
            for key in (normal(choice.text) for choice in wording.choices if choice.key):
                for run in list(_runs(key))[:1]:
                    for other in index[wording.seen.module, *run]:
                        if other.seen is not wording.seen and f" {key} " in f" {normal(other.asked)} ":
                            yield other.hit(other.stem_place, template, other=wording.seen.item.id)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Neighbouring words, as many as a telling key has at least."""
    words = text.split()
    return (tuple(words[start : start + TELLING_WORDS]) for start in range(len(words) - TELLING_WORDS + 1))


RULES = (
    Rule("L28", "error", "no two stems nearly the same", same_stem),
    Rule("L28", "warning", "no stem that tells the key of another item", told_elsewhere),
)
