"""Exercises to play: those of the fixtures, and a small talk that tests may bend."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from tests.fixtures import EXERCISES
from trainer.banks.exercises import read_exercise
from trainer.content.locate import shipped_root
from trainer.exercises.authored import EXERCISE
from trainer.exercises.base import Exercise
from trainer.exercises.kinds.dialogue import Dialogue


@cache
def exercises(root: Path = EXERCISES) -> dict[str, Exercise]:
    """The exercises of a content folder, by id."""
    found = {}
    for path in sorted(root.glob("courses/modules/*/exercises/*.yaml")):
        loaded, flaws = read_exercise(path, path.name)
        assert loaded is not None, [f"{flaw.file}:{flaw.line} {flaw.message}" for flaw in flaws]
        found[loaded.value.id] = loaded.value
    return found


def every_exercise() -> list[Exercise]:
    """Those of the fixtures and those that are shipped."""
    return [*exercises().values(), *exercises(shipped_root()).values()]


RUCKSACK, BOX = "demo-rucksack-at-the-counter", "demo-box-on-the-telephone"


def text(words: str) -> dict[str, str]:
    """A text in both languages."""
    return {"it": f"it {words}", "en": f"en {words}"}


def choice(name: str, to: str, **fields: Any) -> dict[str, Any]:
    """The data of something that may be said."""
    return {"id": name, "text": text(name), "to": to, "comment": text(f"on {name}"), **fields}


def phrase(name: str, **fields: Any) -> dict[str, Any]:
    """The data of a part of what is composed."""
    return {"id": name, "text": text(name), "comment": text(f"on {name}"), **fields}


def talk_data(**fields: Any) -> dict[str, Any]:
    """The data of a talk of two turns: be kind or curt, then agree or not."""
    turns = [
        {
            "id": "first",
            "says": text("hello"),
            "choices": [
                choice("kind", "second", acts=["greeting"], finds=["a-fact"], changes={"mood": 10}, because=text("up")),
                choice("curt", "second", changes={"mood": -10}, because=text("down")),
            ],
        },
        {
            "id": "second",
            "says": text("and now?"),
            "choices": [
                choice("agree", "good", changes={"mood": 5}, because=text("up again")),
                choice("refuse", "poor", polite=True),
            ],
        },
    ]
    return {
        "version": 1, "kind": "dialogue", "id": "a-talk", "units": ["dem.u1"], "use": "practice",
        "jurisdiction": "none", "title": text("talk"), "minutes": 5, "spoken": ["it", "en"],
        "facets": {"cases": [{"customer_type": "business", "native_language": "it", "request_kind": "information",
                              "channel": "counter"}]},
        "briefing": text("briefing"),
        "customer": {"name": "Ada", "about": text("about"), "goal": text("goal"), "level": "native", "mood": 50,
                     "facts": [{"id": "a-fact", "text": text("fact")}]},
        "tools": [{"id": "a-card", "kind": "card", "title": text("card"), "text": text("what the card says")}],
        "patience": {"turns": 6, "to": "poor"},
        "turns": turns,
        "endings": [{"id": "good", "text": text("well done"), "outcome": "reached"},
                    {"id": "poor", "text": text("not well"), "outcome": "failed"}],
        "criteria": [
            {"id": "greets", "about": "act", "text": text("greets"), "why": text("why"), "points": 4,
             "when": {"after": ["greeting"]}},
            {"id": "ends-well", "about": "outcome", "text": text("ends well"), "why": text("why"), "points": 6,
             "critical": True, "when": {"after": ["good"]}},
        ],
        **fields,
    }  # fmt: skip


def a_talk(**fields: Any) -> Dialogue:
    """A valid small talk; ``fields`` replace those of :func:`talk_data`."""
    return dialogue_of(talk_data(**fields))


def dialogue_of(data: dict[str, Any]) -> Dialogue:
    """The dialogue of this data. Raises ``pydantic.ValidationError``."""
    made = EXERCISE.validate_python(data)
    assert isinstance(made, Dialogue)
    return made
