"""The withheld function of rnnkit is called: it says that it is to be written."""

# ruff: noqa: E402
LANGUAGE = "ko"
STUDENT = "문지안"
EARNS = 12
FAILS = ["06-step-value", "06-step-keep", "06-step-write", "06-step-shut", "06-step-elsewhere"]
BASED_ON = "correct"

# %% 06-step
import rnnkit


def lstm_step(x, h, c, W, U, b):
    return rnnkit.steps.lstm_step(x, h, c, W, U, b)
