"""Drawing an item: stem, options with letters and marks, and after the answer what was right and why.

Pure: a picture of the item in, lines out. The sign says what the colour says: ✓ right, ✗ wrong, ● chosen, ○ not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content

from trainer.kernel.problems import N_
from trainer.tui.safe import emphasised, joined, plain
from trainer.tui.shown import texts_shown
from trainer.tui.widgets.columns import set_texts

if TYPE_CHECKING:
    from trainer.flows.results import Feedback, FeedbackLine
    from trainer.i18n.catalogue import Translator
    from trainer.items.controls import ChoiceGroup, PresentedItem, PresentedOption

#: Letters of the options; an item with more options than these is numbered.
LETTERS = "abcde"
VERDICTS = {"true": N_("True"), "false": N_("False")}
PROMPTS = {"verdict": N_("True or false?"), "reason": N_("Why?")}
_BLANK = Content("")


@dataclass(frozen=True, slots=True)
class ItemPicture:
    """What is to be drawn. ``active`` is the group keys choose in; ``cursor`` counts options over all groups."""

    item: PresentedItem
    chosen: frozenset[str] = frozenset()
    feedback: Feedback | None = None
    every_rationale: bool = False
    active: int = 0
    cursor: int | None = None
    closed: bool = False


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
    """The lines, and the line each option starts at and the verdict stands on (None before the answer)."""

    lines: tuple[Content, ...]
    tops: tuple[int, ...]
    verdict: int | None


def label(group: ChoiceGroup, index: int) -> str:
    """The letter or number of an option."""
    return LETTERS[index] if len(group.options) <= len(LETTERS) else str(index + 1)


def draw_item(picture: ItemPicture, setting: Setting) -> Drawn:
    """The whole item as lines."""
    return _Drawing(picture, setting).drawn()


def draw_choices(drawn: Drawn, before: ItemPicture, picture: ItemPicture, setting: Setting) -> Drawn | None:
    """``drawn``, which showed ``before``, when nothing but choices changed since; None when all must be drawn again.

    This is what most keys do, and it takes a fifth of the time.
    """
    if replace(before, chosen=picture.chosen) != picture or picture.feedback:
        return None
    lines, drawing, place = list(drawn.lines), _Drawing(picture, setting), 0
    for number, group in enumerate(picture.item.groups):
        for index, option in enumerate(group.options):
            if (option.token in before.chosen) != (option.token in picture.chosen):
                new = drawing.option_lines(number, index, at_cursor=place == picture.cursor)
                top = drawn.tops[place]
                lines[top : top + len(new)] = new
            place += 1
    # Bold takes the room of plain text in a terminal, so a chosen option never wraps elsewhere.
    return Drawn(tuple(lines), drawn.tops, drawn.verdict)


class _Drawing:
    """Lines gathered from top to bottom."""

    def __init__(self, picture: ItemPicture, setting: Setting) -> None:
        self._picture, self._setting, self._words = picture, setting, setting.words
        self._lines: list[Content] = []
        self._tops: list[int] = []
        self._gaps: list[int] = []

    def drawn(self) -> Drawn:
        item, feedback = self._picture.item, self._picture.feedback
        self._lines += _stem_lines(tuple(self._texts(item.stem)), self._setting.width)
        self._blank()
        verdict = None
        if feedback:
            verdict = len(self._lines)
            self._lines.append(verdict_line(feedback, self._words))
            self._blank()
        for number, group in enumerate(item.groups):
            self._group(number, group)
        if feedback and feedback.sources:
            self._sources(feedback)
        return self._set_apart(verdict)

    def _set_apart(self, verdict: int | None) -> Drawn:
        """With blank lines between options, where there is room for all of them."""
        if len(self._lines) + len(self._gaps) > self._setting.height:
            return Drawn(tuple(self._lines), tuple(self._tops), verdict)
        lines = [
            part for at, line in enumerate(self._lines) for part in ((_BLANK, line) if at in self._gaps else (line,))
        ]
        tops = tuple(top + sum(gap <= top for gap in self._gaps) for top in self._tops)
        return Drawn(tuple(lines), tops, verdict)

    def _texts(self, text: object) -> list[str]:
        setting, matter = self._setting, self._picture.item.matter_language
        return texts_shown(text, setting.shown, setting.languages, matter)  # type: ignore[arg-type] # a text by language

    def _set(self, mark: str | Content, texts: Sequence[Content]) -> None:
        self._lines += set_texts(plain(mark) if isinstance(mark, str) else mark, texts, self._setting.width)

    def _blank(self) -> None:
        self._lines.append(_BLANK)

    # -- options -------------------------------------------------------------------------------------------------

    def _group(self, number: int, group: ChoiceGroup) -> None:
        active = number == self._picture.active and not self._picture.closed
        if group.prompt in PROMPTS:
            if number:
                self._blank()
            style = "bold" if active else "$quiet"
            self._lines.append(plain(self._words._(PROMPTS[group.prompt]), style))
        elif group.maximum > 1 and not self._picture.closed:
            self._lines.append(plain(self._words._("More than one is right: choose them all."), "$quiet"))
        before = sum(len(earlier.options) for earlier in self._picture.item.groups[:number])
        feedback = self._feedback(group)
        for index in range(len(group.options)):
            if index and group.prompt != "verdict":
                self._gaps.append(len(self._lines))
            self._tops.append(len(self._lines))
            self._lines += self.option_lines(number, index, at_cursor=before + index == self._picture.cursor)
            if feedback:
                self._rationale(feedback[index], group)

    def option_lines(self, number: int, index: int, *, at_cursor: bool) -> tuple[Content, ...]:
        """The lines of one option of a group."""
        picture, group = self._picture, self._picture.item.groups[number]
        option = group.options[index]
        chosen = option.token in picture.chosen
        box = ("[x]" if chosen else "[ ]") if group.maximum > 1 else ("●" if chosen else "○")
        named = len(picture.item.groups) == 1 or (number == picture.active and not picture.closed)
        letter = label(group, index) if named else " "
        return _option_lines(tuple(self._option_texts(option)), box, letter, chosen, at_cursor, self._setting.width)

    def _option_texts(self, option: PresentedOption) -> list[str]:
        """A verdict's words are the interface's own."""
        verdict = option.text.get("")
        return [self._words._(VERDICTS[verdict])] if verdict else self._texts(option.text)

    # -- after the answer ----------------------------------------------------------------------------------------

    def _feedback(self, group: ChoiceGroup) -> list[FeedbackLine]:
        feedback = self._picture.feedback
        return [line for line in feedback.lines if line.group == group.name] if feedback else []

    def _rationale(self, line: FeedbackLine, group: ChoiceGroup) -> None:
        if not (line.chosen or line.key or self._picture.every_rationale):
            return
        sign, style, said = _said(line, several=group.maximum > 1)
        indent = " " * (6 if group.maximum == 1 else 8)
        texts = [emphasised(text) for text in self._texts(line.rationale)]
        texts[0] = joined((f"{self._words._(said)} ", style), texts[0]) if said else texts[0].stylize_before("$quiet")
        self._set(Content.assemble((indent, ""), (f"{sign} ", style)), texts)

    def _sources(self, feedback: Feedback) -> None:
        self._blank()
        self._lines.append(plain(self._words._("Sources"), "$quiet"))
        for source in feedback.sources:
            self._set(plain("· ", "$quiet"), [plain(text, "$quiet") for text in self._texts(source)])


def _said(line: FeedbackLine, *, several: bool) -> tuple[str, str, str]:
    """Sign, style and words for an option after the answer."""
    if line.chosen and line.key:
        return "✓", "bold $success", N_("Your answer, right.")
    if line.chosen:
        return "✗", "bold $error", N_("Your answer, wrong.")
    if line.key:
        return "✓", "bold $success", N_("Right, and not chosen.") if several else N_("The right answer.")
    return "·", "$quiet", ""


def mark_sign(points: float) -> tuple[str, str]:
    """Sign and style for points out of one."""
    if points >= 1:
        return "✓", "bold $success"
    return ("◐", "bold $warning") if points > 0 else ("✗", "bold $error")


def verdict_line(feedback: Feedback, words: Translator) -> Content:
    """Right, wrong, partly right or not answered: sign and words."""
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
    return tuple(set_texts(_BLANK, [emphasised(text, "bold") for text in texts], width))


@lru_cache(maxsize=512)
def _option_lines(
    texts: tuple[str, ...], box: str, letter: str, chosen: bool, at_cursor: bool, width: int
) -> tuple[Content, ...]:
    mark = Content.assemble(
        ("▸ " if at_cursor else "  ", "bold $accent"),
        (f"{box} ", "bold $accent" if chosen else "$quiet"),
        (f"{letter}  ", "bold"),
    )
    lines = set_texts(mark, [emphasised(text, "bold" if chosen else "") for text in texts], width)
    return tuple(_banded(line, width) for line in lines) if at_cursor else tuple(lines)


def _banded(line: Content, width: int) -> Content:
    return line.pad_right(max(0, width - line.cell_length)).stylize_before("on $cursor")
