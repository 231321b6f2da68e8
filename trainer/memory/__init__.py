"""Spaced review and mastery: pure functions over answers already given. No files, no clocks, no generators.

``answers`` takes an attempt apart into answers, ``rating`` grades each for the scheduler, ``cards`` folds the answers
to one item into its card, ``upkeep`` keeps many cards in step, ``schedule`` says what is due when, ``mastery`` how well
a statement is known. The only package that imports fsrs, and late: only when a review is computed.

To change how memory is modelled: ``cards.review``; to change what an answer is worth: ``rating.rate``. Cards are
derived from answers, so a change of either is a rebuild and no loss.
"""
