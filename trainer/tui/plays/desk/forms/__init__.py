"""The small forms of acts: keys change them, and when one is complete it gives a move. They draw lines, not widgets.

A new form: a class of :class:`~trainer.tui.plays.desk.forms.base.Form`, and its line in ``opening``.
"""
