"""Commands of a dialogue; see ``trainer.tui.commands`` for what a command is."""

from __future__ import annotations

from trainer.kernel.problems import N_
from trainer.tui.commands import Command


class SayIt(Command):
    id = "dialogue.say"
    key = "enter"
    action = "say"
    footer = N_("say")
    about = N_("Say the highlighted answer; its number or letter highlights it")
    in_palette = False


class SendIt(Command):
    id = "dialogue.send"
    key = "enter"
    action = "send"
    footer = N_("send")
    about = N_("Send the highlighted answer; its number or letter highlights it")
    in_palette = False


class TakePart(Command):
    id = "dialogue.take"
    key = "enter"
    action = "take_part"
    footer = N_("take")
    about = N_("Take the highlighted part into your answer; its number or letter highlights it")
    in_palette = False


class EarlierPart(Command):
    id = "dialogue.earlier"
    key = "left,backspace"
    action = "earlier_part"
    footer = N_("change the part before")
    about = N_("Choose the part of the answer before this one again")
    in_palette = False


class ShowDocuments(Command):
    id = "dialogue.documents"
    key = "t"
    action = "documents"
    footer = N_("documents")
    about = N_("Go to the documents at hand and to what you know; the same key leads back to the conversation")


class Translate(Command):
    id = "dialogue.translate"
    key = "v"
    action = "translate"
    footer = N_("translate")
    about = N_("Translate the customer’s last words, or the highlighted line; only in practice, and it is noted")


class ReadAgain(Command):
    """For the footer and the help screen: the key is Textual's own way from one part of the screen to the next."""

    id = "dialogue.read"
    key = "tab"
    action = "read_again"
    footer = N_("reread")
    about = N_("Go from the answers to the conversation, where the arrows highlight a line, and on to the documents")
    in_footer = False
    in_palette = False
