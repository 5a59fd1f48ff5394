"""rnnkit: Keras' recurrent layers on NumPy, small enough to read in an evening.

>>> import numpy as np
>>> from rnnkit import SimpleRNN, text
>>> x = text.one_hot(["hello"])
>>> SimpleRNN(2, return_sequences=True, seed=0)(x).shape
(1, 5, 2)
"""

from . import (
    activations,
    cells,
    convert,
    dense,
    initializers,
    layers,
    losses,
    models,
    optimizers,
    plotting,
    sampling,
    steps,
    text,
    training,
)
from .bidirectional import Bidirectional
from .cells import GRUCell, LSTMCell, SimpleRNNCell
from .dense import Dense
from .embedding import Embedding, Masking
from .gradcheck import gradcheck
from .gradients import Gradients
from .layers import GRU, LSTM, RNN, SimpleRNN
from .models import Input, Sequential
from .stacks import StackedRNNCells
from .trace import trace

__version__ = "0.1.0"

__all__ = [
    "GRU",
    "LSTM",
    "RNN",
    "Bidirectional",
    "Dense",
    "Embedding",
    "GRUCell",
    "Gradients",
    "Input",
    "LSTMCell",
    "Masking",
    "Sequential",
    "SimpleRNN",
    "SimpleRNNCell",
    "StackedRNNCells",
    "activations",
    "cells",
    "convert",
    "dense",
    "gradcheck",
    "initializers",
    "layers",
    "losses",
    "models",
    "optimizers",
    "plotting",
    "sampling",
    "steps",
    "text",
    "trace",
    "training",
]
