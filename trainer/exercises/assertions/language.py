"""What an assertion may speak of: the functions of a kind, the ids of an exercise, and whether a line makes sense.

Types are words: ``truth``, ``event``, ``number``, ``day``, ``time``, ``text``, ``list``, or the name of a list of ids
(``queue``); ``a|b`` takes an id of either list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from trainer.exercises.assertions.parse import Call, Compared, Joined, Name, Node, Said, Several, parse_assertion

PLAIN = frozenset({"truth", "event", "number", "day", "time", "text", "list"})
_TRUE = ("truth", "event")
_ORDERED = ("number", "day", "time")


@dataclass(frozen=True, slots=True)
class Happened:
    """The numbers of the moments at which something happened; true when there are any."""

    moments: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.moments)


Value = bool | str | Decimal | date | time | Happened | tuple[Any, ...] | None
#: ``(play, arguments, attribute, trace) -> value``; what decided it is added to the trace as numbers of moments.
Run = Callable[[Any, Sequence[Any], str, list[int]], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """A word with brackets. ``gives`` is its type; a ``thing`` gives nothing by itself and has attributes instead.

    ``least`` is how many of its arguments must be there; ``thing`` names the attributes that may follow.
    """

    takes: tuple[str, ...]
    gives: str
    run: Run
    least: int | None = None
    thing: str = ""


@dataclass(frozen=True)
class Language:
    """The functions of a kind, the ids of one exercise by list, and the types of its things' attributes."""

    functions: Mapping[str, Function]
    ids: Mapping[str, Collection[str]]
    attributes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def check(self, line: str) -> None:
        """``ValueError`` when the line cannot be read, is no statement, or speaks of what is not there."""
        found = self.type_of(parse_assertion(line))
        if found not in _TRUE:
            raise ValueError(f"this is a {found} and neither true nor false; compare it with something")

    def type_of(self, node: Node) -> str:
        """The type of a tree."""
        match node:
            case Said(value):
                return _type_of_said(value)
            case Several():
                return "list"
            case Joined(_, parts):
                for part in parts:
                    if (found := self.type_of(part)) not in _TRUE:
                        raise ValueError(f"«and», «or» and «not» join what is true or false, and this is a {found}")
                return "truth"
            case Compared():
                return self._compared(node)
            case Call():
                return self._call(node)
            case Name(id):
                raise ValueError(f"«{id}» stands alone; an id stands in brackets or after a comparison")

    def _call(self, call: Call) -> str:
        function = self.functions.get(call.name)
        if function is None:
            raise ValueError(f"there is no «{call.name}(…)»; there are: {', '.join(sorted(self.functions))}")
        least = len(function.takes) if function.least is None else function.least
        if not least <= len(call.arguments) <= len(function.takes):
            raise ValueError(f"«{call.name}» takes {', '.join(function.takes) or 'nothing'} in its brackets")
        for argument, wanted in zip(call.arguments, function.takes, strict=False):
            self._fits(argument, wanted)
        return self._attribute(call, function)

    def _attribute(self, call: Call, function: Function) -> str:
        known = self.attributes.get(function.thing, {}) if function.thing else {}
        if call.attribute is None:
            if function.gives == "thing":
                raise ValueError(f"«{call.name}(…)» is followed by a dot and one of: {', '.join(sorted(known))}")
            return function.gives
        if call.attribute not in known:
            there = ", ".join(sorted(known)) or "nothing"
            raise ValueError(f"«{call.name}(…)» has no «{call.attribute}»; it has: {there}")
        return known[call.attribute]

    def _fits(self, node: Node, wanted: str) -> None:
        if isinstance(node, Several) and wanted.startswith("list:"):
            for item in node.items:
                self._fits(item, wanted.removeprefix("list:"))
            return
        if isinstance(node, Name):
            self._known(node.id, wanted)
            return
        found = self.type_of(node)
        if found != wanted:
            raise ValueError(f"a {wanted} is expected, and this is a {found}")

    def _known(self, id: str, wanted: str) -> None:
        lists = wanted.split("|")
        if set(lists) & PLAIN or wanted.startswith("list:"):
            raise ValueError(f'«{id}» is an id, and a {wanted} is expected; a text stands in "…"')
        there = sorted({name for one in lists for name in self.ids.get(one, ())})
        if id not in there:
            raise ValueError(f"there is no {wanted.replace('|', ' or ')} «{id}»; there are: {', '.join(there)[:300]}")

    def _compared(self, node: Compared) -> str:
        left = self.type_of(node.left)
        if left in ("truth", "event", "list"):
            raise ValueError(f"a {left} is not compared with anything")
        if node.sign in ("<", ">", "<=", ">=") and left not in _ORDERED:
            raise ValueError(f"«{node.sign}» compares numbers, days and times, and this is a {left}")
        if (node.sign == "in") != isinstance(node.right, Several):
            raise ValueError("after «in» comes a list in [ ], and a list comes after nothing else")
        for one in node.right.items if isinstance(node.right, Several) else (node.right,):
            self._fits(one, left)
        return "truth"


def _type_of_said(value: object) -> str:
    match value:
        case Decimal():
            return "number"
        case date():
            return "day"
        case time():
            return "time"
    return "text"
