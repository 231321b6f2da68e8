"""Frozen papers on disk, named by the digest of their content."""

from __future__ import annotations

import hashlib
from pathlib import Path

from trainer.assessment.paper import Paper, from_bytes, to_bytes
from trainer.kernel.problems import N_, StoreDamaged
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole


def save_paper(folder: Path, paper: Paper, disk: Disk) -> str:
    """Keep the paper and return its digest; a paper that is already there is not written again."""
    raw = to_bytes(paper)
    name = hashlib.sha256(raw).hexdigest()
    target = folder / f"{name}.json"
    if not target.exists():
        make_folder(folder, disk)
        write_whole(disk, target, raw)
    return name


def load_paper(folder: Path, name: str) -> Paper:
    """The paper with this digest. :class:`StoreDamaged` when it is missing or its content has another digest."""
    path = folder / f"{name}.json"
    if not path.exists():
        raise StoreDamaged(N_("The frozen paper {file} is missing."), file=path)
    with storage_problems(path):
        raw = path.read_bytes()
    if hashlib.sha256(raw).hexdigest() != name:
        raise StoreDamaged(N_("The frozen paper {file} is damaged; it was left as it is."), file=path)
    return from_bytes(raw, str(path))
