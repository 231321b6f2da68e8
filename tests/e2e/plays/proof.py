"""What assessed exercises prove: the rationale written by keys, and what the unit asks for before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from tests.e2e.plays import eyes
from tests.e2e.plays.aftermath import whole_page
from tests.e2e.plays.hands import Seeing
from tests.e2e.plays.script import Script, said
from tests.e2e.terminal import ScreenTimeout
from trainer.flows.exercise_words import requirement_words

#: What is written in every part.
LINES = {
    "it": "So che cosa ho fatto e perche: la regola dello sportello lo chiede, e chi aspettava lo ha capito.",
    "en": "I know what I did and why: the rule of the desk asks for it, and whoever waited has understood it.",
}
#: Parts in which something that was used is cited, and sources.
_USED, _SOURCES = ("tools", "forms"), ("references",)


class Rationale(Seeing):
    """Writes the parts of a rationale one after the other, each linked to what happened and what was used."""

    def write(self, parts: Iterable[str]) -> None:
        """A line in each of these parts, the next ones without a line."""
        line = LINES[self.words.language]
        for part in parts:
            self.find(self._("Write a line"), exact=True)
            self.press("enter")
            self.until(lambda: self._("leave field") in self.terminal.lines[-1], "a field to write in")
            self.terminal.type(line)
            self.until(lambda: self.sees(line), "the line")
            self.terminal.frame(f"rationale-{part}")
            self.press_until("escape", lambda: self.sees(line[:20]) and "✎" in self.entry(), "the line to be kept")
            self._link("m", "Moments", lambda: self.find(("2 ",)))
            if part in _USED:
                self._link("c", "Used, and sources", lambda: None)
            elif part in _SOURCES:
                self._link("c", "Used, and sources", self._to_a_source)

    def _link(self, key: str, title: str, go: Callable[[], None]) -> None:
        """Tick one thing in the dialog, and see it beside the line."""
        hint = f"{self._('space')} {self._('tick')}"
        self.press_until(key, lambda: self.sees(self._(title)) and self.sees(hint), title)
        go()
        self.press_until("space", lambda: "●" in self.entry(), "a tick")
        self.terminal.frame("rationale-link")
        self.press_until("enter", lambda: not self.sees(hint), "the dialog to go")

    def _to_a_source(self) -> None:
        used = self._("used: {title}").partition("{")[0].strip()
        while used in self.entry():
            if not self.changes("down", self.entry):
                self.fail("a source to cite")

    def hand_in(self) -> None:
        """Once nothing lacks."""
        self.find(self._("Hand the rationale in"))
        self.terminal.frame("rationale-complete")
        self.press("enter")
        self.confirm(self._("Hand the rationale in?"))
        self.until(lambda: self.sees(self._("The rationale is handed in.")), "the rationale to be handed in")


def unit_page(seeing: Seeing) -> list[str]:
    """The whole screen of a unit, once what was shown has been found out."""
    done = [seeing._(words) for words in ("Still missing", "everything is shown")]
    for _ in range(6):
        lines = whole_page(seeing.terminal)
        if any(word in "\n".join(lines) for word in done):
            return lines
    raise ScreenTimeout("the unit does not say what is missing:\n" + "\n".join(lines))


def compare(lines: list[str], status: Mapping[str, Any], seeing: Seeing) -> None:
    """The list on the screen says what the command line says, requirement by requirement."""
    text = eyes.squeezed("\n".join(lines))
    for sign, listed in (("○", status["missing"]), ("✓", status["met"])):
        for one in listed:
            title = seeing._(requirement_words(one["requirement"]))
            figures = seeing._("{have} of {need}").format(have=one["have"], need=one["need"])
            wanted = f"{sign} {title[:1].upper()}{title[1:]} · {figures}"
            if eyes.squeezed(wanted) not in text:
                raise ScreenTimeout(f"the unit does not say «{wanted}»:\n" + "\n".join(lines))


def expected(
    rule: Mapping[str, Any], passed: Sequence[Script], counted: Sequence[Script]
) -> dict[str, tuple[int, int]]:
    """Need and have of each requirement when these exercises are ``passed``, those ``counted`` with their rationale.

    Said here once more and by hand: from the facets as they are written, not by the program's own rule.
    """
    cases = [case for script in counted for case in script.data["facets"]["cases"]]
    least = max(int(value) for key, value in rule.items() if key.startswith("min_"))
    return {
        "min_customer_types": (int(rule["min_customer_types"]), len({case["customer_type"] for case in cases})),
        "min_request_types": (int(rule["min_request_types"]), len({case["request_kind"] for case in cases})),
        "of_which_non_native_italian": (1, sum(case["native_language"] != "it" for case in cases)),
        "of_which_complaint": (1, sum(case["request_kind"] == "complaint" for case in cases)),
        "mode": (least, len(passed)),
        "given_characteristics": (least, len(passed)),
        "must_justify_choices": (least, len(counted)),
        # Where the rationale asks for none, none is relevant.
        "must_cite_norms": (least, sum(one in counted or "references" not in one.data["rationale"] for one in passed)),
    }


def check_status(status: Mapping[str, Any], passed: Sequence[Script], counted: Sequence[Script]) -> None:
    """What is met and what is missing is exactly what the rule says of these exercises."""
    wanted = expected(status["rule"], passed, counted)
    for requirement, (need, have) in wanted.items():
        name = "met" if have >= need else "missing"
        found = [one for one in status[name] if one["requirement"] == requirement]
        if [(one["need"], min(one["have"], need)) for one in found] != [(need, min(have, need))]:
            raise ScreenTimeout(f"{requirement} should be {name} with {have} of {need}: {status}")
    whole = len(status["met"]) + len(status["missing"])
    if whole != len(wanted) or status["complete"] == bool(status["missing"]):
        raise ScreenTimeout(f"the rule is read otherwise than it is written: {status}")


def shown(status: Mapping[str, Any]) -> tuple[Any, ...]:
    """What attempts can change of a unit's status."""
    return status["met"], status["missing"], status["awaiting_assessment"], status["complete"]


def title_of(path_data: Mapping[str, Any], unit: str, language: str) -> str:
    """A unit's title, in a qualification as it is written."""
    return next(said(one["title"], language) for one in path_data["units"] if one["id"] == unit)
