"""Everything is right: the stack without its lowest layer is a stack."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조유진"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    outputs, h = unfold(x, states[0], *weights[0])
    if len(weights) == 1:
        return outputs, h
    top, *last = stack(outputs, states[1:], weights[1:])
    return (top, h, *last)


# %% 07-step
def stacked_step(x, states, weights):
    h = simple_rnn_step(x, states[0], *weights[0])
    return (h, *(stacked_step(h, states[1:], weights[1:]) if states[1:] else ()))
