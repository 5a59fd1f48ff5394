"""M28: the recurrent kernel is built with the input size."""

LANGUAGE = "en"
STUDENT = "Hilda Geiringer"
EARNS = 13
FAILS = ["01-weights-value", "01-weights-elsewhere"]
DIAGNOSIS = {"01-weights": "M28"}
BASED_ON = "correct"


# %% 01-weights
def weights_from(numbers, D, H):
    W = numbers[: D * H].reshape(D, H)
    U = numbers[D * H : 2 * D * H].reshape(D, H)
    return W, U, numbers[2 * D * H : 2 * D * H + H]
