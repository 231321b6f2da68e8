"""A learner between machines: everything in one file, and back again, as a new learner or merged into one of here."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trainer.flows.proving import FindPaper, prove, prove_paper
from trainer.flows.recovery import rebuild, recover
from trainer.flows.workspace import Workspace
from trainer.kernel.clock import iso
from trainer.kernel.problems import N_, Problem, Refused, StorageUnusable, StoreDamaged
from trainer.kernel.text import clean_line
from trainer.progress.archive import Export, open_export
from trainer.progress.arriving import arriving
from trainer.progress.exporting import STORE_FILE, export_learner, store_bytes
from trainer.progress.foreign import LONGEST_NAME
from trainer.progress.journal import parse_journal
from trainer.progress.landing import Landing
from trainer.progress.learners import LearnerCard, learner_id
from trainer.progress.merging import merged_store
from trainer.progress.reports import REPORTS_FILE, merged_reports
from trainer.progress.storage import parse_store
from trainer.progress.store import LearnerStore


@dataclass(frozen=True, slots=True)
class KeptAside:
    """An attempt that was not taken, where its journal lies now, and why. ``own``: the one of here that stays."""

    attempt: str
    file: Path
    why: Problem
    own: Path | None = None


@dataclass(slots=True)
class Imported:
    """What an import brought: attempts that are new here, went on elsewhere, or were known already."""

    learner: str
    created: bool
    new: list[str] = field(default_factory=list)
    longer: list[str] = field(default_factory=list)
    known: int = 0
    aside: list[KeptAside] = field(default_factory=list)


def export_everything(workspace: Workspace, learner: str, target: Path) -> int:
    """Put everything kept about a learner into one file; the number of files.

    The store is brought in step with the journals first; one that cannot be opened is exported as it is.
    """
    with contextlib.suppress(StoreDamaged, StorageUnusable):
        workspace.look_at(learner)
        _ = workspace.store
    workspace.close()
    return export_learner(workspace.locations, learner, target, iso(workspace.clock.now()))


def rename_learner(workspace: Workspace, learner: str, name: str) -> str:
    """Call a learner otherwise; the id stays. The name as it is kept. :class:`Refused` without a name."""
    shown = clean_line(name, LONGEST_NAME)
    if not shown:
        raise Refused(N_("Write your name, or the name you want on your records."))
    workspace.look_at(learner)
    try:
        workspace.change_profile(name=shown)
    finally:
        workspace.close()
    return shown


def import_learner(workspace: Workspace, source: Path, *, into: str | None = None, new: bool = False) -> Imported:
    """Take in an export: merged into the learner it came from, else as a new learner.

    ``into`` names the learner to merge it into; ``new`` makes a new one in any case. All of it is taken or nothing,
    but for attempts that cannot be: they are kept aside. Raises what ``open_export`` does, and :class:`Refused` when
    the id belongs to somebody else.
    """
    with open_export(source) as export:
        target = _target(workspace, export, into=into, new=new)
        if target is not None:
            return _merge(workspace, export, target)
        return _arrive(workspace, export)


def _target(workspace: Workspace, export: Export, *, into: str | None, new: bool) -> str | None:
    """The learner to merge into; None: a new one."""
    if into is not None:
        return workspace.locations.learner(into).name
    same = next((card for card in workspace.learners() if card.id == export.learner), None)
    if new or same is None:
        return None
    if same.problem is not None:
        raise same.problem
    if same.created == _created(export):
        return same.id
    raise Refused(
        N_("There is another learner «{learner}» here. Say --into {learner} if it is the same person, or --new for a "
           "learner of their own."),
        learner=same.id,
    )  # fmt: skip


def _created(export: Export) -> str:
    return str(next(iter(export.store()["profile"].values()))["created"])


# -- a new learner -------------------------------------------------------------------------------------------------


def _arrive(workspace: Workspace, export: Export) -> Imported:
    cards: list[LearnerCard] = workspace.learners()
    taken = {card.id for card in cards}
    learner = learner_id(export.learner, taken)
    done = Imported(learner, created=True)
    store = export.store()
    with arriving(workspace.locations, workspace.disk) as arrival:
        final = workspace.locations.learner(learner)
        arrival.write(STORE_FILE, store_bytes(store))
        for path, data in _taken(export, None, final, done):
            arrival.write(path, data)
        opened = LearnerStore(arrival.folder, workspace.disk)
        try:
            rebuild(opened)
        finally:
            opened.close()
        arrival.settle(learner)
    return done


# -- merging -------------------------------------------------------------------------------------------------------


def _merge(workspace: Workspace, export: Export, learner: str) -> Imported:
    folder = workspace.locations.learner(learner)
    done = Imported(learner, created=False)
    opened = LearnerStore(folder, workspace.disk)
    try:
        recover(opened, workspace.clock)
        landing = Landing(folder, workspace.disk)
        for path, data in _taken(export, folder, folder, done):
            landing.write(path, data)
        journals = {path.stem for path in opened.attempts_folder.glob("*.jsonl")} | {*done.new, *done.longer}
        own = parse_store((folder / STORE_FILE).read_bytes(), STORE_FILE)
        landing.write(STORE_FILE, store_bytes(merged_store(own, export.store(), journals)))
        landing.commit()
    finally:
        opened.close()
    opened = LearnerStore(folder, workspace.disk)
    try:
        recover(opened, workspace.clock)
    finally:
        opened.close()
    return done


# -- what is taken -------------------------------------------------------------------------------------------------


def _taken(export: Export, here: Path | None, final: Path, done: Imported) -> Iterator[tuple[str, bytes]]:
    """The files to keep, by path in the learner's folder; ``done`` says what they are once all were asked for.

    ``here``: the folder of the learner they are merged into; ``final``: where they will lie.
    """
    papers = set(export.below("papers"))
    for name in export.below("papers"):
        yield from _paper(export, name, here, final, done)

    def find(digest: str) -> bytes | None:
        if f"{digest}.json" in papers:
            return export.read(f"papers/{digest}.json")
        own = here / "papers" / f"{digest}.json" if here else None
        return own.read_bytes() if own and own.exists() else None

    for name in export.below("attempts"):
        yield from _attempt(name.removesuffix(".jsonl"), export.read(f"attempts/{name}"), find, here, final, done)
    if REPORTS_FILE in export.names:
        raw = export.read(REPORTS_FILE)
        own = here / REPORTS_FILE if here else None
        merged = merged_reports(own.read_bytes() if own and own.exists() else b"", raw)
        # For a new learner as it was: what a crash cut off stays, and is no report anywhere.
        yield REPORTS_FILE, merged if here else raw
    for name in export.below("aside"):
        if here is None or not (here / "aside" / name).exists():
            yield f"aside/{name}", export.read(f"aside/{name}")


def _paper(export: Export, name: str, here: Path | None, final: Path, done: Imported) -> Iterator[tuple[str, bytes]]:
    if here is not None and (here / "papers" / name).exists():
        return
    raw, digest = export.read(f"papers/{name}"), name.removesuffix(".json")
    try:
        prove_paper(digest, raw)
    except StorageUnusable:
        raise
    except Problem:
        # The attempts on it say what is wrong.
        yield f"aside/{digest[:16]}.{_short(raw)}.json", raw
        return
    yield f"papers/{name}", raw


def _attempt(
    attempt: str, raw: bytes, find: FindPaper, here: Path | None, final: Path, done: Imported
) -> Iterator[tuple[str, bytes]]:
    """The journal in its place, or aside; of two that differ the one that does not count goes aside."""
    path = f"attempts/{attempt}.jsonl"
    own = here / path if here and (here / path).exists() else None
    known = own.read_bytes() if own else b""
    if own and known == raw:
        done.known += 1  # nothing new: what is here need not be proved
        return
    try:
        if prove(attempt, raw, find) is None:
            if here is None:
                yield path, raw
            return
        kept = _compared(attempt, raw, own, known, done)
    except StorageUnusable:
        raise
    except _Damaged as damage:
        yield _aside(attempt, known, damage.why, final, done)
        done.longer.append(attempt)
        kept = True
    except Problem as problem:
        yield _aside(attempt, raw, problem, final, done, own)
        return
    if kept:
        yield path, raw


def _aside(
    attempt: str, raw: bytes, why: Problem, final: Path, done: Imported, own: Path | None = None
) -> tuple[str, bytes]:
    path = f"aside/{attempt}.{_short(raw)}.jsonl"
    done.aside.append(KeptAside(attempt, final / path, why, own))
    return path, raw


def _short(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:8]


class _Damaged(Exception):
    """The journal of here is damaged: the one that comes is whole, and counts."""

    def __init__(self, why: Problem) -> None:
        super().__init__()
        self.why = why


def _compared(attempt: str, raw: bytes, own: Path | None, known: bytes, done: Imported) -> bool:
    """Whether the journal takes the place of the one that is here, if any: of two the longer that extends the other.

    Raises :class:`Refused` where both went on, each its own way.
    """
    if own is None:
        done.new.append(attempt)
        return True
    try:
        mine = known[: parse_journal(known, str(own)).length]
    except StoreDamaged as problem:
        raise _Damaged(problem) from None
    theirs = raw[: parse_journal(raw, attempt).length]
    if mine.startswith(theirs):
        done.known += 1
        return False
    if theirs.startswith(mine):
        done.longer.append(attempt)
        return True
    raise Refused(
        N_("The attempt {attempt} was gone on with on both machines. The one of here counts: {file}."),
        attempt=attempt, file=own,
    )  # fmt: skip
