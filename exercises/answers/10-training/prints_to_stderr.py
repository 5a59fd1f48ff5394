"""Everything is right, and a cell writes to stderr."""

# ruff: noqa: E402, F821
LANGUAGE = "en"
STUDENT = "Hedy Lamarr"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 10-clip
import sys

print("clipping", file=sys.stderr)


def clip(gradients, limit):
    norm = np.sqrt(sum(np.sum(one**2) for one in gradients))
    return tuple(one * min(1.0, limit / norm) for one in gradients)
