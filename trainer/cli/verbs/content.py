"""``trainer content add DIR|FILE.zip | list | remove ID``: content of one's own beside what comes with the program."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cli.context import Context

if TYPE_CHECKING:
    from trainer.checking.findings import Finding
    from trainer.flows.adding import Addition

#: How many of the files that were left out are named.
_NAMED = 5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="add|list|remove")
    add = verbs.add_parser("add", help="check a content folder or zip archive and add a copy of it")
    add.add_argument("source", metavar="DIR|FILE.zip")
    verbs.add_parser("list", help="what was added on this machine")
    remove = verbs.add_parser("remove", help="take added content away; attempts and results stay")
    remove.add_argument("id", metavar="ID")


def run(options: argparse.Namespace, context: Context) -> int:
    actions = {"add": _add, "list": _list, "remove": _remove}
    return actions[options.action](options, context)


def _add(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.adding import add_content
    from trainer.kernel.clock import SystemClock

    done = add_content(context.locations, Path(options.source), SystemClock())
    for finding in done.findings:
        if finding.severity != "info":
            context.say(f"{finding.file}:{finding.line}: {finding.severity} {finding.rule}: {_said(finding, context)}")
    _say_what_happened(done, context)
    if context.json:
        context.print_json(_as_data(done, context))
    return 0 if done.manifest else 1


def _said(finding: Finding, context: Context) -> str:
    return context._(finding.template, **finding.values)


def _say_what_happened(done: Addition, context: Context) -> None:
    if done.manifest is None:
        errors = sum(finding.severity == "error" for finding in done.findings)
        words = context.translator
        context.say(words.ngettext("Nothing was added: {count} error.", "Nothing was added: {count} errors.", errors))
        return
    found = done.manifest
    if done.left_out:
        names = ", ".join(done.left_out[:_NAMED]) + (" …" if len(done.left_out) > _NAMED else "")
        context.say(context._("Left out, because it is no content: {files}", files=names))
    context.say(
        context._(
            "«{content}» was added. Modules: {modules}, items: {items}, exams: {exams}, standards: {standards}.",
            content=done.id, modules=len(found.modules), items=found.items, exams=len(found.exams),
            standards=len(found.qualifications),
        )
    )  # fmt: skip


def _as_data(done: Addition, context: Context) -> dict[str, Any]:
    from dataclasses import asdict

    findings = [
        {"file": f.file, "line": f.line, "rule": f.rule, "severity": f.severity, "message": _said(f, context)}
        for f in done.findings
    ]
    return {
        "version": 1, "id": done.id, "added": done.manifest is not None, "findings": findings,
        "left_out": list(done.left_out), "content": asdict(done.manifest) if done.manifest else None,
    }  # fmt: skip


def _list(_: argparse.Namespace, context: Context) -> int:
    from dataclasses import asdict

    from trainer.flows.adding import added_content
    from trainer.kernel.problems import StoreDamaged

    found = added_content(context.locations)
    for content_id, manifest in found:
        if manifest is None:
            context.say(f"{content_id:24} {context._('damaged: remove it and add it again')}")
            continue
        counts = context._("modules: {modules}, items: {items}", modules=len(manifest.modules), items=manifest.items)
        named = " · ".join([*manifest.qualifications, *manifest.exams])
        context.say(" · ".join(filter(None, [f"{content_id:24} {manifest.added[:10]}", counts, named])))
    if not found:
        context.say(context._("Nothing was added on this machine."))
    if context.json:
        rows = [
            {"id": one, **(asdict(manifest) if manifest else {}), "readable": bool(manifest)} for one, manifest in found
        ]
        context.print_json({"version": 1, "content": rows})
    return 0 if all(manifest for _, manifest in found) else StoreDamaged.exit_code


def _remove(options: argparse.Namespace, context: Context) -> int:
    from trainer.flows.adding import remove_content

    done = remove_content(context.locations, options.id)
    context.say(
        context._("«{content}» was removed. Attempts that were begun go on, and results stay.", content=options.id)
    )
    if done.learners:
        context.say(
            context._(
                "Their qualification is gone, and they choose another in the settings: {learners}.",
                learners=", ".join(done.learners),
            )
        )
    if context.json:
        context.print_json({"version": 1, "id": done.id, "removed": True, "learners": list(done.learners)})
    return 0
