"""A dialogue being played."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from trainer.exercises.dialogue.condition import Condition, met
from trainer.exercises.dialogue.parts import MOOD, Phrase, Turn
from trainer.exercises.dialogue.step import Inner, first, offered, open_lists, say
from trainer.exercises.dialogue.view import TalkView, phrase_of_token, talk_view
from trainer.exercises.marks import Assessment, mark_of
from trainer.exercises.play import Comment, Moment, Move, MoveRefused, Play
from trainer.kernel.changed import changed
from trainer.kernel.problems import N_
from trainer.kernel.text import LocalText

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue

#: The parts of a composed turn, in the order they are said, by what a move calls them.
PARTS = {"opening": "openings", "content": "contents", "closing": "closings"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Play):
    """``inner`` is where it is, ``cause`` why the mood last moved, ``left`` whether the learner broke it off."""

    dialogue: Dialogue
    inner: Inner
    cause: LocalText | None = None
    left: bool = False

    @property
    def exercise(self) -> Dialogue:
        return self.dialogue

    @property
    def over(self) -> bool:
        return self.left or self.inner.place in self.dialogue.ending_of

    @property
    def turn(self) -> Turn | None:
        """The present turn; None at the end."""
        return None if self.over else self.dialogue.turn_of[self.inner.place]

    @property
    def mood(self) -> int:
        return self.inner.variables(self.dialogue)[MOOD]

    def moves(self) -> Sequence[Move]:
        if self.over:
            return ()
        opened = {tool.id for tool in self.dialogue.tools} & set(self.inner.happened)
        tools = [Move("open", tool.id) for tool in self.dialogue.tools if tool.id not in opened]
        return [*map(_as_move, offered(self.dialogue, self.inner)), *tools]

    def apply(self, move: Move, at: float) -> tuple[Talk, tuple[Moment, ...]]:
        if self.over:
            raise MoveRefused(N_("The conversation is over."))
        talk = self.advance(at)
        match move.do:
            case "say" | "compose":
                talk = talk._said(self._phrases(move))
            case "open":
                talk = talk._opened(move.on)
            case "leave":
                text = dict.fromkeys(self.dialogue.title, "")
                talk = changed(talk._with("left", text), left=True)
            case _:
                raise MoveRefused(N_("This cannot be done in a conversation."))
        return talk, talk.moments[len(self.moments) :]

    def _phrases(self, move: Move) -> tuple[Phrase, ...]:
        wanted = (move.on,) if move.do == "say" else tuple(str(move.values.get(part)) for part in PARTS)
        for phrases in offered(self.dialogue, self.inner):
            if tuple(phrase.id for phrase in phrases) == wanted:
                return phrases
        raise MoveRefused(N_("This cannot be said at this point of the conversation."))

    def _said(self, phrases: Sequence[Phrase]) -> Talk:
        inner = say(self.dialogue, self.inner, phrases)
        new = _new(self.inner, inner)
        fresh = [fact for fact in self.dialogue.customer.facts if fact.id in new]
        names = tuple(name for phrase in phrases for name in (phrase.id, *phrase.acts, *phrase.finds))
        talk = changed(self._with("said", _joined(phrases), names, spoken=True), inner=inner, cause=None)
        for fact in fresh:
            talk = talk._with("found", fact.text, (fact.id,))
        for phrase in phrases:
            if phrase.because is not None and phrase.changes.get(MOOD):
                talk = changed(talk._with("mood", phrase.because), cause=phrase.because)
        return talk._arrived()

    def _arrived(self) -> Talk:
        """The customer's answer, or the end."""
        ending = self.dialogue.ending_of.get(self.inner.place)
        if ending is None:
            return self._heard(self.dialogue.turn_of[self.inner.place])
        talk = self if ending.says is None else self._with("heard", ending.says, spoken=True)
        return talk._with("ended", ending.text, (ending.id,))

    def _heard(self, turn: Turn) -> Talk:
        variables = self.inner.variables(self.dialogue)
        held = (one.says for one in turn.variants if met(one.when, self.inner.happened, variables))
        return self._with("heard", next(held, turn.says), spoken=True)

    def _opened(self, name: str) -> Talk:
        tool = next((tool for tool in self.dialogue.tools if tool.id == name), None)
        if tool is None:
            raise MoveRefused(N_("There is no such document at hand."))
        happened = tuple(dict.fromkeys([*self.inner.happened, name]))
        talk = self._with("opened", tool.title, (name,), spoken=True)
        return changed(talk, inner=changed(self.inner, happened=happened))

    def _with(self, kind: str, text: LocalText, names: tuple[str, ...] = (), *, spoken: bool = False) -> Talk:
        moment = Moment(len(self.moments), self.at, kind, text, spoken, names)
        return changed(self, moments=(*self.moments, moment))

    def view(self) -> TalkView:
        return talk_view(self)

    def read(self, sent: Move) -> Move:
        turn = self.turn
        if turn is None or sent.do not in ("say", "compose"):
            return sent
        lists = open_lists(self.dialogue, self.inner, turn)
        if sent.do == "say":
            return Move("say", phrase_of_token(self, lists.get("choices", []), sent.on))
        values = sent.values
        ids = {part: phrase_of_token(self, lists.get(name, []), values.get(part)) for part, name in PARTS.items()}
        return Move("compose", "", ids)

    def hint(self, name: str) -> LocalText:
        if name == "tip" and self.turn is not None and self.turn.tip is not None:
            return self.turn.tip
        return Play.hint(self, name)

    def used(self) -> Mapping[str, LocalText]:
        return {tool.id: tool.title for tool in self.dialogue.tools if tool.id in self.inner.happened}

    def assess(self) -> Assessment:
        variables = self.inner.variables(self.dialogue)
        ended = self.inner.place in self.dialogue.ending_of
        numbers: dict[str, list[int]] = {}
        for moment in self.moments:
            for name in moment.names:
                numbers.setdefault(name, []).append(moment.number)
        marks = [
            mark_of(
                one,
                one.when.holds(self.inner.happened, variables) and (ended or not one.when.negative),
                _deciding(one.when, numbers),
            )
            for one in self.dialogue.criteria
        ]
        return Assessment(tuple(marks), Fraction(str(self.dialogue.pass_mark)))

    def comments(self) -> tuple[Comment, ...]:
        by_id = self.dialogue.phrase_of
        found = []
        for moment in self.moments:
            said = [by_id[name] for name in moment.names if name in by_id] if moment.kind == "said" else []
            if said:
                moved: dict[str, int] = {}
                for phrase in said:
                    for name, change in phrase.changes.items():
                        moved[name] = moved.get(name, 0) + change
                found.append(Comment(moment.number, tuple(phrase.comment for phrase in said), moved))
        return tuple(found)


def _deciding(condition: Condition, numbers: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """The moments that a condition speaks of; ``numbers`` are all moments by the names they have."""
    return tuple(sorted({number for _, name in condition.names() for number in numbers.get(name, ())}))


def _new(before: Inner, after: Inner) -> set[str]:
    return set(after.happened) - set(before.happened)


def _joined(phrases: Sequence[Phrase]) -> LocalText:
    """What is said, in every language all parts have."""
    languages = [language for language in phrases[0].text if all(language in phrase.text for phrase in phrases)]
    return {language: " ".join(phrase.text[language].strip() for phrase in phrases) for language in languages}


def _as_move(phrases: tuple[Phrase, ...]) -> Move:
    if len(phrases) == 1:
        return Move("say", phrases[0].id)
    return Move("compose", "", {part: phrase.id for part, phrase in zip(PARTS, phrases, strict=True)})


def begin(dialogue: Dialogue, seed: str, spoken: str) -> Talk:
    """The talk after the customer's first words. ``ValueError`` in a language it is not offered in."""
    if spoken not in dialogue.spoken:
        raise ValueError(f"not offered in {spoken}")
    talk = Talk(seed, spoken, dialogue=dialogue, inner=first(dialogue))
    return talk._heard(dialogue.turns[0])
