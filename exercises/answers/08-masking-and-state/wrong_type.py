"""A text for a shape, a word for a number, and a dictionary for two arrays."""

LANGUAGE = "ko"
STUDENT = "변서하"
EARNS = 11
FAILS = [
    "08-count-mask",
    "08-count-outputs",
    "08-count-empty",
    "08-pad-value",
    "08-pad-zeros",
    "08-pad-elsewhere",
]
BASED_ON = "correct"

# %% 08-count
mask_shape = "(3, 7)"
outputs_shape = 126
empty_step = "0.4"


# %% 08-pad
def pad(words):
    T = max(len(word) for word in words)
    return {"x": words, "mask": [[t < len(word) for t in range(T)] for word in words]}
