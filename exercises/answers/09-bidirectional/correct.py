"""Everything is right, written as the book writes it."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "국다온"
EARNS = 17
FAILS = []

# %% 09-count
outputs_shape = (3, 7, 8)
sum_shape = (3, 4)
returned = 5
parameters = 320
has_read = 1


# %% 09-align
def align(outputs):
    return outputs[:, ::-1]


# %% 09-merge
def merge(forward, backward, mode):
    if mode == "concat":
        return np.concatenate([forward, backward], axis=-1)
    if mode == "sum":
        return forward + backward
    if mode == "mul":
        return forward * backward
    return (forward + backward) / 2


# %% 09-loop
def both_ways(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], g0, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g


# %% 09-last
def last_output(outputs):
    H = outputs.shape[-1] // 2
    return np.concatenate([outputs[:, -1, :H], outputs[:, 0, H:]], axis=-1)
