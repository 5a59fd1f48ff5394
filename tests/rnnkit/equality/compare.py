"""How far two libraries are apart, and how far they may be.

A difference is taken relative to the largest number of its array, where that is above 1: float32
rounds in steps of 2^-23 of a number's size. Peers add in another order, so that about sqrt(T H)
roundings meet; 32 steps leave room for other machines. Faults are larger: see `mutants`.
"""

import numpy as np

TOLERANCE = 32 * float(np.finfo("float32").eps)


def difference(mine, theirs):
    """Return max |mine - theirs|, relative to max |theirs| where that is above 1.

    NaN in one place only is an infinite difference.
    """
    if not theirs.size:
        return 0.0
    with np.errstate(all="ignore"):
        apart = np.abs(np.asarray(mine, "float64") - theirs) / max(1.0, np.abs(theirs).max())
    return float(np.nan_to_num(apart, nan=np.inf).max())


def unequal(mine, theirs):
    """Return what differs between two dicts of arrays, as lines of text; none when they are equal.

    Parameters
    ----------
    mine, theirs : dict of str to ndarray
    """
    if list(mine) != list(theirs):
        return [f"{list(mine)} instead of {list(theirs)}"]
    lines = []
    for name, array in mine.items():
        if array.shape != theirs[name].shape or array.dtype != np.float32:
            lines.append(f"{name}: {array.dtype}{array.shape} instead of {theirs[name].shape}")
        elif (apart := difference(array, theirs[name])) > TOLERANCE:
            lines.append(f"{name}: differs by {apart:.1e}")
    return lines
