"""What must hang together in a workstation's file before it can be set up: ids, references, assertions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trainer.exercises.assertions.language import Language
from trainer.exercises.workstation.says import FUNCTIONS
from trainer.schema.fields import Mismatch

if TYPE_CHECKING:
    from trainer.exercises.kinds.workstation import Workstation

Place = tuple[str | int, ...]

_LISTS = ("settings", "readings", "devices", "reports", "incidents", "articles", "criteria")
#: Lists whose ids share one space, because assertions and the drawing say an id without saying what it is.
_THINGS = ("settings", "readings", "devices", "reports", "incidents", "articles")


def check_names(work: Workstation) -> None:
    """Every id once among the things, once among the criteria, and once within a device or an incident."""
    seen = set[str]()
    for name in _THINGS:
        for index, one in enumerate(getattr(work, name)):
            if one.id in seen:
                raise Mismatch(f"something else here has the id «{one.id}»", name, index, "id")
            seen.add(one.id)
    _once([one.id for one in work.criteria], ("criteria",))
    for index, setting in enumerate(work.settings):
        _once([one.id for one in setting.options], ("settings", index, "options"))
    for index, device in enumerate(work.devices):
        _once([one.id for one in device.tests], ("devices", index, "tests"))
        _once([one.id for one in device.acts], ("devices", index, "acts"))
    for index, incident in enumerate(work.incidents):
        _once([one.id for one in incident.acts], ("incidents", index, "acts"))
    _once([one.id for one in work.day.blocks] if work.day else [], ("day", "blocks"))


def _once(ids: Iterable[str], place: Place) -> None:
    seen = set[str]()
    for index, id in enumerate(ids):
        if id in seen:
            raise Mismatch(f"another one here has the same id «{id}»", *place, index, "id")
        seen.add(id)


def check_readings(work: Workstation) -> None:
    """Readings are made of settings there are."""
    known = {one.id for one in work.settings}
    for index, reading in enumerate(work.readings):
        for name in reading.of:
            if name not in known:
                raise Mismatch(f"there is no setting «{name}»", "readings", index, "of", name)


def language_of(work: Workstation) -> Language:
    """What the assertions of a workstation may speak of."""
    ids = {name.removesuffix("s"): frozenset(one.id for one in getattr(work, name)) for name in _LISTS}
    ids |= {f"option of {one.id}": frozenset(option.id for option in one.options) for one in work.settings}
    ids |= {
        "test": frozenset(test.id for device in work.devices for test in device.tests),
        "act": frozenset(act.id for device in work.devices for act in device.acts),
        "response": frozenset(act.id for incident in work.incidents for act in incident.acts),
        "state": frozenset(state for device in work.devices for state in device.states),
        "meaning": frozenset(says for one in work.reports for _, phrase in one.phrases() for says in phrase.says),
        "block": frozenset(block.id for block in (work.day.blocks if work.day else ())),
    }
    place = {one.id: f"option of {one.id}" if one.options else "number" for one in work.settings}
    place |= {one.id: "number" for one in work.readings}
    return Language(FUNCTIONS, ids, {"place": place, "device": {"state": "state"}})


def check_assertions(work: Workstation) -> None:
    """Every assertion and condition can be read and speaks of what is there."""
    for place, line in _lines(work):
        try:
            work.language.check(line)
        except ValueError as problem:
            raise Mismatch(str(problem), *place) from None


def _lines(work: Workstation) -> Iterator[tuple[Place, str]]:
    for index, criterion in enumerate(work.criteria):
        yield ("criteria", index, "holds"), criterion.holds
    for index, incident in enumerate(work.incidents):
        if incident.arrives.after is not None:
            yield ("incidents", index, "arrives", "after"), incident.arrives.after
    for index, report in enumerate(work.reports):
        for place, phrase in report.phrases():
            if phrase.when is not None:
                yield ("reports", index, *place, "when"), phrase.when
