"""What every verb is given: languages, places and the two ways of printing."""

from __future__ import annotations

import os
import sys

from trainer.kernel.problems import N_, UsageProblem

# Every command waits for this module: dataclasses, typing and json take 10 ms to import, as long as Python itself.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from trainer.flows.workspace import Workspace
    from trainer.i18n.catalogue import Translator
    from trainer.progress.locations import Locations


class Context:
    """Global options, already understood. ``json`` True: standard output holds JSON and nothing else."""

    def __init__(self, home: str | None, learner: str | None, language: str | None, json: bool) -> None:
        self.home = home
        self.learner = learner
        self.language = language
        self.json = json
        self._translator: Translator | None = None

    @property
    def locations(self) -> Locations:
        from trainer.progress.locations import find_locations

        return find_locations(self.home or os.environ.get("TRAINER_HOME"))

    @property
    def translator(self) -> Translator:
        if self._translator is None:
            from trainer.i18n.catalogue import Translator, languages, needs_cache, system_language

            known = languages()
            wanted = self.language or system_language(os.environ, known)
            if wanted not in known:
                raise UsageProblem(
                    N_("There is no language «{language}»; there are: {languages}."),
                    language=wanted, languages=", ".join(known),
                )  # fmt: skip
            self._translator = Translator(wanted, cache=self.locations.cache if needs_cache(wanted) else None)
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
        import json

        print(json.dumps(data, ensure_ascii=False, indent=1))
