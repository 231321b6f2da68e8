"""How items are answered by keys: one control per interaction, drawn from a picture that does not change.

A control turns a picture of the item and a key into another picture and what is to be told to the flow; it draws the
picture as lines. It holds no answer, knows no screen and touches no widget: ``widgets/item_view.py`` shows the lines,
brings the keys and puts a field (``fields.py``) where a control left room for one. To add one: a file with a subclass
of ``Control``, its commands in ``keys.py``, its line in ``choosing.py``.
"""
