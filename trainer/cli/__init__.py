"""The command line: one verb per file in ``verbs``, heavy imports inside the verb.

``main`` knows the table of verbs and nothing else; ``trainer --help`` loads neither Textual nor pydantic. To add a
verb: a file in ``verbs`` with ``add_arguments`` and ``run``, and its line in ``table.VERBS``.
"""
