"""What a dialogue is made of: its data, conditions, the step from turn to turn, what is seen of it, and the search.

``kinds/dialogue.py`` puts these together. Nothing here is used by another kind; what two kinds need goes one up.
"""
