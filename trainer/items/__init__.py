"""Items: what a question is, how it is presented without its key, how a response is read and marked.

``base`` holds the model all kinds share, ``controls`` the closed set of interactions a front end must draw,
``explained`` what is said after the answer, ``kinds/<kind>.py`` one file per kind, ``rows``, ``accepted`` and
``decimals`` what several kinds stand on, ``authored`` the union of all. Nothing here reads files, clocks or generators.

To add a kind: write ``kinds/<kind>.py`` with a model derived from :class:`~trainer.items.base.Item` and its groups,
``present``, ``mark``, ``key``, ``explained`` and ``samples``, and name it in ``kinds/__init__.py``. The contract test
runs its samples.
"""
