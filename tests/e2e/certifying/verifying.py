"""An employer, who has the program and the files somebody showed, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from tests.e2e.certifying.machine import Machine
from tests.e2e.terminal import ScreenTimeout

#: Exit codes of ``trainer record verify``.
GOOD, DAMAGED, ONLY_CLAIMED, OTHER_KEY, REVOKED, SUPERSEDED = 0, 10, 11, 12, 13, 14
PAGE_DIFFERS, STATEMENT = 17, 18


class Employer(Machine):
    """Nobody learns here, no content was added, nobody issues."""

    def verify(self, wanted: int, file: Path, *, issuer: Path | None = None, status: Path | None = None) -> str:
        """Verify a file; it must end with this code. What was said."""
        arguments = ["record", "verify", str(file)]
        arguments += ["--issuer", str(issuer)] if issuer else []
        arguments += ["--status", str(status)] if status else []
        code, said = self.ask(f"verify-{file.stem}-{wanted}", *arguments)
        if code != wanted:
            raise ScreenTimeout(f"trainer {' '.join(arguments)} gave {code}, not {wanted}:\n{said}")
        return said


def tampered(file: Path) -> Path:
    """A copy in which the holder bears another name; every other byte stands."""
    text = file.read_text(encoding="utf-8")
    name = str(_holder(json.loads(text)))
    copy = file.with_name(f"{file.stem}-tampered{file.suffix}")
    copy.write_text(text.replace(name, f"{name} Bis"), encoding="utf-8")
    return copy


def _holder(data: object) -> object:
    """The name of the holder, wherever it stands."""
    if isinstance(data, dict):
        if data.get("identityType") == "name":
            return data["identityHash"]
        return next((found for value in data.values() if (found := _holder(value))), None)
    if isinstance(data, list):
        return next((found for value in data if (found := _holder(value))), None)
    return None


def tampered_page(file: Path) -> Path:
    """A copy of a PDF with a line behind its end, as a program that edits one appends its changes."""
    copy = file.with_name(f"{file.stem}-tampered{file.suffix}")
    copy.write_bytes(file.read_bytes() + b"\n%")
    return copy
