"""Content of one's own: checked as shipped content is, then copied into the data folder whole, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from trainer.banks.read import load_bank
from trainer.checking.check import check
from trainer.checking.clashes import clashes
from trainer.checking.findings import Finding
from trainer.checking.tree import Tree, read_root
from trainer.content.bundle import Bundle, open_bundle
from trainer.content.locate import shipped_root
from trainer.kernel.clock import Clock, iso
from trainer.kernel.problems import N_, Problem, UsageProblem
from trainer.kernel.text import slug_of
from trainer.progress.added import Manifest, read_manifest, remove_added, staging
from trainer.progress.disk import Disk
from trainer.progress.learners import list_learners
from trainer.progress.locations import Locations, added_folders


@dataclass(frozen=True, slots=True)
class Addition:
    """What came of adding: the manifest when it was added, else None and the findings that stand against it.

    ``left_out`` are files that are no content and were not taken.
    """

    id: str
    manifest: Manifest | None
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removal:
    """What was removed, and the learners whose qualification went with it."""

    id: str
    learners: tuple[str, ...]


def add_content(locations: Locations, source: Path, clock: Clock, disk: Disk | None = None) -> Addition:
    """Check a folder or zip archive and keep a copy of it.

    Raises :class:`~trainer.content.bundle.BundleRefused` when it is unsafe or no content, ``Refused`` when content of
    its name is there already, ``StorageUnusable`` when it cannot be kept. Findings are no problem: nothing is added.
    """
    disk = disk or Disk()
    content_id = slug_of(source.resolve().name.removesuffix(".zip"), "content")
    with open_bundle(source) as bundle, staging(locations, content_id, disk) as staged:
        for path in bundle.sizes:
            staged.write(path, bundle.read(path))
        today = clock.now().date()
        found = _judged(locations, staged.folder, source, today)
        if any(finding.severity == "error" for finding in found):
            return Addition(content_id, None, found, bundle.left_out)
        manifest = _manifest(content_id, source.name, iso(clock.now()), bundle, read_root(staged.folder))
        staged.publish(manifest)
    return Addition(content_id, manifest, found, bundle.left_out)


def _judged(locations: Locations, staged: Path, source: Path, today: date) -> tuple[Finding, ...]:
    """What the checker says of the copy, and ids that are taken; files are named as they stand in the source."""
    prefix = f"{staged.as_posix()}/"
    found = [replace(one, file=one.file.removeprefix(prefix)) for one in check([staged], today).findings]
    if not any(one.severity == "error" for one in found):
        others = {"": read_root(shipped_root())}
        others |= {folder.name: read_root(folder) for folder in added_folders(locations)}
        found += clashes(read_root(staged), others)
    return tuple(replace(one, file=f"{source.as_posix()}/{one.file}") for one in found)


def _manifest(content_id: str, source: str, now: str, bundle: Bundle, tree: Tree) -> Manifest:
    return Manifest(
        content_id,
        source,
        now,
        files=len(bundle.sizes),
        items=sum(len(load_bank(path, name).items) for name, path in tree.banks.items()),
        qualifications=[one.value.id for one in tree.qualifications],
        modules=[module.value.slug for module, _ in tree.modules],
        exams=[one.value.id for one in tree.exams],
    )


def added_content(locations: Locations) -> Sequence[tuple[str, Manifest | None]]:
    """What was added, by id; None where the manifest is damaged."""
    found: list[tuple[str, Manifest | None]] = []
    for folder in added_folders(locations):
        try:
            found.append((folder.name, read_manifest(folder)))
        except Problem:
            found.append((folder.name, None))
    return found


def remove_content(locations: Locations, content_id: str, disk: Disk | None = None) -> Removal:
    """Take added content away. Attempts stay as they are: their papers are frozen.

    Raises ``UsageProblem`` when there is none of this id, ``StorageUnusable`` when it cannot be taken away.
    """
    known = dict(added_content(locations))
    if content_id not in known:
        raise UsageProblem(
            N_("There is no added content «{content}»; there is: {known}."),
            content=content_id, known=", ".join(known) or "–",
        )  # fmt: skip
    manifest = known[content_id]
    remove_added(locations, content_id, disk or Disk())
    gone = manifest.qualifications if manifest else []
    return Removal(content_id, tuple(card.id for card in list_learners(locations) if card.qualification in gone))
