"""M19: the first block is taken for that of the forget gate."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "송다온"
EARNS = 15
FAILS = ["06-bias-value", "06-bias-elsewhere"]
DIAGNOSIS = {"06-bias": "M19"}
BASED_ON = "correct"


# %% 06-bias
def fresh_bias(H):
    b = np.zeros(4 * H)
    b[:H] = 1
    return b
