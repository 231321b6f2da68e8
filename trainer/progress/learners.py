"""The learners on this machine: who there is, making a folder for a new one, export and erasure."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from trainer.kernel.problems import N_, InputUnreadable, Problem, Refused, StoreDamaged, UsageProblem
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.glance import read_glance
from trainer.progress.locations import Locations

SETTINGS_FORMAT = 1


class LearnerCard(NamedTuple):
    """A learner as listed: ``name`` empty and ``problem`` set when the store cannot be read."""

    id: str
    name: str
    qualification: str
    problem: Problem | None = None


def learner_id(name: str, taken: set[str]) -> str:
    """A folder name made from a person's name: ``maria-rossi``, ``maria-rossi-2`` when it is taken."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode().lower()
    base = "-".join("".join(c if c.isalnum() else " " for c in plain).split())[:40].rstrip("-") or "learner"
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
    return LearnerCard(folder.name, str(profile.get("name", "")), str(profile.get("qualification", "")))


def _profile(folder: Path) -> dict[str, Any]:
    glance = read_glance(folder)
    if glance is not None:
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
    ids = [card.id for card in list_learners(locations)]
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


def export_learner(locations: Locations, learner: str, target: Path) -> int:
    """Put everything kept about a learner into one zip file (JSON inside); the number of files.

    Raises :class:`Refused` when the target exists, :class:`InputUnreadable` when it cannot be written.
    """
    import zipfile

    from trainer.progress.lock import take_lock

    folder = locations.learner(learner)
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    lock = take_lock(folder)
    temporary = target.with_name(f".{target.name}.new")
    try:
        files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        temporary.touch(mode=0o600)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in files:
                archive.write(path, f"{learner}/{path.relative_to(folder).as_posix()}")
        _make_durable(temporary)  # the learner may be erased next
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=target, why=error.strerror) from None
    finally:
        lock.release()
    return len(files)


def _make_durable(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def erase_learner(locations: Locations, learner: str) -> None:
    """Remove everything kept about a learner. :class:`~trainer.progress.lock.Busy` while the learner is open."""
    import shutil

    from trainer.progress.lock import take_lock

    folder = locations.learner(learner)
    lock = take_lock(folder)
    lock.release()
    with storage_problems(folder):
        for left in locations.learners.glob(".*.erased"):  # an erasure a crash broke off
            shutil.rmtree(left)
        gone = folder.with_name(f".{folder.name}.erased")
        folder.replace(gone)
        shutil.rmtree(gone)
    if read_machine(locations).get("last_learner") == learner:
        (locations.config / "settings.json").unlink(missing_ok=True)
