"""The conversation so far, line by line: the customer on the left with the name, the learner set off behind a sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.geometry import Region

from trainer.kernel.text import clean
from trainer.tui.commands import bindings
from trainer.tui.markdown.runs import Run, Runs
from trainer.tui.markdown.wrap import cells, wrap
from trainer.tui.moves import EntryAbove, EntryBelow
from trainer.tui.plays.dialogue_words import channel_words, outcome_words
from trainer.tui.widgets.ledger import Ledger, Writer

if TYPE_CHECKING:
    from trainer.exercises.dialogue.view import TalkView
    from trainer.exercises.play import ShownMoment
    from trainer.i18n.catalogue import Translator
    from trainer.kernel.text import LocalText

#: Cells the learner's lines are set off by, and the customer's leave free on the right; half of it where it is narrow.
_SET_OFF, _NARROW = 4, 60
_SPOKEN = ("said", "heard")


class Telling(Writer):
    """Writes a conversation. ``text`` gives a comment as it is shown, ``tops`` where each moment's lines stand."""

    def __init__(self, words: Translator, width: int, text: Callable[[LocalText], str], *, apart: bool) -> None:
        super().__init__(words, width)
        self._text, self._apart = text, apart
        self.tops: dict[int, tuple[int, int]] = {}
        self._set_off = _SET_OFF if width >= _NARROW else _SET_OFF // 2

    def before(self, view: TalkView) -> None:
        """What was said before the start, and who comes where."""
        for paragraph in self._text(view.briefing).split("\n"):
            self.say(paragraph, "$quiet")
        self.blank()
        channel = channel_words(view.channel, self.words)
        self.say(" · ".join(filter(None, (channel, view.customer))), "bold")
        self.say(self._text(view.about), "$quiet")
        self.blank()

    def moment(self, moment: ShownMoment, customer: str, translated: LocalText | None) -> None:
        """Something that happened, with its translation below it where one was asked for."""
        if self._apart and moment.kind in _SPOKEN:
            self.blank()
        first = len(self.lines)
        spoken = next(iter(moment.text.values()), "")
        match moment.kind:
            case "heard":
                self._heard(customer, spoken)
            case "said":
                self.own(spoken)
            case "opened":
                self._note("▤", "$quiet", self.words._("You opened: {title}", title=clean(spoken)))
            case "found":
                self._note("✓", "$success", self.words._("You know: {fact}", fact=clean(self._text(moment.text))))
            case "mood":
                self._note("·", "$quiet", self._text(moment.text))
            case "left":
                self._note("○", "$quiet", self.words._("You broke the conversation off."))
        if translated:
            self._note("≈", "$quiet", self._text(translated), self._set_off if moment.kind == "said" else 0)
        if moment.kind in _SPOKEN:
            self.tops[moment.number] = (first, len(self.lines) - first)

    def _heard(self, customer: str, text: str) -> None:
        said = (Run(f"{clean(customer)}: ", "bold $accent"), Run(clean(text)))
        self.lines += wrap(said, self.width - self._set_off)

    def own(self, text: str, sign: str = "»", style: str = "") -> None:
        """The learner's words, said or being put together."""
        self.hang((Run(" " * self._set_off), Run(f"{sign} ", "bold $accent")), text, style)

    def _note(self, sign: str, style: str, text: str, indent: int = 0) -> None:
        self.hang((Run(" " * (2 + indent)), Run(f"{sign} ", style)), text, "$quiet")

    def tip(self, text: str) -> None:
        """A hint that was asked for."""
        self.hang((Run("  ◇ ", "$warning"),), self.words._("Hint: {hint}", hint=clean(text)))

    def end(self, view: TalkView) -> None:
        """How it ended, and what the customer had wanted."""
        if view.outcome is None:
            return
        self.blank()
        sign, style, said = outcome_words(view.outcome, self.words)
        self.hang((Run(f"{sign} ", style),), said, f"bold {style}")
        if view.ending is not None:
            self.say(self._text(view.ending))
        if view.goal is not None:
            name = clean(view.customer)
            self.say(self.words._("What {name} wanted: {goal}", name=name, goal=clean(self._text(view.goal))), "$quiet")


@dataclass(frozen=True, slots=True)
class Told:
    """All that a transcript is made of: the same makes the same lines. ``hints`` are translations by moment.

    ``draft`` is an answer being put together, ``tip`` a hint asked for; ``language`` is the interface's, ``shown`` that
    of comments; ``apart``: a blank line stands between turns.
    """

    talk: TalkView
    hints: Mapping[str, LocalText]
    draft: str
    tip: str
    language: str
    shown: str
    apart: bool

    def written(self, words: Translator, text: Callable[[LocalText], str], width: int) -> Telling:
        """From the briefing to the last word, or to how it ended."""
        telling, talk = Telling(words, width, text, apart=self.apart), self.talk
        telling.before(talk)
        for moment in talk.moments:
            hint = self.hints.get(str(moment.number))
            telling.moment(moment, talk.customer, _other(hint, talk.spoken) if hint else None)
        if self.draft:
            telling.own(self.draft, "✎", "$quiet")
        if self.tip:
            telling.tip(self.tip)
        telling.end(talk)
        return telling


def _other(hint: LocalText, spoken: str) -> LocalText:
    """The translation alone, without what was said already."""
    return {language: text for language, text in hint.items() if language != spoken} or hint


class Transcript(Ledger, can_focus=True):
    """Shows a :class:`Telling`. With the focus, arrows highlight what was said or heard: ``cursor`` is its moment."""

    DEFAULT_CSS = "Transcript { height: auto; width: 1fr; }"
    OFFERS = (EntryAbove, EntryBelow)
    BINDINGS = bindings(*OFFERS)

    def __init__(self) -> None:
        super().__init__()
        self._tops: Mapping[int, tuple[int, int]] = {}
        self._write: Callable[[int], Telling] | None = None
        self.cursor: int | None = None

    def tell(self, write: Callable[[int], Telling]) -> None:
        """Show what this writes for a width."""
        self._write = write
        self.show(self._written)

    def _written(self, width: int) -> list[Runs]:
        if self._write is None:
            return []
        telling = self._write(width)
        self._tops = telling.tops
        if not self.has_focus or self.cursor not in self._tops:
            return telling.lines
        first, count = self._tops[self.cursor]
        return [_highlit(line, width) if first <= at < first + count else line for at, line in enumerate(telling.lines)]

    # -- keys ----------------------------------------------------------------------------------------------------

    def on_focus(self) -> None:
        self.cursor = max(self._tops, default=None)
        self._again()

    def on_blur(self) -> None:
        self._again()

    def action_entry_above(self) -> None:
        self._step(-1)

    def action_entry_below(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        """To the line before or after; past the first one the page scrolls, to what was told before the start."""
        numbers = sorted(self._tops)
        at = numbers.index(self.cursor) + by if self.cursor in numbers else len(numbers) - 1
        if 0 <= at < len(numbers):
            self.cursor = numbers[at]
            self._again()
            self._keep_seen()
        elif (page := self._page()) is not None:
            page.scroll_relative(y=by, animate=False)

    def _again(self) -> None:
        """The same lines with another highlight: nothing is laid out again."""
        self._laid = (-1, [])
        self.refresh()

    def _page(self) -> VerticalScroll | None:
        return next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)

    def _keep_seen(self) -> None:
        page = self._page()
        if page is not None and self.cursor is not None and self.cursor in self._tops:
            first, count = self._tops[self.cursor]
            top = self.content_region.y - page.content_region.y + page.scroll_offset.y
            page.scroll_to_region(Region(0, top + first, 1, count), animate=False)


def _highlit(line: Runs, width: int) -> Runs:
    rest = Run(" " * max(0, width - cells(line)), "on $cursor")
    return (*(run._replace(style=f"{run.style} on $cursor".strip()) for run in line), rest)
