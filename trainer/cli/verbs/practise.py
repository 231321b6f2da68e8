"""``trainer practise MODULE[/LESSON]``: open the program at a practice."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", metavar="MODULE[/LESSON]", help="for example gdpr or gdpr/rights")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.program import open_program
    from trainer.tui.run import Start

    module, _, lesson = options.target.partition("/")
    return open_program(context, Start("practice", module, lesson))
