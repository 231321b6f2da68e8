"""Looking at an installation: places, content, learners; and mending what can be mended without loss."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from trainer import __version__
from trainer.assessment.attempt import replay
from trainer.content.locate import content_version, shipped_root
from trainer.content.yamlfile import yaml_rs_is_there
from trainer.flows.recovery import rebuild
from trainer.kernel.problems import N_, Problem, StoreDamaged
from trainer.progress.added import read_manifest
from trainer.progress.disk import Disk, make_folder, storage_problem, storage_problems, write_whole
from trainer.progress.journal import read_journal
from trainer.progress.learners import learner_folders
from trainer.progress.locations import Locations, added_folders
from trainer.progress.lock import take_lock
from trainer.progress.papers import load_paper
from trainer.progress.storage import parse_store, previous_version
from trainer.progress.store import STORE_FILE, LearnerStore


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: ``fine`` or not, as a message with values; ``exit_code`` of the worst."""

    fine: bool
    template: str
    values: dict[str, object]
    exit_code: int = 0


def examine(locations: Locations, *, repair: bool = False) -> Iterator[Finding]:
    """Every finding, in order. With ``repair`` damaged stores are brought back from their kept version first."""
    yield _says(
        N_("Trainer {trainer}, content {content}, Python {python}, Textual {textual}, {system}"),
        trainer=__version__, content=content_version(), python=platform.python_version(),
        textual=version("textual"), system=platform.system(),
    )  # fmt: skip
    yield _says(N_("Content: {path}"), path=shipped_root())
    parser = "yaml-rs" if yaml_rs_is_there() else "PyYAML"
    yield _says(N_("YAML is read with {parser}."), parser=parser)
    for folder in (locations.data, locations.config, locations.cache):
        yield _tried(partial(_writable, folder), N_("{path} can be written."), path=folder)
    yield from _added(locations)
    for folder in learner_folders(locations):
        yield from _learner(folder, repair=repair)


def _added(locations: Locations) -> Iterator[Finding]:
    """Content of one's own: what says nothing of itself any more is still read, and named here."""
    try:
        folders = added_folders(locations)
    except Problem as problem:
        yield Finding(False, problem.template, problem.values, problem.exit_code)
        return
    for folder in folders:
        yield _tried(partial(read_manifest, folder), N_("Added content: {path}"), path=folder)


def _says(template: str, **values: object) -> Finding:
    return Finding(True, template, values)


def _tried(action: Callable[[], object], template: str, **values: object) -> Finding:
    try:
        action()
    except Problem as problem:
        return Finding(False, problem.template, problem.values, problem.exit_code)
    return Finding(True, template, values)


def _writable(folder: Path) -> None:
    make_folder(folder)
    probe = folder / ".probe"
    try:
        write_whole(Disk(), probe, b"")
        probe.unlink()
    except OSError as error:
        raise storage_problem(folder, error) from None


def _learner(folder: Path, *, repair: bool) -> Iterator[Finding]:
    store = folder / STORE_FILE
    found = _tried(lambda: _readable(store), N_("Learner {learner}: the store is sound."), learner=folder.name)
    if not found.fine and repair and found.exit_code == StoreDamaged.exit_code:
        damage, found = found, _tried(
            lambda: _bring_back(folder),
            N_("Learner {learner}: the store was brought back from its kept version and the attempts from their "
               "journals; the damaged file is kept as {kept}."),
            learner=folder.name, kept=f"{STORE_FILE}.damaged",
        )  # fmt: skip
        yield replace(damage, exit_code=0 if found.fine else damage.exit_code)
    yield found
    attempts = sorted((folder / "attempts").glob("*.jsonl"))
    broken = [problem for path in attempts if (problem := _journal_problem(folder, path))]
    yield from (Finding(False, problem.template, problem.values, problem.exit_code) for problem in broken)
    if not broken:
        yield _says(N_("Learner {learner}: {count} journals are whole."), learner=folder.name, count=len(attempts))


def _readable(store: Path) -> None:
    with storage_problems(store):
        if not store.exists():
            raise StoreDamaged(N_("{file} is missing."), file=store)
        parse_store(store.read_bytes(), str(store))


def _journal_problem(folder: Path, path: Path) -> Problem | None:
    try:
        read = read_journal(path)
        if read.events:
            load_paper(folder / "papers", replay(read.events).paper)
    except Problem as problem:
        return problem
    return None


def _bring_back(folder: Path) -> None:
    """Put the kept version in place; the damaged file stays beside it under another name."""
    store = folder / STORE_FILE
    kept, disk = previous_version(store), Disk()
    if not kept.exists():
        raise StoreDamaged(N_("{file} is damaged and there is no kept version of it."), file=store)
    lock = take_lock(folder)
    try:
        with storage_problems(store):
            raw = kept.read_bytes()
            parse_store(raw, str(kept))
            if store.exists():
                write_whole(disk, store.with_name(f"{STORE_FILE}.damaged"), store.read_bytes())
        write_whole(disk, store, raw)
    finally:
        lock.release()
    opened = LearnerStore(folder, disk)
    try:
        rebuild(opened)
    finally:
        opened.close()
