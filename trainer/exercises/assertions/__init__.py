"""The small closed language in which desks and workstations say what must be true: ``ticket(late).queue == billing``.

``words`` cuts a line into words, ``parse`` makes a tree of them, ``language`` knows the functions of a kind and refuses
a tree that speaks of what is not there, ``holds`` says whether a tree is true of a play, ``events`` are the functions
every kind has. To add a function of one kind: a line in that kind's table; of all kinds: a line in ``events``.
"""
