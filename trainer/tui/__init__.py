"""The full-screen program: app, routes, screens, widgets, one theme. Only this package imports Textual.

A screen takes the translator and its flow, lays out in ``compose_page``, paints the flow's frozen view in ``paint`` and
calls one flow method per action; it does no input or output. Foreign text is shown through ``safe`` only. To add a
screen: a file in ``screens``, its commands in ``commands``, one entry in ``routes`` and one in ``docs/pictures.py``.
"""
