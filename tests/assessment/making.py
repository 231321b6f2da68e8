"""Events at chosen times, and strategies for any of them."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from trainer.assessment.events import (
    CertaintyStated,
    ClockPolicy,
    ClockSetBack,
    Confirmed,
    Event,
    Extended,
    Flagged,
    HintUsed,
    LanguageSwitched,
    MistakeNoted,
    Mode,
    Moved,
    Presented,
    RationaleHandedIn,
    RationaleWritten,
    Recorded,
    Responded,
    Resumed,
    Started,
    Submitted,
    Suspended,
    Ticked,
    Undone,
    Voided,
)

_SLUGS = st.sampled_from(["one-month", "ten-days", "never"])
_PLACES = st.integers(0, 4)
_RESPONSES = st.dictionaries(st.sampled_from(["answer", "verdict", "reason"]), st.lists(_SLUGS).map(tuple))

_MOVES = st.fixed_dictionaries(
    {"do": st.sampled_from(["say", "open"]), "on": _SLUGS, "values": st.dictionaries(_SLUGS, _SLUGS, max_size=2)}
)

STARTS = st.builds(
    Started,
    attempt=st.just("20261121t080000-4f3a9c1b"),
    paper=st.just("a" * 64),
    mode=st.sampled_from(["practice", "mock", "counting", "assessed"]),
    policy=st.sampled_from(["stops", "runs_on"]),
    limit_seconds=st.none() | st.integers(1, 10_000),
    language=st.sampled_from(["it", "en", "both"]),
    zone_minutes=st.integers(-840, 840),
)

#: Every event but the start, with values an attempt may hold.
EVENTS: dict[str, st.SearchStrategy[Event]] = {
    "Resumed": st.builds(Resumed),
    "Suspended": st.builds(Suspended),
    "Presented": st.builds(Presented, _PLACES),
    "Responded": st.builds(Responded, _PLACES, _RESPONSES),
    "CertaintyStated": st.builds(CertaintyStated, _PLACES, st.booleans()),
    "Confirmed": st.builds(Confirmed, _PLACES),
    "Flagged": st.builds(Flagged, _PLACES, st.booleans()),
    "MistakeNoted": st.builds(MistakeNoted, _PLACES, st.booleans()),
    "LanguageSwitched": st.builds(LanguageSwitched, st.sampled_from(["it", "en", "both"])),
    "Ticked": st.builds(Ticked),
    "ClockSetBack": st.builds(ClockSetBack, st.floats(0.001, 1e6)),
    "Extended": st.builds(Extended, st.integers(1, 3600)),
    "Submitted": st.builds(Submitted, st.sampled_from(["learner", "time", "found_past_end"])),
    "Voided": st.builds(Voided, st.text(max_size=20)),
    "Moved": st.builds(Moved, _MOVES),
    "Undone": st.builds(Undone),
    "HintUsed": st.builds(HintUsed, st.sampled_from(["tip", "0", "3"])),
    "RationaleWritten": st.builds(
        RationaleWritten,
        _SLUGS,
        st.sampled_from(["choices", "tools"]),
        st.text(max_size=20),
        st.lists(_PLACES, max_size=3).map(tuple),
        st.lists(_SLUGS, max_size=2).map(tuple),
    ),
    "RationaleHandedIn": st.builds(RationaleHandedIn),
}


class Times:
    """Records events at the time of a clock."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()

    def __call__(self, event: Event) -> Recorded:
        return Recorded(event, self.clock.now().timestamp(), self.clock.monotonic())


def started(
    *, mode: Mode = "mock", policy: ClockPolicy = "stops", limit: int | None = 1500, language: str = "it"
) -> Started:
    """The start of an attempt of 25 minutes."""
    return Started("20261121t080000-4f3a9c1b", "a" * 64, mode, policy, limit, language)


def every_event() -> Iterator[st.SearchStrategy[Event]]:
    """One strategy for each event class there is."""
    yield STARTS
    yield from EVENTS.values()
