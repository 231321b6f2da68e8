"""The one seam to YAML: YAML 1.2 scalars, duplicate keys refused, every problem with its file and line.

``yaml-rs`` reads (25 times faster than PyYAML's C loader); where it is missing PyYAML reads with the same scalar
rules. Lines of values are only looked up when something is wrong, by composing the text with PyYAML.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from trainer.kernel.problems import N_, InputUnreadable
from trainer.kernel.text import is_clean

#: A bank above either limit is refused with advice to split it.
MAX_BYTES = 30 * 1024 * 1024


class YamlProblem(InputUnreadable):
    """A YAML file that cannot be read. ``file``, ``line`` and ``why`` are in ``values``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: plain data, its text, its path as shown to people, and the line its text starts at."""

    data: Any = field(repr=False)
    text: str = field(repr=False)
    name: str
    first_line: int = 1

    def line_of(self, path: Sequence[str | int]) -> int:
        """The 1-based line where the value at ``path`` (keys and indexes) stands, or its nearest parent."""
        return self.first_line + _line_in(self.text, path) - 1


def read_text(path: Path, name: str | None = None) -> str:
    """The file's text. :class:`YamlProblem` when it is missing, too big or not UTF-8."""
    shown = name or str(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise YamlProblem(N_("{file}: larger than 30 MB; split it into several files."), file=shown, line=1, why="")
        raw = path.read_bytes()
    except OSError as error:
        raise YamlProblem(N_("{file}: cannot be read ({why})."), file=shown, line=1, why=error.strerror) from None
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise YamlProblem(
            N_("{file}:{line}: not UTF-8; save the file with UTF-8 encoding."), file=shown, line=line, why="encoding"
        ) from None


def load_yaml(path: Path, name: str | None = None) -> Document:
    """Read and parse one file."""
    return parse_yaml(read_text(path, name), name or str(path))


def parse_yaml(text: str, name: str, first_line: int = 1) -> Document:
    """Parse a text. Raises :class:`YamlProblem` with the line and what the parser expected."""
    _refuse_unwanted(text, name, first_line)
    try:
        data = _parse(text)
    except _ParserProblem as error:
        raise YamlProblem(
            N_("{file}:{line}: not valid YAML: {why}."), file=name, line=first_line + error.line - 1, why=error.why
        ) from None
    return Document(data, text, name, first_line)


def _refuse_unwanted(text: str, name: str, first_line: int) -> None:
    """Legal YAML that hides mistakes (or a bomb), refused the same way whichever parser reads."""
    if "\t" in text:
        _refuse(
            N_("{file}:{line}: a tab; use spaces."), name, first_line + text.count("\n", 0, text.index("\t")), "tab"
        )
    if not is_clean(text):
        dirty = next((n for n, line in enumerate(text.split("\n")) if not is_clean(line)), 0)
        sentence = N_(
            "{file}:{line}: a control code, an invisible character or a separate accent; type this line again."
        )
        _refuse(sentence, name, first_line + dirty, "unclean")
    if _MARK.search(text) or _BREAK.search("\n" + text):
        from trainer.content.yaml12 import hidden_features

        if found := hidden_features(text):
            _refuse(_HIDDEN[found.why], name, first_line + found.line - 1, found.why)


def _refuse(template: str, name: str, line: int, why: str) -> NoReturn:
    raise YamlProblem(template, file=name, line=line, why=why)


_HIDDEN = {
    "alias": N_("{file}:{line}: anchors and aliases are not used here; write the value out."),
    "tag": N_("{file}:{line}: tags («!…») are not used here; write the value in quotes if it begins with «!»."),
    "depth": N_("{file}:{line}: lists and maps are nested too deeply."),
    "documents": N_("{file}:{line}: a second document begins here («---»); one file holds one document."),
}

# What might be an anchor, an alias, a tag, a second document or a pit of indentation. Prose may look like one
# («Q &A»): then the events of the parser decide, which is slow and therefore asked only here. Both patterns begin
# with plain characters: written with «^» they took a third of the time of reading a bank.
_MARK = re.compile(r"[&*!](?<![^\s\[{,:-].)(?:(?<=!)\S|[^\s&*!])")
_BREAK = re.compile(r"\n(?:---|\.\.\.|%|[ -]{64})")

yaml_rs: Any = importlib.import_module("yaml_rs") if importlib.util.find_spec("yaml_rs") else None


class _ParserProblem(Exception):
    def __init__(self, line: int, why: str) -> None:
        self.line, self.why = line, why


def _parse(text: str) -> Any:
    try:
        return parse_with_yaml_rs(text) if yaml_rs is not None else parse_with_pyyaml(text)
    except RecursionError:
        raise _ParserProblem(1, "lists and maps are nested too deeply") from None


def parse_with_yaml_rs(text: str) -> Any:
    """The fast way. On refusal PyYAML is asked for the line, because duplicate keys come without one.

    Dates stay texts: YAML 1.2 has none, and this parser would make dates of quoted texts too.
    """
    try:
        return yaml_rs.loads(text, parse_datetime=False)
    except ValueError as error:
        parse_with_pyyaml(text)
        found = re.search(r"line (\d+), column", str(error))
        why = str(error).rsplit("\n", 1)[-1]
        raise _ParserProblem(int(found[1]) if found else 1, why) from None


def parse_with_pyyaml(text: str) -> Any:
    """The fallback: PyYAML with the scalar rules of YAML 1.2 and duplicate keys refused."""
    from trainer.content.yaml12 import Refusal, construct

    try:
        return construct(text)
    except Refusal as refusal:
        raise _ParserProblem(refusal.line, refusal.why) from None


def _line_in(text: str, path: Sequence[str | int]) -> int:
    from trainer.content.yaml12 import line_of

    return line_of(text, path)


def yaml_rs_is_there() -> bool:
    """Whether the fast parser is installed (``trainer doctor`` says so)."""
    return yaml_rs is not None
