"""Names and hand-ins of the register, apart from its chain; its settings; and what is just coming in."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from trainer.assessment.acts import Received
from trainer.kernel.problems import N_, StorageUnusable, StoreDamaged, newer_format
from trainer.progress.disk import Disk, make_folder, storage_problems, write_whole
from trainer.progress.shapes import fits

VERSION = 1
_COMING = ".coming.json"
_SETTINGS = "settings.json"
#: Months hand-ins are kept after the last one, unless the settings say otherwise.
USUAL_RETENTION = 24


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody of the register is. ``learner`` and ``created`` are what the learner's program calls them by.

    ``birth_date`` (ISO) or ``student_number`` tell namesakes apart, where the instructor wrote one down.
    """

    person: str
    name: str
    learner: str
    created: str
    birth_date: str | None = None
    student_number: str | None = None


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """``retention_months``: how long hand-ins are kept after a person's last one, as the register states it.

    ``assessor`` is the name acts were last done under.
    """

    retention_months: int = USUAL_RETENTION
    assessor: str = ""


class Coming(NamedTuple):
    """A hand-in that is being written and not yet told by an act."""

    person: str
    hand_in: str


class Arriving(NamedTuple):
    """A hand-in that was proved: the act that will tell of it, and the bytes of the whole file."""

    act: Received
    raw: bytes

    @property
    def person(self) -> str:
        """Whose it is."""
        return self.act.person

    @property
    def hand_in(self) -> str:
        """Its digest."""
        return self.act.hand_in


class RegisterFiles:
    """What of the register is not its chain."""

    def __init__(self, folder: Path, disk: Disk) -> None:
        self._folder, self._disk = folder, disk

    def people(self) -> set[str]:
        """Whose names are kept."""
        return {path.stem for path in self._people.glob("[!.]*.json")}

    @property
    def _people(self) -> Path:
        return self._folder / "people"

    def hand_in_path(self, person: str, hand_in: str) -> Path:
        """Where a hand-in lies."""
        return self._folder / "hand-ins" / person / f"{hand_in}.zip"

    def derived_path(self, person: str) -> Path:
        """Where what derives from a person's hand-ins is kept; it may be deleted."""
        return self._folder / "hand-ins" / person / "derived.json"

    # -- people --------------------------------------------------------------------------------------------------

    def person(self, person: str) -> Person:
        """Who somebody is. :class:`StoreDamaged` when that is lost."""
        path = self._people / f"{person}.json"
        data = _read(path)
        if data is None:
            raise StoreDamaged(N_("{file} is missing."), file=path)
        if not fits(data, Person) or data["person"] != person:
            raise _damaged(path)
        return Person(**{name: data[name] for name in Person.__dataclass_fields__ if name in data})

    def save_person(self, person: Person) -> None:
        """Keep who somebody is."""
        make_folder(self._people, self._disk)
        _write(self._people / f"{person.person}.json", asdict(person), self._disk)

    def remove_person(self, person: str) -> None:
        """Remove the name and everything handed in; nothing, where it is gone already."""
        path, folder = self._people / f"{person}.json", self._folder / "hand-ins" / person
        with storage_problems(path):
            if folder.is_dir():
                shutil.rmtree(folder)
                self._disk.sync_folder(folder.parent)
            if path.exists():
                path.unlink()
                self._disk.sync_folder(path.parent)

    # -- hand-ins ------------------------------------------------------------------------------------------------

    def save_hand_in(self, one: Arriving) -> None:
        """Keep a hand-in byte for byte."""
        target = self.hand_in_path(one.person, one.hand_in)
        make_folder(target.parent, self._disk)
        write_whole(self._disk, target, one.raw)

    def remove_hand_in(self, person: str, hand_in: str) -> None:
        """Remove one hand-in."""
        path = self.hand_in_path(person, hand_in)
        with storage_problems(path):
            if path.exists():
                path.unlink()
                self._disk.sync_folder(path.parent)

    def read_members(self, person: str, hand_in: str, names: Iterable[str]) -> dict[str, bytes]:
        """Some files of a hand-in that is kept, by name. :class:`StoreDamaged` when one is not there or not whole."""
        path = self.hand_in_path(person, hand_in)
        try:
            with zipfile.ZipFile(path) as archive:
                return {name: archive.read(name) for name in names}
        except FileNotFoundError:
            raise StoreDamaged(N_("{file} is missing."), file=path) from None
        except PermissionError as error:
            raise StorageUnusable(N_("{path} cannot be used: {why}."), path=path, why=error.strerror) from None
        except Exception:  # whatever a damaged archive makes the library raise
            raise _damaged(path) from None

    # -- settings ------------------------------------------------------------------------------------------------

    def settings(self) -> RegisterSettings:
        """The register's settings."""
        path = self._folder / _SETTINGS
        data = _read(path)
        if data is None:
            return RegisterSettings()
        if not fits(data, RegisterSettings):
            raise _damaged(path)
        return RegisterSettings(**{name: data[name] for name in RegisterSettings.__dataclass_fields__ if name in data})

    def save_settings(self, settings: RegisterSettings) -> None:
        """Keep the settings."""
        make_folder(self._folder, self._disk)
        _write(self._folder / _SETTINGS, asdict(settings), self._disk)

    # -- known content -------------------------------------------------------------------------------------------

    def known_content(self, unit: str) -> dict[str, dict[str, list[str]]]:
        """Digests of the content of a unit that was ever here, by kind and id."""
        path = self._folder / "content" / f"{unit}.json"
        data = _read(path)
        known = (data or {}).get("known", {})
        if not fits(known, dict[str, dict[str, list[str]]]):
            raise _damaged(path)
        return dict(known)

    def save_known_content(self, unit: str, known: dict[str, dict[str, list[str]]]) -> None:
        """Remember them."""
        make_folder(self._folder / "content", self._disk)
        _write(self._folder / "content" / f"{unit}.json", {"known": known}, self._disk)

    # -- what derives --------------------------------------------------------------------------------------------

    def derived(self, person: str) -> dict[str, Any]:
        """What was derived from a person's hand-ins the last time; empty when it is not there or cannot be read."""
        try:
            data = json.loads(self.derived_path(person).read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}

    def save_derived(self, person: str, data: dict[str, Any]) -> None:
        """Keep it for the next time. It is not waited for: what a crash spoils is derived again."""
        path = self.derived_path(person)
        temporary = path.with_name(f".{path.name}.new")
        try:
            temporary.touch(mode=0o600)
            temporary.write_text(json.dumps({"version": VERSION, **data}), encoding="utf-8")
            temporary.replace(path)
        except OSError:
            return


def read_coming(folder: Path) -> list[Coming]:
    """What was being written when a program died; nothing, as a rule."""
    data = _read(folder / _COMING)
    if data is None:
        return []
    if not fits(data.get("coming"), list[tuple[str, str]]):
        raise _damaged(folder / _COMING)
    return [Coming(*one) for one in data["coming"]]


def write_coming(folder: Path, coming: Sequence[Coming], disk: Disk) -> None:
    """Say what is being written; an empty list: nothing any more."""
    path = folder / _COMING
    if coming:
        _write(path, {"coming": [list(one) for one in coming]}, disk)
        return
    with storage_problems(path):
        path.unlink(missing_ok=True)
        disk.sync_folder(folder)


def _read(path: Path) -> dict[str, Any] | None:
    """The JSON of a file with its version, or None where there is none."""
    with storage_problems(path):
        if not path.exists():
            return None
        raw = path.read_bytes()
    try:
        data: Any = json.loads(raw)
        version = int(data.pop("version"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _damaged(path) from None
    if version > VERSION:
        raise newer_format(path, found=version, known=VERSION)
    found: dict[str, Any] = data
    return found


def _write(path: Path, data: dict[str, Any], disk: Disk) -> None:
    write_whole(disk, path, json.dumps({"version": VERSION, **data}, ensure_ascii=False).encode())


def _damaged(path: Path) -> StoreDamaged:
    return StoreDamaged(N_("{file} is damaged; it was left as it is."), file=path)
