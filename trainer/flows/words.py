"""Words for states that several front ends show: message ids, translated where they are shown."""

from __future__ import annotations

from trainer.kernel.problems import N_

_READINESS = {
    "in_preparation": N_("in preparation"),
    "study": N_("ready to study"),
    "exam": N_("ready for the exam"),
    "certifiable": N_("certifiable"),
}


def readiness_words(readiness: str) -> str:
    """The message that names a unit's readiness."""
    return _READINESS[readiness]
