"""``trainer record issue|list|show|export|verify|revoke|renew-list``: completion records and whether they hold."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.context import Context
from trainer.cli.passphrase import add_passphrase, passphrase_of
from trainer.kernel.problems import N_, UsageProblem

if TYPE_CHECKING:
    from trainer.flows.issuing import IssuingFlow

_VERBS = "issue|list|show|export|verify|revoke|renew-list"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar=_VERBS)
    issue = verbs.add_parser("issue", help="issue the record of a learner's unit, or say what is missing")
    issue.add_argument("unit", metavar="UNIT")
    issue.add_argument("--person", metavar="PERSON", required=True, help="name or id in the register")
    issue.add_argument("--name", metavar="NAME", default="", help="the name as it is to stand on the record")
    issue.add_argument("--birth-date", metavar="DAY", default="", help="against namesakes: 1999-02-28")
    issue.add_argument("--student-number", metavar="TEXT", default="", help="against namesakes; never a tax code")
    issue.add_argument("--email", metavar="ADDRESS", default="", help="kept on the record hashed with a salt")
    issue.add_argument("--valid-until", metavar="DAY", default="", help="the last day it holds; else it has no end")
    issue.add_argument("--corrects", metavar="RECORD", default="", help="issue it in the place of this record")
    revoke = verbs.add_parser("revoke", help="say that a record no longer holds")
    revoke.add_argument("record", metavar="RECORD")
    revoke.add_argument("--reason", metavar="TEXT", required=True)
    for one in (issue, revoke):
        one.add_argument("--by", metavar="NAME", default="", help="under whose name; the last one used, unless said")
    renew = verbs.add_parser("renew-list", help="sign the list of revoked records anew, dated now")
    for one in (issue, revoke, renew):
        add_passphrase(one)
    listed = verbs.add_parser("list", help="the records issued here, and whether they hold")
    listed.add_argument("--unit", metavar="UNIT", default="")
    listed.add_argument("--person", metavar="PERSON", default="")
    show = verbs.add_parser("show", help="a record in words, from its credential alone")
    show.add_argument("record", metavar="RECORD|FILE")
    _add_export(verbs.add_parser("export", help="hand a record out, or the list of revoked ones"))
    verify = verbs.add_parser("verify", help="is it intact, whose is it, does it hold? Without a network")
    verify.add_argument("file", metavar="FILE.json|FILE.pdf")
    verify.add_argument("--issuer", metavar="KEY", action="append", default=[], help="the issuer's file, or did:key:…")
    verify.add_argument("--status", metavar="LIST", help="the issuer's list of revoked records")


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("record", metavar="RECORD", nargs="?", help="not needed for --status-list")
    export.add_argument("--json-file", metavar="FILE.json", help="the signed credential")
    export.add_argument("--jcs-file", metavar="FILE.json", help="the one signed over canonical JSON")
    export.add_argument("--pdf", metavar="FILE.pdf", help="the page, with the credential in it")
    export.add_argument("--languages", metavar="it|en|both", default="both", help="of the page")
    export.add_argument("--status-list", metavar="FILE.json", help="the signed list of revoked and superseded records")
    export.add_argument("--dossier", metavar="DIR", help="a folder with everything the record rests on")


def run(options: argparse.Namespace, context: Context) -> int:
    if options.action == "verify":
        return _verify(options, context)
    from trainer.flows.issuing import IssuingFlow

    actions = {"issue": _issue, "list": _list, "show": _show, "export": _export, "revoke": _revoke,
               "renew-list": _renew}  # fmt: skip
    return actions[options.action](options, IssuingFlow.of(context.workspace()), context)


def _opening(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> str | None:
    """The passphrase, asked for only where the key has one."""
    return passphrase_of(options, context) if flow.issuers.issuer().protected else None


def _issue(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    from trainer.cli.record_lines import issued_data
    from trainer.flows.issuing import RecordDraft
    from trainer.flows.record_conditions import NotYet
    from trainer.flows.record_holder import HolderDraft

    holder = HolderDraft(options.name, options.birth_date, options.student_number, options.email)
    draft = RecordDraft(holder, options.corrects, options.valid_until)
    try:
        flow.refuse_unready(options.person, options.unit, draft)
        done = flow.issue(
            options.person, options.unit, _opening(options, flow, context), by=options.by, draft=draft
        )  # fmt: skip
    except NotYet as problem:
        return _not_yet(problem, context)
    context.say(context._("The record of {name} for {unit} was issued: {record}", name=done.name, unit=done.unit,
                          record=done.record))  # fmt: skip
    if done.supersedes:
        context.say(context._("It stands in for {record}, which holds no longer: hand out the status list again.",
                              record=done.supersedes))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, **issued_data(done)})
    return 0


def _not_yet(problem: object, context: Context) -> int:
    """Every condition that is not met, the first one first, with what to do."""
    from trainer.flows.record_conditions import ALL, NotYet
    from trainer.flows.register_words import condition_head

    assert isinstance(problem, NotYet)
    print(f"trainer: {context._('The record was not issued.')}", file=sys.stderr)
    unmet = [(ALL.index(check.name) + 1, check, check.why) for check in problem.checks]
    for number, check, why in unmet:
        if why is not None:
            head = context._(condition_head(check.name))
            print(f"  {number} {head}: {context.translator.translate(why)}", file=sys.stderr)
            print(f"    {context._(check.how)}", file=sys.stderr)
    if context.json:
        lacking = [
            {"condition": check.name, "why": context.translator.translate(why)} for _, check, why in unmet if why
        ]
        context.print_json({"version": 1, "issued": False, "lacking": lacking})
    return problem.exit_code


def _list(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    from trainer.cli.record_lines import issued_data, say_issued
    from trainer.flows.issued_records import issued_records

    person = flow.register.person(options.person).person if options.person else ""
    found = issued_records(flow.register, options.unit, person)
    for one in found:
        say_issued(one, context)
    if not found:
        context.say(context._("No record was issued here yet."))
    elif any(one.erased for one in found):
        context.say(context._("Of records of erased people number, unit, day and status are kept: documents in other "
                              "hands must be verifiable and revocable."))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, "records": [issued_data(one) for one in found]})
    return 0


def _show(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    from trainer.cli.record_lines import say_record, status_words
    from trainer.flows.issued_records import issued_record, read_record
    from trainer.flows.verifying import read_shown

    path = Path(options.record)
    one = None if path.suffix or path.exists() else issued_record(flow.register, options.record)
    record = read_shown(path) if one is None else read_record(flow.register, one)[1]
    if context.json:
        from trainer.records.record import to_data

        context.print_json(to_data(record))
        return 0
    say_record(record, context)
    if one is not None:
        context.say()
        context.say(f"{context._('Status')}: {status_words(one, context)}")
    return 0


def _export(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    from trainer.flows import issued_records as issued

    register, written = flow.register, list[str]()
    of_record = (options.json_file, options.jcs_file, options.pdf, options.dossier)
    if not any((*of_record, options.status_list)):
        raise UsageProblem(N_("Say what to write: --json-file, --jcs-file, --pdf, --status-list or --dossier."))
    if any(of_record) and not options.record:
        raise UsageProblem(N_("Say which record: «trainer record list» shows which there are."))
    if options.record and any(of_record):
        one = issued.issued_record(register, options.record)
        for target, canonical in ((options.json_file, False), (options.jcs_file, True)):
            if target:
                issued.export_json(register, one, Path(target), canonical=canonical)
                written.append(target)
        if options.pdf:
            languages = [] if options.languages == "both" else options.languages.split(",")
            issued.export_pdf(register, one, Path(options.pdf), languages)
            written.append(options.pdf)
        if options.dossier:
            from trainer.flows.dossier import write_dossier

            written.append(str(write_dossier(flow, one, Path(options.dossier), context.translator)))
    if options.status_list:
        until = issued.export_list(register, Path(options.status_list))
        written.append(options.status_list)
        context.say(context._("The status list may be relied on until {day}.", day=until))
    for name in written:
        context.say(context._("Written: {file}", file=name))
    if context.json:
        context.print_json({"version": 1, "files": written})
    return 0


def _verify(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.record_lines import say_verified, verified_data
    from trainer.flows.verifying import verify_file
    from trainer.kernel.clock import SystemClock

    found = verify_file(
        Path(options.file), issuers=options.issuer, status=Path(options.status) if options.status else None,
        today=SystemClock().now().date(), cache=context.locations.cache,
    )  # fmt: skip
    if context.json:
        context.print_json(verified_data(found, context))
    else:
        say_verified(found, context)
    return found.exit_code


def _revoke(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    from trainer.cli.record_lines import issued_data
    from trainer.flows.issued_records import issued_record

    issued_record(flow.register, options.record)
    done = flow.revoke(options.record, options.reason, _opening(options, flow, context), by=options.by)
    context.say(context._("The record {record} is revoked. Hand out the status list again: «trainer record export "
                          "--status-list FILE».", record=done.record))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, **issued_data(done)})
    return 0


def _renew(options: argparse.Namespace, flow: IssuingFlow, context: Context) -> int:
    renewed = flow.renew_list(_opening(options, flow, context))
    context.say(context._("The status list was signed anew.") if renewed else
                context._("There is no status list yet: it begins with the first record."))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, "renewed": renewed})
    return 0
