"""Exams and attempts: blueprint, seeded draw, frozen paper, the attempt as a fold over its events, marking, coverage.

Everything here is a pure function or a frozen value: no files, no clocks, no generators. To add an event: a class in
``events`` and its case in ``attempt.apply``; the replay tests run every event class.
"""
