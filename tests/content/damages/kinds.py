"""Damages to items of the kinds that are not options alone: a sound item is planted in a bank, and then spoilt."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import yaml

from tests.checking.cases.kinds import (
    Item,
    Step,
    classification,
    entry,
    gaps,
    matching,
    numeric,
    open_answer,
    option,
    ordering,
    short_text,
    spoilt,
    with_text,
)
from tests.content.damages.table import damage
from tests.content.shelf import BANK, Edit, Shelf
from trainer.content.yamlfile import Document


def planted(shelf: Shelf, item: Item, *place: Step) -> Edit:
    """The bank with one more item at its end; the line of ``place`` in it must be reported."""
    host = shelf.item(0).item
    fields = {"id": "gdpr-planted", "lesson": host.lesson, "statements": host.statements, "facts": host.facts[:1]}
    alone = json.loads(json.dumps(item | fields))  # nothing shared: it would be written as an anchor
    body = yaml.safe_dump([alone], allow_unicode=True, sort_keys=False, width=10_000)
    text = shelf.text(BANK).rstrip("\n") + "\n"
    block = "".join(f"  {line}\n" for line in body.splitlines())
    line = Document(None, block, BANK, text.count("\n") + 1).line_of((0, *place))
    return Edit(BANK, (text + block).encode(), (line,))


def spoil(
    name: str, rule: str, make: Callable[[], Item], *places: Step, value: Any, at: tuple[Step, ...] | None = None
) -> None:
    """A damage of the table: another value at a place (None: no value), told there or at ``at``."""
    damage(name, rule)(
        lambda shelf: planted(shelf, spoilt(make, *places, value=value), *(places if at is None else at))
    )


spoil("duplicate row id", "F01", matching, "rows", 1, "id", value="copy")
spoil("answer that names no option", "F01", matching, "rows", 2, "answer", value="nowhere")
spoil("option that answers two rows", "F01", matching, "rows", 2, "answer", value="access")
spoil("distractor without a rationale", "F01", matching, "options", 3, "rationale", value=None, at=("options", 3))
spoil("pairs without a distractor", "L32", matching, "options", 3, value=None, at=("options",))
spoil("row without a rationale", "F01", matching, "rows", 1, "rationale", value=None, at=("rows", 1))
spoil("category never used", "F01", classification, "categories", value=[
    entry("common", "Dato comune", "Ordinary data"), entry("special", "Dato particolare", "Special data"),
    entry("judicial", "Dato giudiziario", "Judicial data"),
], at=("categories", 2))  # fmt: skip
spoil("category missing", "F01", classification, "rows", 0, "answer", value="ordinary")
spoil("ordering with two steps", "F01", ordering, "steps", value=ordering()["steps"][:2])
spoil("steps shown in their order", "F01", ordering, "order", value="fixed")
spoil("gap missing in one language", "F01", gaps, "text", "en", value="We answer within [[deadline]].")
spoil("gap twice in one language", "F01", gaps, "text", "it", value="[[deadline]], [[word]] e [[deadline]].")
spoil("text with an unknown gap", "F01", gaps, "text", "en", value="[[deadline]] [[word]] [[other]].")
spoil("two keys in a gap", "F01", gaps, "gaps", 0, "options", 2, "key", value=True, at=("gaps", 0))
spoil("gap without options or words", "F01", gaps, "gaps", 0, "options", value=None, at=("gaps", 0))
spoil("answer with a comma", "F01", numeric, "answer", value="12,5")
spoil("answer that is no text", "F01", numeric, "answer", value=12.5)
spoil("tolerance below nothing", "F01", numeric, "tolerance", value="-0.1")
spoil("slip within the tolerance", "F01", numeric, "slips", 0, "value", value="12.6")
spoil("number without a unit", "L32", numeric, "unit", value=None, at=("answer",))
spoil("nothing accepted", "F01", short_text, "accepted", "en", value=[])
spoil("nothing accepted in one language", "L30", short_text, "accepted", "en", value=None, at=("accepted",))
spoil("the same accepted twice", "F01", short_text, "accepted", "en", value=["portability", "Portability."])
spoil("open answer with one criterion", "F01", open_answer, "criteria", 1, value=None, at=("criteria",))
spoil("open answer for exams", "F01", open_answer, "use", value="exam")


@damage("two steps that say the same", "L12")
def same_steps(shelf: Shelf) -> Edit:
    """Told in both languages, at the later step."""
    first = ordering()["steps"][0]["text"]
    item = spoilt(ordering, "steps", 3, "text", value=first)
    lines = [planted(shelf, item, "steps", 3, "text", language).lines[0] for language in ("it", "en")]
    return Edit(BANK, planted(shelf, item).content, tuple(lines))


@damage("rationale of a row too short", "L29")
def short_row_rationale(shelf: Shelf) -> Edit:
    item = with_text(matching, "rows", 0, "rationale", it="È così.", en="It is.")
    lines = [planted(shelf, item, "rows", 0, "rationale", language).lines[0] for language in ("it", "en")]
    return Edit(BANK, planted(shelf, item).content, tuple(lines))


@damage("options of a gap that say the same", "L12")
def same_options(shelf: Shelf) -> Edit:
    options = [
        option("in-writing", "per lettera", "by letter", key=True), option("by-voice", "a voce", "by telephone"),
        option("by-post", "per lettera", "by letter"),
    ]  # fmt: skip
    item = spoilt(gaps, "gaps", 0, "options", value=options)
    lines = [planted(shelf, item, "gaps", 0, "options", 2, "text", language).lines[0] for language in ("it", "en")]
    return Edit(BANK, planted(shelf, item).content, tuple(lines))
