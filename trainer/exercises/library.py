"""What desks and workstations share: single lines of text, times of day, pages of a knowledge base."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from trainer.kernel.text import is_clean
from trainer.schema.fields import Authored, Slug, Text


def _line(value: str) -> str:
    if not value.strip() or len(value) > 80 or "\n" in value or not is_clean(value):
        raise ValueError("must be one line of 1 to 80 visible characters")
    return value


def _time(value: str) -> str:
    hours, colon, minutes = value.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(hours) == len(minutes) == 2):
        raise ValueError("must be a time like 08:30")
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"«{value}» is a time that does not exist")
    return value


Line = Annotated[str, AfterValidator(_line)]
TimeOfDay = Annotated[str, AfterValidator(_time)]


class Entry(Authored):
    """A line of a table, or something that can be chosen."""

    id: Slug
    title: Text
    about: Text | None = None


class Article(Authored):
    """A page of the knowledge base. ``facts`` are the sources it quotes."""

    id: Slug
    kind: Literal["procedure", "law", "prices", "article"]
    number: Line
    title: Text
    text: Text
    facts: list[str] = []


class Arrival(Authored):
    """When something comes: so many ``minutes`` of its clock after the start, or after ``after`` has become true."""

    minutes: Annotated[int, Field(ge=0, le=600)] = 0
    after: str | None = None
