"""Right thoughts in the wrong kind of value: texts for shapes, a dictionary for a pair."""

LANGUAGE = "en"
STUDENT = "Mary Jackson"
EARNS = 9
FAILS = [
    "04-count-gru",
    "04-count-values",
    "04-count-cell",
    "04-count-dense",
    "04-returned-shape",
    "04-returned-value",
    "04-returned-state",
    "04-returned-elsewhere",
]
BASED_ON = "correct"

# %% 04-count
gru_output_shape = "(2, 3)"
lstm_values = "3"
cell_state_shape = 6
dense_shape = "(2, 7, 4)"


# %% 04-returned
def returned(states, return_sequences, return_state):
    output = states if return_sequences else states[:, -1]
    return {"output": output, "state": states[:, -1] if return_state else None}
