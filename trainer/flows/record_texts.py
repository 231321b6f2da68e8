"""What every record says in the program's own words: message ids, filled in and said in each language of a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from trainer.i18n.catalogue import Translator
from trainer.i18n.names import name_in
from trainer.kernel.problems import N_
from trainer.kernel.text import clean

TITLE = N_("Completion record – competency unit “{unit}”")
MEANING = N_("Its holder has shown this, by the evidence listed here: {outcome}")
PARTICIPATION = N_("At a distance, self-paced, at one's own computer")
UNSUPERVISED = N_(
    "Work done unsupervised, on the learner's own machine; {assessors} looked at it, took note of that and accepts it."
)
IN_ROOM = N_("Work done in an exam room, under supervision.")
NOT_CHECKED = N_("Not checked: the name is the one the learner handed the work in under.")
CHECKED = N_("{method} (checked by {by} on {day})")
ASSESSED_EXAM = N_(
    "Unit exam: {items} items in {minutes} minutes, pass mark {pass_mark}% and {section}% in each section (house rule)"
)
ASSESSED_WORK = N_("Simulated work, marked by the program")
ASSESSED_RATIONALE = N_("Simulated work with a written rationale, judged by an assessor on a rubric")
ASSESSED_ORALLY = N_("Oral assessment, held by an assessor")
READING = N_(
    "Passed attempts add up, and one attempt counts for everything it shows; there are never fewer attempts than the "
    "largest minimum, each with its own rationale."
)
CONFLICT = N_("a conflict")
NATIVE = N_("first language: {language}")


class Voices:
    """The languages of a record; every method gives a text in all of them, on one line."""

    def __init__(self, languages: Sequence[str], cache: Path | None = None) -> None:
        self.languages = tuple(languages)
        self._speakers = {language: Translator(language, cache=cache) for language in languages}

    def say(self, message: str, **values: object) -> dict[str, str]:
        """A message with values; texts by language among them are said in each language."""
        return {language: speaker._(message, **values) for language, speaker in self._speakers.items()}

    def text(self, text: Mapping[str, str], otherwise: str = "–") -> dict[str, str]:
        """A text of content; ``otherwise`` where there is none."""
        said = {language: " ".join(clean(speaker.text(text)).split()) for language, speaker in self._speakers.items()}
        return {language: one or otherwise for language, one in said.items()}

    def same(self, text: str) -> dict[str, str]:
        """Somebody's own words, alike in every language."""
        return dict.fromkeys(self.languages, text)

    def native(self, language: str) -> dict[str, str]:
        """That a customer's first language is this one."""
        return {
            own: speaker._(NATIVE, language=name_in(language, own)) for own, speaker in self._speakers.items()
        }  # fmt: skip

    def meaning(self, outcome: Mapping[str, str]) -> dict[str, str]:
        """What a unit means to whoever reads its record, from the standard's own sentence."""
        texts = self.text(outcome)
        said: dict[str, Any] = {}
        for language, speaker in self._speakers.items():
            text = texts[language]
            small = text[:1].lower() + text[1:] if text[1:2].islower() else text
            said[language] = speaker._(MEANING, outcome=small)
        return said
