"""Words every package shares: texts by language, clocks, seeded draws, problems, cleaning of foreign text.

Only the standard library may be imported here, and nothing of Trainer. To add a word, add a small module;
it must make sense to at least two packages above.
"""
