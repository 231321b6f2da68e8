"""The kinds of exercise, one file each. This table is the one place that names them; one is loaded when it is met."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import cast

from trainer.exercises.base import Exercise

_CLASSES = {
    "dialogue": "Dialogue",
    "desk": "Desk",
    "workstation": "Workstation",
}


class _Kinds(Mapping[str, type[Exercise]]):
    """The models by kind, each loaded when it is asked for; its file is called like the kind."""

    def __getitem__(self, kind: str) -> type[Exercise]:
        return cast(type[Exercise], getattr(import_module(f"{__name__}.{kind}"), _CLASSES[kind]))

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


KINDS: Mapping[str, type[Exercise]] = _Kinds()


def exercise_from_json(text: str | bytes) -> Exercise:
    """An exercise from JSON (catalogue, frozen paper). Raises ``pydantic.ValidationError``."""
    from trainer.exercises.authored import EXERCISE

    return EXERCISE.validate_json(text)


def exercise_to_json(exercise: Exercise) -> str:
    """The JSON an exercise is stored as, every default written out; :func:`exercise_from_json` gives it back equal."""
    return exercise.model_dump_json(by_alias=True)
