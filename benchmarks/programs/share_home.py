"""``share_home.py HOME LEARNERS``: the learner of a home again under other names, until there are so many."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace

from trainer.progress.learners import find_learner
from trainer.progress.locations import find_locations
from trainer.progress.store import LearnerStore


def main(home: str, learners: int) -> None:
    locations = find_locations(home)
    first = locations.learner(find_learner(locations, None) or "")
    for number in range(2, learners + 1):
        shutil.copytree(first, first.with_name(f"{first.name}-{number}"))
    for folder in sorted(locations.learners.iterdir()):
        store = LearnerStore(folder)
        profile = store.profile()
        if profile is not None:
            store.save_profile(replace(profile, name=f"Lea {folder.name}"))
        store.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
