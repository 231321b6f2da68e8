"""Bringing the learner's list in step with the journals, which are the truth, after a crash."""

from __future__ import annotations

from trainer.assessment.attempt import replay
from trainer.assessment.marking import mark_attempt
from trainer.flows.results import histories, row_of
from trainer.kernel.problems import Problem
from trainer.progress.journal import read_journal
from trainer.progress.papers import load_paper
from trainer.progress.rows import AttemptRow
from trainer.progress.store import LearnerStore


def recover(store: LearnerStore) -> None:
    """Read only journals the list does not know as finished; a damaged one is left alone and shown where it is used."""
    if not store.attempts_folder.is_dir():
        return
    known = {row.id: row for row in store.attempts()}
    for path in sorted(store.attempts_folder.glob("*.jsonl")):
        row = known.get(path.stem)
        if row is None or row.submitted_at is None:
            _recover_one(store, path.stem, row)


def _recover_one(store: LearnerStore, attempt: str, row: AttemptRow | None) -> None:
    try:
        read = read_journal(store.attempts_folder / f"{attempt}.jsonl")
        if not read.events:
            return  # created, but nothing was acknowledged before the crash
        state = replay(read.events)
        paper = load_paper(store.papers_folder, state.paper)
    except Problem:
        return
    fresh = row_of(paper, state)
    if fresh == row:
        return
    if state.over:
        result = mark_attempt(paper, state)
        store.save_attempt(fresh, histories(paper, state, result, store.item_history()))
    else:
        store.save_attempt(fresh)


def rebuild(store: LearnerStore) -> int:
    """Rebuild the whole list of attempts from the journals; the number of attempts read."""
    rows = []
    for path in sorted(store.attempts_folder.glob("*.jsonl")) if store.attempts_folder.is_dir() else []:
        try:
            state = replay(read_journal(path).events)
            rows.append(row_of(load_paper(store.papers_folder, state.paper), state))
        except Problem:
            continue
    store.replace_attempts(rows)
    return len(rows)
