"""Steps of a workstation's recorded runs, as they are written: ``set: distance`` with ``to: 60`` beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.exercises.play import Move
from trainer.exercises.runs import STEP_SECONDS, Step

if TYPE_CHECKING:
    from trainer.exercises.kinds.workstation import Workstation

#: What each step may have beside its word.
_WITH: dict[str, frozenset[str]] = {
    "set": frozenset({"to"}),
    "test": frozenset({"with"}),
    "act": frozenset({"with"}),
    "report": frozenset({"phrases", "text"}),
    "respond": frozenset({"with"}),
    "break": frozenset({"minutes"}),
    "unbreak": frozenset(),
    "open": frozenset(),
}
_LISTS = {
    "set": "settings", "test": "devices", "act": "devices", "report": "reports", "respond": "incidents",
    "open": "articles",
}  # fmt: skip


def read_step(workstation: Workstation, data: dict[str, Any]) -> Step:
    """One step of a run. ``ValueError`` when it has another form or names what is not there."""
    seconds = data.get("seconds", STEP_SECONDS)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= 86_400:
        raise ValueError("«seconds» are a number from 1 to 86400")
    rest = {name: value for name, value in data.items() if name != "seconds"}
    if not rest:
        return Step(None, float(seconds))
    word, on = next(iter(rest.items()))
    if word == "finish" and on is True and len(rest) == 1:
        return Step(Move("finish"), float(seconds))
    if word not in _WITH or not isinstance(on, str):
        raise ValueError(f"a step begins with one of {', '.join(_WITH)}, finish: true or seconds: NUMBER")
    values = {name: value for name, value in rest.items() if name != word}
    if extra := set(values) - _WITH[word]:
        there = ", ".join([*sorted(_WITH[word]), "seconds"])
        raise ValueError(f"a step «{word}» has no «{min(extra)}»; it may have: {there}")
    if word in _LISTS and on not in {one.id for one in getattr(workstation, _LISTS[word])}:
        raise ValueError(f"there is no «{on}» among the {_LISTS[word]}")
    return Step(_move(word, on, values), float(seconds))


def _move(word: str, on: str, values: dict[str, Any]) -> Move:
    if word in ("break", "unbreak"):
        return Move(word, "", {"start": on, **values})
    if "with" in values:
        return Move(word, on, {"test" if word == "test" else "act": values["with"]})
    return Move(word, on, values)
