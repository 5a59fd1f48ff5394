"""Submissions that cheat, that break things, or that are merely odd: each with its verdict.

A case is a small function. What it returns is what a student hands in: the text of the cell for
``double`` (the other answers are then wrong), or a whole notebook, or bytes. `case` says what it
must earn and which flags a teacher must see. `assignment.py` is what they all answer.
"""
