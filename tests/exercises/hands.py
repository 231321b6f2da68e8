"""Playing a recorded run of a desk or a workstation as a person does: by what is on the screen and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from trainer.exercises.desk.reading import ON, VALUES
from trainer.exercises.desk.shift import Shift
from trainer.exercises.play import Move, Play
from trainer.exercises.tokens import token_of
from trainer.exercises.workstation.reading import ON as AT_A_POST
from trainer.exercises.workstation.reading import VALUES as OF_A_POST
from trainer.exercises.workstation.setup import Setup

Send = Callable[[Move], Any]
Look = Callable[[], Play]


def by_hand(look: Look, send: Send, move: Move) -> None:
    """Make a move that names ids with the tokens that are shown; what is not in sight is looked for first."""
    if isinstance(look(), Setup):
        send(_at_a_post(look(), move))
        return
    for kind, id in _needed(look(), move):
        _bring(look, send, kind, id)
    if move.do == "open" and move.values["kind"] in ("customer", "record"):
        _find(look, send, str(move.values["kind"]), move.on)
    for name in ("customer", "into"):
        if move.values.get(name):
            _find(look, send, "customer", move.values[name])
    send(_at_a_desk(look(), move))


def _needed(play: Play, move: Move) -> list[tuple[str, str]]:
    """What must be on the screen, or in a list, before a move can be made."""
    assert isinstance(play, Shift)
    if move.do in ("reply", "new-card"):
        return [("document", move.on)]
    if move.do == "correct":
        return [("record" if move.on in play.world.records else "customer", move.on)]
    return [("form", move.on)] if move.do in ("fill", "report") else []


def _bring(look: Look, send: Send, kind: str, id: str) -> None:
    play = look()
    assert isinstance(play, Shift)
    if play.on_screen != (kind, id):
        by_hand(look, send, Move("open", id, {"kind": kind}))


def _find(look: Look, send: Send, kind: str, id: str) -> None:
    play = look()
    assert isinstance(play, Shift)
    if not _in_sight(play, kind, id):
        thing = play.card(id) if kind == "customer" else play.record(id)
        assert thing is not None
        send(Move("search", f"{kind}s", {"text": thing.number}))


def _at_a_desk(play: Play, move: Move) -> Move:
    if move.do not in ON:
        return move
    kinds = (str(move.values["kind"]),) if move.do in ("open", "delete") else ON[move.do]
    if move.do == "correct":
        kinds = ("record",) if move.on in play.world.records else ("customer",)  # type: ignore[attr-defined] # a shift
    values = {name: _value(play, name, one, move.values) for name, one in move.values.items()}
    return Move(move.do, _seen(play, kinds[0], move.on), values)


def _value(play: Play, name: str, value: Any, values: Any) -> Any:
    if name in VALUES:
        return _seen(play, VALUES[name], value) if value else ""
    if name == "phrases":
        return [_seen(play, "phrase", one) for one in value]
    if name == "fields" and isinstance(value, list):
        return [_seen(play, "field", one) for one in value]
    if name == "fields":
        return {_seen(play, "field", field): _entered(play, field, one) for field, one in value.items()}
    return _entered(play, values["field"], value) if name == "value" else value


def _entered(play: Play, field: str, value: str) -> str:
    kind = play.world.fields[field].entry  # type: ignore[attr-defined] # a shift
    return _seen(play, "value", value) if value and kind in ("taken", "choice") else value


def _at_a_post(play: Play, move: Move) -> Move:
    if move.do not in AT_A_POST:
        return move
    values = dict(move.values)
    for name, value in values.items():
        kind = OF_A_POST.get((move.do, name))
        if name == "phrases":
            values[name] = [_seen(play, "phrase", f"{move.on} {one}") for one in value]
        elif kind is not None and isinstance(value, str):
            values[name] = _seen(play, kind, f"{move.on} {value}")
    return Move(move.do, _seen(play, AT_A_POST[move.do], move.on), values)


def _seen(play: Play, kind: str, id: str) -> str:
    """The token of a thing, which must be on the screen."""
    assert _in_sight(play, kind, id), f"{kind} {id} is not in sight"
    return token_of(play.seed, kind, id)


def _in_sight(play: Play, kind: str, id: str) -> bool:
    return f'"{token_of(play.seed, kind, id)}"' in json.dumps(asdict(play.view()))
