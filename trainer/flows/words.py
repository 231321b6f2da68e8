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


_REASONS = {
    "untried": N_("not tried yet"),
    "few_answers": N_("right so far, with few answers"),
    "growing": N_("all right lately; a few more and it is mastered"),
    "mastered": N_("mastered"),
    "slipping": N_("was mastered; something went wrong lately"),
    "mistakes": N_("something went wrong lately"),
}


def reason_words(reason: str) -> str:
    """The message that says why mastery stands where it stands."""
    return _REASONS[reason]
