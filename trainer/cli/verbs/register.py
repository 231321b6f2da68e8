"""``trainer register import|status|assess|report|void|vouch|export|erase|keep``: the instructor's hand-ins."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.context import Context
from trainer.kernel.problems import N_, InputUnreadable, LossNotAccepted, UsageProblem

if TYPE_CHECKING:
    from trainer.flows.register import RegisterFlow
    from trainer.flows.register_import import Outcome
    from trainer.flows.register_rights import KeptAboutPerson


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(
        dest="action", required=True, metavar="import|status|assess|report|void|vouch|export|erase|keep"
    )
    bring = verbs.add_parser("import", help="take in what learners handed in")
    bring.add_argument("files", metavar="FILE", nargs="+")
    whose = bring.add_mutually_exclusive_group()
    whose.add_argument("--into", metavar="PERSON", help="it is of this person, who has another name now")
    whose.add_argument("--new", action="store_true", help="make a new person of it in any case")
    status = verbs.add_parser("status", help="what each learner lacks and what waits for an assessor")
    status.add_argument("--unit", metavar="UNIT", help="this unit only")
    status.add_argument("--csv", action="store_true", help="a table for a spreadsheet, on standard output")
    assess = verbs.add_parser("assess", help="judge what waits for an assessor; with --json only list it")
    assess.add_argument("--unit", metavar="UNIT", help="this unit only")
    assess.add_argument("--as", metavar="NAME", dest="rater", help="under whose name; the last one used, unless said")
    report = verbs.add_parser("report", help="the class as PDF: conditions met, lacking and waiting")
    report.add_argument("-o", "--output", metavar="FILE.pdf", required=True)
    report.add_argument("--unit", metavar="UNIT", help="needed only where several units were handed in")
    void = verbs.add_parser("void", help="declare that an attempt does not count")
    void.add_argument("attempt", metavar="ATTEMPT")
    void.add_argument("--back", action="store_true", help="take that back")
    vouch = verbs.add_parser("vouch", help="let an attempt count whose content is not known here")
    vouch.add_argument("attempt", metavar="ATTEMPT")
    for one in (void, vouch):
        one.add_argument("--reason", metavar="TEXT", required=True)
        one.add_argument("--by", metavar="NAME", help="under whose name; the last one used, unless said")
    export = verbs.add_parser("export", help="put everything kept about a person into one zip file")
    export.add_argument("person", metavar="PERSON")
    export.add_argument("-o", "--output", metavar="FILE.zip", required=True)
    erase = verbs.add_parser("erase", help="erase a person from the register")
    erase.add_argument("person", metavar="PERSON")
    erase.add_argument("--by", metavar="NAME", help="under whose name; the last one used, unless said")
    erase.add_argument("--yes", action="store_true", help="do not ask")
    keep = verbs.add_parser("keep", help="state for how many months hand-ins are kept")
    keep.add_argument("months", metavar="MONTHS", type=int)


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.register import RegisterFlow

    actions = {"import": _import, "status": _status, "assess": _assess, "report": _report, "void": _void,
               "vouch": _vouch, "export": _export, "erase": _erase, "keep": _keep}  # fmt: skip
    return actions[options.action](options, RegisterFlow.of(context.workspace()), context)


def _import(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.flows.register_import import RegisterImport

    if (options.into or options.new) and len(options.files) > 1:
        raise UsageProblem(N_("--into and --new are for one file at a time."))
    bring = RegisterImport(flow, into=options.into, new=options.new)
    done: list[Outcome] = []
    meter = _Meter(context)
    for outcome in bring.take([Path(file) for file in options.files], meter.show):
        meter.clear()
        done.append(outcome)
        _say_outcome(outcome, context)
    meter.clear()
    refused = sum(outcome.problem is not None for outcome in done)
    if len(done) > 1:
        known = sum(one.known for one in done)
        context.say(
            context._("{files} files: {taken} taken, {known} known already, {refused} refused.", files=len(done),
                      taken=len(done) - known - refused, known=known, refused=refused)
        )  # fmt: skip
    if context.json:
        context.print_json({"version": 1, "files": [_outcome_data(one, context) for one in done]})
    return max((outcome.exit_code for outcome in done), default=0)


class _Meter:
    """How far an import is, on a terminal alone, in one line that is written over."""

    def __init__(self, context: Context) -> None:
        self._context, self._shown = context, False

    def show(self, done: int, of: int) -> None:
        """So many files were looked at."""
        if of > 1 and sys.stderr.isatty():
            self._shown = True
            words = self._context._("looked at {done} of {count} files", done=done, count=of)
            print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Make room for a line of its own."""
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _say_outcome(one: Outcome, context: Context) -> None:
    say, _ = context.say, context._
    if one.problem is not None:
        say(_("{file}: refused", file=one.source.name))
        say(f"  {context.translator.translate(one.problem)}")
        return
    name = one.person.name if one.person else "?"
    if one.known:
        say(_("{file}: known already ({name}, {unit})", file=one.source.name, name=name, unit=one.unit))
        return
    say(
        _("{file}: {name}, {unit}: {new} attempts are new, {longer} went on, {same} were known; {studied} modules "
          "studied", file=one.source.name, name=name, unit=one.unit, new=len(one.new), longer=len(one.longer),
          same=one.same, studied=len(one.studied))
    )  # fmt: skip
    for attempt in one.forks:
        say("  " + _("The attempt {attempt} went on otherwise than the one of here, which counts; the other is kept "
                     "in the hand-in.", attempt=attempt))  # fmt: skip
    for attempt in one.unknown:
        say("  " + _("The attempt {attempt} was made from content that is not known here: it does not count until an "
                     "assessor vouches for it.", attempt=attempt))  # fmt: skip


def _outcome_data(one: Outcome, context: Context) -> dict[str, Any]:
    return {
        "file": str(one.source), "refused": context.translator.translate(one.problem) if one.problem else None,
        "exit_code": one.exit_code, "known": one.known, "person": one.person.person if one.person else None,
        "name": one.person.name if one.person else None, "unit": one.unit, "new": list(one.new),
        "longer": list(one.longer), "same": one.same, "forks": list(one.forks), "unknown": list(one.unknown),
        "studied": list(one.studied),
    }  # fmt: skip


def _status(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.flows.register_status import unit_class

    classes = [unit_class(flow, unit) for unit in ([options.unit] if options.unit else flow.units())]
    if options.csv:
        from trainer.flows.register_tables import status_as_csv

        sys.stdout.flush()
        sys.stdout.buffer.write(status_as_csv(classes))
    elif context.json:
        from trainer.flows.register_tables import status_as_json

        context.print_json(status_as_json(classes))
    else:
        from trainer.cli.register_lines import say_status

        say_status(flow, classes, context)
    if flow.store.torn:
        print(context._("An unfinished last line of the register was passed over."), file=sys.stderr)
    return 0


def _report(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.flows.class_reporting import write_class_report

    units = [options.unit] if options.unit else list(flow.units())
    if len(units) != 1:
        raise UsageProblem(N_("Say --unit: which of {units}."), units=", ".join(units) or "–")
    count = write_class_report(flow, units[0], Path(options.output), context.translator)
    context.say(context._("The report of {unit} with {count} learners was written to {file}.", unit=units[0],
                          count=count, file=options.output))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, "unit": units[0], "learners": count, "file": options.output})
    return 0


def _assess(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.cli.assessing import list_waiting, open_queue

    return list_waiting(options, flow, context) if context.json else open_queue(options, flow, context)


def _void(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    by = flow.assessor(options.by)
    (flow.unvoid if options.back else flow.void)(options.attempt, options.reason, by)
    said = N_("The attempt {attempt} counts again.") if options.back else N_("The attempt {attempt} is void.")
    return _done(context, said, options.attempt)


def _vouch(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    flow.vouch(options.attempt, options.reason, flow.assessor(options.by))
    return _done(context, N_("The content of the attempt {attempt} was vouched for."), options.attempt)


def _done(context: Context, said: str, attempt: str) -> int:
    context.say(context._(said, attempt=attempt))
    if context.json:
        context.print_json({"version": 1, "attempt": attempt})
    return 0


def _export(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.flows.register_rights import export_person

    target = Path(options.output)
    try:
        count = export_person(flow, options.person, target)
    except OSError as error:
        raise InputUnreadable(N_("{file} cannot be written: {why}."), file=target, why=error.strerror) from None
    context.say(context._("{count} files written to {file}.", count=count, file=target))
    if context.json:
        context.print_json({"version": 1, "file": str(target), "files": count})
    return 0


def _erase(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    from trainer.flows.register_rights import erase_person, kept_about

    about = kept_about(flow, flow.person(options.person))
    by = flow.assessor(options.by)
    print(context._("Of {name} there are {hand_ins} hand-ins with {attempts} attempts.", name=about.person.name,
                    hand_ins=about.hand_ins, attempts=about.attempts), file=sys.stderr)  # fmt: skip
    if about.records:
        print(context._("Of {count} records that were issued number, unit, day and validity stay, without the name: "
                        "documents in other hands must be verifiable and revocable.", count=len(about.records)),
              file=sys.stderr)  # fmt: skip
    if not options.yes and not _sure(about, context):
        raise LossNotAccepted(N_("Nothing was erased."))
    erase_person(flow, about.person.person, by)
    context.say(context._("{name} was erased from the register.", name=about.person.name))
    if context.json:
        context.print_json({"version": 1, "person": about.person.person, "erased": True, "kept": list(about.records)})
    return 0


def _sure(about: KeptAboutPerson, context: Context) -> bool:
    if not sys.stdin.isatty():
        raise LossNotAccepted(N_("Erasing cannot be undone: say --yes to do it without being asked."))
    question = context._("Erase {name} from the register? Write the name to confirm:", name=about.person.name)
    print(question, end=" ", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip()
    return bool(answer) and answer in (about.person.name, about.person.person)


def _keep(options: argparse.Namespace, flow: RegisterFlow, context: Context) -> int:
    flow.keep_for(options.months)
    context.say(context._("Hand-ins are kept for {months} months after the last one.", months=options.months))
    if context.json:
        context.print_json({"version": 1, "retention_months": options.months})
    return 0
