"""Every kind of authored file has a JSON Schema made from the model that validates it."""

from __future__ import annotations

import json

from trainer.banks.schemas import json_schemas


def test_there_is_one_for_each_kind_of_file() -> None:
    schemas = json_schemas()
    assert sorted(schemas) == ["bank", "coverage", "exam", "lesson", "module", "qualification", "sources"]
    assert all(schema["additionalProperties"] is False for schema in schemas.values())
    assert json.loads(json.dumps(schemas)) == schemas


def test_a_bank_holds_items_of_every_kind() -> None:
    items = json_schemas()["bank"]["properties"]["items"]["items"]
    assert set(items["discriminator"]["mapping"]) == {"single", "multiple", "true_false"}


def test_a_check_question_has_neither_lesson_nor_use() -> None:
    schemas = json_schemas()
    assert {"lesson", "use"} <= set(schemas["bank"]["$defs"]["SingleChoice"]["properties"])
    assert not {"lesson", "use"} & set(schemas["lesson"]["$defs"]["SingleChoice"]["properties"])
