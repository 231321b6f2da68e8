"""A clock that moves only when a test says so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 11, 21, 8, 0, tzinfo=UTC)


class FakeClock:
    """Wall and engine time, together or apart."""

    def __init__(self, wall: datetime = MORNING, engine: float = 1000.0) -> None:
        self.wall = wall
        self.engine = engine

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.engine

    def wait(self, seconds: float) -> None:
        """Time passes: both clocks move."""
        self.move_wall(seconds)
        self.engine += seconds

    def move_wall(self, seconds: float) -> None:
        """Somebody sets the wall clock; negative seconds set it back."""
        self.wall += timedelta(seconds=seconds)

    def restart(self, away: float = 0.0, engine: float = 0.0) -> None:
        """The machine starts anew after ``away`` seconds: engine time begins at another number."""
        self.move_wall(away)
        self.engine = engine
