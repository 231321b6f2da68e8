"""``trainer study [MODULE[/LESSON]]``: open the program at a lesson, a module or the catalogue."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", nargs="?", metavar="MODULE[/LESSON]", help="for example gdpr or gdpr/rights")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.program import open_program
    from trainer.tui.run import Start

    if options.target is None:
        return open_program(context, Start("catalogue"))
    module, _, lesson = options.target.partition("/")
    return open_program(context, Start("lesson" if lesson else "module", module, lesson))
