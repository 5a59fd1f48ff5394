"""M02 and M22: all steps by default, and Dense on the last one alone."""

LANGUAGE = "ko"
STUDENT = "이서연"
EARNS = 15
FAILS = ["04-count-gru", "04-count-dense"]
DIAGNOSIS = {"04-count": "M02 M22"}
BASED_ON = "correct"

# %% 04-count
gru_output_shape = (2, 7, 3)
lstm_values = 3
cell_state_shape = (2, 3)
dense_shape = (2, 4)
