"""Content as data: qualifications, coverage, modules, lessons, sources, glossary, and reading them with file:line.

``locate`` knows where content lies, ``yamlfile`` is the one seam to a YAML parser, ``models`` are the shapes,
``load`` reads a content folder. Items have their own package; lessons keep their checks as plain data here.

To add a kind of content file: a model in ``models``, a reader in ``load``, its rules in ``checking``.
"""
