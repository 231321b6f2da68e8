"""One damage: what it is called, what comes of it, and the exit codes that are right."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.records import samples
from trainer.records.issuers import PublicIssuer
from trainer.records.verify import verify

#: Integrity; and, where what tells the format was touched, that the format is unknown.
BROKEN, BROKEN_OR_UNKNOWN = frozenset({10}), frozenset({10, 19})
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Case:
    """``run`` gives an exit code."""

    name: str
    expected: frozenset[int]
    run: Callable[[], int]


Family = Callable[[], Iterable[Case]]


def judged(
    raw: bytes, status: bytes | None = None, trusted: Sequence[PublicIssuer] | None = None, today: str = samples.TODAY
) -> int:
    """The exit code of verifying, with the true issuer trusted unless others are."""
    return verify(raw, trusted=samples.trusted() if trusted is None else trusted, status=status, today=today).exit_code


def members(value: Any, path: Path = ()) -> Iterator[Path]:
    """The way to every member and element."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield (*path, name)
        yield from members(one, (*path, name))


def nodes(value: Any) -> Iterator[Path]:
    """The way to every object."""
    yield ()
    for path in members(value):
        if isinstance(at(value, path), dict):
            yield path


def at(value: Any, path: Path) -> Any:
    """What stands there."""
    for name in path:
        value = value[name]
    return value


def edited(document: Any, path: Path, edit: Callable[[Any, Any], None]) -> Any:
    """A copy after ``edit(container, name)``."""
    copied = copy.deepcopy(document)
    edit(at(copied, path[:-1]), path[-1])
    return copied


def shown(path: Path) -> str:
    """``credentialSubject.achievement.alignment.0.type``."""
    return ".".join(map(str, path)) or "(the whole)"
