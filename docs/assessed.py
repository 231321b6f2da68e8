"""What assessors have done to a class that handed in, for pictures of assessing."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from handed_in import hand_in_a_class
from past import MovedClock
from played import UNIT

from trainer.flows.assessing import AssessingFlow
from trainer.flows.register import RegisterFlow
from trainer.flows.workspace import Workspace

_COMMENT = {
    "it": "Dice che cosa ha scelto, ma la ragione andrebbe bene per qualsiasi cliente.",
    "en": "Says what was chosen, but the reason would fit any customer.",
}


def a_class(workspace: Workspace, clock: MovedClock) -> RegisterFlow:
    """Three who handed in, and somebody who has signed as an assessor."""
    hand_in_a_class(workspace, clock)
    register = RegisterFlow.of(workspace)
    register.assessor("Ivo Neri")
    return register


def judged_by_two(workspace: Workspace, clock: MovedClock) -> str:
    """Two raters have judged all there is, the first piece far apart: that piece's attempt."""
    register = a_class(workspace, clock)
    first = ""
    for name, level in (("Lea Gallo", 1), ("Ivo Neri", 2)):
        flow = AssessingFlow(register, UNIT, name)
        if not flow.look().two_raters:
            flow.ask_two(True)
        for number, piece in enumerate(sorted(flow.look().pieces, key=lambda one: one.number)):
            view = flow.piece(piece.attempt, piece.part)
            first = first or piece.attempt
            given = level if number else 3 * level - 3
            said = {"choices": _COMMENT[workspace.profile().language]} if level == 1 else {}
            flow.judge(view, {one.id: given for one in view.work.criteria}, said)
    return first


def person_of(register: RegisterFlow) -> str:
    """The one of the class who has done most."""
    return register.person("Carla Conti").person
