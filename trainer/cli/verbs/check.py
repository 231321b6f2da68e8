"""``trainer check [PATH…]``: is the content sound, and where must it be mended."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from trainer.cli.context import Context
from trainer.kernel.problems import N_, InputUnreadable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="content folder, module or file (default: shipped)")
    parser.add_argument("--strict", action="store_true", help="warnings count as findings too")
    parser.add_argument("--as-of", metavar="DATE", help="the day reviews are due by (default: today)")
    parser.add_argument("--quiet", action="store_true", help="leave out infos")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.checking.as_json import report_json
    from trainer.checking.check import check
    from trainer.cli.dates import parse_date
    from trainer.content.locate import shipped_root
    from trainer.kernel.clock import SystemClock

    paths = [Path(path) for path in options.paths] or [shipped_root()]
    for path in paths:
        if not path.exists():
            raise InputUnreadable(N_("{file} does not exist."), file=path)
    as_of = date.fromisoformat(parse_date(options.as_of)) if options.as_of else SystemClock().now().date()
    report = check(paths, as_of)
    counts = dict.fromkeys(("error", "warning", "info"), 0)
    for finding in report.findings:
        counts[finding.severity] += 1
        if not (options.quiet and finding.severity == "info"):
            sentence = context._(finding.template, **finding.values)
            context.say(f"{finding.file}:{finding.line}: {finding.severity} {finding.rule}: {sentence}")
    context.say(context._("Errors: {error}. Warnings: {warning}. Infos: {info}.", **counts))
    if context.json:
        context.print_json(report_json(report, lambda found: context._(found.template, **found.values)))
    return 1 if counts["error"] or (options.strict and counts["warning"]) else 0
