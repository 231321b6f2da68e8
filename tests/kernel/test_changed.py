"""A changed copy is what ``dataclasses.replace`` makes, whatever the class: with slots, without, and inherited."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from trainer.kernel.changed import changed


@dataclass(frozen=True, slots=True)
class Base:
    """Of a kind."""

    name: str
    values: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class More(Base):
    """And more."""

    extra: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize("value", [Base("a", (1,)), More("b", (2,), {"c": 3})], ids=["base", "inherited"])
def test_it_is_what_replace_makes(value: Base) -> None:
    made = changed(value, values=(7, 8))
    assert made == replace(value, values=(7, 8)) and type(made) is type(value) and value.values != (7, 8)
    assert changed(value) == value and changed(value) is not value


def test_a_field_it_does_not_have() -> None:
    with pytest.raises(KeyError):
        changed(Base("a"), size=1)
