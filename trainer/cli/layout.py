"""How argparse lays out help: as wide as the terminal, known without importing shutil (3 ms for every command)."""

from __future__ import annotations

import argparse
import os
import sys

_USUAL_COLUMNS = 80


class HelpLayout(argparse.RawDescriptionHelpFormatter):
    """argparse's own, with the width given."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    """The width ``COLUMNS`` asks for, else the terminal's."""
    wanted = os.environ.get("COLUMNS", "")
    if wanted.isdecimal() and int(wanted):
        return int(wanted)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_COLUMNS
    except (AttributeError, ValueError, OSError):
        return _USUAL_COLUMNS
