"""Handing in a unit from its screen: what would go in, where to, and where it went."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from trainer.flows.hand_in import HandedIn, HandInPreview
from trainer.tui.background import Finished, in_background
from trainer.tui.screens.today_words import BETWEEN

if TYPE_CHECKING:
    from trainer.flows.hand_in import HandInFlow
    from trainer.i18n.catalogue import Translator
    from trainer.tui.screens.base import TrainerScreen

_LOOKING, _WRITING = "see what can be handed in", "write the hand-in"


class HandingIn:
    """Asks, writes and says where the file is, on the screen it is made for."""

    def __init__(self, screen: TrainerScreen, flow: HandInFlow) -> None:
        self._screen, self._flow = screen, flow

    def begin(self) -> None:
        """Find out what there is to hand in."""
        in_background(self._screen, _LOOKING, self._flow.look)

    def finished(self, done: Finished) -> None:
        """Go on with what came of a step; others' steps are passed over."""
        if done.name == _LOOKING and isinstance(done.result, HandInPreview):
            self._ask(done.result)
        elif done.name == _WRITING and isinstance(done.result, HandedIn):
            self._say(done.result)

    def _ask(self, preview: HandInPreview) -> None:
        words = self._screen.words
        if preview.empty:
            self._screen.notice.say(
                words._("There is nothing to hand in for this unit yet: no assessed exercise, no counting exam, and no "
                        "module that is studied.")
            )  # fmt: skip
            return
        from trainer.tui.widgets.ask import Ask

        title = words._("Hand in: {title}", title=words.text(preview.title))
        self._screen.app.push_screen(Ask(words, title, _holds(preview, words), self._flow.usual_file()), self._write)

    def _write(self, file: str | None) -> None:
        if file is not None:
            self._screen.notice.say(self._screen.words._("One moment…"), stay=True)
            in_background(self._screen, _WRITING, partial(self._flow.write, file))

    def _say(self, done: HandedIn) -> None:
        words = self._screen.words
        said = words._("Written to {file}. Give this file to your instructor.", file=done.file)
        if done.left_out:
            left = ", ".join(words.text(one.title) for one in done.left_out)
            said = f"{said} {words._('Left out, because it is damaged: {titles}', titles=left)}"
        self._screen.notice.say(said, stay=True)


def _holds(preview: HandInPreview, words: Translator) -> str:
    attempts = words.ngettext("{count} attempt that counts", "{count} attempts that count", preview.attempts)
    studied = words.ngettext("{count} module studied", "{count} modules studied", len(preview.studied))
    said = [BETWEEN.join([attempts, studied])]
    if preview.running:
        said.append(words._("Not everything is finished: what you go on with can be handed in again later."))
    said.append(words._("Your name, these attempts with papers and rationales and what you studied go into one file, "
                        "nothing else. Where to?"))  # fmt: skip
    return "\n".join(said)
