"""Bringing the learner's list in step with the journals, which are the truth, after a crash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from trainer.assessment.attempt import AttemptState, replay, time_left
from trainer.assessment.marking import mark_attempt
from trainer.assessment.paper import Paper
from trainer.flows.results import histories, keep_result, keep_so_far, row_of
from trainer.flows.running import RunningAttempt
from trainer.kernel.clock import Clock
from trainer.kernel.problems import Problem
from trainer.memory.answers import Answer, answers_of
from trainer.memory.upkeep import rebuilt_cards
from trainer.progress.journal import read_journal
from trainer.progress.landing import landed
from trainer.progress.papers import load_paper
from trainer.progress.rows import AttemptRow, ItemHistory
from trainer.progress.store import LearnerStore


def recover(store: LearnerStore, clock: Clock) -> None:
    """Read only journals the list does not know as finished; a damaged one is left alone and shown where it is used.

    An attempt whose clock ran on past its end is submitted as it stood. Of a store from before answers were kept,
    every journal is read, once; and after an import.
    """
    known = {row.id: row for row in store.attempts()}
    if store.landed or any(row.submitted_at is not None and row.id not in store.answers() for row in known.values()):
        rebuild(store)
        known = {row.id: row for row in store.attempts()}
    if store.landed:
        landed(store.folder, store.disk)
        store.landed = False
    for path in _journals(store):
        row = known.get(path.stem)
        if row is None or row.submitted_at is None:
            _recover_one(store, path, row, clock)


def _journals(store: LearnerStore) -> list[Path]:
    return sorted(store.attempts_folder.glob("*.jsonl")) if store.attempts_folder.is_dir() else []


def _recover_one(store: LearnerStore, path: Path, row: AttemptRow | None, clock: Clock) -> None:
    try:
        read = _read(store, path)
        if read is None:
            return  # created, but nothing was acknowledged before the crash
        paper, state = read
        if paper.kind != "exercise" and _past_end(state, clock):
            state = _submit(store, path.stem, clock)
    except Problem:
        return
    if state.over:
        keep_result(store, paper, state)
    elif row_of(paper, state) != row:
        keep_so_far(store, paper, state)


def _read(store: LearnerStore, path: Path) -> tuple[Paper, AttemptState] | None:
    events = read_journal(path).events
    if not events:
        return None
    state = replay(events)
    return load_paper(store.papers_folder, state.paper), state


def _past_end(state: AttemptState, clock: Clock) -> bool:
    if state.over or state.policy == "stops":
        return False
    return time_left(state, clock.now().timestamp(), clock.monotonic(), new_run=True) == 0


def _submit(store: LearnerStore, attempt: str, clock: Clock) -> AttemptState:
    running = RunningAttempt.reopen(store, attempt, clock)
    try:
        running.submit("found_past_end")
    finally:
        running.close()
    return running.state


def rebuild(store: LearnerStore) -> int:
    """Rebuild everything that derives from the journals: the list of attempts, how items went, answers and cards.

    What only the store still knows, because a journal cannot be read any more, stays in it. The number of attempts
    read.
    """
    rows = {row.id: row for row in store.attempts()}
    answers: dict[str, Sequence[Answer]] = dict(store.answers())
    over: list[tuple[Paper, AttemptState]] = []
    count = 0
    for path in _journals(store):
        try:
            read = _read(store, path)
        except Problem:
            continue
        if read is not None:
            paper, state = read
            rows[state.attempt] = row_of(paper, state)
            answers[state.attempt] = answers_of(paper, state, mark_attempt(paper, state))
            over += [read] if state.over else []
            count += 1
    for row in rows.values():
        if row.submitted_at is not None:
            answers.setdefault(row.id, ())  # so that a journal nobody can read is not looked for at every start
    histories = _histories(over, store.item_history())
    store.replace_attempts(rows.values(), histories, answers, rebuilt_cards(answers))
    return count


def _histories(over: list[tuple[Paper, AttemptState]], known: dict[str, ItemHistory]) -> dict[str, ItemHistory]:
    """What journals say of each item, unless the list knows of more answers to it."""
    found: dict[str, ItemHistory] = {}
    for paper, state in sorted(over, key=lambda pair: pair[1].submitted_at or 0.0):
        found |= histories(paper, state, mark_attempt(paper, state), found)
    return {**known, **{id: new for id, new in found.items() if id not in known or new.times >= known[id].times}}
