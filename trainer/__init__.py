"""Trainer: learn, practise and be examined at a terminal. Nothing is imported here: starting must stay fast."""

__version__ = "0.1.0"
