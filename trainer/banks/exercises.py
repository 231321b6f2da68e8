"""Reading exercises: the model of a file with its lines, or every mistake in it."""

from __future__ import annotations

from pathlib import Path

from trainer.content.flaws import ContentFlaws, Flaw, flaw_of
from trainer.content.load import Loaded, paused_collection
from trainer.content.validate import validate
from trainer.content.yamlfile import YamlProblem, load_yaml
from trainer.exercises.authored import EXERCISE
from trainer.exercises.base import Exercise


def read_exercise(path: Path, name: str) -> tuple[Loaded[Exercise] | None, list[Flaw]]:
    """One exercise; None with what is wrong when it cannot be used."""
    try:
        with paused_collection():
            document = load_yaml(path, name)
            return Loaded(validate(document, EXERCISE), document), []
    except YamlProblem as problem:
        return None, [flaw_of(problem)]
    except ContentFlaws as problem:
        return None, list(problem.flaws)
