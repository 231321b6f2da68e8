"""What can be practised: a module, a lesson, a unit, weak spots, mistakes, the wrong ones of an attempt. Ids only."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from trainer.assessment.attempt import replay
from trainer.assessment.marking import mark_attempt
from trainer.flows.exams import USES
from trainer.flows.law import jurisdictions_of
from trainer.flows.running import journal_path
from trainer.flows.standing import own_statements, statement_mastery, tested_statements
from trainer.flows.workspace import Workspace
from trainer.kernel.problems import N_, Refused
from trainer.kernel.seed import Stream
from trainer.kernel.text import LocalText
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.rows import ItemHistory

#: Titles of practices that are about no module: message ids, which front ends translate.
WEAK_SPOTS: LocalText = {"": N_("Weak spots")}
MISTAKES: LocalText = {"": N_("Mistakes")}
NOTHING_ANSWERED = N_("You have not answered anything yet: practise first.")

_USES = USES["practice"]


class Selection(NamedTuple):
    """Items chosen for a practice, in order; ``subject`` and ``title`` say what it is about.

    ``modules`` are those whose pools it draws from.
    """

    subject: str
    title: LocalText
    modules: tuple[str, ...]
    items: tuple[str, ...]


Select = Callable[[Workspace, str, str], Selection]


def own_jurisdictions(workspace: Workspace) -> tuple[str, ...]:
    """Whose law practice shows: that of the learner's qualification."""
    return jurisdictions_of(workspace.catalogue, workspace.profile().qualification)


def drawable(workspace: Workspace, items: Iterable[str]) -> frozenset[str]:
    """Those of these items the learner may meet in practice today."""
    return workspace.catalogue.drawable(items, own_jurisdictions(workspace), _USES, workspace.today())


def module_items(workspace: Workspace, target: str, seed: str) -> Selection:
    """A module, or a lesson of it (``module/lesson``): new items first, then those that went wrong, then the rest."""
    module, _, lesson = target.partition("/")
    row = workspace.catalogue.module(module)
    ids = _pool(workspace, [module], lesson)
    title = row.title if row else {}
    return Selection(target, title, (module,), _new_first(workspace, ids, Stream(seed, "practice", module, lesson)))


def unit_items(workspace: Workspace, unit: str, seed: str) -> Selection:
    """All modules of a unit that exist, in the same order. :class:`Refused` when there is no such unit."""
    row = workspace.catalogue.unit(unit)
    if row is None:
        raise Refused(N_("There is no unit «{unit}»."), unit=unit)
    ids = _pool(workspace, row.modules)
    return Selection(unit, row.title, row.modules, _new_first(workspace, ids, Stream(seed, "practice", unit)))


def weak_items(workspace: Workspace, _: str, seed: str) -> Selection:
    """Items of the statements known worst among those that went wrong lately, one of each in turn.

    Of a statement what went wrong last comes first, then what is new, then what was seen longest ago.
    """
    catalogue, store = workspace.catalogue, workspace.store
    known, own = statement_mastery(workspace), {line.leader for line in own_statements(workspace)}
    weak = sorted((one.value, leader) for leader, one in known.items() if one.weak and leader in own)
    if not known:
        raise Refused(NOTHING_ANSWERED)
    if not weak:
        raise Refused(N_("There are no weak spots now: nothing you tried lately went wrong."))
    modules = tuple(row.slug for row in catalogue.modules() if row.state == "present")
    pool = catalogue.pool(modules, own_jurisdictions(workspace), _USES, workspace.today())
    tests = tested_statements(catalogue, ((row.id, row.statements) for row in pool))
    order = Stream(seed, "practice", "weak").shuffled([row.id for row in pool])
    order.sort(key=_wrong_first(store.item_history()))
    queues = [[item for item in order if leader in tests[item]] for _, leader in weak]
    items = [item for item in chain.from_iterable(zip_longest(*queues)) if item]
    return Selection("weak", WEAK_SPOTS, modules, tuple(dict.fromkeys(items)))


def mistaken_items(workspace: Workspace, _target: str, _seed: str) -> Selection:
    """Items whose last answer was wrong, the oldest mistake first."""
    history = workspace.store.item_history()
    wrong = drawable(workspace, [item for item, known in history.items() if not known.right])
    if not history:
        raise Refused(NOTHING_ANSWERED)
    if not wrong:
        raise Refused(N_("There are no mistakes to practise: every item was right the last time."))
    order = sorted(wrong, key=lambda item: (history[item].last_at, item))
    return Selection("mistakes", MISTAKES, _modules(workspace, order), tuple(order))


def wrong_items(workspace: Workspace, attempt: str, _: str) -> Selection:
    """What was not right in one attempt that is over, in its order; never of a counting exam."""
    store = workspace.store
    path = journal_path(store, attempt)
    if store.attempt(attempt) is None or not path.exists():
        raise Refused(N_("There is no attempt «{attempt}»."), attempt=attempt)
    state = replay(read_journal(path).events)
    if state.mode == "counting":
        raise Refused(N_("A counting exam shows no questions afterwards, so they cannot be practised from it."))
    if not state.over:
        raise Refused(N_("This attempt is not over yet."))
    paper = load_paper(store.papers_folder, state.paper)
    marks = mark_attempt(paper, state).marks
    asked = state.confirmed if state.mode == "practice" else range(len(marks))
    wrong = [paper.items[p].id for p in sorted(asked) if not marks[p].right and not marks[p].provisional]
    may = drawable(workspace, wrong)
    items = [item for item in wrong if item in may]
    if not items:
        raise Refused(N_("Nothing in this attempt was wrong."))
    return Selection(f"retry/{attempt}", paper.title, _modules(workspace, items), tuple(items))


def _pool(workspace: Workspace, modules: Collection[str], lesson: str = "") -> list[str]:
    strata = workspace.catalogue.strata(modules, own_jurisdictions(workspace), _USES, workspace.today())
    return sorted(item for (_, where, _), ids in strata.items() if lesson in ("", where) for item in ids)


def _new_first(workspace: Workspace, ids: Sequence[str], stream: Stream) -> tuple[str, ...]:
    history = workspace.store.item_history()
    order = stream.shuffled(ids)
    order.sort(key=lambda item: (2 if history[item].right else 1) if item in history else 0)
    return tuple(order)


def _wrong_first(history: dict[str, ItemHistory]) -> Callable[[str], tuple[int, float]]:
    def place(item: str) -> tuple[int, float]:
        known = history.get(item)
        if known is None:
            return 1, 0.0
        return (2 if known.right else 0), known.last_at

    return place


def _modules(workspace: Workspace, items: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({place.module for place in workspace.catalogue.item_places(items).values()}))
