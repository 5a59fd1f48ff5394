"""Everything is right, and noisy: warnings and prints cost nothing."""

# ruff: noqa: E402, F821
LANGUAGE = "en"
STUDENT = "Annie Cannon"
EARNS = 16
FAILS = []
BASED_ON = "correct"

# %% 03-alone
import sys
import warnings


def one_by_one(x, h0, W, U, b):
    print("reading", len(x), file=sys.stderr)
    warnings.warn("one by one", stacklevel=1)
    alone = [unfold(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.concatenate([y for y, _ in alone]), np.concatenate([h for _, h in alone])
