"""The withheld layer of rnnkit is called: it says that it is to be written."""

# ruff: noqa: E402
LANGUAGE = "ko"
STUDENT = "탁민서"
EARNS = 14
FAILS = ["08-loop-value", "08-loop-rows", "08-loop-elsewhere"]
BASED_ON = "correct"

# %% 08-loop
import rnnkit


def read_masked(x, mask, h0, W, U, b):
    layer = rnnkit.SimpleRNN(len(b), return_sequences=True, return_state=True)
    layer.build(x.shape)
    layer.set_weights([W, U, b])
    return layer(x, mask=mask, initial_state=h0)
