"""The words rules look for, by language: one file in ``wordlists`` each, and none is named anywhere else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from trainer.content.validate import validate
from trainer.content.yamlfile import load_yaml
from trainer.schema.fields import File

WordSet = Annotated[frozenset[str], Field(strict=False)]
Phrases = Annotated[tuple[str, ...], Field(strict=False)]

FOLDER = Path(__file__).parent / "wordlists"


class WordList(File):
    """One language's words, lower case. What each list is for stands in the file itself."""

    readability: Literal["gulpease"] | None = None
    decimal: str
    thousands: str
    negatives: WordSet
    negative_endings: Phrases = ()
    not_negative: Phrases
    negative_family: WordSet
    negative_prefixes: Phrases = ()
    subordinating: WordSet
    asking: WordSet
    asked_relative: Phrases
    absolute: WordSet
    not_absolute: Phrases
    vague: WordSet
    opinion: Phrases
    all_of_the_above: Phrases
    none_of_the_above: Phrases
    combined: Phrases
    humour: WordSet
    articles: dict[str, str]
    stop: WordSet
    abbreviations: WordSet
    dotted: WordSet
    number_words: dict[str, int]
    near_numbers: dict[str, int]
    scales: dict[str, int]
    hours: dict[str, float]
    meridian: dict[str, int] = {}
    ranges: Phrases
    joining: WordSet
    clause_verbs: WordSet


@cache
def words_of(language: str) -> WordList | None:
    """The language's words; None for a language without a list, which rules then leave alone."""
    path = FOLDER / f"{language}.yaml"
    return validate(load_yaml(path), WordList) if path.is_file() else None
