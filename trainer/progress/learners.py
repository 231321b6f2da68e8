"""The learners on this machine: who there is, making a folder for a new one, and erasure."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from trainer.kernel.problems import N_, Problem, StoreDamaged, UsageProblem
from trainer.kernel.text import clean_line, slug_of
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.glance import read_glance, read_profile
from trainer.progress.locations import Locations

SETTINGS_FORMAT = 1


class LearnerCard(NamedTuple):
    """A learner as listed: ``name`` empty and ``problem`` set when the store cannot be read.

    ``created`` is ISO, UTC; ``used_at`` when something was saved last (epoch seconds), 0 when nobody knows.
    """

    id: str
    name: str
    qualification: str
    problem: Problem | None = None
    created: str = ""
    used_at: float = 0.0


def learner_id(name: str, taken: set[str]) -> str:
    """A folder name made from a person's name: ``maria-rossi``, ``maria-rossi-2`` when it is taken."""
    base = slug_of(name, "learner")
    number, found = 1, base
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    return found


def learner_folders(locations: Locations) -> list[Path]:
    """The folders in which something is kept of a learner, by id; one left empty by a crash is none."""
    if not locations.learners.is_dir():
        return []
    with storage_problems(locations.learners):
        return sorted(path for path in _visible(locations.learners) if path.is_dir() and _holds_something(path))


def _visible(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _holds_something(folder: Path) -> bool:
    try:
        return bool(_visible(folder))
    except OSError:
        return True  # somebody's: what is wrong with it is said where it is opened


def list_learners(locations: Locations) -> list[LearnerCard]:
    """Every learner of this machine, by id; a damaged or missing store is listed with its problem."""
    return [_card(folder) for folder in learner_folders(locations)]


def _card(folder: Path) -> LearnerCard:
    try:
        profile = _profile(folder)
    except Problem as problem:
        return LearnerCard(folder.name, "", "", problem)
    said = [clean_line(str(profile.get(name, "")), 60) for name in ("name", "qualification", "created")]
    return LearnerCard(folder.name, said[0], said[1], None, said[2], _used_at(folder))


def _used_at(folder: Path) -> float:
    try:
        return (folder / "store.json").stat().st_mtime
    except OSError:
        return 0.0


def by_last_use(locations: Locations) -> list[LearnerCard]:
    """Every learner, whoever was here last first."""
    last = read_machine(locations).get("last_learner")
    cards = sorted(list_learners(locations), key=lambda card: card.used_at, reverse=True)
    return sorted(cards, key=lambda card: card.id != last)


def _profile(folder: Path) -> dict[str, Any]:
    if (profile := read_profile(folder)) is not None:
        return profile
    if (glance := read_glance(folder)) is not None:
        return dict(glance["profile"] or {})
    # The first screen waits for this module, and the storage brings TinyDB (30 ms).
    from trainer.progress.storage import parse_store

    store = folder / "store.json"
    with storage_problems(store):
        if not store.exists():
            raise StoreDamaged(N_("{file} is missing."), file=store)
        raw = store.read_bytes()
    rows = list(parse_store(raw, str(store)).get("profile", {}).values())
    return dict(rows[0]) if rows else {}


def find_learner(locations: Locations, wanted: str | None) -> str | None:
    """The id to open: the one asked for, else the last one used, else the only one. None when there is none yet.

    Raises :class:`UsageProblem` when the one asked for does not exist.
    """
    ids = [folder.name for folder in learner_folders(locations)]
    if wanted is not None:
        if wanted not in ids:
            raise UsageProblem(
                N_("There is no learner «{learner}» on this machine. «trainer learner list» shows who there is."),
                learner=wanted,
            )
        return wanted
    last = read_machine(locations).get("last_learner")
    if last in ids:
        return str(last)
    return ids[0] if ids else None


def read_machine(locations: Locations) -> dict[str, Any]:
    """The machine's settings; empty when there are none or they cannot be read (they are only a convenience)."""
    try:
        data = json.loads((locations.config / "settings.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) and data.get("format") == SETTINGS_FORMAT else {}


def remember_learner(locations: Locations, learner: str, disk: Disk) -> None:
    """Open this learner first next time."""
    if read_machine(locations).get("last_learner") != learner:
        make_folder(locations.config, disk)
        data = {"format": SETTINGS_FORMAT, "last_learner": learner}
        write_whole(disk, locations.config / "settings.json", json.dumps(data).encode())


def sweep_unborn(locations: Locations) -> None:
    """Remove the folders of learners whom a crash kept from coming to be: a name may lie in them."""
    import shutil

    from trainer.progress.lock import Busy, take_lock

    if not locations.learners.is_dir():
        return
    for folder in _visible(locations.learners):
        if folder.is_dir() and not _holds_something(folder):
            with contextlib.suppress(Busy, OSError):
                lock = take_lock(folder)
                shutil.rmtree(folder, ignore_errors=True)
                lock.release()


def erase_learner(locations: Locations, learner: str) -> None:
    """Remove everything kept about a learner. :class:`~trainer.progress.lock.Busy` while the learner is open."""
    import shutil

    from trainer.progress.arriving import sweep_arrivals
    from trainer.progress.lock import take_lock

    folder = locations.learner(learner)
    lock = take_lock(folder)
    lock.release()
    sweep_arrivals(locations)
    sweep_unborn(locations)
    with storage_problems(folder):
        for left in locations.learners.glob(".*.erased"):  # an erasure a crash broke off
            shutil.rmtree(left)
        gone = folder.with_name(f".{folder.name}.erased")
        folder.replace(gone)
        Disk().sync_folder(locations.learners)
        shutil.rmtree(gone)
        Disk().sync_folder(locations.learners)
    if read_machine(locations).get("last_learner") == learner:
        (locations.config / "settings.json").unlink(missing_ok=True)
