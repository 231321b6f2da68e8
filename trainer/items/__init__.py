"""Items: what a question is, how it is presented without its key, how a response is read and marked.

``base`` holds the model all kinds share, ``controls`` the closed set of interactions a front end must draw,
``kinds/<kind>.py`` one file per kind. Nothing here reads files, clocks or generators.

To add a kind: write ``kinds/<kind>.py`` with a model derived from :class:`~trainer.items.base.Item` and its
``present``, ``parse``, ``mark`` and ``samples``, and name it in ``kinds/__init__.py``. The contract
test runs its samples.
"""
