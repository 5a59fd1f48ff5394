"""Everything is right, written in another style."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ada Byron"
EARNS = 18
FAILS = []

# %% 02-count
batch, time, features, units = 2, 7, 5, 3
outputs_shape = [batch, time, units]
state_shape = np.zeros((batch, units)).shape
parameters = units * (features + units + 1)
parameters_when_longer = float(parameters)


# %% 02-input
def input_at(x, t):
    return np.take(x, t, axis=1)


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    both = np.concatenate([x, h], axis=1)
    return np.tanh(both.dot(np.concatenate([W, U])) + b)


# %% 02-unfold
def unfold(x, h0, W, U, b):
    steps = np.empty((x.shape[1], *h0.shape))
    h = h0.copy()
    for t, x_t in enumerate(x.transpose(1, 0, 2)):
        h = np.tanh(x_t @ W + h @ U + b)
        steps[t] = h
    return steps.transpose(1, 0, 2), steps[-1]


# %% 02-mend
def all_states(x, h0, W, U, b):
    states = [h0]
    for t in range(x.shape[1]):
        states.append(simple_rnn_step(x[:, t], states[-1], W, U, b))
    return np.moveaxis(np.array(states[1:]), 0, 1)


# %% 02-parts
def unfold_parts(parts, h0, W, U, b):
    first, h = unfold(parts[0], h0, W, U, b)
    if len(parts) == 1:
        return first, h
    rest, h = unfold_parts(parts[1:], h, W, U, b)
    return np.hstack([first, rest]), h


# %% [markdown] 02-why-same-weights
# One cell with one W, U and b is used at every step, so neither their shapes nor their number
# depends on the length. Only the number of rounds and of outputs grows; the state stays (B, H).
# With separate weights per step there would be none for step 6.
