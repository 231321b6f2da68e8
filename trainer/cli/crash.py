"""Reporting an internal error without local variables: they can hold a key or a name."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.cli.context import Context


def describe(error: BaseException) -> str:
    """The chain of calls as file, line and function only, and the error's type; no values, no message."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*lines, f"  {type(error).__name__}"])


def report(error: BaseException, context: Context) -> None:
    """Say on standard error that this is our mistake, and where; what was saved is safe."""
    try:
        sentence = context._("Something went wrong inside Trainer. What was saved before is safe. Please report this:")
    except Exception:
        sentence = "Something went wrong inside Trainer. What was saved before is safe. Please report this:"
    print(f"trainer: {sentence}\n{describe(error)}", file=sys.stderr)
