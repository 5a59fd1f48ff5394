"""05-loop: the loop over time. Its mistakes are those of the simple RNN's loop."""

import numpy as np

from ..known import Question
from ..unfolding import UNFOLD
from .one_step import right_step as step
from .probes import LOOPS, PASSAGES


def right_loop(x, h0, W, U, b):
    """Return the outputs (B, T, H) and the last state (B, H)."""
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


LOOP = Question(
    "gru_loop",
    right_loop,
    LOOPS,
    ("BTH", "BH"),
    {"gru_step": step},
    PASSAGES | {"M16": "unfolding-first-state", "M17": "unfolding-first-state"},
    "unfolding-by-hand",
)
LOOP.adopt(UNFOLD)


@LOOP.mistake(
    "M17",
    ko=(
        "시점마다 초기 상태를 다시 넣었습니다.",
        "각 시점은 바로 앞 시점의 상태를 받습니다. `h0`은 처음 한 번만 쓰입니다.",
    ),
    en=(
        "You fed the initial state at every step.",
        "Each step takes the state of the step right before it; `h0` serves once, at the start.",
    ),
)
def feeds_the_initial_state(x, h0, W, U, b):
    outputs = [step(x[:, t], h0, W, U, b) for t in range(x.shape[1])]
    return np.stack(outputs, axis=1), outputs[-1]


@LOOP.twist(
    "M15",
    ko=(
        "새 상태가 아니라 앞 상태를 출력에 넣었습니다.",
        "한 시점의 출력은 그 시점이 끝난 뒤의 상태입니다. 한 걸음 나아간 다음에 담으세요.",
    ),
    en=(
        "You collected the state before the step, not the new one.",
        "The output of a step is the state after it: advance first, then collect.",
    ),
)
def collects_before_the_step(loop, x, h0, W, U, b):
    outputs, h = loop(x, h0, W, U, b)
    return np.concatenate([h0[:, None], outputs[:, :-1]], axis=1), h
