"""A shift at a desk on the screen: the day, the lists, what is open, and the acts with their small forms.

``pane`` turns keys into moves; ``keys`` are the commands, ``forms`` what an act asks for, the other modules draw lines
from the view. Nothing here knows what is right. A new act: its command in ``keys``, its form in ``forms``.
"""
