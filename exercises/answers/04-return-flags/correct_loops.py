"""Everything is right, with loops and explicit sizes."""

# ruff: noqa: F821
LANGUAGE = "en"
STUDENT = "Ada Byron"
EARNS = 17
FAILS = []

# %% 04-count
B, T, H, K = 2, 7, 3, 4
gru_output_shape = [B, H]
lstm_values = float(len(["output", "h", "c"]))
cell_state_shape = np.zeros((B, H)).shape
dense_shape = [B, T, K]


# %% 04-returned
def returned(states, return_sequences, return_state):
    T = states.shape[1]
    result = [states if return_sequences else states[:, T - 1, :]]
    if return_state:
        result.append(states[:, T - 1, :])
    return tuple(result) if len(result) > 1 else result[0]


# %% 04-last
def last_state(result):
    output = result[0] if type(result) is tuple else result
    return output if len(output.shape) == 2 else np.take(output, -1, axis=1)


# %% 04-dense
def dense_each(outputs, W, b):
    B, T, _ = outputs.shape
    answers = np.zeros((B, T, len(b)))
    for t in range(T):
        answers[:, t] = outputs[:, t].dot(W) + b
    return answers


# %% 04-mend
def read_backwards(x, h0, W, U, b):
    outputs = np.empty((x.shape[0], x.shape[1], len(b)))
    h = h0
    for t in range(x.shape[1] - 1, -1, -1):
        h = simple_rnn_step(x[:, t], h, W, U, b)
        outputs[:, t] = h
    return outputs, h


# %% [markdown] 04-why-last-step-alone
# The output is (B, T, 1) since Dense acts at every step, so each answer is compared with all steps.
# Without return_sequences Dense gets the last output alone and gives (B, 1).
# Compare the shape of the output with that of the answers before you train.
