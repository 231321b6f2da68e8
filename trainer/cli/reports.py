"""Handing over what a learner reported: ``trainer learner export ID --reports FILE.jsonl``."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.context import Context


def hand_over_reports(learner: str, target: Path, context: Context) -> int:
    """Copy a learner's reports to a file and say where they are kept; 0."""
    from trainer.flows.reporting import write_reports

    written = write_reports(context.locations.learner(learner), target)
    context.say(context.translator.ngettext(
        "{count} report written to {file}; it is kept in {source}.",
        "{count} reports written to {file}; they are kept in {source}.",
        written.reports, file=written.file, source=written.source,
    ))  # fmt: skip
    if written.unreadable:
        context.say(context.translator.ngettext(
            "{count} line of it is no report and was copied as it is.",
            "{count} lines of it are no reports and were copied as they are.", written.unreadable,
        ))  # fmt: skip
    if context.json:
        context.print_json({
            "version": 1, "learner": learner, "file": str(target), "reports": written.reports,
            "source": str(written.source), "unreadable": written.unreadable,
        })  # fmt: skip
    return 0
