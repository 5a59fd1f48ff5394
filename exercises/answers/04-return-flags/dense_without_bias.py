"""M22 and M05 at once: the last step alone, and no bias."""

LANGUAGE = "ko"
STUDENT = "강도윤"
EARNS = 14
FAILS = ["04-dense-value", "04-dense-steps", "04-dense-elsewhere"]
DIAGNOSIS = {"04-dense": "M22 M05"}
BASED_ON = "correct"


# %% 04-dense
def dense_each(outputs, W, b):
    return outputs[:, -1] @ W
