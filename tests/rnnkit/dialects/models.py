"""Each dialect's own recurrence, written in its own convention: what its readers would run."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def d2l(kind, p, x, B, H):
    """Separate weights for each gate; the GRU resets the state before the product."""

    def pre(letter, x_t, state):
        return x_t @ p[f"W_x{letter}"] + state @ p[f"W_h{letter}"] + p[f"b_{letter}"]

    h, c, outputs = np.zeros((B, H)), np.zeros((B, H)), []
    for x_t in x.swapaxes(0, 1):
        if kind == "SimpleRNN":
            h = np.tanh(pre("h", x_t, h))
        elif kind == "GRU":
            update, reset = sigmoid(pre("z", x_t, h)), sigmoid(pre("r", x_t, h))
            h = update * h + (1 - update) * np.tanh(pre("h", x_t, reset * h))
        else:
            i, f, o = (sigmoid(pre(letter, x_t, h)) for letter in "ifo")
            c = f * c + i * np.tanh(pre("c", x_t, h))
            h = o * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def scratch2(kind, p, x, B, H):
    """Blocks f, g, i, o; the GRU's z takes the new value."""
    h, c, outputs = np.zeros((B, H)), np.zeros((B, H)), []
    for x_t in x.swapaxes(0, 1):
        a = x_t @ p["Wx"] + h @ p["Wh"] + p["b"]
        if kind == "SimpleRNN":
            h = np.tanh(a)
        elif kind == "GRU":
            z, r = sigmoid(a[:, :H]), sigmoid(a[:, H : 2 * H])
            new = x_t @ p["Wx"][:, 2 * H :] + (r * h) @ p["Wh"][:, 2 * H :] + p["b"][2 * H :]
            h = (1 - z) * h + z * np.tanh(new)
        else:
            f, g, i, o = (
                sigmoid(a[:, :H]),
                np.tanh(a[:, H : 2 * H]),
                *sigmoid(a[:, 2 * H :]).reshape(B, 2, H).swapaxes(0, 1),
            )
            c = f * c + g * i
            h = o * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def cs231n(kind, p, x, B, H):
    """Blocks i, f, o, g."""
    h, c, outputs = np.zeros((B, H)), np.zeros((B, H)), []
    for x_t in x.swapaxes(0, 1):
        a = x_t @ p["Wx"] + h @ p["Wh"] + p["b"]
        if kind == "SimpleRNN":
            h = np.tanh(a)
        else:
            i, f, o, g = np.split(a, 4, axis=1)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def dls(kind, p, x, B, H):
    """Columns are examples; gates see the state on top of the input."""
    a, c, outputs = np.zeros((H, B)), np.zeros((H, B)), []
    for x_t in x.transpose(1, 2, 0):
        both = np.concatenate([a, x_t])
        if kind == "SimpleRNN":
            a = np.tanh(p["Wax"] @ x_t + p["Waa"] @ a + p["ba"])
        elif kind == "GRU":
            update, relevance = (sigmoid(p[f"W{g}"] @ both + p[f"b{g}"]) for g in "ur")
            new = np.tanh(p["Wc"] @ np.concatenate([relevance * a, x_t]) + p["bc"])
            a = update * new + (1 - update) * a
        else:
            forget, write, show = (sigmoid(p[f"W{g}"] @ both + p[f"b{g}"]) for g in "fio")
            c = forget * c + write * np.tanh(p["Wc"] @ both + p["bc"])
            a = show * np.tanh(c)
        outputs.append(a.T)
    return np.stack(outputs, axis=1)


def pytorch(kind, p, x, B, H):
    """Two biases; GRU blocks r, z, n with the reset after the product."""
    h, c, outputs = np.zeros((B, H)), np.zeros((B, H)), []
    names = ("weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0")
    w, u, b, v = (p[name] for name in names)
    for x_t in x.swapaxes(0, 1):
        from_x, from_h = x_t @ w.T + b, h @ u.T + v
        if kind == "SimpleRNN":
            h = np.tanh(from_x + from_h)
        elif kind == "GRU":
            r, z = (sigmoid(k) for k in np.split((from_x + from_h)[:, : 2 * H], 2, axis=1))
            n = np.tanh(from_x[:, 2 * H :] + r * from_h[:, 2 * H :])
            h = (1 - z) * n + z * h
        else:
            i, f, g, o = np.split(from_x + from_h, 4, axis=1)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)


def onnx(kind, p, x, B, H, linear_before_reset=1):
    """Blocks i, o, f, c and z, r, h; both biases in one array."""
    h, c, outputs = np.zeros((B, H)), np.zeros((B, H)), []
    W, R, (Wb, Rb) = p["W"][0], p["R"][0], np.split(p["B"][0], 2)
    for x_t in x.swapaxes(0, 1):
        a = x_t @ W.T + Wb + h @ R.T + Rb
        if kind == "SimpleRNN":
            h = np.tanh(a)
        elif kind == "GRU":
            z, r = sigmoid(a[:, :H]), sigmoid(a[:, H : 2 * H])
            R_h, b_h = R[2 * H :].T, Rb[2 * H :]
            after, before = r * (h @ R_h + b_h), (r * h) @ R_h + b_h
            seen = after if linear_before_reset else before
            h = (1 - z) * np.tanh(x_t @ W[2 * H :].T + Wb[2 * H :] + seen) + z * h
        else:
            i, o, f, g = np.split(a, 4, axis=1)
            c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
            h = sigmoid(o) * np.tanh(c)
        outputs.append(h)
    return np.stack(outputs, axis=1)
