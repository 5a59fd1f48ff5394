"""A function raises at every size."""

LANGUAGE = "ko"
STUDENT = "배한결"
EARNS = 13
FAILS = ["03-mend-shape", "03-mend-rows", "03-mend-elsewhere"]
BASED_ON = "correct"


# %% 03-mend
def batch_first(x):
    raise ValueError("어느 축이 배치인지 모르겠습니다")
