"""Lesson pages drawn by ourselves: Markdown to blocks, blocks to lines of a width, lines to one Textual visual.

Textual's Markdown widget makes a widget of each paragraph and takes 0.9 s for 20 KB; this takes milliseconds. Nothing
here knows a flow or a screen. To draw one more kind of block, add it to ``blocks``, read it in ``parse``, lay it out
in ``lay``.
"""
