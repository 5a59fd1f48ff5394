"""Everything is right, with indices in the place of zip."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ada Byron"
EARNS = 17
FAILS = []

# %% 07-count
between_shape = [2, 7, 3]
answers_shape = np.zeros((2, 7, 4)).shape
parameters = float(3 * (5 + 3 + 1) + 6 * (3 + 6 + 1))
lower_state_shape = [2, 3]


# %% 07-stack
def stack(x, states, weights):
    result = [x]
    for k in range(len(weights)):
        result[0], h = unfold(result[0], states[k], *weights[k])
        result.append(h)
    return result


# %% 07-step
def stacked_step(x, states, weights):
    new = []
    for k in range(len(weights)):
        W, U, b = weights[k]
        below = x if k == 0 else new[k - 1]
        new.append(np.tanh(below @ W + states[k] @ U + b))
    return new


# %% 07-compare
def largest_difference(x, weights, fresh):
    largest = 0.0
    for one, other in zip(by_layers(x, weights).flat, by_steps(x, weights).flat, strict=True):
        largest = max(largest, abs(one - other))
    return largest


# %% 07-mend
def last_of_stack(x, weights):
    for W, U, b in weights:
        x = unfold(x, np.zeros((x.shape[0], U.shape[0])), W, U, b)[0]
    return x[:, -1]


# %% [markdown] 07-why-a-state-for-each-layer
# The output is the upper layer's state only. To read on, the lower layer's (B, 3)
# is needed as well.
# Call both layers with return_state=True and give each its own initial_state next time.
