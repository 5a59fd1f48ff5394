"""The step stops with an error of its own; the questions after it are not touched."""

LANGUAGE = "en"
STUDENT = "Anita Borg"
EARNS = 12
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-shut", "06-step-elsewhere"]
BASED_ON = "correct"


# %% 06-step
def lstm_step(x, h, c, W, U, b):
    raise ValueError("W and U do not fit")
