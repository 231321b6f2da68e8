"""Telling where an internal error happened without saying what it held: values can be a key or a name."""

from __future__ import annotations

import traceback


def describe(error: BaseException) -> str:
    """The chain of calls as file, line and function only, and the error's type; no values, no message."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*lines, f"  {type(error).__name__}"])
