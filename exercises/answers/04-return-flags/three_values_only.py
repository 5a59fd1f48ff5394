"""A layer is guessed from a size of the visible tests: only the hidden test sees it."""

LANGUAGE = "ko"
STUDENT = "권나은"
EARNS = 16
FAILS = ["04-last-elsewhere"]
BASED_ON = "correct"


# %% 04-last
def last_state(result):
    if isinstance(result, tuple):
        return result[1]
    return result[:, 6] if result.ndim == 3 else result
