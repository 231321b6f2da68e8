"""Widgets: they are given plain views and words, and speak by nested messages; none knows the app or a screen."""
