"""``trainer learner list|rename|export|import|hand-in|statement|erase``: who learns, what is kept and handed in."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.context import Context
from trainer.kernel.problems import N_, LossNotAccepted, StorageUnusable, UsageProblem

if TYPE_CHECKING:
    from trainer.flows.holdings import Holdings
    from trainer.flows.moving import Imported


def add_arguments(parser: argparse.ArgumentParser) -> None:
    names = "list|rename|export|import|hand-in|statement|erase"
    verbs = parser.add_subparsers(dest="action", required=True, metavar=names)
    verbs.add_parser("list", help="who learns on this machine, who was here last first")
    rename = verbs.add_parser("rename", help="call a learner otherwise; the id stays")
    rename.add_argument("id", metavar="ID")
    rename.add_argument("name", metavar="NAME")
    export = verbs.add_parser("export", help="put everything kept about a learner into one zip file, or into tables")
    export.add_argument("id", metavar="ID")
    export.add_argument("-o", "--output", metavar="FILE.zip", help="everything, as it is kept")
    export.add_argument("--csv", metavar="DIR", help="answers, attempts, mastery and reviews as CSV files")
    export.add_argument("--reports", metavar="FILE.jsonl", help="the mistakes reported in items, for an instructor")
    bring = verbs.add_parser("import", help="take in an export: merged into the same learner, or as a new one")
    bring.add_argument("file", metavar="FILE.zip")
    where = bring.add_mutually_exclusive_group()
    where.add_argument("--into", metavar="ID", help="merge it into this learner, who is the same person")
    where.add_argument("--new", action="store_true", help="make a new learner of it in any case")
    hand_in = verbs.add_parser("hand-in", help="put what counts for a unit into one file, for an instructor")
    hand_in.add_argument("unit", metavar="UNIT")
    hand_in.add_argument("-o", "--output", metavar="FILE.zip", required=True)
    statement = verbs.add_parser("statement", help="the study statement of a unit as PDF: self-declared, no issuer")
    statement.add_argument("unit", metavar="UNIT")
    statement.add_argument("-o", "--output", metavar="FILE.pdf", required=True)
    statement.add_argument("--languages", metavar="it|en|both", default="", help="of the page; else the command's own")
    erase = verbs.add_parser("erase", help="remove everything kept about a learner")
    erase.add_argument("id", metavar="ID")
    erase.add_argument("--yes", action="store_true", help="do not ask")


def run(options: argparse.Namespace, context: Context) -> int:
    actions = {"list": _list, "rename": _rename, "export": _export, "import": _import, "hand-in": _hand_in,
               "statement": _statement, "erase": _erase}  # fmt: skip
    return actions[options.action](options, context)


def _list(_: argparse.Namespace, context: Context) -> int:
    from trainer.progress.learners import by_last_use

    cards = by_last_use(context.locations)
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


def _rename(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.moving import rename_learner

    _find(context, options.id)
    name = rename_learner(context.workspace(), options.id, options.name)
    context.say(context._("«{learner}» is called {name} from now on.", learner=options.id, name=name))
    if context.json:
        context.print_json({"version": 1, "learner": options.id, "name": name})
    return 0


def _export(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.moving import export_everything

    _find(context, options.id)
    if [options.output, options.csv, options.reports].count(None) != 2:
        raise UsageProblem(
            N_("Say where to: -o FILE.zip for everything, --csv DIR for tables, or --reports FILE.jsonl for reports.")
        )
    if options.reports is not None:
        from trainer.cli.reports import hand_over_reports

        return hand_over_reports(options.id, Path(options.reports), context)
    target = Path(options.output or options.csv)
    count = len(_tables(options.id, target, context)) if options.csv else 0
    count = count or export_everything(context.workspace(), options.id, target)
    context.say(context._("{count} files written to {file}.", count=count, file=target))
    if context.json:
        context.print_json({"version": 1, "learner": options.id, "file": str(target), "files": count})
    return 0


def _tables(learner: str, folder: Path, context: Context) -> list[Path]:
    from trainer.flows.learner_csv import write_csv

    workspace = context.workspace()
    workspace.look_at(learner)
    try:
        return write_csv(workspace, folder)
    finally:
        workspace.close()


def _import(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.moving import import_learner

    if options.into is not None:
        _find(context, options.into)
    done = import_learner(context.workspace(), Path(options.file), into=options.into, new=options.new)
    _say_what_came(done, context)
    if context.json:
        aside = [
            {"attempt": one.attempt, "file": str(one.file), "why": context.translator.translate(one.why)}
            for one in done.aside
        ]
        context.print_json({
            "version": 1, "learner": done.learner, "created": done.created, "new": done.new, "longer": done.longer,
            "known": done.known, "aside": aside,
        })  # fmt: skip
    return 1 if done.aside else 0


def _say_what_came(done: Imported, context: Context) -> None:
    if done.created:
        context.say(context._("«{learner}» was imported: {new} attempts.", learner=done.learner, new=len(done.new)))
    else:
        context.say(
            context._(
                "Merged into «{learner}»: {new} attempts are new, {longer} went on, {known} were known.",
                learner=done.learner, new=len(done.new), longer=len(done.longer), known=done.known,
            )
        )  # fmt: skip
    for one in done.aside:
        context.say(context.translator.translate(one.why))
        context.say("  " + context._("Kept aside: {file}", file=one.file))


def _hand_in(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.handing_in import hand_over_unit

    return hand_over_unit(options.unit, Path(options.output), context)


def _statement(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.statement import state_unit

    return state_unit(options.unit, Path(options.output), options.languages, context)


def _erase(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.holdings import holdings_of
    from trainer.progress.learners import erase_learner

    _find(context, options.id)
    found = holdings_of(context.workspace(), options.id)
    _say_what_is_lost(found, context)
    if not options.yes and not _sure(found, context):
        raise LossNotAccepted(N_("Nothing was erased."))
    erase_learner(context.locations, options.id)
    if context.locations.learner(options.id).exists():
        raise StorageUnusable(N_("{path} could not be removed."), path=context.locations.learner(options.id))
    context.say(context._("Everything kept about «{learner}» was erased.", learner=options.id))
    if context.json:
        context.print_json({"version": 1, "learner": options.id, "erased": True})
    return 0


def _say_what_is_lost(found: Holdings, context: Context) -> None:
    lost = context._(
        "Of {name} ({learner}) there are {attempts} attempts, {items} questions answered and {lessons} lessons begun.",
        name=found.name or "?", learner=found.learner, attempts=found.attempts, items=found.items,
        lessons=found.lessons,
    )  # fmt: skip
    print(lost, file=sys.stderr)
    print(_export_words(found, context), file=sys.stderr)


def _export_words(found: Holdings, context: Context) -> str:
    last = found.export
    if last is None:
        return context._("There is no export: «trainer learner export {learner} -o FILE.zip» makes one.",
                         learner=found.learner)  # fmt: skip
    day = date.fromisoformat(last.at[:10])
    if last.current:
        return context._("The export of {day} holds all of it: {file}", day=day, file=last.file)
    return context._("The last export is older than what is kept: {day}, {file}", day=day, file=last.file)


def _sure(found: Holdings, context: Context) -> bool:
    if not sys.stdin.isatty():
        raise LossNotAccepted(N_("Erasing cannot be undone: say --yes to do it without being asked."))
    question = context._("Erase everything kept about «{learner}»? Write the name to confirm:", learner=found.learner)
    print(question, end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    return bool(answer) and answer in (found.learner, found.name)
