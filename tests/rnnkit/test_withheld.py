"""Withheld names say that they are to be written; a test can still compare with what they were."""

import subprocess
import sys

import pytest

from rnnkit.withheld import Withheld, withhold

PLAYED = """
import numpy as np
from rnnkit.withheld import lent, withhold
for again in range(2):
    withhold("LSTM", "steps.lstm_step")
import rnnkit, rnnkit.layers
from rnnkit.steps import lstm_step
x = np.ones((2, 7, 3))
for forbidden in (rnnkit.LSTM, rnnkit.layers.LSTM, rnnkit.steps.lstm_step, lstm_step):
    for use in (lambda: forbidden(5), lambda: forbidden.call):
        try:
            use()
        except TypeError as error:
            assert "직접 쓸 것" in str(error) and "write it yourself" in str(error)
        else:
            raise SystemExit("it was not withheld")
print(rnnkit.Bidirectional(lent("LSTM")(5, seed=0))(x).shape, rnnkit.GRU(4, seed=0)(x).shape)
print(lent("steps.lstm_step").__name__, lent("GRU").__name__)
"""


def test_withheld_names_explain_themselves_and_can_be_lent():
    run = subprocess.run(
        [sys.executable, "-c", PLAYED], capture_output=True, text=True, encoding="utf-8"
    )
    assert run.stdout.split("\n")[:2] == ["(2, 10) (2, 4)", "lstm_step GRU"], run.stderr


def test_an_unknown_name_cannot_be_withheld():
    with pytest.raises(AttributeError, match="LSTN"):
        withhold("LSTN")


def test_a_stand_in_is_no_trap_for_tools_that_look_around():
    assert not hasattr(Withheld("GRU"), "__array__")
