"""The tables of the compiled catalogue. A file of another :data:`FORMAT` is compiled anew."""

from __future__ import annotations

from typing import Final

#: Raise it whenever a table, or the meaning of a column, changes.
FORMAT: Final = 7

# Texts by language, lists and bodies are JSON. ``item`` is read by strata: the covering index holds all that a draw
# needs, so that no body is touched. ``doc`` names what a row of a full-text index is; a row that is gone from ``doc``
# lingers there (a contentless index cannot forget without its old text) until the next full compile. Stems have an
# index of their own: what learners search while they type stays small whatever the banks hold.
TABLES: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    id INTEGER PRIMARY KEY, root INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, inode INTEGER NOT NULL, hash TEXT NOT NULL, flawed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (root, path)
);
CREATE TABLE flaw (file TEXT NOT NULL, line INTEGER NOT NULL, template TEXT NOT NULL, vals TEXT NOT NULL);
CREATE TABLE qualification (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, eqf INTEGER, description TEXT NOT NULL,
    issuer TEXT NOT NULL, jurisdictions TEXT NOT NULL, counts TEXT NOT NULL, modules TEXT NOT NULL, units TEXT NOT NULL,
    ada TEXT NOT NULL
);
CREATE TABLE unit (
    id TEXT PRIMARY KEY, qualification TEXT NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
    title TEXT NOT NULL, outcome TEXT NOT NULL, eqf INTEGER, readiness TEXT NOT NULL, counts TEXT NOT NULL,
    modules TEXT NOT NULL, minimum TEXT NOT NULL, reading TEXT NOT NULL, method TEXT NOT NULL,
    performance TEXT NOT NULL
);
CREATE TABLE statement (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, qualification TEXT NOT NULL, unit TEXT NOT NULL,
    listed TEXT NOT NULL, part TEXT NOT NULL, text TEXT NOT NULL, lessons TEXT NOT NULL, items INTEGER NOT NULL,
    exercises INTEGER NOT NULL, observer INTEGER NOT NULL, taught INTEGER NOT NULL, tested INTEGER NOT NULL
);
CREATE INDEX statement_of_unit ON statement (unit, position);
CREATE TABLE equal (statement TEXT PRIMARY KEY, leader TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE module (
    slug TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, state TEXT NOT NULL,
    lessons INTEGER NOT NULL, items INTEGER NOT NULL, exercises INTEGER NOT NULL, minutes INTEGER NOT NULL,
    statements TEXT NOT NULL, units TEXT NOT NULL
);
CREATE TABLE lesson (
    rowid INTEGER PRIMARY KEY, file INTEGER NOT NULL, module TEXT NOT NULL, id TEXT NOT NULL,
    position INTEGER NOT NULL, title TEXT NOT NULL, minutes INTEGER NOT NULL, revision INTEGER NOT NULL,
    jurisdiction TEXT NOT NULL, statements TEXT NOT NULL, checks TEXT NOT NULL, pages INTEGER NOT NULL,
    UNIQUE (module, id)
);
CREATE TABLE page (
    lesson INTEGER NOT NULL, number INTEGER NOT NULL, markdown TEXT NOT NULL, jurisdiction TEXT NOT NULL,
    facts TEXT NOT NULL, PRIMARY KEY (lesson, number)
) WITHOUT ROWID;
CREATE TABLE glossary (
    module TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, term TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (module, id)
) WITHOUT ROWID;
CREATE TABLE exam (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, scope TEXT NOT NULL, subject TEXT NOT NULL, minutes INTEGER NOT NULL,
    modules TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE exercise (
    id TEXT PRIMARY KEY, file INTEGER NOT NULL, module TEXT NOT NULL, units TEXT NOT NULL, kind TEXT NOT NULL,
    use TEXT NOT NULL, jurisdiction TEXT NOT NULL, title TEXT NOT NULL, minutes INTEGER NOT NULL,
    revision INTEGER NOT NULL, spoken TEXT NOT NULL, statements TEXT NOT NULL, facets TEXT NOT NULL,
    maximum INTEGER NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX exercise_of_file ON exercise (file);
CREATE TABLE facet (
    position INTEGER PRIMARY KEY, list TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, tags TEXT NOT NULL,
    UNIQUE (list, id)
);
CREATE TABLE assessment (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    id TEXT PRIMARY KEY, citation TEXT NOT NULL, jurisdiction TEXT NOT NULL, valid_from TEXT NOT NULL,
    review_by TEXT NOT NULL, certainty TEXT NOT NULL
);
CREATE TABLE item (
    rowid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, file INTEGER NOT NULL, module TEXT NOT NULL,
    lesson TEXT NOT NULL, level TEXT NOT NULL, revision INTEGER NOT NULL, use TEXT NOT NULL, jurisdiction TEXT NOT NULL,
    "check" INTEGER NOT NULL, own_from TEXT NOT NULL, valid_from TEXT NOT NULL, valid_until TEXT NOT NULL,
    statements TEXT NOT NULL, facts TEXT NOT NULL, stem TEXT NOT NULL, raw TEXT NOT NULL, digest TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX item_stratum ON item
    (module, "check", use, jurisdiction, lesson, level, id, valid_from, valid_until, digest);
CREATE INDEX item_revised ON item (id, revision) WHERE revision > 1;
CREATE INDEX item_of_file ON item (file, raw);
CREATE TABLE doc (
    rowid INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, module TEXT NOT NULL, lesson TEXT NOT NULL,
    place TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL, hidden INTEGER NOT NULL, owner TEXT NOT NULL
);
CREATE INDEX doc_of_owner ON doc (owner);
CREATE VIRTUAL TABLE study_fts USING fts5
    (title, text, content='', prefix='1 2 3', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE item_fts USING fts5 (title, text, content='', tokenize="unicode61 remove_diacritics 2");
"""
