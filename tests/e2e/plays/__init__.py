"""Playing exercises in a real terminal: what a learner knows to say (``script``), sees (``eyes``) and presses.

A new kind of exercise: a class of ``hands.Hands`` that makes the steps of a recorded run, and its line in ``kinds``.
"""
