"""M07: words one behind the other."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "윤슬기"
EARNS = 13
FAILS = ["03-join-shape", "03-join-rows", "03-join-elsewhere"]
DIAGNOSIS = {"03-join": "M07"}
BASED_ON = "correct"


# %% 03-join
def batch_of(words):
    return np.concatenate(words)
