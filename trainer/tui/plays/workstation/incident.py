"""What demands an act now: a band above the region, with its acts by number; the rest goes on below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.play import Move
from trainer.tui.markdown.runs import Run
from trainer.tui.plays.workstation.panel import Panel, padded
from trainer.tui.plays.workstation.region import Moves, Texts, index_of
from trainer.tui.widgets.clock import written

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import SetupView, ShownIncident

_BAR, _WIDEST = "▌ ", 96


class Incidents:
    """A number highlights an act and ``enter`` does it, so that no key meant for something else does.

    ``folded`` until the next one comes: its title alone stays in sight.
    """

    def __init__(self, texts: Texts) -> None:
        self.texts, self.words = texts, texts.words
        self._open: tuple[ShownIncident, ...] = ()
        self._at = 0
        self._act: int | None = None
        self.folded = False

    def present(self, view: SetupView) -> bool:
        """Show those that are open; True when one has come up or is over."""
        before = [one.token for one in self._open]
        token = self._now.token if self._open else ""
        self._open = view.incidents
        tokens = [one.token for one in self._open]
        new = next((at for at, one in enumerate(tokens) if one not in before), None)
        self._at = index_of(tokens, token, self._at) if new is None else new
        if tokens != before:
            self._act, self.folded = None, False
        elif self._act is not None and self._open:
            self._act = min(self._act, max(0, len(self._now.acts) - 1))
        return tokens != before

    @property
    def there(self) -> bool:
        """Whether anything demands an act."""
        return bool(self._open)

    @property
    def chosen(self) -> bool:
        """Whether an act is highlighted, so that keys are for the band."""
        return self._act is not None

    @property
    def _now(self) -> ShownIncident:
        return self._open[self._at]

    # -- keys --------------------------------------------------------------------------------------------------------

    def number(self, number: int) -> None:
        """Highlight an act."""
        if 1 <= number <= len(self._now.acts):
            self._act, self.folded = number - 1, False

    def step(self, by: int) -> None:
        """Highlight the act above or below."""
        if self._act is not None:
            self._act = max(0, min(self._act + by, len(self._now.acts) - 1))

    def confirm(self) -> Moves:
        """Do what is highlighted."""
        if self._act is None or self._act >= len(self._now.acts):
            return ()
        act, self._act = self._now.acts[self._act], None
        return (Move("respond", self._now.token, {"act": act.token}),)

    def fold(self) -> None:
        """Its title alone, or all of it; or the next one, where several wait."""
        if not self.folded and self._at + 1 < len(self._open):
            self._at, self._act = self._at + 1, None
            return
        self.folded, self._act = not self.folded, None
        self._at = 0 if len(self._open) > 1 else self._at

    def back(self) -> bool:
        """Back to the region; False when one is there."""
        was, self._act = self.chosen, None
        return was

    def tip(self) -> str:
        """The hint that translates what is said."""
        return self._now.token if self._open and not self.folded else ""

    # -- drawing -----------------------------------------------------------------------------------------------------

    def lines(self, width: int, most: int) -> list[Content]:
        """The band, at most so many lines."""
        if not self._open:
            return []
        panel = Panel(min(width, _WIDEST) - len(_BAR))
        self._title(panel)
        if not self.folded:
            self._body(panel)
        bar = Content.styled(_BAR, "bold $warning")
        return [bar + padded(line, panel.width) for line in panel.window(most)]

    def _title(self, panel: Panel) -> None:
        words, now = self.words, self._now
        others = len(self._open) - 1
        more = f" · {words.ngettext('one more', '{count} more', others)}" if others else ""
        since = words._("for {time}", time=written(now.seconds))
        title = self.texts.label(now.title)
        panel.flow((Run("! ", "bold $warning"), Run(title, "bold $warning"), Run(f" · {since}{more}", "$quiet")))

    def _body(self, panel: Panel) -> None:
        now = self._now
        panel.say(self.texts.spoken(now.text))
        if translated := self.texts.hints.get(now.token):
            panel.say(translated, "$quiet italic")
        for number, act in enumerate(now.acts):
            panel.row((Run(f"{number + 1}  ", "bold $accent"),), (Run(self.texts.label(act.text)),),
                      lit=number == self._act)  # fmt: skip
