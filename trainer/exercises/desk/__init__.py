"""What a desk is made of: its data, the world made of it, the acts of a shift, what is seen, what assertions say.

``kinds/desk.py`` puts these together. ``acts`` holds what the learner can do, one function per act. Nothing here is
used by another kind; what two kinds need goes one up. To add an act: a function in ``acts``, its line in
``acts/table.py``, its event in ``says.py``, its step in ``steps.py``, and its tokens in ``reading.py``; if somebody
without a plan would try it, its place in ``moves.py``.
"""
