"""``compile.py CONTENT CACHE``: seconds to compile, the memory it took beyond the imports, and how often it reported.

Compiles what changed where the cache holds a catalogue of this content, everything where it does not.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import trainer.catalogue.build
from trainer.catalogue.index import open_or_build


def peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def main(content: str, cache: str) -> None:
    reports: list[int] = []
    before, begun = peak_mb(), time.perf_counter()
    catalogue = open_or_build([Path(content)], Path(cache), lambda done, _: reports.append(done))
    seconds = time.perf_counter() - begun
    peak = peak_mb()
    assert not catalogue.flaws, catalogue.flaws[:3]
    print(json.dumps({"s": seconds, "peak": peak, "growth": peak - before, "reports": len(set(reports))}))


if __name__ == "__main__":
    assert trainer.catalogue.build
    main(sys.argv[1], sys.argv[2])
