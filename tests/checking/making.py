"""Items, banks and worlds made for tests: a clean item, and ways to spoil it."""

from __future__ import annotations

from datetime import date
from typing import Any

from trainer.checking.check import find
from trainer.checking.findings import Finding
from trainer.checking.known import Known
from trainer.checking.seen import SeenItem
from trainer.checking.world import SeenBank, World
from trainer.content.models import Source
from trainer.items.kinds import parse_item

TODAY = date(2026, 11, 21)
WHY = {"it": "Lo dice la regola citata in questa lezione.", "en": "The rule quoted in this lesson says so."}

STEM = (
    "Un cliente chiede per posta elettronica una copia dei propri dati. Entro quale termine risponde l’azienda?",
    "A customer asks by electronic mail for a copy of the data held. Within what time does the firm answer?",
)
OPTIONS = [
    ("Appena possibile, al più in un mese", "As soon as possible, a month at most", True),
    ("Quando ha chiuso la pratica aperta", "When the pending case has been closed", False),
    ("Alla prossima fattura che spedisce", "With the next invoice that it sends", False),
]
KEY, WRONG, LAST = OPTIONS
NAMES = ("one-month", "case-closed", "next-invoice", "fourth-one", "fifth-one", "sixth-one", "seventh-one")


def text(pair: tuple[str, str] | dict[str, str]) -> dict[str, str]:
    """A text in both languages."""
    return pair if isinstance(pair, dict) else {"it": pair[0], "en": pair[1]}


def options(rows: list[tuple[str, str, bool]]) -> list[dict[str, Any]]:
    """Options with a rationale each."""
    return [
        {"id": name, "key": key, "text": text((it, en)), "rationale": WHY}
        for name, (it, en, key) in zip(NAMES, rows, strict=False)
    ]


def single(stem: Any = STEM, rows: Any = None, **fields: Any) -> dict[str, Any]:
    """A clean single choice, or one with another stem, options or fields."""
    return {
        "id": "clean-item", "kind": "single", "revision": 1, "lesson": "rights", "level": "apply",
        "difficulty": "easy", "use": "practice", "jurisdiction": "EU", "statements": ["s.k01"], "facts": ["F-1"],
        "stem": text(stem), "options": options(rows or OPTIONS),
    } | fields  # fmt: skip


def statement(stem: Any, answer: bool = True, **fields: Any) -> dict[str, Any]:
    """A clean true or false item with another statement."""
    made = single(stem, kind="true_false", answer=answer, if_true=WHY, if_false=WHY, reasons=options(OPTIONS))
    del made["options"]
    return made | fields


Item = dict[str, Any]
#: Its name, the rules that must speak, the item.
Case = tuple[str, set[str], Item]


def with_option(it: str, en: str, key: bool = False) -> dict[str, Any]:
    """The clean item with another last option."""
    return single(rows=[(KEY[0], KEY[1], not key), WRONG, (it, en, key)])


def numbers(*rows: tuple[str, str], order: str = "fixed", key: int = 1) -> dict[str, Any]:
    """A question on a term, answered with quantities."""
    stem = (
        "Secondo il GDPR, entro quanto tempo si notifica una violazione all’autorità?",
        "Under the GDPR, within what time is a breach notified to the authority?",
    )
    return single(stem, [(it, en, index == key) for index, (it, en) in enumerate(rows)], order=order)


def without(item: dict[str, Any], language: str, *places: Any) -> dict[str, Any]:
    """The item with one text missing in one language."""
    target = item
    for step in places:
        target = target[step]
    target.pop(language)
    return item


def option_rationale(it: str, en: str) -> dict[str, Any]:
    made = options(OPTIONS)
    made[1] = made[1] | {"rationale": text((it, en))}
    return single(options=made)


def seen(data: dict[str, Any], module: str = "gdpr") -> SeenItem:
    """The item as rules see it; every line is 1."""
    return SeenItem(parse_item(data), "bank.yaml", module, lambda place: 1)


def source(name: str, **fields: Any) -> Source:
    values: dict[str, Any] = {
        "id": name, "citation": text(("art. 1", "Art. 1")), "jurisdiction": "EU", "valid_from": date(2018, 5, 25),
        "review_by": date(2027, 11, 21), "certainty": "verified",
    }  # fmt: skip
    return Source(**values | fields)


KNOWN = Known(
    statements={
        "s.k01": "knowledge",
        "s.k02": "knowledge",
        "s.s01": "skill",
        **{f"s.k1{n}": "knowledge" for n in range(6)},
    },
    sources={
        "F-1": source("F-1"),
        "F-2": source("F-2", certainty="knowledge"),
        "F-3": source("F-3", certainty="model"),
    },
    covers={"gdpr": frozenset({"s.k01", "s.s01", *(f"s.k1{n}" for n in range(6))})},
    same_as=(("s.k10", "s.k11"),),
    lessons={"gdpr": ("rights",)},
)


def world(*items: dict[str, Any], known: Known = KNOWN) -> World:
    """A world of one bank and nothing else."""
    bank = SeenBank("gdpr", "bank.yaml", [seen(item) for item in items], complete=True)
    return World(TODAY, known, ("it", "en"), banks=[bank])


def found(*items: dict[str, Any], known: Known = KNOWN) -> list[Finding]:
    """Everything the checker says about these items."""
    return find(world(*items, known=known))


def rules(*items: dict[str, Any], known: Known = KNOWN) -> set[str]:
    """The names of the rules that speak."""
    return {finding.rule for finding in found(*items, known=known)}
