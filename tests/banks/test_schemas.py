"""Every kind of authored file has a JSON Schema made from the model that validates it."""

from __future__ import annotations

import json

from trainer.banks.schemas import schemas


def test_there_is_one_for_each_kind_of_file() -> None:
    found = schemas()
    assert sorted(found) == ["bank", "coverage", "exam", "lesson", "module", "qualification", "sources"]
    assert all(schema["additionalProperties"] is False for schema in found.values())
    assert json.loads(json.dumps(found)) == found


def test_a_bank_holds_items_of_every_kind() -> None:
    items = schemas()["bank"]["properties"]["items"]["items"]
    assert set(items["discriminator"]["mapping"]) == {"single", "multiple", "true_false"}


def test_a_check_question_has_neither_lesson_nor_use() -> None:
    found = schemas()
    assert {"lesson", "use"} <= set(found["bank"]["$defs"]["SingleChoice"]["properties"])
    assert not {"lesson", "use"} & set(found["lesson"]["$defs"]["SingleChoice"]["properties"])
