"""Small valid things to test with: an item of each kind, a paper, a learner's store, and a running attempt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.fakes.clock import FakeClock
from trainer.assessment.events import ClockPolicy, Mode
from trainer.assessment.paper import Paper, PaperSection, freeze
from trainer.flows.running import RunningAttempt
from trainer.items.base import Item
from trainer.items.kinds import item_to_json, parse_item
from trainer.kernel.clock import Clock
from trainer.progress.disk import Disk
from trainer.progress.rows import Profile
from trainer.progress.store import LearnerStore

WHY = {"it": "Perché la regola dice così.", "en": "Because the rule says so."}
NAMES = ("one-month", "ten-days", "one-year", "at-once", "never")


def an_option(name: str, *, key: bool = False) -> dict[str, Any]:
    """The data of one option."""
    return {"id": name, "key": key, "text": {"it": f"testo {name}", "en": f"text {name}"}, "rationale": WHY}


def a_row(name: str, answer: str) -> dict[str, Any]:
    """The data of one row."""
    return {"id": f"row-{name}", "text": _words(f"row {name}"), "answer": answer, "rationale": WHY}


def _words(text: str) -> dict[str, str]:
    return {"it": f"testo {text}", "en": f"text {text}"}


def _matching() -> dict[str, Any]:
    options: list[dict[str, Any]] = [{"id": name, "text": _words(name)} for name in NAMES[:4]]
    options[3]["rationale"] = WHY
    return {"rows": [a_row(f"n{n}", name) for n, name in enumerate(NAMES[:3])], "options": options}


def _classification() -> dict[str, Any]:
    names = ("private", "public", "shared")
    rows = [a_row(f"n{n}", names[n % 3]) for n in range(5)]
    return {"categories": [{"id": name, "text": _words(name)} for name in names], "rows": rows}


def _ordering() -> dict[str, Any]:
    return {"steps": [{"id": f"step-{name}", "text": _words(f"step {name}"), "rationale": WHY} for name in NAMES[:4]]}


def _gaps() -> dict[str, Any]:
    chosen = {"id": "deadline", "options": [an_option(name, key=not place) for place, name in enumerate(NAMES[:3])]}
    typed = {
        "id": "word",
        "accepted": {"it": ["recesso", "diritto di recesso"], "en": ["withdrawal"]},
        "rationale": WHY,
    }
    text = {"it": "Entro [[deadline]] c’è il [[word]].", "en": "Within [[deadline]] there is [[word]]."}
    return {"text": text, "gaps": [chosen, typed]}


def _numeric() -> dict[str, Any]:
    return {
        "answer": "12.5", "tolerance": "0.1", "unit": {"it": "minuti", "en": "minutes"}, "rationale": WHY,
        "slips": [{"value": "14", "rationale": {"it": "È la somma, non la media.", "en": "That is the sum."}}],
    }  # fmt: skip


def _short_text() -> dict[str, Any]:
    return {"accepted": {"it": ["portabilità"], "en": ["portability", "data portability"]}, "rationale": WHY}


def _open() -> dict[str, Any]:
    criteria = [{"id": name, "text": _words(name), "points": 2} for name in NAMES[:2]]
    return {"use": "practice", "model_answer": WHY, "criteria": criteria, "max_characters": 400}


#: The kinds whose response is options and nothing else, in one or two groups.
CHOICE_KINDS = ("single", "multiple", "true_false")
OTHER_KINDS: dict[str, Callable[[], dict[str, Any]]] = {
    "matching": _matching,
    "classification": _classification,
    "ordering": _ordering,
    "gaps": _gaps,
    "numeric": _numeric,
    "short_text": _short_text,
    "open": _open,
}


def item_data(kind: str = "single", id: str = "item-1", **changes: Any) -> dict[str, Any]:
    """The authored data of a valid item of this kind; ``changes`` replace or add fields."""
    keys = (0, 2) if kind == "multiple" else (0,)
    options = [an_option(name, key=place in keys) for place, name in enumerate(NAMES[:4])]
    own: dict[str, Any] = {"options": options}
    if kind == "true_false":
        own = {"answer": True, "if_true": WHY, "if_false": WHY, "reasons": options[:3]}
    elif kind not in CHOICE_KINDS:
        own = OTHER_KINDS[kind]()
    return {
        "id": id, "kind": kind, "lesson": "rights", "level": "apply", "difficulty": "easy", "use": "both",
        "jurisdiction": "EU", "statements": ["tin.u1.k01"], "facts": ["F-1"],
        "stem": {"it": f"Domanda {id}?", "en": f"Question {id}?"}, **own, **changes,
    }  # fmt: skip


def an_item(kind: str = "single", id: str = "item-1", **changes: Any) -> Item:
    """A valid item of this kind."""
    return parse_item(item_data(kind, id, **changes))


def some_items(count: int, kinds: Sequence[str] = CHOICE_KINDS) -> list[Item]:
    """Items of these kinds in turn: ``item-1``, ``item-2``, …"""
    return [an_item(kinds[number % len(kinds)], f"item-{number + 1}") for number in range(count)]


def a_paper(
    items: Sequence[Item] | None = None, *, sections: Sequence[str] = ("first", "second"), **changes: Any
) -> Paper:
    """A frozen exam paper of 25 minutes, or another; the items fill its sections evenly, one after the other."""
    found = list(items) if items is not None else some_items(6)
    seed = str(changes.get("seed", "7"))
    each = -(-len(found) // len(sections))
    sources = [{"id": "F-1", "citation": {"it": "art. 12", "en": "Art. 12"}}]
    frozen = tuple(
        freeze(item, item_to_json(item), sections[place // each], "gdpr", seed, sources)
        for place, item in enumerate(found)
    )
    fields: dict[str, Any] = {
        "kind": "exam", "subject": "gdpr", "title": {"it": "Prova", "en": "Test"}, "as_of": "2026-11-21", "seed": seed,
        "pool_digest": "0" * 64, "content_version": "2026.1", "qualification": "tin", "minutes": 25,
        "pass_mark": 0.7, "section_pass_mark": 0.5, "house_rule": True, **changes,
    }  # fmt: skip
    titles = tuple(PaperSection(name, {"it": name, "en": name}) for name in sections)
    return Paper(**fields, sections=titles, items=frozen)


def a_practice(items: Sequence[Item] | None = None) -> Paper:
    """A frozen practice paper: no time limit, no pass mark."""
    nothing: dict[str, Any] = {"minutes": None, "pass_mark": None, "section_pass_mark": None, "house_rule": False}
    return a_paper(items, sections=("practice",), kind="practice", **nothing)


def a_store(folder: Path, disk: Disk | None = None) -> LearnerStore:
    """The open store of a learner who has just begun; close it when another must open it."""
    store = LearnerStore(folder / "data" / "learners" / "maria", disk)
    if store.profile() is None:
        store.save_profile(Profile("Maria", "it", "en", "tin", "2026-11-21T08:00:00.000Z"))
    return store


def a_running(
    store: LearnerStore,
    paper: Paper | None = None,
    clock: Clock | None = None,
    *,
    mode: Mode = "mock",
    policy: ClockPolicy = "stops",
) -> RunningAttempt:
    """An attempt that has just begun on a paper."""
    return RunningAttempt.begin(
        store, paper or a_paper(), clock or FakeClock(), mode=mode, policy=policy, language="it"
    )


def right_response(item: Item) -> dict[str, tuple[str, ...]]:
    """A response that earns the full mark; of an open item, one that could."""
    return _sample(item, full=True)


def wrong_response(item: Item) -> dict[str, tuple[str, ...]]:
    """A response that earns nothing and is not blank."""
    return _sample(item, full=False)


def _sample(item: Item, *, full: bool) -> dict[str, tuple[str, ...]]:
    wanted = 1 if full else 0
    return next(
        dict(item.parse(sample.response))
        for sample in item.samples()
        if (sample.points == wanted or sample.provisional) and any(sample.response.values())
    )
