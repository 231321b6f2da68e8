"""From the learner's first page to a record an employer has checked: the ways of everybody who takes part.

``known.py`` is what they may know beforehand (the content, with its key), ``learning.py`` the learner, ``teaching.py``
the instructor and the raters, ``record.py`` (one folder up) the story. To add a step: a method, a line in the story.
"""
