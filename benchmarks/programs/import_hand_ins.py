"""``import_hand_ins.py CONTENT CACHE FILES HOME``: seconds to take a folder of hand-ins into a register, once."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from trainer.catalogue.index import open_or_build
from trainer.flows.register import RegisterFlow
from trainer.flows.register_import import RegisterImport
from trainer.progress.locations import find_locations


def main(content: str, cache: str, files: str, home: str) -> None:
    catalogue = open_or_build([Path(content)], Path(cache))
    flow = RegisterFlow(find_locations(home), catalogue=lambda: catalogue)
    found = sorted(Path(files).glob("*.zip"))
    begun = time.perf_counter()
    outcomes = list(RegisterImport(flow).take(found))
    taken = time.perf_counter() - begun
    refused = [str(one.problem) for one in outcomes if one.problem]
    attempts = sum(len(one.new) for one in outcomes)
    print(json.dumps({"s": taken, "files": len(found), "attempts": attempts, "refused": refused}))


if __name__ == "__main__":
    main(*sys.argv[1:5])
