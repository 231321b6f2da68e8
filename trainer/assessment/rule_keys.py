"""What each key of a minimum-performance rule counts: over all counted attempts, or in every one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from trainer.assessment.evidence import Evidence
from trainer.content.facets import FacetLists
from trainer.content.models import Reading

Rule = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule is read with: itself, its reading, and the tags of facet values."""

    rule: Rule
    reading: Reading
    tags: Mapping[tuple[str, str], frozenset[str]]

    def tagged(self, name: str, value: str, tag: str) -> bool:
        """Whether a value of a list bears the tag; a value called like the tag does."""
        return value == tag or tag in self.tags.get((name, value), frozenset())


def terms(rule: Rule, reading: Reading | None, lists: FacetLists) -> Terms:
    """The terms of a rule; without a reading the default one holds."""
    names = ("customer_type", "request_kind", "channel", "activity", "resource", "product", "norm")
    tags = {(name, value.id): frozenset(value.tags) for name in names for value in lists.values(name)}
    return Terms(rule, reading or Reading(text={"": "–"}), tags)


# -- counted over attempts: the values of one kind that an attempt brings ------------------------------------------

Values = Callable[[Evidence, Terms], set[Any]]


def _customers(one: Evidence, _: Terms) -> set[Any]:
    return {case.customer_type for case in one.cases}


def _customers_or_activities(one: Evidence, terms: Terms) -> set[Any]:
    """Both kinds together; :func:`different` counts each on its own."""
    return {("customer", name) for name in _customers(one, terms)} | {("activity", n) for n in one.values["activity"]}


def _channels(one: Evidence, terms: Terms) -> set[Any]:
    wanted = terms.rule.get("channel_kind")
    return {case.channel for case in one.cases if not wanted or terms.tagged("channel", case.channel, wanted)}


def _situations(one: Evidence, terms: Terms) -> set[Any]:
    return set(_combined(one, terms.reading.situation_by or ["request_kind"]))


#: What the standards' words for telling relationships apart are in the facets.
_RELATIONSHIP = {"content": "request_kind", "customer_characteristics": "customer_type"}


def _relationships(one: Evidence, terms: Terms) -> set[Any]:
    words = terms.rule.get("relationship_defined_by") or list(_RELATIONSHIP)
    return set(_combined(one, [_RELATIONSHIP.get(word, word) for word in words]))


def _combined(one: Evidence, names: list[str]) -> Iterator[tuple[str, ...]]:
    """Every combination of these facets in an attempt; what belongs to one customer is taken from one customer."""
    of_case = [name for name in names if name in ("customer_type", "request_kind", "channel")]
    others = [one.values.get(name, ()) for name in names if name not in of_case]
    heads = {tuple(getattr(case, name) for name in of_case) for case in one.cases} if of_case else {()}
    for head in heads:
        for rest in product(*others):
            yield (*head, *rest)


def _resources(*tags: str) -> Values:
    def values(one: Evidence, terms: Terms) -> set[Any]:
        return {name for name in one.values["resource"] if any(terms.tagged("resource", name, tag) for tag in tags)}

    return values


COUNTED: dict[str, Values] = {
    "min_customer_types": _customers,
    "min_request_types": lambda one, _: {case.request_kind for case in one.cases},
    "min_channels": _channels,
    "min_situations": _situations,
    "min_products": lambda one, _: set(one.values["product"]),
    "min_relationship_types": _relationships,
    "min_customer_or_activity_types": _customers_or_activities,
    "min_hw_sw_resources": _resources("hardware", "software"),
    "min_crm_applications": _resources("crm"),
}

#: One of these is enough wherever it is.
COVERED: dict[str, Values] = {
    "must_cover_hardware": _resources("hardware"),
    "must_cover_software": _resources("software"),
}

#: Every name in the rule's list must be among the activities.
LISTED = ("operations", "phases")


def slug(word: str) -> str:
    """A rule's word as facets write it: ``sales_cycle`` is ``sales-cycle``."""
    return word.replace("_", "-")


def different(key: str, values: set[Any]) -> int:
    """How many different ones there are; «customers or activities» are as many as the larger of the two kinds."""
    if key != "min_customer_or_activity_types":
        return len(values)
    kinds = [str(kind) for kind, _ in values]
    return max(kinds.count(wanted) for wanted in ("customer", "activity"))


# -- attempts among the counted ones that are of a certain kind ----------------------------------------------------

Test = Callable[[Evidence, Terms], bool]

AMONG: dict[str, Test] = {
    "of_which_non_native_italian": lambda one, terms: (
        bool(terms.reading.home_language)
        and any(case.native_language != terms.reading.home_language for case in one.cases)
    ),
    "of_which_complaint": lambda one, terms: any(
        terms.tagged("request_kind", case.request_kind, "complaint") for case in one.cases
    ),
    "of_which_conflict": lambda one, _: any(case.conflict for case in one.cases),
    "of_which_foreign_language": lambda one, terms: terms.reading.home_language not in (None, one.spoken),
}
