"""The answers stand above the stub, which was not deleted."""

LANGUAGE = "ko"
STUDENT = "봉예나"
EARNS = 17
FAILS = []
BASED_ON = "correct"

# %% 09-count
outputs_shape = (3, 7, 8)
sum_shape = (3, 4)
returned = 5
parameters = 320
has_read = 1
# YOUR CODE HERE
raise NotImplementedError()


# %% 09-align
def align(outputs):
    return outputs[:, ::-1]
    # YOUR CODE HERE
    raise NotImplementedError()
