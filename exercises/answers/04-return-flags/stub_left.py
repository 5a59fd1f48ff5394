"""The answers stand above the stub, which was not deleted."""

LANGUAGE = "ko"
STUDENT = "서유나"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 04-count
gru_output_shape = (2, 3)
lstm_values = 3
cell_state_shape = (2, 3)
dense_shape = (2, 7, 4)
# YOUR CODE HERE
raise NotImplementedError()


# %% 04-dense
def dense_each(outputs, W, b):
    return outputs @ W + b
    # YOUR CODE HERE
    raise NotImplementedError()
