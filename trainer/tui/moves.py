"""Commands of lists, fields and the screens one studies with; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command

# -- lists and fields ----------------------------------------------------------------------------------------------


class OpenEntry(Command):
    id = "list.open"
    key = "enter"
    action = "open_entry"
    footer = N_("open")
    about = N_("Open the highlighted entry; its number opens it at once")
    in_palette = False


class EntryAbove(Command):
    id = "list.above"
    key = "up"
    action = "entry_above"
    footer = N_("up")
    about = N_("Highlight the entry above")
    in_footer = False
    in_palette = False


class EntryBelow(Command):
    id = "list.below"
    key = "down"
    action = "entry_below"
    footer = N_("down")
    about = N_("Highlight the entry below")
    in_footer = False
    in_palette = False


class NextValue(Command):
    id = "field.next"
    key = "right,space"
    action = "next_value"
    footer = N_("change")
    about = N_("Change the highlighted field to its next value")
    keys_shown = "←/→"
    in_palette = False


class PreviousValue(Command):
    id = "field.previous"
    key = "left"
    action = "previous_value"
    footer = N_("change back")
    about = N_("Change the highlighted field to the value before")
    in_footer = False
    in_palette = False


class NextField(Command):
    id = "form.next"
    key = "enter"
    action = "confirm"
    footer = N_("go on")
    about = N_("Go on to the next field, and from the last one start")
    in_palette = False


class FieldBelow(Command):
    id = "form.below"
    key = "down"
    action = "field(1)"
    footer = N_("next field")
    about = N_("Go to the next field")
    keys_shown = "↑/↓"
    in_palette = False


class FieldAbove(Command):
    id = "form.above"
    key = "up"
    action = "field(-1)"
    footer = N_("field above")
    about = N_("Go to the field above")
    in_footer = False
    in_palette = False


class ChangeField(Command):
    id = "form.change"
    key = "enter"
    action = "change"
    footer = N_("change")
    about = N_("Change the highlighted setting; it applies at once")
    in_footer = False
    in_palette = False


# -- places --------------------------------------------------------------------------------------------------------


class OpenCatalogue(Command):
    id = "open.catalogue"
    key = "c"
    action = "catalogue"
    footer = N_("catalogue")
    about = N_("See all qualifications and their units")


class NewLearner(Command):
    id = "learners.new"
    key = "n"
    action = "new_learner"
    footer = N_("new learner")
    about = N_("Begin as a new learner")


class OpenSettings(Command):
    id = "open.settings"
    key = "s"
    action = "settings"
    footer = N_("settings")
    about = N_("Change languages, qualification and appearance")


class TakeExam(Command):
    id = "module.exam"
    key = "e"
    action = "exam"
    footer = N_("exam")
    about = N_("Take a mock exam on this module")


class OpenGlossary(Command):
    id = "module.glossary"
    key = "t"
    action = "glossary"
    footer = N_("glossary")
    about = N_("Read the glossary of this module")


# -- lessons -------------------------------------------------------------------------------------------------------


class ReadOn(Command):
    id = "lesson.on"
    key = "enter"
    action = "read_on"
    footer = N_("go on")
    about = N_("Confirm an answer, read further down, then go to the next page")
    in_palette = False


class ShowTerm(Command):
    id = "lesson.term"
    key = "t"
    action = "term"
    footer = N_("terms")
    about = N_("Explain the underlined terms of this page, one after the other")


class Scroll(Command):
    """Bound by every screen; offered where there is nothing else to do."""

    id = "page.scroll"
    key = "down"
    action = "scroll_page('down')"
    footer = N_("read on")
    about = N_("Read further down or up")
    keys_shown = "↑/↓"
    in_palette = False


class AnswerCheck(Command):
    id = "lesson.answer"
    key = "a,b,c,d,e,1,2,3,4,5,6,7,8,9"
    action = "answer"
    footer = N_("answer")
    about = N_("Answer the question on this page by letter or number, then confirm")
    keys_shown = N_("a–e")
    in_palette = False


class ToggleBookmark(Command):
    id = "lesson.bookmark"
    key = "k"
    action = "bookmark"
    footer = N_("bookmark")
    about = N_("Put a bookmark on this page, or take it away")
    in_footer = False


class WriteNote(Command):
    id = "lesson.note"
    key = "o"
    action = "note"
    footer = N_("note")
    about = N_("Write a note to this page")
    in_footer = False


class Report(Command):
    id = "item.report"
    key = "x"
    action = "report"
    footer = N_("report a mistake")
    about = N_("Report a mistake in this question, for your instructor")
    in_footer = False


class NoteMistake(Command):
    id = "exam.mistake"
    key = "x"
    action = "note_mistake"
    footer = N_("mistaken question")
    about = N_("Note that this question seems mistaken, or no longer; it can be reported after the exam")
    in_footer = False


class Leave(Command):
    id = "stopped.quit"
    key = "enter,escape"
    action = "leave"
    footer = N_("quit")
    about = N_("Leave Trainer")
    in_palette = False
