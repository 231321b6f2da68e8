"""What drawings of items share: stem, verdict, sources, options behind letters, and the signs of marks.

Pure: a picture of the item in, lines out. The sign says what the colour says: ✓ right, ✗ wrong, ● chosen, ○ not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Region

from trainer.kernel.problems import N_
from trainer.tui.safe import emphasised, joined, plain
from trainer.tui.shown import texts_shown
from trainer.tui.widgets.columns import set_texts

if TYPE_CHECKING:
    from trainer.flows.results import Feedback, FeedbackLine
    from trainer.i18n.catalogue import Translator
    from trainer.items.controls import PresentedItem
    from trainer.kernel.text import LocalText

#: Letters of the options; where there are more options than these, they are numbered.
LETTERS = "abcde"
BLANK = Content("")


@dataclass(frozen=True, slots=True)
class ItemPicture:
    """What is to be drawn. ``response`` is what is answered in each group, ``chosen`` the tokens in it.

    What the control highlights: ``active`` is the group keys act on, ``cursor`` a place in the item (an option counted
    over all groups, a row, a step), ``arranged`` the steps in their present order, ``lifted`` whether the highlighted
    one is being carried. ``typed`` is what stands in fields and is not handed over yet; ``writing``: a field has the
    focus.

    ``asking``: below the answer stands the question how sure one is; ``sure`` is what was said (None: nothing).
    """

    item: PresentedItem
    chosen: frozenset[str] = frozenset()
    response: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    feedback: Feedback | None = None
    every_rationale: bool = False
    active: int = 0
    cursor: int | None = None
    closed: bool = False
    arranged: tuple[str, ...] = ()
    lifted: bool = False
    typed: Mapping[str, str] = field(default_factory=dict)
    writing: bool = False
    asking: bool = False
    sure: bool | None = None

    def text_in(self, group: str) -> str:
        """What was typed in a group, handed over or not."""
        return self.typed[group] if group in self.typed else next(iter(self.response.get(group, ())), "")


@dataclass(frozen=True, slots=True)
class Setting:
    """How it is drawn: words of the interface, languages of the texts, width in characters."""

    words: Translator
    languages: Sequence[str]
    shown: str
    width: int
    #: Lines there is room for: options stand apart when that fits, close together when it does not.
    height: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines; the line each place of the cursor starts at; the verdict's (None before the answer).

    ``field`` is the room left for a field, ``kept`` the first and the number of lines to be kept in sight.
    """

    lines: tuple[Content, ...]
    tops: tuple[int, ...] = ()
    verdict: int | None = None
    field: Region | None = None
    kept: tuple[int, int] | None = None

    def in_sight(self, cursor: int | None) -> tuple[int, int] | None:
        """The first and the number of lines the learner acts on."""
        if self.kept is not None or cursor is None or cursor >= len(self.tops):
            return self.kept
        top = self.tops[cursor]
        return top, (self.tops[cursor + 1 :] or (len(self.lines),))[0] - top


class Drawing:
    """Lines from top to bottom; a control's drawing adds :meth:`ask` and :meth:`explain`, or the whole :meth:`body`."""

    def __init__(self, picture: ItemPicture, setting: Setting) -> None:
        self.picture, self.setting, self.words = picture, setting, setting.words
        self.lines: list[Content] = []
        self.tops: list[int] = []
        self.gaps: list[int] = []
        self.field: Region | None = None
        self.kept: tuple[int, int] | None = None

    def ask(self) -> None:
        """What is to be answered."""

    def explain(self, feedback: Feedback) -> None:
        """What was right and why."""

    def body(self) -> None:
        """What stands below the stem: the question, once it is answered for good its explanation alone."""
        picture = self.picture
        if not (picture.feedback and picture.closed):
            self.ask()
        if picture.feedback:
            if not picture.closed:
                self.blank()
            self.explain(picture.feedback)

    def drawn(self) -> Drawn:
        """The whole item."""
        feedback, verdict = self.picture.feedback, None
        self.lines += _stem_lines(tuple(self.texts(self.picture.item.stem)), self.setting.width)
        self.blank()
        if feedback:
            verdict = len(self.lines)
            said = joined(verdict_line(feedback, self.words), (self._certainty(), "$quiet"))
            self.lines += set_texts(BLANK, [said], self.setting.width)
            self.blank()
        self.body()
        if feedback and feedback.sources:
            self._sources(feedback)
        drawn = self._set_apart(verdict)
        return self._asking(drawn) if self.picture.asking else drawn

    def _certainty(self) -> str:
        """What was said before the answer was confirmed: being wrong and sure is worth a second look."""
        said = {True: N_("you were sure"), False: N_("you were unsure")}
        return f"  ·  {self.words._(said[sure])}" if (sure := self.picture.sure) is not None else ""

    def _asking(self, drawn: Drawn) -> Drawn:
        words = self.words
        question = joined(
            (words._("How sure are you?"), "bold"), "   ", ("1 ", "bold $accent"), words._("sure"),
            "   ", ("2 ", "bold $accent"), words._("unsure"),
        )  # fmt: skip
        asked = set_texts(BLANK, [question], self.setting.width)
        lines = (*drawn.lines, BLANK, *asked)
        return replace(drawn, lines=lines, kept=(len(lines) - len(asked), len(asked)))

    def _set_apart(self, verdict: int | None) -> Drawn:
        """With blank lines between options, where there is room for all of them."""
        if not self.gaps or len(self.lines) + len(self.gaps) > self.setting.height:
            return Drawn(tuple(self.lines), tuple(self.tops), verdict, self.field, self.kept)
        gaps = set(self.gaps)
        lines = [part for at, line in enumerate(self.lines) for part in ((BLANK, line) if at in gaps else (line,))]
        tops = tuple(top + sum(gap <= top for gap in self.gaps) for top in self.tops)
        return Drawn(tuple(lines), tops, verdict, self.field, self.kept)

    # -- lines ---------------------------------------------------------------------------------------------------

    def texts(self, text: LocalText) -> list[str]:
        """The one or two texts to show."""
        return texts_shown(text, self.setting.shown, self.setting.languages)

    def set(self, mark: str | Content, texts: Sequence[Content]) -> None:
        """Add texts behind a hanging mark."""
        self.lines += set_texts(plain(mark) if isinstance(mark, str) else mark, texts, self.setting.width)

    def say(self, mark: Content, said: tuple[str, str], text: LocalText | None) -> None:
        """Add words of the interface in their style and behind them a text of the item."""
        texts = [emphasised(text) for text in self.texts(text)] if text else [BLANK]
        texts[0] = joined((self.words._(said[0]), said[1]), " " if text else "", texts[0])
        self.set(mark, texts)

    def quietly(self, indent: int, text: LocalText) -> None:
        """Add a text of the item that explains what stands above it."""
        if text:
            self.set(" " * indent, [emphasised(text).stylize_before("$quiet") for text in self.texts(text)])

    def keep_from(self, line: int) -> None:
        """Keep in sight what stands between ``line`` and the present one."""
        self.kept = (line, len(self.lines) - line)

    def blank(self) -> None:
        """Add an empty line."""
        self.lines.append(BLANK)

    def heading(self, text: str) -> None:
        """Add a quiet line in the interface's language."""
        self.lines += set_texts(BLANK, [plain(text, "$quiet")], self.setting.width)

    # -- after the answer ----------------------------------------------------------------------------------------

    def feedback_of(self, group: str) -> list[FeedbackLine]:
        """What is said of the options of a group."""
        feedback = self.picture.feedback
        return [line for line in feedback.lines if line.group == group] if feedback else []

    def rationale(self, line: FeedbackLine, indent: int, *, several: bool) -> None:
        """Why an option is right or wrong: where it was chosen, where it is the key, or for every one."""
        if not (line.chosen or line.key or self.picture.every_rationale):
            return
        sign, style, said = _said(line, several=several)
        texts = [emphasised(text) for text in self.texts(line.rationale)]
        texts[0] = joined((f"{self.words._(said)} ", style), texts[0]) if said else texts[0].stylize_before("$quiet")
        self.set(Content.assemble((" " * indent, ""), (f"{sign} ", style)), texts)

    def _sources(self, feedback: Feedback) -> None:
        self.blank()
        self.lines.append(plain(self.words._("Sources"), "$quiet"))
        for source in feedback.sources:
            self.set(plain("· ", "$quiet"), [plain(text, "$quiet") for text in self.texts(source)])


def _said(line: FeedbackLine, *, several: bool) -> tuple[str, str, str]:
    """Sign, style and words for an option after the answer."""
    if line.chosen and line.key:
        return "✓", "bold $success", N_("Your answer, right.")
    if line.chosen:
        return "✗", "bold $error", N_("Your answer, wrong.")
    if line.key:
        return "✓", "bold $success", N_("Right, and not chosen.") if several else N_("The right answer.")
    return "·", "$quiet", ""


#: Sign and style of an answer an assessor has still to mark.
PROVISIONAL = ("◇", "bold $accent")


def mark_sign(points: float) -> tuple[str, str]:
    """Sign and style for points out of one."""
    if points >= 1:
        return "✓", "bold $success"
    return ("◐", "bold $warning") if points > 0 else ("✗", "bold $error")


def verdict_line(feedback: Feedback, words: Translator) -> Content:
    """Right, wrong, partly right, not answered or not yet marked: sign and words."""
    if feedback.provisional:
        return plain(f"{PROVISIONAL[0]} {words._('Provisional: an assessor marks this answer')}", PROVISIONAL[1])
    if feedback.right:
        return plain(f"✓ {words._('Right')}", "bold $success")
    if feedback.blank:
        return plain(f"○ {words._('Not answered')}", "bold $warning")
    if feedback.points > 0:
        points = words._("Partly right: {points} of 1 point", points=feedback.points)
        return plain(f"◐ {points}", "bold $warning")
    return plain(f"✗ {words._('Wrong')}", "bold $error")


# A key changes one or two lines of an item: the others are taken from here, so that most of the drawing is looking up.


@lru_cache(maxsize=64)
def _stem_lines(texts: tuple[str, ...], width: int) -> tuple[Content, ...]:
    return tuple(set_texts(BLANK, [emphasised(text, "bold") for text in texts], width))


def label(count: int, index: int) -> str:
    """The letter or number of one of ``count`` options."""
    return LETTERS[index] if count <= len(LETTERS) else str(index + 1)


@lru_cache(maxsize=512)
def option_lines(
    texts: tuple[str, ...], box: str, letter: str, chosen: bool, at_cursor: bool, width: int
) -> tuple[Content, ...]:
    """A text behind its box and letter: an option, a row, a step."""
    mark = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $accent"),
        (f"{box} ", "bold $accent" if chosen else "$quiet"),
        (f"{letter}  ", "bold"),
    )
    lines = set_texts(mark, [emphasised(text, "bold" if chosen else "") for text in texts], width)
    return tuple(banded(line, width) for line in lines) if at_cursor else tuple(lines)


def banded(line: Content, width: int) -> Content:
    """The line on the ground of what is highlighted."""
    return line.pad_right(max(0, width - line.cell_length)).stylize_before("on $cursor")
