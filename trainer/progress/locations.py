"""The folders Trainer uses: the platform's own, or one home given by ``--home`` or ``TRAINER_HOME``."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Locations(NamedTuple):
    """``data`` holds learners, ``config`` the machine's settings, ``cache`` what can be deleted."""

    data: Path
    config: Path
    cache: Path

    @property
    def learners(self) -> Path:
        return self.data / "learners"

    def learner(self, learner_id: str) -> Path:
        """The folder of one learner."""
        return self.learners / learner_id


def find_locations(home: str | None) -> Locations:
    """Everything below ``home`` when one is given, else the platform's folders."""
    if home:
        root = Path(home).expanduser().absolute()
        return Locations(root / "data", root / "config", root / "cache")
    import platformdirs

    dirs = platformdirs.PlatformDirs("trainer", appauthor=False)
    return Locations(Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_cache_dir))
