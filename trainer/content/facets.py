"""``courses/facets.yaml``: the closed lists that an exercise's facets take their values from."""

from __future__ import annotations

from trainer.schema.fields import Authored, File, Slug, Text


class FacetValue(Authored):
    """One value. ``tags`` are what rules ask of it: a channel is ``remote``, a resource ``software`` and ``crm``."""

    id: Slug
    name: Text
    tags: list[Slug] = []


class FacetLists(File):
    """The lists by name. A rule on minimum performance counts different values of one of them."""

    customer_type: list[FacetValue] = []
    request_kind: list[FacetValue] = []
    channel: list[FacetValue] = []
    activity: list[FacetValue] = []
    resource: list[FacetValue] = []
    product: list[FacetValue] = []
    norm: list[FacetValue] = []

    def values(self, name: str) -> list[FacetValue]:
        """The values of a list; none where there is no such list."""
        found: list[FacetValue] = getattr(self, name, [])
        return found
