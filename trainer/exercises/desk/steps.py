"""Steps of a desk's recorded runs, as they are written: ``route: late-parcel`` with what it needs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from trainer.exercises.desk.acts.looking import SEARCHED
from trainer.exercises.play import Move
from trainer.exercises.runs import STEP_SECONDS, Step

if TYPE_CHECKING:
    from trainer.exercises.kinds.desk import Desk

#: What each step may have beside its word.
_WITH: dict[str, frozenset[str]] = {
    "open": frozenset({"kind"}),
    "search": frozenset({"text"}),
    "new-card": frozenset({"fields"}),
    "merge": frozenset({"into"}),
    "correct": frozenset({"field", "value"}),
    "register": frozenset({"customer"}),
    "link": frozenset({"customer"}),
    "classify": frozenset({"category"}),
    "prioritise": frozenset({"priority"}),
    "route": frozenset({"queue"}),
    "deadline": frozenset({"day"}),
    "close": frozenset({"code"}),
    "reply": frozenset({"phrases", "text"}),
    "fill": frozenset({"about", "fields", "text"}),
    "report": frozenset({"fields", "text"}),
    "archive": frozenset({"folder"}),
    "delete": frozenset({"kind"}),
}
#: The lists a step's thing may be of, in the order they are looked through.
_KINDS = ("document", "customer", "record", "article", "form", "ticket")


def read_step(desk: Desk, data: dict[str, Any]) -> Step:
    """One step of a run. ``ValueError`` when it has another form or names what is not there."""
    seconds = data.get("seconds", STEP_SECONDS)
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= 86_400:
        raise ValueError("«seconds» are a number from 1 to 86400")
    rest = {name: value for name, value in data.items() if name != "seconds"}
    if not rest:
        return Step(None, float(seconds))
    word, on = next(iter(rest.items()))
    if word in ("wait", "finish") and on is True and len(rest) == 1:
        return Step(Move(word), float(seconds))
    if word not in _WITH or not isinstance(on, str):
        raise ValueError(f"a step begins with one of {', '.join(_WITH)}, wait: true, finish: true or seconds: NUMBER")
    values = {name: value for name, value in rest.items() if name != word}
    if extra := set(values) - _WITH[word]:
        there = ", ".join([*sorted(_WITH[word]), "seconds"])
        raise ValueError(f"a step «{word}» has no «{min(extra)}»; it may have: {there}")
    return Step(Move(word, on, _completed(desk, word, on, values)), float(seconds))


def _completed(desk: Desk, word: str, on: str, values: dict[str, Any]) -> dict[str, Any]:
    if word == "search":
        if on not in SEARCHED:
            raise ValueError(f"there is no list «{on}» to search; there are: {', '.join(SEARCHED)}")
        return {"text": "", **values}
    ids = desk.language.ids
    if not any(on in ids[kind] for kind in _KINDS):
        raise ValueError(f"there is nothing with the id «{on}» at this desk")
    if word in ("open", "delete") and "kind" not in values:
        return {**values, "kind": next(kind for kind in _KINDS if on in ids[kind])}
    return values
