"""A function stops with an error of its own; the other questions are not touched."""

LANGUAGE = "ko"
STUDENT = "신은우"
EARNS = 13
FAILS = ["07-stack-shape", "07-stack-last", "07-stack-initial", "07-stack-elsewhere"]
BASED_ON = "correct"


# %% 07-stack
def stack(x, states, weights):
    raise ValueError("층이 몇 개인지 모르겠습니다")
