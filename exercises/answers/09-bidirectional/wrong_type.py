"""Texts for shapes and numbers, and a dictionary for an array."""

LANGUAGE = "ko"
STUDENT = "엄시온"
EARNS = 9
FAILS = [
    "09-count-outputs",
    "09-count-sum",
    "09-count-returned",
    "09-count-parameters",
    "09-count-read",
    "09-merge-concat",
    "09-merge-others",
    "09-merge-elsewhere",
]
BASED_ON = "correct"

# %% 09-count
outputs_shape = "(3, 7, 8)"
sum_shape = 12
returned = "5"
parameters = "320"
has_read = "1"


# %% 09-merge
def merge(forward, backward, mode):
    return {"forward": forward, "backward": backward, "mode": mode}
