"""Every kind of authored file has a JSON Schema made from the model that validates it."""

from __future__ import annotations

import json

import pytest

from tests.builders import item_data
from trainer.banks.schemas import schemas
from trainer.exercises.kinds import KINDS as EXERCISES
from trainer.items.kinds import KINDS


def test_there_is_one_for_each_kind_of_file() -> None:
    found = schemas()
    files = {"bank", "coverage", "exam", "facets", "lesson", "module", "protocol", "qualification", "rubric", "sources"}
    assert set(found) == files | set(EXERCISES)
    assert all(schema["additionalProperties"] is False for schema in found.values())
    assert json.loads(json.dumps(found)) == found


def test_a_bank_holds_items_of_every_kind() -> None:
    items = schemas()["bank"]["properties"]["items"]["items"]
    assert set(items["discriminator"]["mapping"]) == set(KINDS)


def test_a_check_question_needs_no_assessor() -> None:
    checks = schemas()["lesson"]["properties"]["checks"]["items"]
    assert set(KINDS) - set(checks["discriminator"]["mapping"]) == {"open"}
    assert len(checks["oneOf"]) == len(KINDS) - 1


@pytest.mark.parametrize("kind", [*KINDS])
def test_the_schema_names_every_field_of_a_kind(kind: str) -> None:
    bank = schemas()["bank"]
    name = bank["properties"]["items"]["items"]["discriminator"]["mapping"][kind].rpartition("/")[2]
    shape = bank["$defs"][name]
    assert set(item_data(kind)) <= set(shape["properties"])
    assert set(shape["required"]) <= set(item_data(kind))
    assert shape["additionalProperties"] is False


def test_a_check_question_has_neither_lesson_nor_use() -> None:
    found = schemas()
    assert {"lesson", "use"} <= set(found["bank"]["$defs"]["SingleChoice"]["properties"])
    assert not {"lesson", "use"} & set(found["lesson"]["$defs"]["SingleChoice"]["properties"])
