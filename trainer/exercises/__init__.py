"""Exercises: work simulated as pure state machines, defined wholly by validated data.

``base`` is what every kind's file shares and ``play`` what every engine does: a :class:`~trainer.exercises.play.Play`
is an immutable value, a move gives the next one. ``facets`` are the typed facets evidence is made of, ``marks`` what an
assessment says, ``runs`` plays recorded runs. ``kinds`` holds one file per kind, and small packages beside it
(``dialogue``, ``desk``, ``workstation``) hold what a kind is made of. Kinds may share ``assertions`` (what must be
true at the end), ``composing`` (texts put together from phrases), ``library`` and ``tokens`` (opaque names of what is
shown). Nothing here reads a clock: engine time arrives with each move.

To add a kind: ``kinds/<kind>.py`` with a model that extends ``Exercise`` and a play that extends ``Play``, a line in
``kinds/__init__.py``, and an example under ``tests/fixtures/exercises``; the contract test runs its recorded runs.
"""
