"""``respond.py HOME COUNT EXAM``: milliseconds of one acknowledged answer (median), and the bytes it appends."""

from __future__ import annotations

import json
import sys
import time
from statistics import median

from trainer.flows.law import jurisdictions_of
from trainer.flows.prepare import draw_exam
from trainer.flows.running import RunningAttempt, journal_path
from trainer.flows.workspace import Workspace
from trainer.items.base import Item, Response
from trainer.progress.locations import find_locations


def main(home: str, count: int, exam: str) -> None:
    workspace = Workspace(find_locations(home))
    workspace.choose_learner(None)
    own = jurisdictions_of(workspace.catalogue, "abr")
    paper = draw_exam(workspace.catalogue, exam, "1", workspace.today(), own, "mock", "abr")
    clock = workspace.clock
    running = RunningAttempt.begin(workspace.store, paper, clock, mode="mock", policy="stops", language="it")
    answers = [
        (position, some_response(item, turn))
        for turn in range(-(-count // len(paper.items)))
        for position in range(len(paper.items))
        for item in (running.item(position),)
    ][:count]
    taken = []
    for position, response in answers:
        begun = time.perf_counter()
        running.respond(position, response)
        taken.append(time.perf_counter() - begun)
    lines = journal_path(workspace.store, running.state.attempt).read_bytes().splitlines(keepends=True)[-count:]
    running.close()
    workspace.close()
    print(json.dumps({"ms": median(taken) * 1000, "bytes": round(median(len(line) for line in lines))}))


def some_response(item: Item, turn: int) -> Response:
    """A different answer at each turn, right or wrong."""
    given = [
        sample.response for sample in item.samples() if sample.points is not None and any(sample.response.values())
    ]
    return item.parse(given[turn % len(given)])


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
