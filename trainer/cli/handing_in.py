"""``trainer learner hand-in``: one file for an instructor's register."""

from __future__ import annotations

import sys
from pathlib import Path

from trainer.cli.context import Context
from trainer.flows.hand_in import hand_in


def hand_over_unit(unit: str, target: Path, context: Context) -> int:
    """Write the file and say what is in it; 1 when an attempt had to be left out."""
    workspace = context.workspace()
    workspace.choose_learner(context.learner)
    try:
        done = hand_in(workspace, unit, target)
    finally:
        workspace.close()
    _ = context._
    context.say(
        _("{unit} handed in: {attempts} attempts and {studied} studied modules written to {file}.", unit=unit,
          attempts=len(done.attempts), studied=len(done.studied), file=target)
    )  # fmt: skip
    for one in done.left_out:
        why = context.translator.translate(one.why)
        print(_("Left out: {title} ({attempt}): {why}", title=context.translator.text(one.title), attempt=one.attempt,
                why=why), file=sys.stderr)  # fmt: skip
    if context.json:
        left = [{"attempt": one.attempt, "why": context.translator.translate(one.why)} for one in done.left_out]
        context.print_json({
            "version": 1, "unit": unit, "file": str(target), "attempts": list(done.attempts),
            "studied": list(done.studied), "left_out": left,
        })  # fmt: skip
    return int(bool(done.left_out))
