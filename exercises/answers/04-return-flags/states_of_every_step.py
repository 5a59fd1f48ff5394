"""M12: return_state is thought to return the states of all steps."""

LANGUAGE = "en"
STUDENT = "Grace Murray"
EARNS = 15
FAILS = ["04-count-values", "04-count-cell"]
DIAGNOSIS = {"04-count": "M12 M12"}
BASED_ON = "correct"

# %% 04-count
gru_output_shape = (2, 3)
lstm_values = 8
cell_state_shape = (2, 7, 3)
dense_shape = (2, 7, 4)
