"""Killing the program, cutting its power, and looking at what is left: ``python -m tests.faults.learner``.

``driver`` is the learner who plays, ``layers`` the disks that kill and keep watch, ``power`` a model of what a power
cut leaves, ``check`` what must hold afterwards, ``mutants`` engines with a mistake that must be caught.
"""
