"""The instructor's register on disk: a chain of acts, and beside it names and hand-ins, so that a person can be erased.

``acts.jsonl`` is the chain; ``people/<person>.json`` says who somebody is; ``hand-ins/<person>/<digest>.zip`` is a
hand-in, byte for byte as it came; ``issued/`` are the records (see ``issued``). What comes in together is written first
and told by one append of acts: until then it is not there, and a marker says what to sweep after a crash.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from trainer.assessment.acts import (
    ACTS,
    Act,
    ActRefused,
    PersonErased,
    RecordedAct,
    RecordIssued,
    from_data,
    to_data,
)
from trainer.assessment.register import RegisterState, apply, replay
from trainer.kernel.problems import N_, Problem, StorageUnusable, StoreDamaged
from trainer.progress.chain import Chain, ChainedFile, ReadChain
from trainer.progress.disk import PRIVATE_FILE, Disk, make_folder, storage_problems
from trainer.progress.issued import IssuedFiles
from trainer.progress.locations import Locations
from trainer.progress.register_files import Arriving, Coming, Person, RegisterFiles, read_coming, write_coming
from trainer.progress.shapes import fits

FORMAT = 1
ACTS_FILE = "acts.jsonl"
#: Seconds to wait for another program that is writing an act.
PATIENCE = 5.0


def _line(recorded: RecordedAct[Act]) -> dict[str, Any]:
    return {"at": recorded.at, **to_data(recorded.act)}


def _recorded(line: dict[str, Any]) -> RecordedAct[Act]:
    act = from_data(line)
    if not fits(to_data(act), type(act)):
        raise ValueError(act.name)
    return RecordedAct(act, float(line["at"]))


_ACTS = Chain(FORMAT, ACTS, N_("{file}:{line}: the register is broken here; it was left as it is."), _line, _recorded)


class RegisterStore:
    """The register of one machine. Reading needs no lock; ``torn`` says how many bytes of a torn end were passed over.

    Everything raises :class:`StoreDamaged` where the register is broken and :class:`StorageUnusable` where it cannot be
    read or written, or a newer version wrote it.
    """

    def __init__(self, locations: Locations, disk: Disk | None = None) -> None:
        self.folder = locations.register
        self.disk = disk or Disk()
        self.files = RegisterFiles(self.folder, self.disk)
        self.issued = IssuedFiles(self.folder / "issued", self.disk)
        self._read: ReadChain[RecordedAct[Act]] | None = None
        self._seen: tuple[int, int] = (-1, -1)
        self._state = RegisterState()

    @property
    def path(self) -> Path:
        """The chain of acts."""
        return self.folder / ACTS_FILE

    @property
    def torn(self) -> int:
        """Bytes of an unfinished last line, as last read; they are cut when something is written."""
        self._refresh()
        return self._read.torn if self._read else 0

    def state(self) -> RegisterState:
        """What all acts come to. Not to be changed."""
        self._refresh()
        return self._state

    def acts(self) -> tuple[RecordedAct[Act], ...]:
        """All acts, oldest first."""
        self._refresh()
        return self._read.facts if self._read else ()

    def _refresh(self) -> None:
        """Read the chain again where somebody has added to it."""
        with storage_problems(self.path):
            try:
                found = self.path.stat()
            except FileNotFoundError:
                if self.files.people() - {one.person for one in read_coming(self.folder)}:
                    raise StoreDamaged(N_("{file} is missing."), file=self.path) from None
                self._forget()
                return
            seen = (found.st_size, found.st_mtime_ns)
            if self._read is not None and seen == self._seen:
                return
        read = _ACTS.read(self.path)
        try:
            self._state = replay(read.facts)
        except ActRefused as problem:
            raise StoreDamaged(N_("{file} tells what cannot be: {why}"), file=self.path, why=problem) from None
        self._read, self._seen = read, seen

    def _forget(self) -> None:
        self._read, self._seen, self._state = None, (-1, -1), RegisterState()

    # -- writing -------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def writing(self) -> Iterator[RegisterWriting]:
        """Hold the register for writing. :class:`StorageUnusable` while another program does for longer than a moment.

        What is not appended when it ends has not happened.
        """
        make_folder(self.folder, self.disk)
        # Not one lock a thread: the program writes from its background thread.
        lock = FileLock(self.folder / ".lock", mode=PRIVATE_FILE, thread_local=False)
        with storage_problems(self.folder):
            try:
                lock.acquire(timeout=PATIENCE)
            except Timeout:
                raise StorageUnusable(
                    N_("Another Trainer is writing to the register. Wait until it is done.")
                ) from None
        try:
            self._sweep()
            yield RegisterWriting(self)
        finally:
            lock.release()

    def _sweep(self) -> None:
        """Remove what a crash left: of an import whose acts were never told, and of somebody who was erased."""
        state, coming = self.state(), read_coming(self.folder)
        with storage_problems(self.folder):
            for left in (*self.folder.glob(".*.new"), *self.folder.glob("*/.*.new"), *self.folder.glob("*/*/.*.new")):
                left.unlink(missing_ok=True)
        known = set(state.people)
        for one in coming:
            if one.person not in known:
                self.files.remove_person(one.person)
            elif one.hand_in not in state.hand_ins:
                self.files.remove_hand_in(one.person, one.hand_in)
        if coming:
            write_coming(self.folder, (), self.disk)
        for person in state.erased:
            self.files.remove_person(person)
        kept = [name for name, one in state.issued.items() if one.act.person not in state.erased]
        self.issued.sweep(kept, len(self.acts()))

    def _append(self, recorded: Sequence[RecordedAct[Act]]) -> None:
        """Check acts against the state, write them, and only then let them have happened."""
        self._refresh()
        before = self._read
        try:
            for one in recorded:
                apply(self._state, one)
            file = ChainedFile(self.path, self.disk, _ACTS, create=before is None, found=before)
            try:
                file.append_all(recorded)
            finally:
                file.close()
            self._read = file.as_read((*(before.facts if before else ()), *recorded))
            found = self.path.stat()
            self._seen = (found.st_size, found.st_mtime_ns)
        except BaseException:
            self._forget()  # the state may be ahead of the file, which is the truth
            raise


class RegisterWriting:
    """The register while it is held: everything is durable when a method returns."""

    def __init__(self, store: RegisterStore) -> None:
        self._store = store

    @property
    def state(self) -> RegisterState:
        """What all acts come to now."""
        return self._store.state()

    @property
    def files(self) -> RegisterFiles:
        """Names and hand-ins."""
        return self._store.files

    def append(self, acts: Iterable[Act], at: float) -> None:
        """Write acts down. :class:`ActRefused` when one of them cannot happen now: then none of them does."""
        recorded = tuple(RecordedAct(act, at) for act in acts)
        if recorded:
            self._store._append(recorded)

    def take(self, people: Sequence[Person], hand_ins: Sequence[Arriving], at: float) -> None:
        """Keep hand-ins that were proved, with the people they are of. After a crash each is there whole or not."""
        store = self._store
        write_coming(store.folder, [Coming(one.person, one.hand_in) for one in hand_ins], store.disk)
        for person in people:
            store.files.save_person(person)
        for one in hand_ins:
            store.files.save_hand_in(one)
        self.append([one.act for one in hand_ins], at)
        write_coming(store.folder, (), store.disk)

    def erase(self, act: PersonErased, at: float) -> None:
        """Say that somebody is erased, then do it; a crash in between is mended by whoever writes next."""
        records = [name for name, one in self.state.issued.items() if one.act.person == act.person]
        self.append([act], at)
        self._store.files.remove_person(act.person)
        for record in records:
            self._store.issued.remove(record)

    # -- records -------------------------------------------------------------------------------------------------

    def issue(self, act: RecordIssued, forms: Mapping[str, bytes], listed: bytes, at: float) -> None:
        """Keep a record with the status list that knows of it: files first, the act last, all of it or nothing."""
        with self._all_or_nothing():
            self._store.issued.save(act.record, forms)
            self._append_listed(act, listed, at)

    def append_listed(self, act: Act, listed: bytes, at: float) -> None:
        """Write an act down together with the status list that holds from then on."""
        with self._all_or_nothing():
            self._append_listed(act, listed, at)

    def _append_listed(self, act: Act, listed: bytes, at: float) -> None:
        issued = self._store.issued
        issued.await_act(listed, len(self._store.acts()) + 1)
        self.append([act], at)
        issued.settle(len(self._store.acts()))

    @contextlib.contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """Sweep after a failure what no act tells of; where that fails too, whoever writes next does."""
        try:
            yield
        except BaseException:
            with contextlib.suppress(Problem):
                self._store._sweep()
            raise

    def list_anew(self, listed: bytes) -> None:
        """Put another status list in the place of the present one; nothing else changes."""
        acts = len(self._store.acts())
        self._store.issued.await_act(listed, acts)
        self._store.issued.settle(acts)
