"""Problems a person can act on: a translatable sentence, its values and the exit code of the command line."""

from __future__ import annotations

# Every command waits for this module; importing typing takes 2 ms.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar


def N_(message: str) -> str:  # noqa: N802 - the name gettext's extractors look for
    """Mark a sentence for translation without translating it (front ends translate when they show it)."""
    return message


class Problem(Exception):
    """Base of everything Trainer refuses. ``template`` is the English sentence with ``{names}`` for ``values``."""

    exit_code: ClassVar[int] = 1

    def __init__(self, template: str, **values: object) -> None:
        super().__init__(template, values)
        self.template = template
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        # A process of ours may hand a problem to another.
        return _made_again, (type(self), self.template, self.values)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template


def _made_again(cls: type[Problem], template: str, values: dict[str, object]) -> Problem:
    return cls(template, **values)


class Refused(Problem):
    """The request is understood and cannot be granted now (exit 1)."""


class UsageProblem(Problem):
    """The command was not written as it should be (exit 2)."""

    exit_code = 2


class InputUnreadable(Problem):
    """A file given as input cannot be read or understood (exit 3)."""

    exit_code = 3


class LossNotAccepted(Problem):
    """Going on would lose something and nobody said that this is fine (exit 4)."""

    exit_code = 4


class StoreDamaged(Problem):
    """A learner's store, journal or frozen paper is damaged (exit 5). The file is left as it is."""

    exit_code = 5


class StorageUnusable(Problem):
    """Storage is full, read-only, locked or written by a newer version (exit 6)."""

    exit_code = 6


def newer_format(file: object, *, found: object, known: int) -> StorageUnusable:
    """What is said of a file that a later version of the program wrote."""
    return StorageUnusable(
        N_("{file} was written by a newer version of Trainer (format {found}); this one reads format {known}."),
        file=file, found=found, known=known,
    )  # fmt: skip
