"""Steps of a dialogue's recorded runs, as they are written: ``say: id``, ``compose: [a, b, c]``, ``open: id`` …"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.exercises.dialogue.parts import Phrase
from trainer.exercises.play import Move
from trainer.exercises.runs import STEP_SECONDS, Step

if TYPE_CHECKING:
    from trainer.exercises.kinds.dialogue import Dialogue

_FORMS = "say: PHRASE, compose: [OPENING, CONTENT, CLOSING], open: TOOL, leave: true or wait: SECONDS"


def read_step(dialogue: Dialogue, data: dict[str, Any]) -> Step:
    """One step of a run. ``ValueError`` when it has another form or names what is not there."""
    if len(data) != 1:
        raise ValueError(f"a step is one of {_FORMS}")
    ((do, what),) = data.items()
    match do:
        case "wait" if type(what) in (int, float) and 0 < what <= 86_400:
            return Step(None, float(what))
        case "leave" if what is True:
            return Step(Move("leave"))
        case "say" if isinstance(what, str):
            _known(what, [phrase.id for _, phrase in dialogue.phrases()], "phrase")
            return Step(Move("say", what))
        case "open" if isinstance(what, str):
            _known(what, [tool.id for tool in dialogue.tools], "tool")
            return Step(Move("open", what))
        case "compose" if isinstance(what, list) and len(what) == 3:
            for name in what:
                _known(name, [phrase.id for _, phrase in dialogue.phrases()], "phrase")
            return Step(composed(what))
    raise ValueError(f"a step is one of {_FORMS}")


def composed(ids: list[str]) -> Move:
    """The move that says an opening, a content and a closing."""
    return Move("compose", "", dict(zip(("opening", "content", "closing"), ids, strict=True)))


def _known(name: object, names: list[str], what: str) -> None:
    if name not in names:
        raise ValueError(f"there is no {what} «{name}»")


def step_of(phrases: tuple[Phrase, ...]) -> Step:
    """The step that says these phrases."""
    ids = [phrase.id for phrase in phrases]
    return Step(Move("say", ids[0]) if len(ids) == 1 else composed(ids), STEP_SECONDS)
