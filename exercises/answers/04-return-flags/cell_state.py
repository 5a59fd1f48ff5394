"""M14: the last value of an LSTM, the cell state, is taken for the hidden state."""

LANGUAGE = "en"
STUDENT = "Lynn Conway"
EARNS = 15
FAILS = ["04-last-tuple", "04-last-elsewhere"]
DIAGNOSIS = {"04-last": "M14"}
BASED_ON = "correct"


# %% 04-last
def last_state(result):
    if isinstance(result, tuple):
        return result[-1]
    return result[:, -1] if result.ndim == 3 else result
