"""``trainer doctor [--repair]``: look at this installation and mend what can be mended without loss."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="bring damaged stores back from their kept version")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.doctor import examine

    worst, rows = 0, []
    for finding in examine(context.locations, repair=options.repair):
        sentence = context._(finding.template, **finding.values)
        context.say(f"{'✓' if finding.fine else '✗'} {sentence}")
        rows.append({"fine": finding.fine, "message": sentence})
        worst = max(worst, finding.exit_code)
    if context.json:
        context.print_json({"version": 1, "findings": rows})
    return worst
