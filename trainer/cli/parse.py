"""Words of the command line into options, with argparse. Imported when there are words: it takes 3 ms."""

from __future__ import annotations

import argparse

from trainer.cli.layout import HelpLayout


def parse_global(words: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """The global options, wherever they stand, and the other words. Only parses: help is laid out elsewhere."""
    parser = argparse.ArgumentParser(
        prog="trainer",
        usage="trainer [options] [verb …]",
        add_help=False,
        allow_abbrev=False,
        formatter_class=HelpLayout,
    )
    for option in ("--home", "--learner", "--lang"):
        parser.add_argument(option)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("-h", "--help", action="store_true")
    return parser.parse_known_args(words)


def verb_parser(verb: str, description: str) -> argparse.ArgumentParser:
    """The parser of a verb, to which it adds its arguments."""
    return argparse.ArgumentParser(
        prog=f"trainer {verb}", description=description, allow_abbrev=False, formatter_class=HelpLayout
    )
