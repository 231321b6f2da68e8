"""The acts at a desk as commands, each with its letter; they stand in the act list, not in the footer."""

from __future__ import annotations

from typing import ClassVar

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class Act(Command):
    """``word`` is what the engine calls it; the footer word is the one in the act list."""

    word: ClassVar[str] = ""
    in_footer = False


class Register(Act):
    id = "desk.act.register"
    word = "register"
    key = "r"
    action = "act('register')"
    footer = N_("register")
    about = N_("Register what came in as a request of a customer")


class NewCard(Act):
    id = "desk.act.new-card"
    word = "new-card"
    key = "n"
    action = "act('new-card')"
    footer = N_("new card")
    about = N_("Make a customer card for whoever wrote, with what you choose to keep")


class Reply(Act):
    id = "desk.act.reply"
    word = "reply"
    key = "w"
    action = "act('reply')"
    footer = N_("write a reply")
    about = N_("Write a reply, part by part")


class FileAway(Act):
    id = "desk.act.archive"
    word = "archive"
    key = "a"
    action = "act('archive')"
    footer = N_("archive")
    about = N_("Put it into a folder of the archive")


class Delete(Act):
    id = "desk.act.delete"
    word = "delete"
    key = "x"
    action = "act('delete')"
    footer = N_("delete")
    about = N_("Delete it for good; you are asked first")


class LinkTo(Act):
    id = "desk.act.link"
    word = "link"
    key = "k"
    action = "act('link')"
    footer = N_("customer")
    about = N_("Say whose request it is")


class Classify(Act):
    id = "desk.act.classify"
    word = "classify"
    key = "c"
    action = "act('classify')"
    footer = N_("classify")
    about = N_("Say what kind of request it is")


class Prioritise(Act):
    id = "desk.act.prioritise"
    word = "prioritise"
    key = "p"
    action = "act('prioritise')"
    footer = N_("priority")
    about = N_("Say how urgent it is")


class SendOn(Act):
    id = "desk.act.route"
    word = "route"
    key = "s"
    action = "act('route')"
    footer = N_("send on")
    about = N_("Send the request on to an office")


class Deadline(Act):
    id = "desk.act.deadline"
    word = "deadline"
    key = "d"
    action = "act('deadline')"
    footer = N_("due day")
    about = N_("Say by what day it is to be answered")


class Close(Act):
    id = "desk.act.close"
    word = "close"
    key = "e"
    action = "act('close')"
    footer = N_("close")
    about = N_("Close the request with a code")


class Correct(Act):
    id = "desk.act.correct"
    word = "correct"
    key = "c"
    action = "act('correct')"
    footer = N_("correct")
    about = N_("Put a field right")


class Merge(Act):
    id = "desk.act.merge"
    word = "merge"
    key = "m"
    action = "act('merge')"
    footer = N_("merge")
    about = N_("Make this card and another one into one: the other one stays")


class Fill(Act):
    id = "desk.act.fill"
    word = "fill"
    key = "w"
    action = "act('fill')"
    footer = N_("fill in")
    about = N_("Fill in the form")


class Report(Act):
    id = "desk.act.report"
    word = "report"
    key = "w"
    action = "act('report')"
    footer = N_("write it")
    about = N_("Write the report")


class Follow(Act):
    id = "desk.act.follow"
    word = "follow"
    key = "o"
    action = "act('follow')"
    footer = N_("what is linked")
    about = N_("Open one of the things this leads to")


class Briefing(Act):
    id = "desk.act.briefing"
    word = "briefing"
    key = "b"
    action = "act('briefing')"
    footer = N_("the task")
    about = N_("Read the task again")


class Wait(Act):
    id = "desk.act.wait"
    word = "wait"
    key = "t"
    action = "act('wait')"
    footer = N_("wait")
    about = N_("Let time pass until something happens")


class FinishShift(Act):
    id = "desk.act.finish"
    word = "finish"
    key = "f"
    action = "act('finish')"
    footer = N_("finish the shift")
    about = N_("Finish the shift; you are asked first")


#: Every act by the word the engine has for it; ``follow`` and ``briefing`` only show something.
ACTS: dict[str, type[Act]] = {
    act.word: act
    for act in (
        Register, NewCard, Reply, FileAway, Delete, LinkTo, Classify, Prioritise, SendOn, Deadline, Close, Correct,
        Merge, Fill, Report, Follow, Briefing, Wait, FinishShift,
    )
}  # fmt: skip
