"""Base models and field types of everything people write by hand."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from trainer.kernel.text import is_clean, is_slug

Level = Literal["remember", "understand", "apply", "analyse"]
Use = Literal["practice", "exam", "both"]
Jurisdiction = Literal["IT", "CH", "EU", "none"]
Certainty = Literal["verified", "verified-secondary", "computed", "inference", "knowledge", "model"]
LEVELS: tuple[Level, ...] = ("remember", "understand", "apply", "analyse")


class Mismatch(ValueError):
    """A value that does not fit its neighbours; ``place`` leads to it from the model that found out."""

    def __init__(self, why: str, *place: str | int) -> None:
        super().__init__(why)
        self.place = place


def _slug(value: str) -> str:
    if not is_slug(value):
        raise ValueError("must be a slug: lower-case letters, digits and single hyphens")
    return value


def _text(value: dict[str, str]) -> dict[str, str]:
    for language, text in value.items():
        if not text.strip():
            raise ValueError(f"the text in «{language}» is empty")
        if not is_clean(text):
            raise ValueError(f"the text in «{language}» holds control or invisible characters")
    return value


def _day(value: object) -> object:
    """YAML 1.2 has no dates: a day is written, quoted or not, as the text ``2026-11-21``."""
    if not isinstance(value, str):
        return value
    if not _DAY.fullmatch(value):
        raise ValueError(f"«{value[:40]}» is no date; write it like 2026-11-21")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"«{value}» is a day that does not exist") from None


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Day = Annotated[date, BeforeValidator(_day)]
Slug = Annotated[str, AfterValidator(_slug)]
Text = Annotated[dict[str, str], Field(min_length=1), AfterValidator(_text)]


class Authored(BaseModel):
    """Unknown keys refused, no coercion of types, immutable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class File(Authored):
    """A content file says its format version."""

    version: Literal[1]
