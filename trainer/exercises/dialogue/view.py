"""What a front end may see of a talk: what was said, what may be said, what lies at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from trainer.exercises.dialogue.parts import Phrase
from trainer.exercises.dialogue.step import lists_of, open_lists
from trainer.exercises.play import MoveRefused, View
from trainer.kernel.problems import N_
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.dialogue.talk import Talk

#: Moods are shown in five steps, 0 the worst: a number would invite counting.
MOODS = 5


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that may be said: an opaque token, and the text in the spoken language."""

    token: str
    text: LocalText


@dataclass(frozen=True, slots=True)
class ToolView:
    """A document at hand; its text is there once it was opened."""

    id: str
    kind: str
    title: LocalText
    opened: bool
    text: LocalText | None


@dataclass(frozen=True, slots=True)
class TalkView(View):
    """A talk: ``choices``, or the three lists to compose from. ``mood`` is 0 (worst) to 4, ``cause`` why it last moved.

    ``known`` are the customer's facts found so far. ``goal``, ``ending`` and ``outcome`` are there once it is over.
    """

    customer: str
    about: LocalText
    channel: str
    mood: int
    cause: LocalText | None
    known: tuple[LocalText, ...]
    choices: tuple[Offer, ...]
    openings: tuple[Offer, ...]
    contents: tuple[Offer, ...]
    closings: tuple[Offer, ...]
    tools: tuple[ToolView, ...]
    has_tip: bool
    goal: LocalText | None
    ending: LocalText | None
    outcome: Literal["reached", "partly", "failed", "left"] | None


def talk_view(talk: Talk) -> TalkView:
    """All that may be seen of a talk now."""
    dialogue, customer = talk.dialogue, talk.dialogue.customer
    offers = _offers(talk)
    ending = dialogue.ending_of.get(talk.inner.place)
    cases = dialogue.facets.cases
    outcome = ending.outcome if ending else "left" if talk.left else None
    return TalkView(
        dialogue.kind, dialogue.title, dialogue.briefing, talk.spoken, talk.over, talk.shown(),
        customer.name, customer.about, cases[0].channel if cases else "", min(MOODS - 1, talk.mood * MOODS // 100),
        talk.cause, tuple(fact.text for fact in customer.facts if fact.id in talk.inner.happened),
        offers.get("choices", ()), offers.get("openings", ()), offers.get("contents", ()), offers.get("closings", ()),
        tuple(_tools(talk)), talk.turn is not None and talk.turn.tip is not None,
        customer.goal if talk.over else None, ending.text if ending else None, outcome,
    )  # fmt: skip


def _tools(talk: Talk) -> list[ToolView]:
    opened = set(talk.inner.happened)
    return [
        ToolView(
            tool.id, tool.kind, talk.in_spoken(tool.title), tool.id in opened,
            talk.in_spoken(tool.text) if tool.id in opened else None,
        )
        for tool in talk.dialogue.tools
    ]  # fmt: skip


def _offers(talk: Talk) -> dict[str, tuple[Offer, ...]]:
    """What may be said, by list, in an order that the seed and the ids decide and nothing else."""
    turn = talk.turn
    if turn is None:
        return {}
    open_now = open_lists(talk.dialogue, talk.inner, turn)
    found = {}
    for name, phrases in lists_of(turn).items():
        order = Stream(talk.seed, "order", turn.id, name).shuffled(sorted(phrase.id for phrase in phrases))
        by_id = {phrase.id: phrase for phrase in open_now[name]}
        found[name] = tuple(Offer(_token(talk, id), talk.in_spoken(by_id[id].text)) for id in order if id in by_id)
    return found


def _token(talk: Talk, phrase: str) -> str:
    return Stream(talk.seed, "token", phrase).token(8)


def phrase_of_token(talk: Talk, phrases: Sequence[Phrase], token: object) -> str:
    """The id of the phrase a front end calls ``token``. :class:`MoveRefused` when none of these is called so."""
    for phrase in phrases:
        if _token(talk, phrase.id) == token:
            return phrase.id
    raise MoveRefused(N_("This cannot be said at this point of the conversation."))
