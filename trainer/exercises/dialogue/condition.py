"""Conditions on what has happened and on variables: when a phrase is offered, where a turn leads, what earns points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import model_validator

from trainer.schema.fields import Authored, Slug


class Condition(Authored):
    """Everything that is said here must hold.

    Names are acts and ids of phrases, facts found, tools opened and endings reached. ``order``: each of these happened,
    the first time in this order. ``one_of``: at least one of these holds.
    """

    after: list[Slug] = []
    without: list[Slug] = []
    order: list[Slug] = []
    least: dict[Slug, int] = {}
    most: dict[Slug, int] = {}
    one_of: list[Condition] = []

    @model_validator(mode="after")
    def _says_something(self) -> Condition:
        if not (self.after or self.without or self.order or self.least or self.most or self.one_of):
            raise ValueError("a condition says something: after, without, order, least, most or one_of")
        return self

    def holds(self, happened: Sequence[str], variables: Mapping[str, int]) -> bool:
        """Whether it is true of names in the order they first happened, and of the variables."""
        known = frozenset(happened)
        if not known.issuperset(self.after) or not known.isdisjoint(self.without):
            return False
        if any(variables[name] < value for name, value in self.least.items()):
            return False
        if any(variables[name] > value for name, value in self.most.items()):
            return False
        if self.order and not (known.issuperset(self.order) and _in_order(happened, self.order)):
            return False
        return not self.one_of or any(one.holds(happened, variables) for one in self.one_of)

    @property
    def negative(self) -> bool:
        """Whether doing nothing is enough for it."""
        if self.after or self.order or self.least:
            return False
        return not self.one_of or any(one.negative for one in self.one_of)

    def names(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every name it speaks of, with its place in the condition."""
        for field in ("after", "without", "order"):
            for index, name in enumerate(getattr(self, field)):
                yield (field, index), name
        for number, one in enumerate(self.one_of):
            for place, name in one.names():
                yield ("one_of", number, *place), name

    def variables(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every variable it speaks of, with its place in the condition."""
        for field in ("least", "most"):
            for name in getattr(self, field):
                yield (field, name), name
        for number, one in enumerate(self.one_of):
            for place, name in one.variables():
                yield ("one_of", number, *place), name


def _in_order(happened: Sequence[str], wanted: Sequence[str]) -> bool:
    places = [happened.index(name) for name in wanted]
    return places == sorted(places)


def met(condition: Condition | None, happened: Sequence[str], variables: Mapping[str, int]) -> bool:
    """Whether there is no condition or it holds."""
    return condition is None or condition.holds(happened, variables)
