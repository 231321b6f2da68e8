"""What every verb is given: languages, places and the two ways of printing."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from trainer.kernel.problems import N_, UsageProblem

if TYPE_CHECKING:
    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.progress.locations import Locations


@dataclass(slots=True)
class Context:
    """Global options, already understood. ``json`` True: standard output holds JSON and nothing else."""

    home: str | None
    learner: str | None
    language: str | None
    json: bool
    _translator: Translator | None = None

    @property
    def locations(self) -> Locations:
        from trainer.progress.locations import find_locations

        return find_locations(self.home or os.environ.get("TRAINER_HOME"))

    @property
    def translator(self) -> Translator:
        if self._translator is None:
            from trainer.i18n.catalogue import Translator, languages, system_language

            wanted = self.language or system_language(os.environ, languages())
            if wanted not in languages():
                raise UsageProblem(
                    N_("There is no language «{language}»; there are: {languages}."),
                    language=wanted, languages=", ".join(languages()),
                )  # fmt: skip
            self._translator = Translator(wanted, cache=self.locations.cache)
        return self._translator

    def _(self, message: str, /, **values: object) -> str:
        """``message`` in the language of the command."""
        return self.translator._(message, **values)

    def workspace(self) -> Workspace:
        """A workspace over the locations; no learner chosen yet."""
        from trainer.flows.workspace import Workspace

        return Workspace(self.locations)

    def say(self, text: str = "") -> None:
        """A line for people: standard output, or standard error when that holds JSON."""
        print(text, file=sys.stderr if self.json else sys.stdout)

    def print_json(self, data: Any) -> None:
        """The JSON answer of a verb."""
        print(json.dumps(data, ensure_ascii=False, indent=1))
