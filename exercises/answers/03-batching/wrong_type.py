"""Text is returned where an array is wanted."""

LANGUAGE = "ko"
STUDENT = "문보라"
EARNS = 13
FAILS = ["03-join-shape", "03-join-rows", "03-join-elsewhere"]
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return "(B, T, D)"
