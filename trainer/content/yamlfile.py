"""The one seam to YAML: YAML 1.2 scalars, duplicate keys refused, every problem with its file and line.

``yaml-rs`` reads (25 times faster than PyYAML's C loader); where it is missing PyYAML reads with the same scalar
rules. Lines of values are only looked up when something is wrong, by composing the text with PyYAML.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trainer.kernel.problems import InputUnreadable, N_

#: A bank above either limit is refused with advice to split it.
MAX_BYTES = 30 * 1024 * 1024


class YamlProblem(InputUnreadable):
    """A YAML file that cannot be read. ``file``, ``line`` and ``why`` are in ``values``."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: plain data, its text, its path as shown to people, and the line its text starts at."""

    data: Any
    text: str
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
        return raw.decode("utf-8-sig")
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
    """Tabs in indentation, anchors and aliases: all three are legal YAML that hides mistakes (or a bomb)."""
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            raise YamlProblem(
                N_("{file}:{line}: a tab in the indentation; use spaces."), file=name, line=number, why="tab"
            )
    if found := _ALIAS.search(text):
        line = first_line + text.count("\n", 0, found.start(1))
        raise YamlProblem(
            N_("{file}:{line}: anchors and aliases are not used here; write the value out."),
            file=name, line=line, why="alias",
        )


yaml_rs: Any = importlib.import_module("yaml_rs") if importlib.util.find_spec("yaml_rs") else None

_ALIAS = re.compile(r"^[ \t-]*(?:[\w.-]+:[ \t]+)?([&*][A-Za-z_][\w-]*)(?:\s|$)", re.MULTILINE)


class _ParserProblem(Exception):
    def __init__(self, line: int, why: str) -> None:
        self.line, self.why = line, why


def _parse(text: str) -> Any:
    return parse_with_yaml_rs(text) if yaml_rs is not None else parse_with_pyyaml(text)


def parse_with_yaml_rs(text: str) -> Any:
    """The fast way. On refusal PyYAML is asked for the line, because duplicate keys come without one."""
    try:
        return yaml_rs.loads(text)
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
