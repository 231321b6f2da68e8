"""The dossier of a record: one folder a learner and unit with all it rests on, readable without this program.

Texts are Markdown in one language; the manifest names every file with its SHA-256. The exam's questions are not in it:
the key stays with the examiner.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from trainer import __version__
from trainer.flows.dossier_sheets import decisions, oral, sheet
from trainer.flows.dossier_text import Pages
from trainer.flows.dossier_work import Work, exams
from trainer.flows.issued_records import read_record
from trainer.flows.record_conditions import orals_of
from trainer.flows.register_status import class_row
from trainer.kernel.clock import iso
from trainer.kernel.problems import N_, InputUnreadable, Refused
from trainer.kernel.text import slug_of
from trainer.progress.disk import PRIVATE_FOLDER, Disk, write_whole
from trainer.progress.issued import FORMS

if TYPE_CHECKING:
    from trainer.flows.issued_records import IssuedRecord
    from trainer.flows.issuing import IssuingFlow
    from trainer.i18n.catalogue import Translator
    from trainer.records.record import Record

VERSION = 1
MANIFEST = "manifest.json"
_LIST = "record/status-list.json"


def write_dossier(flow: IssuingFlow, one: IssuedRecord, target: Path, words: Translator) -> Path:
    """Write the dossier of a record into a new folder below ``target``; where it is.

    :class:`Refused` where that folder exists or the holder was erased; after a failure there is no folder.
    """
    record = read_record(flow.register, one)[1]
    number = one.record.removeprefix("urn:uuid:")[:8]
    folder = target / f"{slug_of(record.holder.name, 'learner')}-{one.unit}-{number}"
    if folder.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=folder)
    files = dict(_files(flow, one, record, words))
    files["README.md"] = _contents(record, sorted(files), words)
    files[MANIFEST] = _manifest(flow, one, files)
    _write(folder, files)
    return folder


def _files(flow: IssuingFlow, one: IssuedRecord, record: Record, words: Translator) -> Iterator[tuple[str, bytes]]:
    register = flow.register
    for form in FORMS:
        yield f"record/record.{form}", register.store.issued.read(one.record, form)
    if listed := register.store.issued.status_list(len(register.store.acts())):
        yield _LIST, listed
    row = class_row(register, register.person(one.person), one.unit)
    counted = {line.attempt for line in record.evidence}
    attempts = [attempt for attempt in register.attempts(one.person, one.unit) if attempt.paper.kind == "exercise"]
    for number, attempt in enumerate(attempts, 1):
        if attempt.state.over:
            work = Work(attempt, words)
            name = f"{number:02}-{slug_of(attempt.standing.short.subject, 'exercise')}.md"
            pages = {
                "transcripts": work.transcript(attempt.id in counted), "states": work.state(),
                "rationales": work.rationale(), "assessment": sheet(register, attempt.standing, words),
            }  # fmt: skip
            yield from ((f"{kind}/{name}", page) for kind, page in pages.items() if page is not None)
    for number, held in enumerate(orals_of(register, row), 1):
        yield f"assessment/oral-{number:02}.md", oral(register, held, words)
    yield "assessment/decisions.md", decisions(register, row, words)
    yield "exams.md", exams(row.exams, words)


def _contents(record: Record, names: list[str], words: Translator) -> bytes:
    pages = Pages(f"{record.holder.name} · {record.unit.id} · {words.text(record.unit.title)}")
    pages.say(words._("Everything the completion record {record} rests on, to be read without the program. Personal "
                      "data: keep it among those who need it.", record=record.id))  # fmt: skip
    pages.say(words._("manifest.json names every file with its SHA-256. The record itself is verified with «trainer "
                      "record verify record/record.pdf --issuer KEY --status record/status-list.json»."))  # fmt: skip
    pages.say(words._("Times are written as the clock of the machine shows them on which this was made; days of the "
                      "record are those of the learner."))  # fmt: skip
    about = {
        "record": words._("the record as it was issued, and the list of revoked ones"),
        "transcripts": words._("what happened in each exercise, with comments and points"),
        "states": words._("how desks and places of work were left"),
        "rationales": words._("what the learner wrote about each"),
        "assessment": words._("what assessors judged, heard and decided"),
        "exams.md": words._("every counting try at the unit exam, without its questions"),
    }
    there = {name.partition("/")[0] for name in names}
    pages.points(f"{name}: {text}" for name, text in about.items() if name in there)
    return pages.bytes()


def _manifest(flow: IssuingFlow, one: IssuedRecord, files: dict[str, bytes]) -> bytes:
    data = {
        "version": VERSION, "record": one.record, "person": one.person, "unit": one.unit, "status": one.status,
        "written": iso(flow.register.clock.now()), "trainer": __version__,
        "files": {name: hashlib.sha256(raw).hexdigest() for name, raw in sorted(files.items())},
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write all of them, or leave nothing: a half dossier looks like a whole one."""
    made, disk = not folder.parent.exists(), Disk()

    def undo() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        if made:
            with suppress(OSError):
                folder.parent.rmdir()

    try:
        folder.mkdir(parents=True, mode=PRIVATE_FOLDER)
        for name, raw in files.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True, mode=PRIVATE_FOLDER)
            write_whole(disk, path, raw)
    except OSError as error:
        undo()
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=folder, why=error.strerror) from None
    except BaseException:
        undo()
        raise
