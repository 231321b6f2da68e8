"""Choosing what to practise: every way there is, what each would take now, and the start."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.flows.due import REVIEW_SIZE, due_items, schedule
from trainer.flows.practise import PracticeFlow
from trainer.flows.prepare import PRACTICE_SIZE, new_seed, start_selection
from trainer.flows.scopes import Select, drawable, mistaken_items, module_items, unit_items, weak_items, wrong_items
from trainer.flows.standing import own_statements, statement_mastery
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, UsageProblem

#: What can be practised, and how it is selected. ``target`` is a module, ``module/lesson``, a unit or an attempt;
#: reviews, weak spots and mistakes need none.
SCOPES: dict[str, Select] = {
    "module": module_items,
    "lesson": module_items,
    "unit": unit_items,
    "weak": weak_items,
    "mistakes": mistaken_items,
    "retry": wrong_items,
    "review": due_items,
}


@dataclass(frozen=True, slots=True)
class PracticeChoices:
    """How much there is to practise beyond modules: items due, weak statements, items wrong the last time."""

    due: int
    weak: int
    mistakes: int


def practice_choices(workspace: Workspace) -> PracticeChoices:
    """What the learner may choose now; 0 where :func:`start_scope` would refuse."""
    leaders = {line.leader for line in own_statements(workspace)}
    weak = sum(one.weak and leader in leaders for leader, one in statement_mastery(workspace).items())
    history = workspace.store.item_history()
    wrong = drawable(workspace, [item for item, known in history.items() if not known.right])
    return PracticeChoices(len(schedule(workspace).due()), weak, len(wrong))


def start_scope(workspace: Workspace, scope: str, target: str = "", *, seed: str | None = None) -> PracticeFlow:
    """Start a practice over one of :data:`SCOPES`. :class:`Refused` when there is nothing to take."""
    if scope not in SCOPES:
        raise UsageProblem(
            N_("«{scope}» cannot be practised; there are: {scopes}."), scope=scope, scopes=", ".join(SCOPES)
        )
    seed = seed or new_seed()
    selection = SCOPES[scope](workspace, target, seed)
    count = {"review": REVIEW_SIZE, "retry": len(selection.items)}.get(scope, PRACTICE_SIZE)
    return start_selection(workspace, selection, count=count, seed=seed)
