"""What a workstation is made of: settings and readings, devices, incidents, the day's breaks, what assertions say.

``kinds/workstation.py`` puts these together. Nothing here is used by another kind; what two kinds need goes one up. To
add an act: a function in ``acts.py`` and its line in the table there, its event in ``says.py``, its step in
``steps.py``, its tokens in ``reading.py`` and its place in ``moves.py``.
"""
