"""Exercises on the screen: one pane for each kind, over the view its engine gives.

A pane turns keys into moves and views into lines; it knows no flow, no attempt and no mark. A new kind: a module with a
:class:`~trainer.tui.plays.pane.PlayPane`, and its line in ``kinds.py``.
"""
