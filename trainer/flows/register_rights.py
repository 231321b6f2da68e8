"""What a person may ask of the register: everything kept about them in one file, and to be erased from it."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from trainer import __version__
from trainer.assessment.acts import Act, PersonErased, Received, RecordedAct, to_data
from trainer.flows.register import RegisterFlow
from trainer.kernel.clock import iso, iso_moment
from trainer.kernel.problems import N_, InputUnreadable, Refused
from trainer.progress.disk import PRIVATE_FILE
from trainer.progress.issued import FORMS
from trainer.progress.register_files import Person

VERSION = 1
MANIFEST = "trainer-register-export.json"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class KeptAboutPerson:
    """What the register holds of somebody: hand-ins, attempts, acts and the records issued to them."""

    person: Person
    hand_ins: int
    attempts: int
    acts: int
    records: tuple[str, ...]


def kept_about(flow: RegisterFlow, person: Person) -> KeptAboutPerson:
    """What there is, for whoever is about to erase it."""
    state, who = flow.state, person.person
    own = [name for name, held in state.attempts.items() if held.person == who]
    records = tuple(name for name, one in state.issued.items() if one.act.person == who)
    return KeptAboutPerson(person, len(state.hand_ins_of(who)), len(own), len(list(acts_about(flow, who))), records)


def acts_about(flow: RegisterFlow, person: str) -> Iterator[RecordedAct[Act]]:
    """The acts that speak of a person: by their id, an attempt, an oral assessment or a record of theirs."""
    state, acts = flow.state, flow.store.acts()
    received = {name for one in acts if isinstance(one.act, Received) and one.act.person == person
                for name in one.act.attempts}  # fmt: skip
    named = {
        "person": {person}, "attempt": received,
        "record": {name for name, one in state.issued.items() if one.act.person == person},
        "oral": {str(getattr(one.act, "oral", "")) for one in acts if getattr(one.act, "person", None) == person},
    }  # fmt: skip
    for one in acts:
        if any(getattr(one.act, name, None) in values for name, values in named.items()):
            yield one


def export_person(flow: RegisterFlow, wanted: str, target: Path) -> int:
    """Everything kept about somebody in one zip file: name, acts, hand-ins as they came, records; how many files.

    :class:`Refused` when the target exists, :class:`InputUnreadable` when it cannot be written.
    """
    person = flow.person(wanted)
    if target.exists():
        raise Refused(N_("{file} exists already; choose another name."), file=target)
    about = [{"at": iso_moment(one.at), **to_data(one.act)} for one in acts_about(flow, person.person)]
    manifest = {
        "version": VERSION, "exported": iso(flow.clock.now()), "trainer": __version__,
        "retention_months": flow.settings().retention_months, "person": asdict(person),
    }  # fmt: skip
    files: dict[str, bytes] = {MANIFEST: _json(manifest), "acts.json": _json({"version": VERSION, "acts": about})}
    for one in flow.state.hand_ins_of(person.person):
        path = flow.store.files.hand_in_path(person.person, one.act.hand_in)
        files[f"hand-ins/{one.act.hand_in}.zip"] = path.read_bytes()
    for record in kept_about(flow, person).records:
        for form in FORMS:
            files[f"records/{flow.store.issued.path(record, form).name}"] = flow.store.issued.read(record, form)
    _write(target, files)
    return len(files)


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _write(target: Path, files: dict[str, bytes]) -> None:
    temporary = target.with_name(f".{target.name}.new")
    try:
        temporary.touch(mode=PRIVATE_FILE)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, raw in files.items():
                entry = zipfile.ZipInfo(name, _NO_TIME)
                entry.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, raw)
        with temporary.open("rb") as file:
            os.fsync(file.fileno())  # the person may be erased next
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=target, why=error.strerror) from None


def erase_person(flow: RegisterFlow, wanted: str, by: str) -> KeptAboutPerson:
    """Erase name, hand-ins, records and everything that counts of somebody; what there was.

    The chain keeps its acts, which speak of a random id that leads to nobody any more; of records issued it keeps id,
    unit, day and whether they hold, so that a document in an employer's hand can still be verified and revoked.
    """
    about = kept_about(flow, flow.person(wanted))
    with flow.store.writing() as register:
        register.erase(PersonErased(about.person.person, about.records, by), flow.now())
    return about
