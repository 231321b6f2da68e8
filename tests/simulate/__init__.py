"""A learner made up, who studies for weeks in minutes: ``python -m tests.simulate.learner --days 90 --seed N``."""
