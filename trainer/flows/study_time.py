"""The time spent on a lesson: between keys, as long as somebody is there, by the learner's calendar."""

from __future__ import annotations

from trainer.flows.workspace import Workspace

#: Longer than this without a key is being away, and no time spent on the lesson.
IDLE_SECONDS = 300.0


class StudyTime:
    """Counts from when it is made; what is taken to be kept is forgotten here."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._seconds: dict[int, float] = {}
        self._seen_at = workspace.clock.monotonic()

    def count(self) -> None:
        """Somebody pressed a key: the time since the last one counts, today."""
        now = self._workspace.clock.monotonic()
        gone = min(max(0.0, now - self._seen_at), IDLE_SECONDS)
        self._seen_at = now
        if gone:
            self.give_back({self._workspace.day(): gone})

    @property
    def worth_keeping(self) -> bool:
        """Whether there is a second or more."""
        return sum(self._seconds.values()) >= 1

    def take(self) -> dict[int, float]:
        """Seconds by day number, to be kept."""
        taken, self._seconds = self._seconds, {}
        return taken

    def give_back(self, seconds: dict[int, float]) -> None:
        """They could not be kept after all."""
        for day, more in seconds.items():
            self._seconds[day] = self._seconds.get(day, 0.0) + more
