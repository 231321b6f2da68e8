"""Reading banks and check questions: items with their line, and every mistake with its file and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from trainer.banks.cut import RawItem, cut_bank
from trainer.banks.model import Bank, BankItem, BankPiece
from trainer.content.flaws import ContentFlaws, Flaw, flaw_of
from trainer.content.load import LoadedLesson, paused_collection
from trainer.content.validate import validate, validate_data
from trainer.content.yamlfile import Document, YamlProblem, parse_yaml
from trainer.items.authored import ITEM
from trainer.items.base import Item
from trainer.kernel.canonical import canonical_json
from trainer.kernel.problems import N_
from trainer.schema.fields import File, Slug


class BankHeader(File):
    """What stands above a bank's items."""

    module: Slug


_HEADER: TypeAdapter[BankHeader] = TypeAdapter(BankHeader)


def read_bank(path: Path, name: str) -> Iterator[BankPiece]:
    """The bank in pieces of 200 items, in constant memory. Mistakes are in the pieces; nothing is raised."""
    try:
        for raw in cut_bank(path, name):
            with paused_collection():
                piece = read_header(raw.header, name) if raw.header is not None else parse_items(raw.items, name)
            yield piece
    except YamlProblem as problem:
        yield BankPiece(flaws=(flaw_of(problem),))


def load_bank(path: Path, name: str) -> Bank:
    """The whole bank in memory, for tools that compare items with each other."""
    bank = Bank("", path, name)
    for piece in read_bank(path, name):
        bank.slug = piece.module or bank.slug
        bank.items += piece.items
        bank.flaws += piece.flaws
    return bank


def read_checks(loaded: LoadedLesson) -> tuple[list[BankItem], list[Flaw]]:
    """A lesson's check questions as items for practice that belong to it, and what is wrong with them."""
    lesson, document = loaded.lesson.value, loaded.lesson.document
    items: list[BankItem] = []
    flaws: list[Flaw] = []
    for index, check in enumerate(lesson.checks):
        try:
            item = _check(check, lesson.id, document, index)
        except ContentFlaws as problem:
            flaws += problem.flaws
        else:
            line = document.line_of(("checks", index))
            items.append(BankItem(item, line, _digest(canonical_json(_plain(check)))))
    return items, flaws


def parse_items(raw: Sequence[RawItem], name: str) -> BankPiece:
    """Items from a piece of a bank; when the piece cannot be parsed as a whole, each item is tried alone."""
    try:
        text = _decode(b"".join(item.raw for item in raw), name, raw[0].line)
        data = parse_yaml(text, name, raw[0].line).data
    except YamlProblem:
        data = None
    if not isinstance(data, list) or len(data) != len(raw):
        data = [None] * len(raw)
    items, flaws = list[BankItem](), list[Flaw]()
    for source, value in zip(raw, data, strict=True):
        try:
            items.append(BankItem(_item(source, value, name), source.line, source.digest))
        except YamlProblem as problem:
            flaws.append(flaw_of(problem))
        except ContentFlaws as problem:
            flaws += problem.flaws
    return BankPiece(tuple(items), tuple(flaws))


def _item(source: RawItem, value: Any, name: str) -> Item:
    """The item; its own text is parsed again only when there is something to say about it."""
    if value is not None:
        with suppress(ValidationError):
            return ITEM.validate_python(value)
    document = parse_yaml(_decode(source.raw, name, source.line), name, source.line)
    return validate(document, ITEM, (0,))


def read_header(raw: bytes, name: str) -> BankPiece:
    """The module a bank names above its items, or what is wrong with its header."""
    try:
        header = validate(parse_yaml(_decode(raw, name, 1), name), _HEADER)
    except YamlProblem as problem:
        return BankPiece(flaws=(flaw_of(problem),))
    except ContentFlaws as problem:
        return BankPiece(flaws=problem.flaws)
    return BankPiece(module=header.module)


def _check(check: dict[str, Any], lesson: str, document: Document, index: int) -> Item:
    place = ("checks", index)
    for key in ("lesson", "use"):
        if key in check:
            line = document.line_of((*place, key))
            template = N_("«{key}» does not stand in a check question: it belongs to its lesson, for practice.")
            raise ContentFlaws([Flaw(document.name, line, template, {"key": key})])
    item = validate_data(check | {"lesson": lesson, "use": "practice"}, ITEM, document, place)
    if item.NEEDS_ASSESSOR:
        template = N_("«{kind}» cannot be a check question: nobody would mark it, and the lesson would stay open.")
        raise ContentFlaws([Flaw(document.name, document.line_of((*place, "kind")), template, {"kind": item.kind})])
    return item


def _decode(raw: bytes, name: str, first_line: int) -> str:
    try:
        return raw.decode("utf-8-sig" if first_line == 1 else "utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = first_line + raw[: error.start].count(b"\n")
        raise YamlProblem(
            N_("{file}:{line}: not UTF-8; save the file with UTF-8 encoding."), file=name, line=line, why="encoding"
        ) from None


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    """Dates as text, so that the value has a canonical form."""
    if isinstance(value, dict):
        return {str(key): _plain(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_plain(child) for child in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
