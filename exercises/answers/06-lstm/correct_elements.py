"""Everything is right, with views, slices and arrays that are filled in."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Barbara Liskov"
EARNS = 17
FAILS = []

# %% 06-count
features, units = 5, 3
kernel_shape = [features, 4 * units]
parameters = units * 4 * (features + units + 1)
values = len(["outputs", "h", "c"])


# %% 06-bias
def fresh_bias(H):
    b = np.zeros(4 * H)
    b[H : 2 * H] = 1
    return b


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    H = h.shape[1]
    z = np.concatenate([x, h], axis=1).dot(np.concatenate([W, U])) + b
    gates = 0.5 + 0.5 * np.tanh(z / 2)
    new_c = gates[:, H : 2 * H] * c + gates[:, :H] * np.tanh(z[:, 2 * H : 3 * H])
    return gates[:, 3 * H :] * np.tanh(new_c), new_c


# %% 06-loop
def lstm(x, h0, c0, W, U, b):
    outputs = np.empty((x.shape[0], x.shape[1], h0.shape[1]))
    states = (h0, c0)
    for t, x_t in enumerate(np.swapaxes(x, 0, 1)):
        states = lstm_step(x_t, *states, W, U, b)
        outputs[:, t] = states[0]
    return (outputs, *states)


# %% 06-mend
def read_pieces(pieces, h0, c0, W, U, b):
    first, h, c = lstm(pieces[0], h0, c0, W, U, b)
    if len(pieces) == 1:
        return first, h, c
    rest, h, c = read_pieces(pieces[1:], h, c, W, U, b)
    return np.hstack([first, rest]), h, c


# %% 06-order
def keras_order(weight, order):
    H = weight.shape[-1] // 4
    moved = np.empty_like(weight)
    for place, gate in enumerate(order):
        to = "ifgo".index(gate)
        moved[..., to * H : (to + 1) * H] = weight[..., place * H : (place + 1) * H]
    return moved


# %% [markdown] 06-why
# h is what is shown: o times tanh(c), so only a part of c. c is what is kept inside.
# Each step multiplies c by f and adds i * g; with f near 1 it stays almost unchanged.
# If c is not handed on, what was kept behind a shut o is lost.
