"""The command line: which measures to take, how often, and where the figures go."""

from __future__ import annotations

import argparse
import fcntl
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.machine import this_machine
from benchmarks.measure import Measure, SkippedMeasure, take_rounds
from benchmarks.measures import all_measures
from benchmarks.places import CACHE
from benchmarks.report import as_json, line_text, markdown
from benchmarks.result import Result, summarise

RUNS = 12


def main(words: Sequence[str] | None = None) -> int:
    """Take the measures; 1 when ``--check`` is given and a bound is not kept, 2 for a name that is none."""
    options = _parser().parse_args(words)
    measures = all_measures()
    known = [measure.name for measure in measures]
    if unknown := [name for name in options.only or () if name not in known]:
        print(f"no such measure: {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    wanted = [measure for measure in measures if measure.name in (options.only or known)]
    with _alone():
        results = [_take(measure, options.runs) for measure in wanted]
    _write(options, results)
    return _verdict(results) if options.check else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="benchmarks/run.py", description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when a bound is not kept")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="take these measures only")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N", help=f"rounds a measure (default {RUNS})")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the figures as a page")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON")
    return parser


@contextmanager
def _alone() -> Iterator[None]:
    """Waits for another run to end: two would slow each other and change each other's environments."""
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "bench.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("waiting for another run to end", flush=True)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _take(measure: Measure, runs: int) -> Result:
    print(f"{measure.name}: {measure.question}", flush=True)
    try:
        runs = min(runs, measure.most or runs)
        rounds = take_rounds(measure, runs, lambda number: _progress(number, runs))
    except SkippedMeasure as reason:
        print(f"  skipped: {reason}", flush=True)
        return Result(measure, why_skipped=str(reason))
    except (AssertionError, OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"  failed: {error}\n{getattr(error, 'stderr', None) or ''}", flush=True)
        return Result(measure, what_failed=str(error))
    result = summarise(measure, rounds)
    _progress(None, runs)
    for line in result.lines:
        print(f"  {line_text(line)}", flush=True)
    return result


def _progress(number: int | None, runs: int) -> None:
    """Which round is being taken, where somebody looks."""
    if sys.stderr.isatty():
        shown = "\r\x1b[K" if number is None else f"\r  round {number + 1} of {runs}"
        print(shown, end="", file=sys.stderr, flush=True)


def _write(options: argparse.Namespace, results: Sequence[Result]) -> None:
    machine = this_machine()
    if options.markdown:
        options.markdown.write_text(markdown(results, machine), encoding="utf-8")
    if options.json:
        text = json.dumps(as_json(results, machine), ensure_ascii=False, indent=1)
        options.json.write_text(f"{text}\n", encoding="utf-8")


def _verdict(results: Sequence[Result]) -> int:
    beyond = [line for result in results for line in result.lines if not line.holds]
    for result in results:
        if result.why_skipped:
            print(f"skipped: {result.measure.name}: {result.why_skipped}")
    for line in beyond:
        print(f"beyond its bound: {line.measure.name}, {line_text(line)}")
    failed = [result for result in results if result.what_failed]
    for result in failed:
        print(f"failed: {result.measure.name}: {result.what_failed}")
    print(f"{len(beyond)} bounds are not kept, {len(failed)} measures failed")
    return 1 if beyond or failed else 0
