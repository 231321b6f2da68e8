"""Everything a run of the program shares: where things lie, the content, the clock and the open learner."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from trainer.content.locate import shipped_root
from trainer.kernel.clock import Clock, SystemClock, iso, zone_minutes
from trainer.kernel.days import day_number
from trainer.kernel.problems import N_, Refused, StorageUnusable
from trainer.kernel.text import clean_line
from trainer.progress.disk import Disk
from trainer.progress.glance import glance_of, read_glance, write_glance
from trainer.progress.learners import (
    LearnerCard,
    find_learner,
    learner_folders,
    learner_id,
    list_learners,
    remember_learner,
    sweep_unborn,
)
from trainer.progress.locations import Locations, added_folders

if TYPE_CHECKING:
    from pathlib import Path

    from trainer.catalogue.index import Catalogue
    from trainer.progress.rows import Profile, Settings
    from trainer.progress.store import LearnerStore

Progress = Callable[[int, int], None]


class Workspace:
    """Opened once a run. The catalogue and the learner's store open when first asked for, because both cost imports."""

    def __init__(self, locations: Locations, clock: Clock | None = None, disk: Disk | None = None) -> None:
        self.locations = locations
        self.clock = clock or SystemClock()
        self.disk = disk or Disk()
        self.learner: str | None = None
        self._remembering = True
        self._catalogue: Catalogue | None = None
        self._store: LearnerStore | None = None
        self._opening = threading.RLock()

    # -- content -------------------------------------------------------------------------------------------------

    @property
    def roots(self) -> list[Path]:
        """The folders all content is read from: what comes with the program first, then what was added."""
        return [shipped_root(), *added_folders(self.locations)]

    def open_catalogue(self, on_progress: Progress | None = None) -> Catalogue:
        """The compiled content; compiles it first when it is not current."""
        if self._catalogue is None:
            from trainer.catalogue.index import open_or_build

            self._catalogue = open_or_build(self.roots, self.locations.cache, on_progress)
        return self._catalogue

    def catalogue_if_current(self) -> Catalogue | None:
        """The compiled content when it need not be compiled first: what the first screen can show at once."""
        from trainer.catalogue.index import is_current

        if self._catalogue is None and not is_current(self.roots, self.locations.cache):
            return None
        return self.open_catalogue()

    def content_stamp(self) -> str:
        """Changes with every content file; read from the folders only, nothing is opened."""
        from trainer.catalogue.current import content_files, fingerprint

        return fingerprint(content_files(self.roots))

    @property
    def catalogue(self) -> Catalogue:
        return self.open_catalogue()

    @property
    def learner_folder(self) -> Path:
        """Where the chosen learner's files lie. :class:`Refused` when no learner was chosen."""
        if self.learner is None:
            raise Refused(N_("There is no learner yet: start the program and tell it your name."))
        return self.locations.learner(self.learner)

    # -- learners ------------------------------------------------------------------------------------------------

    def learners(self) -> list[LearnerCard]:
        return list_learners(self.locations)

    @property
    def shared(self) -> bool:
        """Whether several people learn on this machine."""
        return len(learner_folders(self.locations)) > 1

    def choose_learner(self, wanted: str | None) -> str | None:
        """Decide which learner to open (see :func:`find_learner`); nothing is opened yet."""
        self.learner = find_learner(self.locations, wanted)
        return self.learner

    def switch_learner(self, wanted: str | None) -> None:
        """Close the present learner and choose another, or nobody."""
        self.close()
        self.learner = None if wanted is None else find_learner(self.locations, wanted)

    def look_at(self, learner: str) -> None:
        """Open this learner for a command, not as the one the program opens next time."""
        self.learner, self._remembering = learner, False

    def glance(self) -> dict[str, Any] | None:
        """What the first screen needs, without opening the store; None when that has to be opened for it."""
        if self.learner is None:
            return None
        found = read_glance(self.locations.learner(self.learner))
        return glance_of(self._store) if found is None and self._store is not None else found

    @property
    def store(self) -> LearnerStore:
        """The open learner's store, locked for this program. :class:`Refused` when no learner was chosen."""
        # One thread at a time: a second opening would find the learner locked by ourselves.
        with self._opening:
            if self._store is None:
                self._store = self._open_store()
            return self._store

    def _open_store(self) -> LearnerStore:
        folder = self.learner_folder
        from trainer.flows.recovery import recover
        from trainer.progress.store import LearnerStore

        store = LearnerStore(folder, self.disk)
        try:
            recover(store, self.clock)
            if read_glance(store.folder) is None:
                write_glance(store)
        except BaseException:
            store.close()
            raise
        self._remember(folder.name)
        return store

    def _remember(self, learner: str) -> None:
        # Only a convenience for the next start: a settings folder that cannot be written stops nobody from learning.
        if not self._remembering:
            return
        with contextlib.suppress(StorageUnusable):
            remember_learner(self.locations, learner, self.disk)

    def create_learner(self, name: str, language: str, second_language: str, qualification: str) -> str:
        """Make a new learner and open it. :class:`Refused` without a name."""
        shown = clean_line(name, 60)
        if not shown:
            raise Refused(N_("Write your name, or the name you want on your records."))
        self.close()
        sweep_unborn(self.locations)
        learner = learner_id(shown, {card.id for card in self.learners()})
        from trainer.progress.rows import Profile, Settings
        from trainer.progress.store import LearnerStore

        profile = Profile(shown, language, second_language, qualification, iso(self.clock.now()))
        store = LearnerStore(self.locations.learner(learner), self.disk)
        try:
            store.save_profile(profile)
            store.save_settings(Settings())
        except BaseException:
            store.close()
            raise
        self.learner, self._store = learner, store
        self._remember(learner)
        return learner

    def profile(self) -> Profile:
        """The open learner's profile. :class:`Refused` when the store has none."""
        profile = self.store.profile()
        if profile is None:
            raise Refused(N_("There is no learner yet: start the program and tell it your name."))
        return profile

    def change_profile(self, **changes: str) -> Profile:
        """Change language, second language or qualification."""
        profile = replace(self.profile(), **changes)
        self.store.save_profile(profile)
        return profile

    def speak(self, language: str) -> Profile:
        """Another first language; the one spoken so far becomes the second where both would be the same."""
        profile = self.profile()
        second = profile.language if profile.second_language == language else profile.second_language
        return self.change_profile(language=language, second_language=second)

    def change_settings(self, **changes: Any) -> Settings:
        """Change how the program looks or behaves for this learner."""
        settings = replace(self.store.settings(), **changes)
        self.store.save_settings(settings)
        return settings

    def jurisdictions(self) -> tuple[str, ...]:
        """Whose law the learner's qualification is under: what practice and exams may show."""
        from trainer.flows.law import jurisdictions_of

        return jurisdictions_of(self.catalogue, self.profile().qualification)

    def qualification(self) -> str | None:
        """The chosen learner's qualification, read without opening the store; None without a learner."""
        return next((card.qualification for card in self.learners() if card.id == self.learner), None) or None

    def today(self) -> str:
        """Today's date in UTC, ISO: the day attempts are drawn for."""
        return self.clock.now().date().isoformat()

    def day(self) -> int:
        """Today in the learner's own calendar (``kernel.days``): what reviews and charts go by."""
        return day_number(self.clock.now().timestamp(), zone_minutes(self.clock))

    def close(self) -> None:
        """Release the learner."""
        if self._store is not None:
            self._store.close()
            self._store = None
