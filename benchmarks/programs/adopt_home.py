"""``adopt_home.py HOME``: derive again what a learner's program derives from the store, which a copy has lost."""

from __future__ import annotations

import sys

from trainer.flows.workspace import Workspace
from trainer.progress.glance import write_glance
from trainer.progress.locations import find_locations


def main(home: str) -> None:
    workspace = Workspace(find_locations(home))
    workspace.choose_learner(None)
    write_glance(workspace.store)
    workspace.close()


if __name__ == "__main__":
    main(sys.argv[1])
