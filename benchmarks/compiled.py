"""Compiling content folders in processes of their own, and caches that hold a compiled one."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.content import content_with
from benchmarks.environments import project, stamp_of
from benchmarks.homes import run_program
from benchmarks.places import CACHE

_CACHES = CACHE / "bench-compiled"


def compile_content(content: Path, cache: Path) -> Mapping[str, float]:
    """Compile once; seconds, MB of memory at the peak and beyond the imports, and how often progress was told."""
    done: Mapping[str, float] = json.loads(run_program(project(), cache, "compile", str(content), str(cache)))
    return done


def compiled_cache(items: int) -> Path:
    """A cache that holds the catalogue of :func:`content_with` so many items."""
    cache = _CACHES / f"{items}-{stamp_of(project())}"
    if not cache.exists():
        for old in _CACHES.glob(f"{items}-*"):
            shutil.rmtree(old)
        cache.mkdir(parents=True)
        compile_content(content_with(items), cache)
    return cache


@contextmanager
def empty_cache() -> Iterator[Path]:
    """A cache in which nothing was compiled yet, gone afterwards."""
    _CACHES.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="run-", dir=_CACHES))
    try:
        yield place
    finally:
        shutil.rmtree(place)
