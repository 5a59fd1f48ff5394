"""Two layers are written out: only the hidden test has three."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Radia Perlman"
EARNS = 16
FAILS = ["07-step-elsewhere"]
BASED_ON = "correct"


# %% 07-step
def stacked_step(x, states, weights):
    lower = simple_rnn_step(x, states[0], *weights[0])
    return lower, simple_rnn_step(lower, states[1], *weights[1])
