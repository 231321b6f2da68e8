"""What happened, in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from trainer.kernel.problems import N_

if TYPE_CHECKING:
    from trainer.exercises.play import ShownMoment
    from trainer.tui.plays.desk.speech import Speech

_SAID = {
    "registered": N_("Registered: {what}."),
    "new-card": N_("New card: {what}."),
    "merged": N_("Merged: {what}."),
    "corrected": N_("Corrected: {what}."),
    "linked": N_("Linked: {what}."),
    "classified": N_("Classified: {what}."),
    "prioritised": N_("Priority given: {what}."),
    "routed": N_("Sent on: {what}."),
    "deadline": N_("Due day set: {what}."),
    "closed": N_("Closed: {what}."),
    "replied": N_("The reply has been sent."),
    "filled": N_("Form handed in: {what}."),
    "reported": N_("Report handed in: {what}."),
    "archived": N_("Filed: {what}."),
    "deleted": N_("Deleted: {what}."),
    "finished": N_("The shift is finished."),
    "closed-desk": N_("The desk has closed: the shift is over."),
    "arrived": N_("Came in: {what}."),
    "heard": N_("Somebody is waiting for an answer."),
    "left": N_("Left without an answer: {what}."),
}


def happened(moments: Sequence[ShownMoment], speech: Speech) -> str:
    """One line for all of them; "" where what happened is on the screen anyway."""
    return " ".join(dict.fromkeys(_sentences(moments, speech)))


def _sentences(moments: Sequence[ShownMoment], speech: Speech) -> Iterator[str]:
    for one in moments:
        if one.kind in _SAID:
            first = {language: text.partition("\n")[0] for language, text in one.text.items()}
            yield speech._(_SAID[one.kind], what=speech.dated(speech.label(first)))
        elif one.kind == "waited" and len(moments) == 1:
            yield speech._("Time has passed; nothing new came in.")
