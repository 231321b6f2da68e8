"""``trainer register assess``: the program at the queue of an assessor, or the queue as data."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from trainer.cli.context import Context

if TYPE_CHECKING:
    from trainer.flows.assessing import AssessingView, Piece
    from trainer.flows.register import RegisterFlow

#: Of the JSON that is printed.
VERSION = 1


def open_queue(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    """Open the program at what waits; a unit there is none of is told before."""
    from trainer.cli.program import open_program
    from trainer.flows.hand_in import unit_of
    from trainer.tui.run import Start

    if options.unit:
        unit_of(flow.catalogue, options.unit)
    return open_program(context, Start("assess", options.unit or "", options.rater or ""))


def list_waiting(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    """Print what there is to judge, without names and without anybody's judgement."""
    from trainer.flows.assessing import AssessingFlow

    context.print_json(as_json(AssessingFlow(flow, options.unit or "", options.rater or "").look()))
    return 0


def as_json(view: AssessingView) -> dict[str, Any]:
    """The queue as plain data."""
    return {
        "version": VERSION, "unit": view.unit, "rater": view.rater, "two_raters": view.two_raters,
        "judged": view.judged, "due": view.due, "pieces": [_piece(piece) for piece in view.pieces],
    }  # fmt: skip


def _piece(piece: Piece) -> dict[str, Any]:
    data = asdict(piece)
    del data["whose"]
    return {**data, "title": dict(piece.title), "units": list(piece.units), "supervised": piece.supervised}
