"""Panes of exercises, by keys."""
