"""Reporting an internal error without local variables: they can hold a key or a name."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from trainer.kernel.crash import describe

if TYPE_CHECKING:
    from trainer.cli.context import Context


def report(error: BaseException, context: Context) -> None:
    """Say on standard error that this is our mistake, and where; what was saved is safe."""
    try:
        sentence = context._("Something went wrong inside Trainer. What was saved before is safe. Please report this:")
    except Exception:
        sentence = "Something went wrong inside Trainer. What was saved before is safe. Please report this:"
    print(f"trainer: {sentence}\n{describe(error)}", file=sys.stderr)
