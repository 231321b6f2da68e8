"""What can be done at a desk: one function per act, from a shift and a move to the shift after it.

``table`` names them all. An act that is not possible raises ``MoveRefused`` with the reason; nothing reads a clock.
"""
