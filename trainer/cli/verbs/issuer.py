"""``trainer issuer init|show|backup|restore|rotate``: who signs records on this machine, and with which key."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli.context import Context
from trainer.cli.passphrase import add_passphrase, new_passphrase
from trainer.kernel.problems import N_, UsageProblem

if TYPE_CHECKING:
    from trainer.flows.issuers import IssuerFlow
    from trainer.records.issuers import Issuer


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="init|show|backup|restore|rotate")
    init = verbs.add_parser("init", help="become an issuer: who you are, and a key of your own")
    init.add_argument("--name", metavar="NAME", help="the legal name")
    init.add_argument("--country", metavar="CODE", help="two letters, IT for example")
    init.add_argument("--contact", metavar="TEXT", help="an e-mail address or a telephone number")
    init.add_argument("--quality", metavar="TEXT", help="how you assure the quality of what you attest")
    init.add_argument("--accreditation", metavar="TEXT", default="", help="by whom you are accredited, if you are")
    init.add_argument("--url", metavar="URL", default="", help="where your public key can be found")
    show = verbs.add_parser("show", help="who issues here; with -o the public file that others verify with")
    show.add_argument("-o", "--output", metavar="FILE.json")
    backup = verbs.add_parser("backup", help="copy the issuer with its key: keep it apart from this machine")
    backup.add_argument("-o", "--output", metavar="FILE", required=True)
    restore = verbs.add_parser("restore", help="bring the issuer of a backup to this machine")
    restore.add_argument("file", metavar="FILE")
    rotate = verbs.add_parser("rotate", help="change the key; what the former one signed stays good")
    for one in (init, rotate):
        add_passphrase(one, "the new passphrase")
        one.add_argument(
            "--unprotected",
            action="store_true",
            help="keep the key without a passphrase: whoever has the file can sign",
        )


def run(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.issuers import IssuerFlow

    actions = {"init": _init, "show": _show, "backup": _backup, "restore": _restore, "rotate": _rotate}
    return actions[options.action](options, IssuerFlow.of(context.workspace()), context)


def _passphrase(options: argparse.Namespace, context: Context) -> str | None:
    if not options.unprotected:
        return new_passphrase(options, context)
    if options.passphrase_file is not None:
        raise UsageProblem(N_("--unprotected and --passphrase-file exclude each other."))
    print(context._("Without a passphrase: whoever reads this file can sign records in your name."), file=sys.stderr)
    return None


def _init(options: argparse.Namespace, flow: IssuerFlow, context: Context) -> int:
    from trainer.flows.issuers import IssuerDraft, checked

    flow.refuse_another()
    draft = IssuerDraft(
        _asked(options.name, N_("Legal name:"), "--name", context),
        _asked(options.country, N_("Country (two letters):"), "--country", context),
        _asked(options.contact, N_("Contact (e-mail or telephone):"), "--contact", context),
        _asked(options.quality, N_("How do you assure the quality of what you attest?"), "--quality", context),
        options.accreditation, options.url,
    )  # fmt: skip
    checked(draft)
    issuer = flow.init(draft, _passphrase(options, context))
    context.say(context._("{name} is the issuer of this machine.", name=issuer.name))
    context.say(context._("Make a backup now: «trainer issuer backup -o FILE». A lost key cannot be had again."))
    return _said(issuer, flow, context)


def _asked(given: str | None, question: str, option: str, context: Context) -> str:
    """What an option says, or the answer of whoever sits at the terminal."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageProblem(N_("Say {option}; nobody can be asked here."), option=option)
    print(context._(question), end=" ", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def _show(options: argparse.Namespace, flow: IssuerFlow, context: Context) -> int:
    if options.output:
        issuer = flow.hand_out(Path(options.output))
        context.say(context._("The public file of {name} was written to {file}: hand it to whoever verifies.",
                              name=issuer.name, file=options.output))  # fmt: skip
    return _said(flow.issuer(), flow, context)


def _backup(options: argparse.Namespace, flow: IssuerFlow, context: Context) -> int:
    issuer = flow.backup(Path(options.output))
    context.say(context._("The issuer with its key was copied to {file}. Keep it apart from this machine.",
                          file=options.output))  # fmt: skip
    if not issuer.protected:
        context.say(context._("The key in it has no passphrase: whoever has this file can sign in your name."))
    if context.json:
        context.print_json({"version": 1, "file": options.output, "issuer": issuer.did, "protected": issuer.protected})
    return 0


def _restore(options: argparse.Namespace, flow: IssuerFlow, context: Context) -> int:
    issuer = flow.restore(Path(options.file))
    context.say(context._("{name} is the issuer of this machine.", name=issuer.name))
    return _said(issuer, flow, context)


def _rotate(options: argparse.Namespace, flow: IssuerFlow, context: Context) -> int:
    from trainer.flows.issuing import IssuingFlow

    flow.issuer()
    issuer, key = flow.rotate(_passphrase(options, context))
    listed = IssuingFlow.of(context.workspace()).list_with(issuer, key)
    context.say(context._("{name} signs with another key from today on.", name=issuer.name))
    context.say(context._("Hand out the public file again («trainer issuer show -o FILE») and make a new backup."))
    if listed:
        context.say(context._("The status list was signed anew: hand it out again too."))
    return _said(issuer, flow, context)


def _said(issuer: Issuer, flow: IssuerFlow, context: Context) -> int:
    """Who it is, and its keys."""
    keys = [{"did": key.did, "since": key.since, "until": key.until} for key in issuer.keys]
    if context.json:
        context.print_json({
            "version": 1, "name": issuer.name, "country": issuer.country, "contact": issuer.contact,
            "quality_assurance": issuer.quality_assurance, "accreditation": issuer.accreditation, "url": issuer.url,
            "protected": issuer.protected, "keys": keys, "file": str(flow.path),
        })  # fmt: skip
        return 0
    context.say(f"{issuer.name} ({issuer.country}) · {issuer.contact}")
    for key in issuer.keys:
        until = context._("until {day}", day=key.until) if key.until else context._("in use")
        context.say(f"  {key.did} · {context._('since {day}', day=key.since)} · {until}")
    if not issuer.protected:
        context.say("  " + context._("The key has no passphrase."))
    return 0
