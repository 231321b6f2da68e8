"""The folders Trainer uses: the platform's own, or one home given by ``--home`` or ``TRAINER_HOME``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from trainer.kernel.problems import N_, StorageUnusable


class Locations(NamedTuple):
    """``data`` holds learners and added content, ``config`` the machine's settings, ``cache`` what can be deleted."""

    data: Path
    config: Path
    cache: Path

    @property
    def learners(self) -> Path:
        return self.data / "learners"

    @property
    def content(self) -> Path:
        """Where added content lies, a folder each."""
        return self.data / "content"

    @property
    def register(self) -> Path:
        """Where the instructor's register lies."""
        return self.data / "register"

    def learner(self, learner_id: str) -> Path:
        """The folder of one learner."""
        return self.learners / learner_id


def added_folders(locations: Locations) -> list[Path]:
    """The folders of added content, by id. The first screen waits for this: one look at one folder.

    Raises :class:`~trainer.kernel.problems.StorageUnusable` when they cannot be seen.
    """
    try:
        return sorted(path for path in locations.content.iterdir() if path.name[0] != "." and path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageUnusable(N_("{path} cannot be used: {why}."), path=locations.content, why=error.strerror) from None


def find_locations(home: str | None) -> Locations:
    """Everything below ``home`` when one is given, else the platform's folders."""
    if home:
        root = Path(home).expanduser().absolute()
        return Locations(root / "data", root / "config", root / "cache")
    import platformdirs

    dirs = platformdirs.PlatformDirs("trainer", appauthor=False)
    return Locations(Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_cache_dir))
