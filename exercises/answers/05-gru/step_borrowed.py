"""The withheld step of rnnkit is called: it says that it is to be written."""

LANGUAGE = "ko"
STUDENT = "배소율"
EARNS = 13
FAILS = ["05-step-value", "05-step-keeps", "05-step-resets", "05-step-elsewhere"]
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    import rnnkit

    return rnnkit.steps.gru_step(x, h, W, U, b)
