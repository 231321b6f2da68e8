"""``trainer practise …``: open the program at a practice over a module, a unit, weak spots, mistakes or what is due."""

from __future__ import annotations

import argparse

from trainer.cli.context import Context
from trainer.kernel.problems import N_, UsageProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("target", nargs="?", metavar="MODULE[/LESSON]", help="for example gdpr or gdpr/rights")
    parser.add_argument("--lesson", metavar="LESSON", help="only this lesson of the module")
    choices = parser.add_mutually_exclusive_group()
    choices.add_argument("--unit", metavar="ID", help="all modules of a unit, for example abr.uc1")
    choices.add_argument("--review", action="store_true", help="what is due for review")
    choices.add_argument("--weak", action="store_true", help="the statements known worst")
    choices.add_argument("--mistakes", action="store_true", help="items that went wrong the last time")
    choices.add_argument("--retry", metavar="ATTEMPT", help="what was wrong in one attempt")


def run(options: argparse.Namespace, context: Context) -> int:
    scope, target = chosen(options)
    from trainer.cli.program import open_program
    from trainer.tui.run import Start

    if scope in ("module", "lesson"):
        module, _, lesson = target.partition("/")
        return open_program(context, Start("practice", module, lesson))
    return open_program(context, Start("practice", target, scope=scope))


def chosen(options: argparse.Namespace) -> tuple[str, str]:
    """The scope asked for and what it is about. :class:`UsageProblem` unless it is exactly one."""
    wanted = [(scope, getattr(options, scope)) for scope in ("unit", "review", "weak", "mistakes", "retry")]
    scopes = [(scope, value if isinstance(value, str) else "") for scope, value in wanted if value]
    if bool(options.target) == bool(scopes) or (options.lesson and (scopes or "/" in options.target)):
        raise UsageProblem(
            N_("Say what to practise: a module (gdpr), a lesson of it (gdpr --lesson rights), or one of --unit, "
               "--review, --weak, --mistakes, --retry."),
        )  # fmt: skip
    if scopes:
        return scopes[0]
    target = f"{options.target}/{options.lesson}" if options.lesson else options.target
    return ("lesson" if "/" in target else "module"), target
