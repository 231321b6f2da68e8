"""Reports, put together part by part from phrases; the text grows below, or beside where it is wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.exercises.play import Move
from trainer.kernel.text import clean
from trainer.tui.markdown.runs import Run
from trainer.tui.plays.workstation.panel import Panel, beside
from trainer.tui.plays.workstation.region import Moves, Region, index_of

if TYPE_CHECKING:
    from trainer.exercises.workstation.shown import Offer, SetupView, ShownReport, ShownSlot
    from trainer.tui.plays.workstation.region import Texts

LETTERS = "abcde"
_BESIDE, _WIDEST = 96, 84
#: Characters of one's own words.
LONGEST = 1000


class Reports(Region):
    """First which report, where there are several; then its parts, one after the other, and at the end the sending."""

    name = "reports"
    ACTIONS = frozenset({"step", "turn", "confirm", "take", "letter", "own_words"})

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts)
        self._reports: tuple[ShownReport, ...] = ()
        self._at = self._slot = self._phrase = 0
        self._open = False
        #: Phrases chosen by report and part, and one's own words by report.
        self._chosen: dict[tuple[str, int], list[str]] = {}
        self._own: dict[str, str] = {}

    def title(self) -> str:
        return self.words._("Reports")

    def present(self, view: SetupView) -> None:
        before = self._reports[self._at].token if self._reports else ""
        self._reports = view.reports
        self._at = index_of([one.token for one in self._reports], before, self._at)
        self._open = self._open or len(self._reports) == 1
        if self._reports:
            self._phrase = max(0, min(self._phrase, len(self._offers()) - 1))

    def there(self) -> bool:
        return bool(self._reports)

    def may(self, action: str) -> bool:
        if action in ("turn", "letter", "take", "own_words"):
            return self._open and (action != "letter" or not self._sending)
        return super().may(action)

    @property
    def _report(self) -> ShownReport:
        return self._reports[self._at]

    @property
    def _sending(self) -> bool:
        return self._slot >= len(self._report.slots)

    def _offers(self) -> Sequence[Offer]:
        return () if self._sending else self._report.slots[self._slot].offers

    def _of(self, slot: int) -> list[str]:
        return self._chosen.setdefault((self._report.token, slot), [])

    # -- keys --------------------------------------------------------------------------------------------------------

    def step(self, by: int) -> Moves:
        if self._open:
            self._phrase = max(0, min(self._phrase + by, len(self._offers()) - 1))
        else:
            self._at = max(0, min(self._at + by, len(self._reports) - 1))
        return ()

    def turn(self, by: int) -> Moves:
        """To the part before or after; the sending comes after the last."""
        slot = max(0, min(self._slot + by, len(self._report.slots)))
        if slot != self._slot:
            self._slot, self._phrase = slot, 0
            self._phrase = next((at for at, one in enumerate(self._offers()) if one.token in self._of(slot)), 0)
        return ()

    def confirm(self) -> Moves:
        """Open a report; choose where one is to be chosen, and go on; at the end send it."""
        if not self._open:
            self._open, self._slot, self._phrase = True, 0, 0
            return ()
        if self._sending:
            return self._send()
        if self._report.slots[self._slot].pick == "one":
            self._take(self._phrase)
        return self.turn(1)

    def do(self, action: str) -> Moves:
        """``take`` chooses the highlighted phrase, ``letter:b`` another one."""
        name, _, letter = action.partition(":")
        at = LETTERS.index(letter) if name == "letter" else self._phrase
        if at < len(self._offers()):
            self._phrase = at
            self._take(at, toggle=True)
        return ()

    def _take(self, at: int, *, toggle: bool = False) -> None:
        offers = self._offers()
        if at >= len(offers):
            return
        chosen, token = self._of(self._slot), offers[at].token
        if self._report.slots[self._slot].pick == "one":
            chosen[:] = [token]
        elif toggle:
            chosen.remove(token) if token in chosen else chosen.append(token)

    def _send(self) -> Moves:
        phrases = [one.token for slot in range(len(self._report.slots)) for one in self._written(slot)]
        values: dict[str, object] = {"phrases": phrases}
        if own := self.own:
            values["text"] = own
        return (Move("report", self._report.token, values),)

    def back(self) -> bool:
        if self._open and self._slot:
            self.turn(-1)
            return True
        if self._open and len(self._reports) > 1:
            self._open = False
            return True
        return False

    def tip(self) -> str:
        offers = self._offers() if self._open and self._reports else ()
        return offers[self._phrase].token if self._phrase < len(offers) else ""

    @property
    def own(self) -> str:
        """One's own words at the end of the report."""
        return self._own.get(self._report.token, "")

    @own.setter
    def own(self, text: str) -> None:
        self._own[self._report.token] = clean(text).strip()[:LONGEST]

    # -- drawing -----------------------------------------------------------------------------------------------------

    def lines(self, width: int, height: int) -> list[Content]:
        if not self._open:
            return self._list(min(width, _WIDEST)).window(height)
        if width >= _BESIDE:
            left = (width - 4) * 3 // 5
            right = width - 4 - left
            return beside(self._part(left).window(height), self._text(right).window(height), (left, right), 4)
        width = min(width, _WIDEST)
        part, text = self._part(width), self._text(width)
        if self._sending or len(part.lines) + 3 > height:
            # The whole text is read before it is sent; while one chooses, its end is enough.
            return text.window(height) if self._sending else part.window(height)
        room = height - len(part.lines) - 1
        return [*part.lines, Content(""), *text.window(room, top=len(text.lines) - room)]

    def _list(self, width: int) -> Panel:
        panel = Panel(width)
        for number, report in enumerate(self._reports):
            panel.row((Run("✎ ", "$accent"),), (Run(self.texts.label(report.title)),), lit=number == self._at)
            if report.sent:
                panel.say(self._sent(report), "$quiet", lead="    ")
        return panel

    def _sent(self, report: ShownReport) -> str:
        return "✓ " + self.words.ngettext("sent once", "sent {count} times", report.sent)

    def _part(self, width: int) -> Panel:
        """The parts by name, and the phrases of the present one."""
        panel, words = Panel(width), self.words
        panel.heading(self.texts.label(self._report.title), self._sent(self._report) if self._report.sent else "")
        self._steps(panel)
        panel.blank()
        if self._sending:
            return panel
        slot = self._report.slots[self._slot]
        asked = words._("choose one") if slot.pick == "one" else words._("choose any, with space")
        panel.say(asked, "$quiet", lead="  ")
        if not slot.offers:
            panel.say(words._("There is nothing to say here yet."), "$quiet", lead="  ")
        for number, offer in enumerate(slot.offers):
            self._phrase_row(panel, slot, number, offer)
        return panel

    def _phrase_row(self, panel: Panel, slot: ShownSlot, number: int, offer: Offer) -> None:
        chosen = offer.token in self._of(self._slot)
        sign = ("●" if chosen else "○") if slot.pick == "one" else ("[x]" if chosen else "[ ]")
        letter = LETTERS[number] if number < len(LETTERS) else " "
        lead = (Run(f"{sign} ", "bold $accent" if chosen else "$quiet"), Run(f"{letter} ", "$accent"))
        first = len(panel.lines)
        panel.row(lead, (Run(self.texts.spoken(offer.text), "bold" if chosen else ""),), lit=number == self._phrase)
        if translated := self.texts.hints.get(offer.token):
            panel.say(translated, "$quiet italic", lead="      ")
        if number == self._phrase:
            panel.see(first, len(panel.lines))

    def _steps(self, panel: Panel) -> None:
        """``✓ What · ▸ What you tried · Send``."""
        runs: list[Run] = []
        for number, slot in enumerate(self._report.slots):
            done = "✓ " if self._written(number) else ""
            runs += self._step_run(done + self.texts.label(slot.label), number)
        runs += self._step_run(self.words._("Send"), len(self._report.slots))
        panel.flow(tuple(runs[:-1]))

    def _step_run(self, name: str, number: int) -> list[Run]:
        here = number == self._slot
        return [Run(f"[{name}]" if here else name, "bold $accent" if here else "$quiet"), Run(" · ", "$quiet")]

    def _written(self, slot: int) -> list[Offer]:
        """The phrases chosen in a part, in the order of the text; those that are gone do not count."""
        shown, chosen = self._report.slots[slot], self._chosen.get((self._report.token, slot), [])
        offers = {one.token: one for one in shown.offers}
        return [offers[token] for token in shown.written or offers if token in chosen]

    def _text(self, width: int) -> Panel:
        """What is written so far."""
        panel, words = Panel(width), self.words
        if self._sending and width < _BESIDE:
            panel.heading(self.texts.label(self._report.title), self._sent(self._report) if self._report.sent else "")
            self._steps(panel)
            panel.blank()
        else:
            panel.heading(words._("The text so far"))
        for number, slot in enumerate(self._report.slots):
            phrases = self._written(number)
            for one in phrases:
                panel.say(self.texts.spoken(one.text), lead="│ ", lead_style="$accent")
            if not phrases:
                panel.say(f"({self.texts.label(slot.label)})", "$quiet", lead="│ ", lead_style="$quiet")
        if self.own:
            panel.say(self.own, lead="│ ", lead_style="$accent")
        if self._sending:
            panel.blank()
            panel.row((), (Run(words._("Send the report")),), lit=True)
        return panel
