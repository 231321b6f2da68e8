"""Verifying one record (signature, issuer, dates), beside importing the libraries that this needs.

Both are whole processes. The record has eight counted attempts in two languages, some 20 kB.
"""

from __future__ import annotations

import subprocess
import time
from functools import cache
from pathlib import Path

from benchmarks.environments import project
from benchmarks.homes import clean_environment, home_of
from benchmarks.measure import Bound, Contender, Figures, Measure
from benchmarks.places import CACHE
from tests.records import samples
from trainer.records.issue import signed_record
from trainer.records.issuers import issuer_bytes

ATTEMPTS = 8


@cache
def _files() -> tuple[Path, Path]:
    folder = CACHE / "bench-record"
    folder.mkdir(parents=True, exist_ok=True)
    record, issuer = folder / "record.json", folder / "issuer.json"
    record.write_bytes(signed_record(samples.record(lines=ATTEMPTS), samples.PLACE, samples.key()))
    issuer.write_bytes(issuer_bytes(samples.issuer().public()))
    return record, issuer


def _timed(command: list[str]) -> Figures:
    variables = clean_environment(home_of(project()))
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=variables)
    return {"done": (time.perf_counter() - begun) * 1000}


def _verify() -> Figures:
    record, issuer = _files()
    return _timed(project().program("verify_record", str(record), str(issuer), samples.TODAY))


def _libraries() -> Figures:
    return _timed(project().program("record_libraries"))


MEASURE = Measure(
    name="verify-record",
    question="How long does verifying one record take?",
    unit="ms",
    subject=Contender("verify a record of eight attempts", _verify),
    floor=Contender("importing its libraries", _libraries),
    bounds={"done": Bound(1.5)},
)
