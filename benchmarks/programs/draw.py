"""``draw.py CONTENT CACHE EXAM SEED``: milliseconds to draw and freeze a paper from a compiled catalogue, once.

The kinds of item are loaded before, as the page that says what the exam is does while it is read.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from trainer.catalogue.index import open_or_build
from trainer.flows.law import jurisdictions_of
from trainer.flows.prepare import draw_exam
from trainer.items.kinds import load_kinds


def main(content: str, cache: str, exam: str, seed: str) -> None:
    catalogue = open_or_build([Path(content)], Path(cache))
    own = jurisdictions_of(catalogue, "abr")
    load_kinds()
    begun = time.perf_counter()
    paper = draw_exam(catalogue, exam, seed, catalogue.release, own, "mock", "abr")
    taken = time.perf_counter() - begun
    print(json.dumps({"ms": taken * 1000, "items": len(paper.items)}))


if __name__ == "__main__":
    main(*sys.argv[1:5])
