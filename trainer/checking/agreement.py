"""How often people who had not seen the key answered as it says: ``question_banks/<module>.blind.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field

from trainer.assessment.draw import pool_digest
from trainer.content.flaws import ContentFlaws, Flaw, flaw_of
from trainer.content.validate import validate
from trainer.content.yamlfile import YamlProblem, load_yaml
from trainer.items.base import Item
from trainer.items.kinds import item_to_json
from trainer.kernel.canonical import digest
from trainer.schema.fields import Authored, File

SUFFIX = ".blind.yaml"


class Figure(Authored):
    """Answers in one language that agree with the key, of so many items."""

    agreed: Annotated[int, Field(ge=0)]
    items: Annotated[int, Field(ge=1)]

    @property
    def share(self) -> float:
        return self.agreed / self.items


class Agreement(File):
    """The figures by language, and the digest of the bank they were taken on, where it was noted."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Figure]

    bank_digest: str | None = None

    @property
    def figures(self) -> Mapping[str, Figure]:
        return self.__pydantic_extra__


def bank_digest(items: Iterable[Item]) -> str:
    """Changes when anything of any item changes; comments and layout of the file do not count."""
    return pool_digest((item.id, digest(item_to_json(item))) for item in items)


def read_agreement(path: Path, name: str) -> tuple[Agreement | None, list[Flaw]]:
    """The figures of a bank, None when there are none, and what is wrong with the file."""
    if not path.is_file():
        return None, []
    try:
        return validate(load_yaml(path, name), Agreement), []
    except YamlProblem as problem:
        return None, [flaw_of(problem)]
    except ContentFlaws as problem:
        return None, list(problem.flaws)


def agreement_text(digest_of_bank: str, figures: Mapping[str, Figure]) -> str:
    """The file's text, as ``trainer bank blind score`` keeps it beside the bank."""
    lines = [f"{language}: {{agreed: {f.agreed}, items: {f.items}}}" for language, f in figures.items()]
    return "\n".join(["version: 1", f"bank_digest: '{digest_of_bank}'", *lines, ""])
