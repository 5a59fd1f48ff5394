"""The step stops with an error of its own; the questions after it are not touched."""

LANGUAGE = "ko"
STUDENT = "신은우"
EARNS = 13
FAILS = ["05-step-value", "05-step-keeps", "05-step-resets", "05-step-elsewhere"]
BASED_ON = "correct"


# %% 05-step
def gru_step(x, h, W, U, b):
    raise ValueError("b의 모양을 모르겠습니다")
