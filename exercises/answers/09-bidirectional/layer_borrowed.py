"""The withheld layer of rnnkit is called: it says that it is to be written."""

# ruff: noqa: E402
LANGUAGE = "ko"
STUDENT = "탁하린"
EARNS = 13
FAILS = ["09-loop-value", "09-loop-turned", "09-loop-rows", "09-loop-elsewhere"]
BASED_ON = "correct"

# %% 09-loop
import rnnkit


def both_ways(x, h0, g0, there, back):
    inner = rnnkit.SimpleRNN(h0.shape[1], return_sequences=True, return_state=True)
    layer = rnnkit.Bidirectional(inner)
    layer.build(x.shape)
    layer.set_weights([*there, *back])
    return layer(x, initial_state=[h0, g0])
