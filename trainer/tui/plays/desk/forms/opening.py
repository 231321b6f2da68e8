"""Which form an act has; an act without one is made at once, or asked about in a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.tui.plays.desk.forms.choose import QUESTIONS, ChooseForm, FollowForm, KeepForm
from trainer.tui.plays.desk.forms.correct import CorrectForm, DeadlineForm
from trainer.tui.plays.desk.forms.fill import FillForm
from trainer.tui.plays.desk.forms.reply import ReplyForm

if TYPE_CHECKING:
    from trainer.exercises.desk.shown import Sheet, ShiftView
    from trainer.tui.plays.desk.forms.base import Form
    from trainer.tui.plays.desk.speech import Speech

_FORMS: dict[str, type[Form]] = {
    **dict.fromkeys(QUESTIONS, ChooseForm),
    "new-card": KeepForm,
    "follow": FollowForm,
    "correct": CorrectForm,
    "deadline": DeadlineForm,
    "fill": FillForm,
    "report": FillForm,
    "reply": ReplyForm,
}


def form_of(word: str, view: ShiftView, sheet: Sheet, speech: Speech) -> Form | None:
    """The form of an act over what is open; None where nothing has to be said."""
    return _FORMS[word](word, view, sheet, speech) if word in _FORMS else None
