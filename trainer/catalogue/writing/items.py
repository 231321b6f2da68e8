"""Items of banks and lessons. A bank that changed is cut, and only the items whose text changed are parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from trainer.assessment.coverage import stem_key
from trainer.banks.cut import RawItem, RawPiece, cut_bank
from trainer.banks.model import BankItem
from trainer.banks.read import parse_items, read_header
from trainer.catalogue.writing.changes import Changes
from trainer.catalogue.writing.target import Doc, Target, as_json
from trainer.content.flaws import flaw_of
from trainer.content.yamlfile import YamlProblem
from trainer.items.base import Item
from trainer.items.kinds import item_to_json

_INSERT = "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def write_banks(target: Target, changes: Changes) -> None:
    """Forget what left the banks that changed, then read what came: so an item may move from one to another."""
    banks = [(number, *key) for key, number in changes.ids.items() if key[1].startswith("question_banks/")]
    stale = [bank for bank in banks if bank[0] in changes.changed]
    for number in changes.gone:
        drop_items(target, _existing(target, number, None).values())
    kept = {
        number: _keep(target, number, root, path) for number, root, path in stale if _existing(target, number, None)
    }
    for number, root, path in stale:
        _read(target, number, root, path, kept.get(number, set()))


def insert_items(
    target: Target, file: int, name: str, module: str, found: Sequence[BankItem], *, check: bool
) -> list[str]:
    """Write items; returns the ids written. An id that is already used is a flaw of this file."""
    used = _used(target, [entry.item.id for entry in found])
    fresh: list[BankItem] = []
    for entry in found:
        if entry.item.id in used:
            target.clash(name, entry.line, entry.item.id, used[entry.item.id])
            continue
        used[entry.item.id] = name
        fresh.append(entry)
    first = target.connection.execute("SELECT coalesce(max(rowid), 0) + 1 FROM item").fetchone()[0]
    numbered = list(enumerate(fresh, first))
    since = _valid_from(target, {fact for entry in fresh for fact in entry.item.facts})
    target.connection.executemany(_INSERT, [_row(row, file, module, entry, check, since) for row, entry in numbered])
    target.add_docs(doc for row, entry in numbered for doc in _docs(row, module, entry.item))
    return [entry.item.id for entry in fresh]


def drop_items(target: Target, rows: Iterable[int]) -> None:
    """Forget the items of these row numbers."""
    numbers = list(rows)
    target.forget_docs(f"item:{number}" for number in numbers)
    target.connection.executemany("DELETE FROM item WHERE rowid = ?", [(number,) for number in numbers])


def _keep(target: Target, number: int, root: int, path: str) -> set[str]:
    """Digests of the items that stand in the bank as they did; those that do not are dropped."""
    folder, kept = target.folders[root], set[str]()
    existing: dict[str, int] = {}
    try:
        for piece in cut_bank(folder.root / path, path):
            if piece.header is not None:
                existing = _existing(target, number, _module(piece, path))
            for item in piece.items:
                if existing.pop(item.digest, None):
                    kept.add(item.digest)
    except YamlProblem:
        pass  # said when the bank is read
    stored = _existing(target, number, None)
    drop_items(target, [row for raw, row in stored.items() if raw not in kept])
    return kept


def _module(piece: RawPiece, name: str) -> str:
    return read_header(piece.header or b"", name).module or ""


def _existing(target: Target, number: int, module: str | None) -> dict[str, int]:
    """Row numbers of a file's items by the digest of their text; of one module only, unless None."""
    sql = "SELECT raw, rowid FROM item WHERE file = ?1 AND (?2 IS NULL OR module = ?2)"
    return dict(target.connection.execute(sql, (number, module)).fetchall())


def _read(target: Target, number: int, root: int, path: str, kept: set[str]) -> None:
    module = ""
    try:
        for raw in cut_bank(target.folders[root].root / path, path):
            if raw.header is not None:
                header = read_header(raw.header, path)
                module = header.module or ""
                target.add_flaws(header.flaws)
            fresh = _new(raw.items, kept)
            if fresh:
                piece = parse_items(fresh, path)
                target.add_flaws(piece.flaws)
                if module:
                    insert_items(target, number, path, module, piece.items, check=False)
            target.advance(len(raw.header or b"") + sum(len(item.raw) for item in raw.items))
    except YamlProblem as problem:
        target.add_flaws([flaw_of(problem)])


def _new(items: Sequence[RawItem], kept: set[str]) -> list[RawItem]:
    """Those not kept. A text that stands twice is kept once: the second time it is read, and refused as a clash."""
    fresh = []
    for item in items:
        if item.digest in kept:
            kept.remove(item.digest)
        else:
            fresh.append(item)
    return fresh


def _used(target: Target, ids: Sequence[str]) -> dict[str, str]:
    """Where ids stand already."""
    sql = """SELECT item.id, path FROM item JOIN file ON file.id = item.file
        WHERE item.id IN (SELECT value FROM json_each(?))"""
    return dict(target.connection.execute(sql, (as_json(ids),)).fetchall())


def _valid_from(target: Target, facts: set[str]) -> dict[str, str]:
    sql = "SELECT id, valid_from FROM source WHERE id IN (SELECT value FROM json_each(?))"
    return dict(target.connection.execute(sql, (as_json(sorted(facts)),)).fetchall())


def _row(row: int, file: int, module: str, entry: BankItem, check: bool, since: dict[str, str]) -> tuple[object, ...]:
    item, body = entry.item, item_to_json(entry.item)
    own = item.valid_from.isoformat() if item.valid_from else ""
    valid_from = own or max((since[fact] for fact in item.facts if fact in since), default="")
    until = item.valid_until.isoformat() if item.valid_until else ""
    stem = sha256(stem_key(item.asked()).encode()).hexdigest()[:16]
    return (
        row, item.id, file, module, item.lesson or "", item.level, item.revision, item.use, item.jurisdiction,
        int(check), own, valid_from, until, as_json(item.statements), as_json(item.facts), stem,
        entry.digest, sha256(body.encode()).hexdigest(), body,
    )  # fmt: skip


def _docs(row: int, module: str, item: Item) -> Iterator[Doc]:
    hidden = int(item.use == "exam")
    for language, asked in item.asked().items():
        yield ("item", module, item.lesson or "", item.id, language, "", hidden, f"item:{row}", asked)
