"""What the questions share: inputs that tell mistakes apart, and where the book speaks of them."""

from ..numbers import numbers, weights

PASSAGES = {
    "M01": "stacking-surprise",
    "M05": "stacking-count",
    "M15": "stacking-states",
}


def stacked(B, T, D, *units):
    """Return x (B, T, D), the initial states and the weights of each layer."""
    below = [D, *units]
    states = [numbers(B, H, phase=2.6 + k) for k, H in enumerate(units)]
    return (
        numbers(B, T, D, phase=0.7),
        states,
        [weights(*pair) for pair in zip(below, units, strict=False)],
    )


STACKS = [stacked(2, 7, 5, 3, 6), stacked(3, 3, 3, 3, 4), stacked(1, 4, 2, 3, 2, 5)]


def letters(x, states, weights):
    """Return the axes of one state for each layer."""
    return ("BH",) * len(weights)
