"""The compiled catalogue: all content in one SQLite file in the cache folder, derived, and rebuilt whenever it must be.

``rows`` are the plain values read from it, ``index`` the only way to read it (no pydantic: the first screen waits for
it), ``schema`` its tables, ``current`` whether it still matches the files, ``build`` and ``writing`` compile it,
``as_json`` prints it. Deleting the file loses nothing.

To add something to it: a table in ``schema`` (raise its ``FORMAT``), its writing in ``writing``, its reading
in ``queries`` and ``index``.
"""
