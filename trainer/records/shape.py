"""The exact shape of signed documents: which members a node has, of what kind, and nothing else.

RDF canonicalisation drops what no context defines, empty lists, nulls, relative types and repeated values, so a
signature says nothing about them. Whatever it would drop is refused here, before the signature is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import N_
from trainer.records.reading import NotIntact
from trainer.records.strict import Form

#: Looks at a value and the name of its member; raises :class:`NotIntact`.
Check = Callable[[Any, str], None]

_LONG = Form(longest=100_000)


def node(members: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object: members it has, and members it may have."""
    known = {**members, **(optional or {})}

    def check(value: Any, where: str) -> None:
        if not isinstance(value, dict):
            raise _unfit(where)
        for name in value:
            if name not in known:
                raise NotIntact(
                    N_("The member “{member}” does not belong there."), member=ascii(_join(where, name))[1:-1]
                )
        for name in members:
            if name not in value:
                raise NotIntact(N_("The member “{member}” is missing."), member=_join(where, name))
        for name, inner in value.items():
            known[name](inner, _join(where, name))

    return check


def many(each: Check, most: int = 2000) -> Check:
    """A list of at least one, all different: nodes that are alike take canonicalisation for ever to tell apart."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, list) or not 0 < len(value) <= most:
            raise _unfit(where)
        for place, one in enumerate(value):
            each(one, f"{where}[{place}]")
        if len({canonical_json(one) for one in value}) < len(value):
            raise _unfit(where)

    return check


def exactly(wanted: str | list[str]) -> Check:
    """This text, or list of texts, and no other."""

    def check(value: Any, where: str) -> None:
        if type(value) is not type(wanted) or value != wanted:
            raise _unfit(where)

    return check


def text(form: Form = _LONG) -> Check:
    """A text of a form."""

    def check(value: Any, where: str) -> None:
        if not isinstance(value, str) or not form.fits(value):
            raise _unfit(where)

    return check


def flag(value: Any, where: str) -> None:
    """True or false."""
    if not isinstance(value, bool):
        raise _unfit(where)


def _unfit(where: str) -> NotIntact:
    return NotIntact(N_("The member “{member}” is not what it should be."), member=where or "id")


def _join(where: str, name: str) -> str:
    return f"{where}.{name[:80]}" if where else name[:80]
