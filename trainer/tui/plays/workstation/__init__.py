"""A place of work on the screen: drawn as it is set, with its devices, reports, day and rules.

``pane`` turns keys into moves. A region is a module with a :class:`~.region.Region` of its own, listed in ``pane``; it
knows no widget and draws lines for a room. ``picture`` makes the drawing
from numbers alone: ``scene`` says how things stand, ``figure`` and ``furniture`` draw shapes, ``measures`` writes on
them, ``drawing``, ``raster`` and ``blocks`` make characters of it.
"""
