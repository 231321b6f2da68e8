"""Records: declared like a dataclass, and a tuple all the same."""

from __future__ import annotations

import json
from typing import ClassVar

import pytest

from trainer.kernel.record import Record


class Place(Record):
    """A record with one usual value and a constant."""

    unit: ClassVar[str] = "m"
    name: str
    height: int = 0


def test_values_are_found_by_name_and_by_place() -> None:
    place = Place("Lugano", 273)
    assert (place.name, place.height) == ("Lugano", 273) == tuple(place)
    assert Place(name="Bari") == Place("Bari", 0) != Place("Bari", 5)
    assert place.as_dict() == {"name": "Lugano", "height": 273} and Place.unit == "m"
    assert json.dumps(place) == '["Lugano", 273]'
    assert repr(place) == "Place(name='Lugano', height=273)"


@pytest.mark.parametrize("values", [(), ("a", 1, 2)])
def test_too_few_and_too_many_values_are_refused(values: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Place(*values)


@pytest.mark.parametrize("named", [{"name": "b"}, {"depth": 3}, {"unit": "km"}])
def test_a_field_that_is_unknown_or_given_twice_is_refused(named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Place("a", **named)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Place("a").name = "b"  # type: ignore[misc] # that it cannot be done is what is tested
