"""Answering a question right, by what its options say: their letters are read from the screen, whatever its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.aftermath import whole_page
from tests.e2e.plays.hands import Seeing
from tests.e2e.plays.script import said

Data = Mapping[str, Any]
#: A letter before what it stands for, at the beginning of a line or of a column.
_OPTION = re.compile(r"(?:^|(?<=\s))([a-e])\s{1,2}(?=\S)")
_CHOSEN = re.compile(r"(?:●|\[x\])\s+(?:[a-e]\s{1,2})?(?=\S)")
#: The highlighted row with the letter chosen for it, and the highlighted step with the number of its place.
_ROW, _STEP = re.compile(r"▸ [●○] ([a-e–])\s{1,2}(?=\S)"), re.compile(r"[●○↕] (\d)\s{1,2}(?=\S)")
#: Characters that tell an option from the others, where the rest is elsewhere.
_ENOUGH = 18
#: Lines an option may take.
_LINES = 6


def answer_right(seeing: Seeing, item: Data, language: str) -> None:
    """Give the right answer to the question the keys are for."""
    _WAYS[item["kind"]](seeing, item, language)


def choose(seeing: Seeing, option: str) -> None:
    """Press the letter of an option; see it chosen."""
    _press_letter(seeing, option)
    seeing.until(lambda: _is_chosen(option, seeing), f"{option!r} to be chosen")


# -- seeing ------------------------------------------------------------------------------------------------------


def _places(lines: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    """Where a pattern is seen, and the text that follows there, with what hangs below it."""
    for row, line in enumerate(lines):
        for found in pattern.finditer(line):
            yield found, eyes.squeezed("".join(one[found.end() :] for one in lines[row : row + _LINES]))


def _begins(text: str, wanted: str) -> bool:
    whole = eyes.squeezed(wanted)
    return text.startswith(whole[: max(_ENOUGH, len(whole) * 2 // 3)])


def letter_of(option: str, lines: Sequence[str]) -> str:
    """The letter before an option; "" where it is not seen."""
    return next((found[1] for found, text in _places(lines, _OPTION) if _begins(text, option)), "")


def _press_letter(seeing: Seeing, option: str) -> None:
    letter = letter_of(option, seeing.body) or letter_of(option, whole_page(seeing.terminal))
    if not letter:
        seeing.fail(f"the option {option!r}")
    seeing.press(letter)


def _is_chosen(option: str, seeing: Seeing) -> bool:
    return any(_begins(text, option) for _, text in _places(seeing.body, _CHOSEN))


# -- choosing ----------------------------------------------------------------------------------------------------


def _choose_keys(seeing: Seeing, item: Data, language: str) -> None:
    for option in _keys(item["options"]):
        choose(seeing, said(option["text"], language))


def _judge(seeing: Seeing, item: Data, language: str) -> None:
    choose(seeing, seeing._("True" if item["answer"] else "False"))
    for reason in _keys(item.get("reasons", ())):
        choose(seeing, said(reason["text"], language))


def _keys(options: Sequence[Data]) -> list[Data]:
    return [option for option in options if option.get("key")]


# -- rows and gaps -----------------------------------------------------------------------------------------------


def _fill_rows(seeing: Seeing, item: Data, language: str) -> None:
    """The highlight goes to the next row that has no answer by itself."""
    options = {one["id"]: said(one["text"], language) for one in item.get("options") or item["categories"]}
    rows = {eyes.squeezed(said(row["text"], language)): options[row["answer"]] for row in item["rows"]}
    while rows:
        here = _row(seeing, rows)
        _press_letter(seeing, rows.pop(here))
        if rows:
            seeing.until(lambda here=here, left=rows: _row(seeing, {here: "", **left}) != here, "the next row")
    seeing.until(lambda: not re.search(r"○ –\s", "\n".join(seeing.body)), "every row to have an answer")


def _row(seeing: Seeing, rows: Mapping[str, str]) -> str:
    """The highlighted row; "" where none of these is."""
    for row, line in enumerate(seeing.body):
        if found := _ROW.search(line):
            first = eyes.squeezed(re.split(r"\s{3,}", line[found.end() :])[0])
            alike = [one for one in rows if one.startswith(first)]
            if len(alike) > 1:
                below = eyes.squeezed("".join(one[found.end() :] for one in seeing.body[row : row + _LINES]))
                alike = [one for one in alike if below.startswith(one)]
            return max(alike, key=len, default="")
    return ""


def _fill_gaps(seeing: Seeing, item: Data, language: str) -> None:
    for number, gap in enumerate(item["gaps"], 1):
        seeing.until(lambda number=number: f"[{number}▸" in seeing.terminal.text, f"gap {number}")
        if "options" in gap:
            _press_letter(seeing, said(_keys(gap["options"])[0]["text"], language))
        else:
            _write(seeing, str(said(gap["accepted"], language)[0]))
        empty = f"[{number}▸______]", f"[{number}:______]"
        seeing.until(lambda empty=empty: not any(one in seeing.terminal.text for one in empty), f"gap {number} filled")


# -- orders and texts --------------------------------------------------------------------------------------------


def _order(seeing: Seeing, item: Data, language: str) -> None:
    """Each step in turn is put at its place by its number."""
    steps = [said(step["text"], language) for step in item["steps"]]
    for place, step in enumerate(steps, 1):
        seeing.until(lambda step=step: bool(_place(seeing, step)), f"the step {step!r}")
        if _place(seeing, step) != place:
            _highlight(seeing, step)
            seeing.press(str(place))
            seeing.until(lambda step=step, place=place: _place(seeing, step) == place, f"{step!r} at {place}")
    seeing.press("enter")
    seeing.until(lambda: seeing.sees(seeing._("This order is your answer. What you change now counts at once.")), "it")


def _place(seeing: Seeing, step: str) -> int:
    return next((int(found[1]) for found, text in _places(seeing.body, _STEP) if _begins(text, step)), 0)


def _highlight(seeing: Seeing, step: str) -> None:
    def here() -> int:
        return next((int(found[1]) for line in seeing.body if "▸" in line and (found := _STEP.search(line))), 0)

    while (now := here()) != _place(seeing, step):
        seeing.press("down" if now < _place(seeing, step) else "up")
        seeing.until(lambda now=now: here() not in (0, now), "the highlight to move")


def _type_number(seeing: Seeing, item: Data, language: str) -> None:
    number = str(item["answer"])
    _write(seeing, number.replace(".", ",") if language == "it" else number)


def _type_words(seeing: Seeing, item: Data, language: str) -> None:
    accepted = item["accepted"]
    _write(seeing, str((accepted[language] if isinstance(accepted, Mapping) else accepted)[0]))


def _write(seeing: Seeing, text: str) -> None:
    terminal, leaves = seeing.terminal, seeing._("leave field")
    if leaves not in terminal.lines[-1]:
        seeing.press("tab")
        # Beside a page of text the first digit begins to write.
        seeing.soon(lambda: leaves in terminal.lines[-1])
    terminal.type(text)
    seeing.until(lambda: text in terminal.text, f"{text!r} to be written")
    seeing.press("escape")
    seeing.until(lambda: leaves not in terminal.lines[-1], "the field to be left")


_WAYS: Mapping[str, Callable[[Seeing, Data, str], None]] = {
    "single": _choose_keys, "multiple": _choose_keys, "true_false": _judge, "matching": _fill_rows,
    "classification": _fill_rows, "gaps": _fill_gaps, "ordering": _order, "numeric": _type_number,
    "short_text": _type_words,
}  # fmt: skip
