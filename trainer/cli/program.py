"""Opening the full-screen program, at its first screen or at a place a verb asks for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_, UsageProblem

if TYPE_CHECKING:
    from trainer.cli.context import Context
    from trainer.tui.run import Start


def need_terminal() -> None:
    """:class:`UsageProblem` unless there is a terminal that can show full screens."""
    terminal = os.environ.get("TERM", "")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageProblem(N_("Trainer needs a terminal: start it in a terminal window, not from a pipe or a script."))
    if terminal in ("", "dumb"):
        raise UsageProblem(
            N_("This terminal (TERM={terminal}) cannot show full screens; use another one, for example TERM=xterm."),
            terminal=terminal or "''",
        )


def open_program(context: Context, start: Start | None) -> int:
    """Run the program until the learner leaves; its exit code."""
    need_terminal()
    from trainer.tui.run import run_program

    return run_program(context.locations, context.learner, context.language, start)
