"""M11 and M13: the last output is thought to be one number, and an LSTM to give two values."""

LANGUAGE = "ko"
STUDENT = "최지우"
EARNS = 15
FAILS = ["04-count-gru", "04-count-values"]
DIAGNOSIS = {"04-count": "M11 M13"}
BASED_ON = "correct"

# %% 04-count
gru_output_shape = (2, 1)
lstm_values = 2
cell_state_shape = (2, 3)
dense_shape = (2, 7, 4)
