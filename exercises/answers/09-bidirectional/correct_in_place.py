"""Everything is right: arrays that are filled in, from both ends."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Evelyn Boyd"
EARNS = 17
FAILS = []

# %% 09-count
D, H = 5, 4
outputs_shape = [3, 7, H + H]
sum_shape = [3, H]
returned = np.int64(5)
parameters = 2 * sum(4 * size for size in (D * H, H * H, H))
has_read = 1


# %% 09-align
def align(outputs):
    aligned = outputs.copy()
    for t in range(outputs.shape[1]):
        aligned[:, t] = outputs[:, -1 - t]
    return aligned


# %% 09-merge
def merge(forward, backward, mode):
    H = forward.shape[-1]
    merged = np.zeros((*forward.shape[:-1], 2 * H))
    merged[..., :H] = forward
    merged[..., H:] = backward
    if mode == "concat":
        return merged
    if mode == "mul":
        return merged[..., :H] * merged[..., H:]
    total = merged[..., :H] + merged[..., H:]
    return total / 2 if mode == "ave" else total


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    (B, T, _), H = x.shape, h0.shape[1]
    outputs, h, g = np.empty((B, T, 2 * H)), h0, g0
    for t in range(T):
        h = outputs[:, t, :H] = simple_rnn_step(x[:, t], h, *there)
        g = outputs[:, -1 - t, H:] = simple_rnn_step(x[:, -1 - t], g, *back)
    return outputs, h, g


# %% 09-last
def last_output(outputs):
    last = outputs[:, -1].copy()
    H = last.shape[1] // 2
    last[:, H:] = outputs[:, 0, H:]
    return last
