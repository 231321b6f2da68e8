"""How fast Trainer is, beside what could not be faster: ``python benchmarks/run.py [--check] [--only NAME…]``.

Every measure runs the subject and a floor (the least a program on the same libraries can do) or a peer by turns, so
that a noisy machine slows both: read the ratios, not the milliseconds. ``measures/`` holds one question a file,
``programs/`` the small programs that run in the measured environments, ``command.py`` what the command line does.

To add a measure: a file in ``measures/`` that ends in ``MEASURE = Measure(…)``. Nothing of Trainer is imported here:
it is installed as a wheel into ``.cache/bench-env`` and run from there, as a learner's is.
"""
