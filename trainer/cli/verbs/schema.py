"""``trainer schema [NAME]``: the JSON Schemas of content files, made from the models."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context
from trainer.kernel.problems import N_, UsageProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="bank, lesson, module, exam, … (default: all)")


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.banks.schemas import schemas

    known = schemas()
    if options.name is None:
        context.print_json(known)
        return 0
    if options.name not in known:
        raise UsageProblem(
            N_("There is no schema «{name}»; there are: {names}."), name=options.name, names=", ".join(sorted(known))
        )
    context.print_json(known[options.name])
    return 0
