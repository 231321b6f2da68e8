"""The exercises' part of ``docs/content.md``: what there is, what recorded runs earn, what its readers found."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from trainer.banks.exercises import read_exercise
from trainer.content.load import ContentFolder, Loaded
from trainer.exercises.base import Exercise
from trainer.exercises.runs import play_run


def exercises_part(folder: ContentFolder, root: Path, players: Iterable[dict]) -> str:
    """A table of all exercises by unit, and one of what those who played them found."""
    found = [loaded.value for path in folder.exercise_files() if (loaded := _read(path, root))]
    rows = sorted(found, key=lambda one: (one.units[0], one.kind, one.id))
    table = "\n".join(_row(one) for one in rows)
    played = "\n".join(
        f"| {', '.join(one['of'])} | {one['steps']} | {one['findings']} | {one['mended']} |" for one in players
    )
    return (
        "## Exercises\n\n"
        "*Ordinary* and *bad* are the shares of the marks that the recorded runs earn; the perfect one earns all.\n\n"
        "| unit | exercise | kind | use | spoken | native | conflict | minutes | marks | ordinary | bad |\n"
        f"| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n{table}\n\n"
        "Played by people who did not write them, in both languages: well, kindly but carelessly, by the book in a\n"
        "hurry.\n\n"
        f"| exercises | steps played, about | findings | mended |\n| --- | --- | --- | --- |\n{played}\n"
    )


def _read(path: Path, root: Path) -> Loaded[Exercise] | None:
    loaded, flaws = read_exercise(path, str(path.relative_to(root)))
    if flaws:
        raise SystemExit(f"{path}: {flaws[0].message}")
    return loaded


def _row(one: Exercise) -> str:
    facets = one.facets.as_json(one.spoken[0])
    shares = [f"{float(play_run(one, name).assess().share):.0%}".replace("%", " %") for name in ("ordinary", "bad")]
    cells = [
        one.units[0], one.id, one.kind, one.use, ", ".join(one.spoken), _yes(facets["native_speaker"]),
        _yes(facets["conflict"]), str(one.minutes), str(sum(criterion.points for criterion in one.rubric())), *shares,
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _yes(value: bool | None) -> str:
    return "–" if value is None else "yes" if value else "no"
