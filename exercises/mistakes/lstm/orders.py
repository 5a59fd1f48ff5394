"""The orders in which the four blocks may stand; all but one are wrong."""

from itertools import permutations

import numpy as np

KERAS = "ifgo"
WRONG = ["".join(order) for order in permutations(KERAS) if "".join(order) != KERAS]

# Whose order it is: the first four as in `rnnkit.convert`, the others as their own source code says
# (DL4J's import of Keras models turns "IFCO" into "CFOI", TensorFlow 1 splits into "i, j, f, o").
OWNERS = {
    "ifog": ("cs231n의 순서입니다.", "That is the order of cs231n."),
    "fgio": (
        "밑바닥부터 시작하는 딥러닝 2의 순서입니다.",
        "That is the order of Deep Learning from Scratch 2.",
    ),
    "iofg": ("ONNX의 순서입니다.", "That is the order of ONNX."),
    "figo": (
        "DLS 강의가 게이트를 다루는 순서입니다.",
        "That is the order in which the DLS course takes the gates.",
    ),
    "gfoi": ("DL4J의 순서입니다.", "That is the order of DL4J."),
    "igfo": ("TensorFlow 1의 순서입니다.", "That is the order of TensorFlow 1."),
}


def put_in_order(weight, order):
    """Return a weight (..., 4H) whose blocks stand in `order` with its blocks in Keras' order."""
    blocks = np.split(weight, 4, axis=-1)
    return np.concatenate([blocks[order.index(gate)] for gate in KERAS], axis=-1)
