"""A hand-in looked at before anything of it is taken: every attempt is proved and compared with the content of here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from trainer.flows.proving import ProvedAttempt, impossible, prove_whole
from trainer.flows.register_attempts import Short, short_of_proved
from trainer.flows.register_content import UnitContent
from trainer.kernel.problems import N_, InputUnreadable, Problem, Refused, StorageUnusable
from trainer.progress.hand_in import HandIn, Manifest, digest_of, open_hand_in


class HandInRefused(Refused):
    """What a hand-in holds does not agree; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class Proven:
    """A hand-in that holds: where it lies, the SHA-256 of the whole file, its digest and what it says of itself.

    ``journals`` are the SHA-256 of each attempt's journal, ``shorts`` the attempts in short; ``unknown`` are those made
    from content this machine never had.
    """

    source: Path
    file: str
    digest: str
    manifest: Manifest
    journals: dict[str, str]
    shorts: dict[str, Short]
    unknown: tuple[str, ...]


def file_digest(source: Path) -> str:
    """SHA-256 of a whole file. :class:`InputUnreadable` when it cannot be read."""
    try:
        with source.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise InputUnreadable(N_("{file} cannot be read: {why}."), file=source, why=error.strerror) from None


def read_manifest(source: Path) -> tuple[str, Manifest]:
    """The digest of a hand-in and what it says of itself; raises what :func:`open_hand_in` does."""
    with open_hand_in(source) as found:
        return found.digest, found.manifest


def prove_hand_in(source: Path, content: UnitContent) -> Proven:
    """Prove a hand-in of the unit of ``content``.

    Raises :class:`HandInRefused` with the reason, and what :func:`open_hand_in` does.
    """
    with open_hand_in(source) as found:
        file, journals, unknown = file_digest(source), dict[str, str](), list[str]()
        shorts, papers = dict[str, Short](), set[str]()
        for attempt in found.manifest.attempts:
            try:
                raw = found.journal(attempt)
                proved = prove_whole(attempt, raw, found.paper)
                _check_place(content.unit, proved)
                if not content.agrees(attempt, proved):
                    unknown.append(attempt)
                shorts[attempt] = short_of_proved(proved)
            except (StorageUnusable, InputUnreadable):
                raise
            except Problem as problem:
                raise _refused(found, problem) from None
            except Exception:  # foreign data can be wrong in any way: whatever breaks, it is not taken
                raise _refused(found, impossible(attempt)) from None
            journals[attempt] = digest_of(raw)
            papers.add(f"papers/{proved.state.paper}.json")
        if spare := {name for name in found.manifest.files if name.startswith("papers/")} - papers:
            why = Refused(N_("«{member}» belongs to none of its attempts."), member=min(spare))
            raise _refused(found, why)
        return Proven(source, file, found.digest, found.manifest, journals, shorts, tuple(unknown))


def _refused(found: HandIn, why: Problem) -> HandInRefused:
    return HandInRefused(
        N_("{file} was refused, and nothing of it was taken: {why}"), file=found.source, why=why
    )  # fmt: skip


def _check_place(unit: str, proved: ProvedAttempt) -> None:
    """Only what was declared to count for this unit is handed in, with the clock it says it ran under."""
    paper, state = proved.paper, proved.state
    if proved.exercise:
        own = state.mode == "assessed" and unit in proved.exercise.units
    else:
        own = paper.kind == "exam" and state.mode == "counting"
    if not own:
        raise Refused(
            N_("The attempt {attempt} is no assessed exercise or counting exam of the unit {unit}."),
            attempt=state.attempt, unit=unit,
        )  # fmt: skip
    limit = None if paper.minutes is None else paper.minutes * 60
    if state.policy != "runs_on" or state.limit_seconds != limit or state.extended:
        raise Refused(
            N_("The attempt {attempt} did not run under the clock of what it is an attempt at."), attempt=state.attempt
        )
