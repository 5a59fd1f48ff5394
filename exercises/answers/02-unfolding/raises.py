"""The step stops with an error of its own; the questions after it are not touched."""

LANGUAGE = "ko"
STUDENT = "신은우"
EARNS = 14
FAILS = ["02-step-shape", "02-step-value", "02-step-unchanged", "02-step-elsewhere"]
BASED_ON = "correct"


# %% 02-step
def simple_rnn_step(x, h, W, U, b):
    raise ValueError("W와 U의 모양을 모르겠습니다")
