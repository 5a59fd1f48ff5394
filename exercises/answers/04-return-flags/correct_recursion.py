"""Everything is right: einsum, recursion, and a case for each number of values."""

# ruff: noqa: F821
LANGUAGE = "ko"
STUDENT = "조유진"
EARNS = 17
FAILS = []
BASED_ON = "correct"


# %% 04-returned
def returned(states, return_sequences, return_state):
    if return_state:
        return returned(states, return_sequences, False), returned(states, False, False)
    return np.array(states) if return_sequences else np.array(states[:, -1])


# %% 04-last
def last_state(result):
    match result:
        case (_, h) if isinstance(result, tuple):
            return h
        case (_, h, _) if isinstance(result, tuple):
            return h
    return np.atleast_3d(result.T).T[:, -1] if result.ndim == 3 else result


# %% 04-dense
def dense_each(outputs, W, b):
    return np.einsum("bth,hk->btk", outputs, W) + b


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    before = h0
    rest = x[:, :0] @ W
    if x.shape[1] > 1:
        rest, before = read_backwards(x[:, 1:], h0, W, U, b)
    h = simple_rnn_step(x[:, 0], before, W, U, b)
    return np.concatenate([h[:, None], rest], axis=1), h
