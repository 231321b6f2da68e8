"""Commands of records: the instructor's and the learner's; see ``commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class OpenRecord(Command):
    id = "register.record"
    key = "r"
    action = "record"
    footer = N_("record")
    about = N_("Issue this learner's record, or say what is missing; revoke it, hand it out")


class IssueRecord(Command):
    id = "record.issue"
    key = "i"
    action = "issue"
    footer = N_("issue")
    about = N_("Issue the record; it asks for the key's passphrase")


class CorrectRecord(Command):
    id = "record.correct"
    key = "c"
    action = "correct"
    footer = N_("correct")
    about = N_("Issue a corrected record in the place of the one that holds")


class PreviewRecord(Command):
    id = "record.read"
    key = "v"
    action = "read"
    footer = N_("read it")
    about = N_("Read the record as it was issued, or as it would be")


class RevokeRecord(Command):
    id = "record.revoke"
    key = "x"
    action = "revoke"
    footer = N_("revoke")
    about = N_("Say that the highlighted record no longer holds, and why")


class HandRecordOut(Command):
    id = "record.hand-out"
    key = "e"
    action = "hand_out"
    footer = N_("hand out")
    about = N_("Put record, page, status list and your public key into one folder")


class OwnRecord(Command):
    id = "unit.record"
    key = "r"
    action = "own_record"
    footer = N_("record")
    about = N_("See what is still missing for the record of this unit, and make a study statement")


class StateStudy(Command):
    id = "record.statement"
    key = "s"
    action = "state"
    footer = N_("statement")
    about = N_("Write a study statement as PDF: self-declared, with no issuer")
