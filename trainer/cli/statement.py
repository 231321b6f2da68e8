"""``trainer learner statement``: what a learner says of their own study, as PDF."""

from __future__ import annotations

from pathlib import Path

from trainer.cli.context import Context
from trainer.flows.statement import write_statement


def state_unit(unit: str, target: Path, languages: str, context: Context) -> int:
    """Write the statement of the chosen learner; ``languages`` as typed: ``it``, ``en``, ``it,en`` or ``both``."""
    from trainer.i18n.catalogue import languages as spoken

    wanted = spoken() if languages == "both" else tuple(languages.split(",")) if languages else ()
    workspace = context.workspace()
    workspace.choose_learner(context.learner)
    try:
        write_statement(workspace, unit, target, wanted or (context.translator.language,))
    finally:
        workspace.close()
    context.say(context._("The study statement was written to {file}: self-declared, no record, signed by nobody.",
                          file=target))  # fmt: skip
    if context.json:
        context.print_json({"version": 1, "unit": unit, "file": str(target)})
    return 0
