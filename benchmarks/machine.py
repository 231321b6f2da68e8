"""What the figures were taken on: processor, cores, system and Python. Neither the host's name nor any path."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine as named beside figures."""

    processor: str
    cores: int
    system: str
    python: str


def this_machine() -> Machine:
    """The machine this runs on."""
    return Machine(
        _processor(), os.cpu_count() or 1, _system(), f"{platform.python_implementation()} {platform.python_version()}"
    )


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        name, _, value = line.partition(":")
        if name.strip() == "model name":
            return " ".join(value.split())
    return platform.processor() or platform.machine()


def _system() -> str:
    kernel = f"{platform.system()} {platform.release().partition('-')[0]}"
    for line in _lines("/etc/os-release"):
        if line.startswith("PRETTY_NAME="):
            return f"{line.partition('=')[2].strip().strip(chr(34))}, {kernel}"
    return kernel


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
