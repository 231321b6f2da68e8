"""``trainer exam take EXAM`` opens an exam; ``trainer exam draw EXAM --seed N`` prints which items a seed draws."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from trainer.cli.context import Context
from trainer.cli.dates import parse_date

if TYPE_CHECKING:
    from trainer.flows.exams import ExamInfo
    from trainer.flows.workspace import Workspace

DEFAULT_QUALIFICATION = "abr"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="take|draw")
    take = verbs.add_parser("take", help="take an exam in the program")
    take.add_argument("exam", metavar="EXAM")
    take.add_argument("--counting", action="store_true", help="a counting exam (unit exams only)")
    take.add_argument("--seed", help="draw this paper; makes it a mock exam")
    take.add_argument("--qualification", metavar="ID", help="whose law applies (default: the learner's)")
    draw = verbs.add_parser("draw", help="print a paper's item ids, option order and pool digest")
    draw.add_argument("exam", metavar="EXAM")
    draw.add_argument("--seed", required=True)
    draw.add_argument("--as-of", metavar="DATE", help="day the law must be in force (default: the content's release)")
    draw.add_argument("--qualification", metavar="ID", help="whose law applies (default: the learner's, else abr)")


def run(options: argparse.Namespace, context: Context) -> int:
    return _take(options, context) if options.action == "take" else _draw(options, context)


def _take(options: argparse.Namespace, context: Context) -> int:
    from trainer.cli.program import open_program
    from trainer.flows.exams import exam_info, load_exam
    from trainer.flows.law import jurisdictions_of

    workspace = context.workspace()
    workspace.choose_learner(context.learner)
    catalogue, today = workspace.catalogue, workspace.today()
    load_exam(catalogue, options.exam)
    qualification = options.qualification or workspace.qualification() or DEFAULT_QUALIFICATION
    own = jurisdictions_of(catalogue, qualification)
    if options.counting and options.seed is None:
        _refuse_counting(workspace, options.exam, qualification)
    _say_what_is_missing(exam_info(catalogue, options.exam, "mock", own, today), context)
    from trainer.tui.run import Start

    return open_program(
        context, Start("exam", options.exam, options.seed or "", options.counting, options.qualification)
    )


def _refuse_counting(workspace: Workspace, exam: str, qualification: str) -> None:
    """Why it cannot count, before the program opens: exit 1 and a sentence."""
    from trainer.flows.counting import refuse_counting_exam
    from trainer.flows.tries import refuse_second_try

    refuse_counting_exam(workspace.catalogue, exam, qualification, workspace.today())
    if workspace.learner is not None:
        try:
            refuse_second_try(workspace.store, exam, workspace.clock)
        finally:
            workspace.close()  # the program opens the learner itself


def _say_what_is_missing(info: ExamInfo, context: Context) -> None:
    if info.partial:
        context.say(
            context._(
                "Still in preparation: {modules}. {items} of {count} questions can be drawn, in {minutes} of {whole} "
                "minutes.",
                modules=", ".join(info.missing_modules), items=info.items, count=info.whole_items,
                minutes=info.minutes, whole=info.whole_minutes,
            )
        )  # fmt: skip


def _draw(options: argparse.Namespace, context: Context) -> int:
    from trainer.content.locate import release_date
    from trainer.flows.exams import exam_info
    from trainer.flows.law import jurisdictions_of
    from trainer.flows.prepare import draw_exam

    workspace = context.workspace()
    workspace.choose_learner(context.learner)
    as_of = parse_date(options.as_of) if options.as_of else release_date()
    qualification = options.qualification or workspace.qualification() or DEFAULT_QUALIFICATION
    own = jurisdictions_of(workspace.catalogue, qualification)
    paper = draw_exam(workspace.catalogue, options.exam, options.seed, as_of, own, "mock", qualification)
    info = exam_info(workspace.catalogue, options.exam, "mock", own, as_of)
    if context.json:
        items = [{"section": item.section, "id": item.id, "order": item.order} for item in paper.items]
        head = {"version": 1, "exam": paper.subject, "seed": paper.seed, "as_of": as_of, "qualification": qualification}
        missing = list(info.missing_modules)
        context.print_json({**head, "pool_digest": paper.pool_digest, "items": items, "missing_modules": missing})
        return 0
    _say_what_is_missing(info, context)
    context.say(f"{context.translator.text(paper.title)} · {as_of} · {paper.pool_digest[:16]}")
    for number, item in enumerate(paper.items, 1):
        context.say(f"{number:3} {item.section:24} {item.id}")
    return 0
