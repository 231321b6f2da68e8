"""Banks: files of items on one module, and the check questions of lessons, as items with their file and line.

``cut`` streams a bank's text in pieces, ``read`` makes items of them, ``model`` is what comes out, ``schemas`` the
JSON Schemas of everything people write by hand. Nothing here knows learners, papers or screens.

To add an import or export format: ``formats/<name>.py`` (bytes in, bank out); to add a limit: ``cut``.
"""
