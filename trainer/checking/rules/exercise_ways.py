"""The ways an exercise can go: every turn reached, every talk ended, a mood that can recover.

What a kind's own search finds has a name (``exercises.base.Oddity.what``); here is the rule and the sentence for it.
To add one: a line in :data:`SENTENCES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from trainer.checking.findings import Severity
from trainer.checking.rule import Rule
from trainer.checking.seen import Hit
from trainer.checking.world import World
from trainer.kernel.problems import N_

#: Rule, severity and sentence by the name of the oddity.
SENTENCES: dict[str, tuple[str, Severity, str]] = {
    "unreachable-turn": (
        "E10", "error", N_("No way leads to the turn «{turn}»; lead to it from an answer, or take it out."),
    ),
    "unreachable-ending": (
        "E10", "error", N_("No way leads to the ending «{ending}»; lead to it from an answer, or take it out."),
    ),
    "never-offered": (
        "E10", "error", N_("«{phrase}» is never offered: its condition holds on no way; change «when» or take it out."),
    ),
    "dead-end": (
        "E11", "error", N_("At the turn «{turn}» there may be nothing to say; offer an answer without «when»."),
    ),
    "no-ending": (
        "E12", "error", N_("From the turn «{turn}» no way leads to an ending; let an answer lead out of the circle."),
    ),
    "mood-lost": (
        "E13", "error",
        N_("After «{phrase}» the mood can never rise again though the talk goes on; offer a way to make it good."),
    ),
    "too-large": (
        "E14", "warning",
        N_("There are more than {limit} states, too many to search; use fewer variables in conditions."),
    ),
    "nothing-polite": (
        "E15", "error",
        N_("No phrase is «polite: true»; mark what somebody would say who is only kind, where that is not enough."),
    ),
    "unseen-cause": (
        "E10", "error",
        N_("Nobody will ever see the «because» of «{phrase}»: the mood does not move there; move it, or leave it out."),
    ),
    "unreachable-document": (
        "E10", "error",
        N_("The document «{name}» comes in on no recorded run; record one that brings it in, or correct «arrives»."),
    ),
    "unreachable-incident": (
        "E10", "error",
        N_("The incident «{name}» comes up on no recorded run; record one that meets it, or correct «arrives»."),
    ),
    "impossible-phrase": (
        "E10", "error",
        N_("«{name}» can be written on no recorded run: its «when» never holds; correct it or record such a run."),
    ),
    "reply-to-nothing": (
        "E10", "error", N_("No document has the reply «{name}»; name it in «reply» of a document, or take it out."),
    ),
    "deadline-on-a-holiday": (
        "E16", "error",
        N_("«{name}» wants a deadline on {day}, which is no working day; use working_day(…) or another day."),
    ),
    "number-twice": (
        "E17", "error", N_("The number «{name}» stands on two things, and nobody could tell them apart; change one."),
    ),
}  # fmt: skip

_SUMMARIES = {
    "E10": "every turn, ending and phrase within reach",
    "E11": "something to say at every turn",
    "E12": "a way to an ending from everywhere",
    "E13": "moods that can recover",
    "E14": "exercises that can be searched whole",
    "E15": "phrases that are only polite",
    "E16": "deadlines on working days",
    "E17": "numbers of cards and documents used once",
}


def _finder(rule: str) -> Callable[[World], Iterator[Hit]]:
    def run(world: World) -> Iterator[Hit]:
        for seen in world.exercises:
            for oddity in seen.oddities:
                name, severity, template = SENTENCES[oddity.what]
                if name == rule:
                    yield seen.hit(oddity.place, template, severity, **oddity.values)

    return run


def _severity(rule: str) -> Severity:
    return next(severity for name, severity, _ in SENTENCES.values() if name == rule)


RULES = tuple(Rule(name, _severity(name), summary, _finder(name)) for name, summary in _SUMMARIES.items())
