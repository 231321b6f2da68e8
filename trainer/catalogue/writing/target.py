"""What every writer is given: the open file, the content folders, the flaws found so far and the progress."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from trainer.content.flaws import Flaw
from trainer.content.load import ContentFolder
from trainer.kernel.problems import N_

_INTO_STUDY = "INSERT INTO study_fts (rowid, title, text) VALUES (?, ?, ?)"
_INTO_ITEMS = "INSERT INTO item_fts (rowid, title, text) VALUES (?, ?, ?)"
_CLASH = N_("the id «{id}» is already used in {other}.")


class Target:
    """A catalogue being compiled."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        roots: Sequence[Path],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.connection = connection
        self.folders = [ContentFolder(root) for root in roots]
        self._flaws: list[Flaw] = []
        self._on_progress = on_progress
        self._done = self._total = 0

    @property
    def flaws(self) -> list[Flaw]:
        """Those of the folders and those of the writers."""
        return [flaw for folder in self.folders for flaw in folder.flaws] + self._flaws

    def add_flaws(self, flaws: Iterable[Flaw]) -> None:
        """Remember what is wrong."""
        self._flaws += flaws

    def clash(self, file: str, line: int, id: str, other: str) -> None:
        """Remember that an id stands in two files; the first one counts."""
        self._flaws.append(Flaw(file, line, _CLASH, {"id": id, "other": other}))

    def expect(self, size: int) -> None:
        """So many bytes will be read in all."""
        self._total = size
        self.advance(0)

    def advance(self, size: int) -> None:
        """So many bytes were read."""
        self._done += size
        if self._on_progress:
            self._on_progress(min(self._done, self._total), self._total)

    def finish(self) -> None:
        """Everything was read."""
        self.advance(self._total)

    def add_docs(self, docs: Iterable[Doc]) -> None:
        """Put texts into the full-text index. Numbers of forgotten ones are never used again."""
        last = self.connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'doc'")
        numbered = list(enumerate(docs, last.fetchone()[0] + 1))
        self.connection.executemany(
            "INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", [(number, *doc[:-1]) for number, doc in numbered]
        )
        for insert, items in ((_INTO_STUDY, False), (_INTO_ITEMS, True)):
            rows = [(number, doc[5], doc[-1]) for number, doc in numbered if (doc[0] == "item") is items]
            self.connection.executemany(insert, rows)

    def forget_docs(self, owners: Iterable[str]) -> None:
        """Take the texts of these owners out of what a search finds."""
        self.connection.executemany("DELETE FROM doc WHERE owner = ?", [(owner,) for owner in owners])


#: kind, module, lesson, place, language, title, hidden, owner, text
Doc = tuple[str, str, str, str, str, str, int, str, str]


def as_json(value: object) -> str:
    """Compact JSON in the order given: what a text or a list is stored as."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
