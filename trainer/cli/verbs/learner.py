"""``trainer learner list|export|erase``: who learns on this machine, and what is kept about them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from trainer.cli.context import Context
from trainer.kernel.problems import N_, LossNotAccepted, StorageUnusable, UsageProblem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="list|export|erase")
    verbs.add_parser("list", help="who learns on this machine")
    export = verbs.add_parser("export", help="put everything kept about a learner into one zip file")
    export.add_argument("id", metavar="ID")
    export.add_argument("-o", "--output", required=True, metavar="FILE.zip")
    erase = verbs.add_parser("erase", help="remove everything kept about a learner")
    erase.add_argument("id", metavar="ID")
    erase.add_argument("--yes", action="store_true", help="do not ask")


def run(options: argparse.Namespace, context: Context) -> int:
    actions = {"list": _list, "export": _export, "erase": _erase}
    return actions[options.action](options, context)


def _list(_: argparse.Namespace, context: Context) -> int:
    cards = context.workspace().learners()
    if context.json:
        rows = [
            {"id": c.id, "name": c.name, "qualification": c.qualification, "readable": not c.problem} for c in cards
        ]
        context.print_json({"version": 1, "learners": rows})
    else:
        for card in cards:
            note = context.translator.translate(card.problem) if card.problem else f"{card.name} · {card.qualification}"
            context.say(f"{card.id:24} {note}")
        if not cards:
            context.say(context._("Nobody learns on this machine yet."))
    damaged = [card.problem for card in cards if card.problem]
    return max((problem.exit_code for problem in damaged), default=0)


def _find(context: Context, wanted: str) -> None:
    if wanted not in [card.id for card in context.workspace().learners()]:
        raise UsageProblem(
            N_("There is no learner «{learner}» on this machine. «trainer learner list» shows who there is."),
            learner=wanted,
        )


def _export(options: argparse.Namespace, context: Context) -> int:
    from trainer.progress.learners import export_learner

    _find(context, options.id)
    target = Path(options.output)
    count = export_learner(context.locations, options.id, target)
    context.say(context._("{count} files written to {file}.", count=count, file=target))
    if context.json:
        context.print_json({"version": 1, "learner": options.id, "file": str(target), "files": count})
    return 0


def _erase(options: argparse.Namespace, context: Context) -> int:
    from trainer.progress.learners import erase_learner

    _find(context, options.id)
    if not options.yes and not _sure(options.id, context):
        raise LossNotAccepted(N_("Nothing was erased."))
    erase_learner(context.locations, options.id)
    if context.locations.learner(options.id).exists():
        raise StorageUnusable(N_("{path} could not be removed."), path=context.locations.learner(options.id))
    context.say(context._("Everything kept about «{learner}» was erased.", learner=options.id))
    if context.json:
        context.print_json({"version": 1, "learner": options.id, "erased": True})
    return 0


def _sure(learner: str, context: Context) -> bool:
    if not sys.stdin.isatty():
        raise LossNotAccepted(N_("Erasing cannot be undone: say --yes to do it without being asked."))
    question = context._("Erase everything kept about «{learner}»? Write the name to confirm:", learner=learner)
    print(question, end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() == learner
