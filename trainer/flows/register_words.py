"""Words of the register that several front ends show: message ids, translated where they are shown."""

from __future__ import annotations

from trainer.kernel.problems import N_

#: What is said of every attempt that does not come from an exam room.
UNSUPERVISED = N_("unsupervised, on the learner's own machine")

_HEADS = {
    "certifiable": N_("Unit"),
    "studied": N_("Studied"),
    "exam": N_("Exam"),
    "rule": N_("Minimum performance"),
    "judged": N_("Judged"),
    "oral": N_("Oral"),
    "unsupervised": N_("Unsupervised work"),
    "issuer": N_("Issuer"),
}
_SENTENCES = {
    "certifiable": N_("The unit is complete enough for a record."),
    "studied": N_("Every module of the unit is studied, or recognised as prior learning."),
    "exam": N_("A counting exam of the unit is passed and not void."),
    "rule": N_("The minimum performance is shown by assessed attempts that are not void."),
    "judged": N_("An assessor has found the rationales of these attempts sufficient."),
    "oral": N_("What only an observer can see was assessed orally; else the record says that it was not."),
    "unsupervised": N_("The assessor accepts that the work was done unsupervised, on the learner's own machine."),
    "issuer": N_("There is an issuer on this machine, and its key opens."),
}
_STATES = {"met": N_("met"), "lacking": N_("lacking"), "waiting": N_("waiting for an assessor")}
_CONTENT = {
    "agreed": N_("content known here"),
    "vouched": N_("content vouched for"),
    "unknown": N_("content not known here: it does not count until an assessor vouches for it"),
}


def condition_head(name: str) -> str:
    """The message that names a condition in a word or two."""
    return _HEADS[name]


def condition_sentence(name: str) -> str:
    """The message that says a condition in full."""
    return _SENTENCES[name]


def state_words(state: str) -> str:
    """The message that says whether a condition is met."""
    return _STATES[state]


def content_words(content: str) -> str:
    """The message that says whether the content of an attempt is known here."""
    return _CONTENT[content]
