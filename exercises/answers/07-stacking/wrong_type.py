"""Right thoughts in the wrong kind of value: texts for shapes, a dictionary for a tuple."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Mary Jackson"
EARNS = 10
FAILS = [
    "07-count-between",
    "07-count-answers",
    "07-count-parameters",
    "07-count-state",
    "07-step-value",
    "07-step-order",
    "07-step-elsewhere",
]
BASED_ON = "correct"

# %% 07-count
between_shape = "(2, 7, 3)"
answers_shape = 56
parameters = "87"
lower_state_shape = "(2, 3)"


# %% 07-step
def stacked_step(x, states, weights):
    new = {}
    for k, (h, arrays) in enumerate(zip(states, weights, strict=True)):
        x = new[f"layer {k}"] = simple_rnn_step(x, h, *arrays)
    return new
