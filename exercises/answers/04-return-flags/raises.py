"""A function stops with an error of its own; the other questions are not touched."""

LANGUAGE = "ko"
STUDENT = "신은우"
EARNS = 14
FAILS = ["04-last-tuple", "04-last-array", "04-last-elsewhere"]
BASED_ON = "correct"


# %% 04-last
def last_state(result):
    raise ValueError("result가 무엇인지 모르겠습니다")
