"""Right thoughts in the wrong kind of value: texts for numbers, a dictionary for a pair."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Jackson"
EARNS = 10
FAILS = [
    "05-count-parameters",
    "05-count-bias",
    "05-count-before",
    "05-count-value",
    "05-loop-value",
    "05-loop-split",
    "05-loop-elsewhere",
]
BASED_ON = "correct"

# %% 05-count
parameters = "90"
bias_shape = 18
parameters_reset_before = "81"
new_state = "-0.38"


# %% 05-loop
def gru_loop(x, h0, W, U, b):
    h = h0
    outputs = []
    for t in range(x.shape[1]):
        h = gru_step(x[:, t], h, W, U, b)
        outputs.append(h)
    return {"outputs": np.stack(outputs, axis=1), "h": h}
