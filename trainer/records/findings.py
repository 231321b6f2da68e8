"""What verifying finds: sentences about integrity, issuer and status, with the exit codes of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from trainer.kernel.record import Record as Row

BROKEN, CLAIMED, OTHER_KEY, REVOKED, SUPERSEDED, EXPIRED, LIST_UNUSABLE = range(10, 17)
UNKNOWN = 19


class Finding(Row):
    """One thing found out: what it is about, its kind, a sentence with its values, and the exit code if it is bad.

    ``values`` may hold days and a ``Problem``, which front ends write in the reader's language.
    """

    subject: Literal["integrity", "issuer", "status"]
    kind: str
    template: str
    values: Mapping[str, Any] = {}
    exit_code: int = 0


def worst(findings: Iterable[Finding]) -> int:
    """The exit code of findings: the lowest of what is wrong, 0 when nothing is."""
    return min((finding.exit_code for finding in findings if finding.exit_code), default=0)
