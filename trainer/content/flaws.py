"""What is wrong in content, where, and in a sentence: collected while loading, shown by ``trainer check``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trainer.content.yamlfile import YamlProblem
from trainer.kernel.problems import N_, InputUnreadable


@dataclass(frozen=True, slots=True)
class Flaw:
    """A mistake in a content file. ``template`` is an English sentence without the place, for ``values``."""

    file: str
    line: int
    template: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def message(self) -> str:
        """The sentence in English, with its values."""
        return self.template.format(**self.values)


class ContentFlaws(InputUnreadable):
    """Content that cannot be used; every mistake is in ``flaws``, the first one in the sentence."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        first = self.flaws[0]
        super().__init__(N_("{file}:{line}: {message}"), file=first.file, line=first.line, message=first.message)


# The sentences of the YAML reader without their place, so that translators meet them as flaws too.
_SENTENCES = (
    N_("larger than 30 MB; split it into several files."),
    N_("cannot be read ({why})."),
    N_("not UTF-8; save the file with UTF-8 encoding."),
    N_("not valid YAML: {why}."),
    N_("a tab; use spaces."),
    N_("a control code, an invisible character or a separate accent; type this line again."),
    N_("anchors and aliases are not used here; write the value out."),
    N_("tags («!…») are not used here; write the value in quotes if it begins with «!»."),
    N_("lists and maps are nested too deeply."),
    N_("a second document begins here («---»); one file holds one document."),
)


def flaw_of(problem: YamlProblem) -> Flaw:
    """The flaw a file that could not be read or parsed is."""
    values = dict(problem.values)
    file, line = str(values.pop("file")), int(str(values.pop("line")))
    template = problem.template.removeprefix("{file}").removeprefix(":{line}").removeprefix(": ")
    return Flaw(file, line, template, values)
