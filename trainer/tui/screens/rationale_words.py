"""The rationale in words: its parts with what they lack, its lines with what they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trainer.flows.exercise_words import lack_words, part_words
from trainer.kernel.problems import N_
from trainer.tui.screens.today_words import BETWEEN
from trainer.tui.widgets.menu import Entry, Section

if TYPE_CHECKING:
    from trainer.assessment.exercising import RationaleLine
    from trainer.flows.rationale import RationaleView
    from trainer.i18n.catalogue import Translator

LINE, NEW, HAND_IN = "line:", "new:", "hand-in"
_ASKS = {
    "choices": N_("Which choices did you make, and why? Link them to the moments where you made them."),
    "approach": N_("How did you deal with the people and their needs, and why in this way?"),
    "procedure": N_("Which steps did you take, in which order, and why? Link them to their moments."),
    "tools": N_("Which tools did you use, and what for? Name those you used."),
    "forms": N_("Which forms did you fill in, and what for? Name those you used."),
    "references": N_("Which rules applied here, and to what? Name their sources."),
}
#: Characters of a line shown in the list: some four lines.
_SHOWN = 280


def asks_words(part: str) -> str:
    """The message that says what is to be written in a part."""
    return _ASKS[part]


def sections(view: RationaleView, words: Translator) -> list[Section]:
    """The parts in the standard's order, each with its lines and the way to another one; then handing in."""
    found = [_part(part, view, words) for part in view.parts]
    if view.handed_in:
        return found
    lacking = len({gap.part for gap in view.gaps})
    note = words.ngettext("{count} part still lacks something", "{count} parts still lack something", lacking)
    entry = Entry(HAND_IN, words._("Hand the rationale in"), faint=bool(lacking))
    return [*found, Section(words._("When all is written"), (entry,), note if lacking else words._("nothing lacks"))]


def _part(part: str, view: RationaleView, words: Translator) -> Section:
    lines = [line for line in view.lines if line.part == part]
    entries = [_line(line, view, words) for line in lines]
    if not view.handed_in:
        title = words._("Write another line") if lines else words._("Write a line")
        entries.append(Entry(f"{NEW}{part}", title, sign="+", faint=bool(lines)))
    lacks = list(dict.fromkeys(words._(lack_words(gap.lack)) for gap in view.gaps if gap.part == part))
    note = f"○ {', '.join(lacks)}" if lacks else f"✓ {words._('nothing lacks')}"
    return Section(words._(part_words(part)), tuple(entries), note)


def _line(line: RationaleLine, view: RationaleView, words: Translator) -> Entry:
    text = " ".join(line.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
    rests = []
    if line.moments:
        numbers = ", ".join(str(number + 1) for number in line.moments)
        rests.append(words.ngettext("moment {numbers}", "moments {numbers}", len(line.moments), numbers=numbers))
    known = view.used | view.sources
    rests += [words.text(known.get(name, {"": name})) for name in line.cites]
    return Entry(f"{LINE}{line.id}", shown, BETWEEN.join(rests), "✎", "$accent")
