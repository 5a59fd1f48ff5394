"""01-mend: a cell that was given a whole sequence."""

import numpy as np

from ..known import Question
from .one_step import right_cell
from .probes import PASSAGES, STEPS


def right_read(x, h0, W, U, b):
    """Return the state (B, H) after the only character of x (B, 1, D)."""
    return right_cell(x[:, 0], h0, W, U, b)[1]


MEND = Question(
    "read",
    right_read,
    [(x[:, None], *rest) for x, *rest in STEPS],
    ("BH",),
    passages=PASSAGES,
    chapter="one-cell-cell",
)


@MEND.mistake(
    "M28",
    ko=(
        "셀에 아직 시퀀스를 통째로 넣습니다.",
        "셀은 `(B, D)`를 받습니다. 시점 축에서 시점 0을 고르세요. `x[:, 0]`",
    ),
    en=(
        "The cell is still given the whole sequence.",
        "A cell takes `(B, D)`: choose step 0 on the time axis, `x[:, 0]`.",
    ),
)
def gives_the_cell_a_sequence(x, h0, W, U, b):
    return np.tanh(x @ W + h0 @ U + b)


@MEND.mistake(
    "M09",
    ko=(
        "첫 축에서 골라, 모든 행이 첫 시퀀스를 읽습니다.",
        "첫 축은 배치입니다. 시점은 가운데 축입니다.",
    ),
    en=(
        "You chose on the first axis: every row reads the first sequence.",
        "The first axis is the batch; time is the middle one.",
    ),
)
def takes_the_first_sequence(x, h0, W, U, b):
    return np.tanh(x[0] @ W + h0 @ U + b)


@MEND.mistake(
    "M28",
    ko=(
        "상태에도 시점 축을 붙였습니다.",
        "모양은 맞아떨어지지만 셀의 상태는 `(B, H)`입니다. 입력에서 시점 축을 없애세요.",
    ),
    en=(
        "You gave the state a time axis as well.",
        "The sizes fit, but a state is `(B, H)`: take the time axis away from the input.",
    ),
)
def adds_an_axis_to_the_state(x, h0, W, U, b):
    return np.tanh(x @ W + h0[:, None] @ U + b)


@MEND.mistake(
    "M10",
    ko=("배치의 행들을 더했습니다.", "행마다 시퀀스가 따로 있습니다. 시점 축만 없앱니다."),
    en=(
        "You added up the rows of the batch.",
        "Each row is a sequence of its own: take away the time axis alone.",
    ),
)
def adds_up_the_rows(x, h0, W, U, b):
    return np.tanh(x.sum(axis=0) @ W + h0 @ U + b)


@MEND.mistake(
    "M08",
    ko=("마지막 축에서 특징 하나를 골랐습니다.", "마지막 축은 특징입니다. 시점은 가운데 축입니다."),
    en=(
        "You chose one feature, on the last axis.",
        "The last axis is features; time is the middle one.",
    ),
)
def repeats_the_first_feature(x, h0, W, U, b):
    return np.tanh(np.repeat(x[:, :, 0], x.shape[2], axis=1) @ W + h0 @ U + b)


@MEND.twist(
    "M16",
    ko=("앞 상태를 쓰지 않았습니다.", "`h0`은 0이 아닐 수 있습니다. `h0 @ U`를 더합니다."),
    en=("You left out the state before.", "`h0` may be other than 0: add `h0 @ U`."),
)
def forgets_the_state(read, x, h0, W, U, b):
    return read(x, np.zeros_like(h0), W, U, b)


@MEND.twist(
    "M12",
    ko=("값을 두 개 돌려주었습니다.", "이 함수는 상태 하나 `(B, H)`만 돌려줍니다."),
    en=("You returned two values.", "This function gives one state alone, `(B, H)`."),
)
def gives_two_values(read, x, h0, W, U, b):
    h = read(x, h0, W, U, b)
    return h, h
