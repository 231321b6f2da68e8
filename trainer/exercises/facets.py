"""Typed facets: what an exercise is about and what a passed attempt at it is evidence of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator

from trainer.schema.fields import Authored, Slug


def _code(value: str) -> str:
    if not (2 <= len(value) <= 3 and value.isascii() and value.isalpha() and value.islower()):
        raise ValueError("must be the code of a language: two or three lower-case letters")
    return value


#: The code of a language a person speaks: ``it``, ``uk``, ``ar``.
LanguageCode = Annotated[str, AfterValidator(_code)]

#: The lists a facet's values must come from, by the name they have in ``courses/facets.yaml``.
LISTS = ("customer_type", "request_kind", "channel", "activity", "resource", "product", "norm")


class Case(Authored):
    """One customer with one request, on one channel."""

    customer_type: Slug
    native_language: LanguageCode
    request_kind: Slug
    channel: Slug
    conflict: bool = False


class Facets(Authored):
    """What the work is about: its customers, and what is done, used, sold and observed. Values are of closed lists."""

    cases: list[Case] = []
    activity: list[Slug] = []
    resource: list[Slug] = []
    product: list[Slug] = []
    norm: list[Slug] = []

    def values(self) -> dict[str, tuple[str, ...]]:
        """The values by list, each once, in authored order."""
        found = {name: [str(getattr(case, name)) for case in self.cases] for name in LISTS[:3]}
        found |= {name: list(getattr(self, name)) for name in LISTS[3:]}
        return {name: tuple(dict.fromkeys(values)) for name, values in found.items()}

    def as_json(self, spoken: str) -> dict[str, Any]:
        """Plain data: ``native_speaker`` says whether every customer is one of the language spoken."""
        natives = [case.native_language == spoken for case in self.cases]
        return {
            **{name: list(values) for name, values in self.values().items()},
            "native_speaker": all(natives) if natives else None,
            "conflict": any(case.conflict for case in self.cases),
        }
