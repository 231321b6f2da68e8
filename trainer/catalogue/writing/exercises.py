"""Exercises, one row a file; and the closed lists their facets come from."""

from __future__ import annotations

import re
from hashlib import blake2b

from trainer.banks.exercises import read_exercise
from trainer.catalogue.writing.changes import Changes
from trainer.catalogue.writing.target import Target, as_json
from trainer.content.load import Loaded
from trainer.exercises.base import Exercise
from trainer.exercises.facets import LISTS
from trainer.exercises.kinds import exercise_to_json

_EXERCISE_FILE = re.compile(r"courses/modules/([^/]+)/exercises/[^/]+\.yaml")


def write_exercises(target: Target, changes: Changes) -> None:
    """Read again each exercise whose file changed, appeared or vanished."""
    _write_facets(target)
    for number in [*changes.gone, *changes.changed]:
        target.connection.execute("DELETE FROM exercise WHERE file = ?", (number,))
    for (root, path), number in changes.ids.items():
        found = _EXERCISE_FILE.fullmatch(path)
        if found and number in changes.changed:
            loaded, flaws = read_exercise(target.folders[root].root / path, path)
            target.add_flaws(flaws)
            if loaded is not None:
                _write(target, number, found[1], loaded)
            target.advance(changes.size(root, path))


def _write(target: Target, number: int, module: str, loaded: Loaded[Exercise]) -> None:
    exercise, connection = loaded.value, target.connection
    other = connection.execute(
        "SELECT path FROM exercise JOIN file ON file.id = exercise.file WHERE exercise.id = ?", (exercise.id,)
    ).fetchone()
    if other:
        target.clash(loaded.name, loaded.document.line_of(("id",)), exercise.id, other[0])
        return
    body = exercise_to_json(exercise)
    connection.execute(
        "INSERT INTO exercise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (exercise.id, number, module, as_json(exercise.units), exercise.kind, exercise.use, exercise.jurisdiction,
         as_json(exercise.title), exercise.minutes, exercise.revision, as_json(exercise.spoken),
         as_json(exercise.statements), exercise.facets.model_dump_json(), exercise.maximum,
         blake2b(body.encode(), digest_size=16).hexdigest(), body),
    )  # fmt: skip


def _write_facets(target: Target) -> None:
    """The values of all folders; where two name one value the first one counts."""
    target.connection.execute("DELETE FROM facet")
    rows = [
        (name, value.id, as_json(value.name), as_json(value.tags))
        for folder in target.folders
        if (found := folder.facets())
        for name in LISTS
        for value in found.value.values(name)
    ]
    target.connection.executemany("INSERT OR IGNORE INTO facet (list, id, name, tags) VALUES (?, ?, ?, ?)", rows)
