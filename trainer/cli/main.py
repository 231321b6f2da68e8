"""The entry point: global options, the verb, and turning problems into a sentence and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys

from trainer import __version__
from trainer.cli.context import Context
from trainer.cli.table import OPTIONS, VERBS
from trainer.kernel.problems import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

INTERNAL_ERROR = 70
INTERRUPTED = 130


def run() -> None:
    """What the ``trainer`` command calls."""
    sys.exit(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (table in ``docs/commands.md``)."""
    _keep_output_readable()
    words = list(sys.argv[1:] if arguments is None else arguments)
    # These need no parser, which takes 3 ms: a sixth of what help takes in all.
    plain = {(): _open, ("--help",): _print_help, ("-h",): _print_help}.get(tuple(words))
    if plain:
        return _guarded(plain, Context(None, None, None, False))
    from trainer.cli.parse import parse_global

    options, rest = parse_global(words)
    context = Context(options.home, options.learner, options.lang, options.json)
    return _guarded(lambda context: _dispatch(options, rest, context), context)


def _guarded(command: Callable[[Context], int], context: Context) -> int:
    """Run a command; what goes wrong becomes a sentence and an exit code."""
    try:
        return command(context)
    except Problem as problem:
        print(f"trainer: {_sentence(problem, context)}", file=sys.stderr)
        return problem.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has stopped; nothing is wrong, but the interpreter must not flush into the void.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from trainer.cli.crash import report

        report(error, context)
        return INTERNAL_ERROR


def _sentence(problem: Problem, context: Context) -> str:
    """The problem in words; in the system's language when the one asked for is itself the problem."""
    try:
        return context.translator.translate(problem)
    except Problem:
        context.language = None
        return context.translator.translate(problem)


def _keep_output_readable() -> None:
    """Never fail on a character the terminal's encoding lacks (``LANG=C``)."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr] # TextIO of a redirected stream


def _dispatch(options: argparse.Namespace, rest: list[str], context: Context) -> int:
    verb = rest[0] if rest and not rest[0].startswith("-") else None
    if options.version:
        return _print_version(context)
    if verb is None:
        return _without_verb(options, rest, context)
    if verb not in VERBS:
        known = ", ".join(VERBS)
        print(
            f"trainer: {context._('«{verb}» is not something trainer does. Verbs: {known}.', verb=verb, known=known)}",
            file=sys.stderr,
        )
        return 2
    from importlib import import_module

    from trainer.cli.parse import verb_parser

    module, parser = import_module(f"trainer.cli.verbs.{verb}"), verb_parser(verb, context._(VERBS[verb]))
    module.add_arguments(parser)
    if options.help:
        parser.print_help()
        return 0
    try:
        parsed = parser.parse_args(rest[1:])
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return int(module.run(parsed, context))


def _without_verb(options: argparse.Namespace, rest: list[str], context: Context) -> int:
    if options.help:
        return _print_help(context)
    if rest:
        print(f"trainer: {context._('unknown option {option}; see trainer --help', option=rest[0])}", file=sys.stderr)
        return 2
    return _open(context)


def _open(context: Context) -> int:
    from trainer.cli.program import open_program

    return open_program(context, None)


def _print_version(context: Context) -> int:
    if context.json:
        from trainer.content.locate import content_version

        context.print_json({"version": 1, "trainer": __version__, "content": content_version()})
    else:
        print(f"trainer {__version__}")
    return 0


def _print_help(context: Context) -> int:
    lines = [context._("usage: trainer [options] [verb …]")]
    for heading, table in ((context._("options:"), OPTIONS), (context._("verbs:"), VERBS)):
        lines += ["", heading, *(f"  {name:<14}{context._(text)}" for name, text in table.items())]
    closing = context._("Without a verb the program opens. «trainer VERB --help» says more.")
    print("\n".join([*lines, "", closing]))
    return 0
