"""01-step: one time step of a cell, with its output and its state."""

import numpy as np

from rnnkit.steps import simple_rnn_step

from ..known import Question
from .probes import PASSAGES, STEPS


def right_cell(x, h, W, U, b):
    """Return the output and the new state, each (B, H)."""
    h = simple_rnn_step(x, h, W, U, b)
    return h, h


STEP = Question(
    "cell",
    right_cell,
    STEPS,
    ("BH", "BH"),
    passages=PASSAGES,
    chapter="one-cell-equation",
)


@STEP.twist(
    "M13",
    ko=(
        "값을 하나만 돌려주었습니다.",
        "셀은 출력과 새 상태를 돌려줍니다. 둘이 같아도 값은 두 개입니다.",
    ),
    en=(
        "You returned one value.",
        "A cell gives an output and the new state: two values, even if they are equal.",
    ),
)
def gives_one_value(cell, x, h, W, U, b):
    return cell(x, h, W, U, b)[0]


@STEP.twist(
    "M17",
    ko=("새 상태 대신 받은 상태를 돌려주었습니다.", "다음 시점에 갈 것은 새로 계산한 상태입니다."),
    en=(
        "You returned the given state in the place of the new one.",
        "What goes on to the next step is the state that you computed.",
    ),
)
def gives_the_state_before(cell, x, h, W, U, b):
    return cell(x, h, W, U, b)[0], h


@STEP.twist(
    "M17",
    ko=(
        "상태 자리에 가중치를 돌려주었습니다.",
        "상태는 계산한 결과 `(B, H)`이고, 가중치는 변하지 않습니다.",
    ),
    en=(
        "You returned a weight as the state.",
        "The state is what you computed, `(B, H)`; weights stay as they are.",
    ),
)
def gives_a_weight_as_the_state(cell, x, h, W, U, b):
    return cell(x, h, W, U, b)[0], U


@STEP.twist(
    "M28",
    ko=("`W`와 `U`를 바꾸어 썼습니다.", "`W`는 입력에, `U`는 상태에 곱합니다."),
    en=("You swapped `W` and `U`.", "`W` multiplies the input, and `U` the state."),
)
def swaps_the_kernels(cell, x, h, W, U, b):
    return cell(x, h, U, W, b)


@STEP.twist(
    "M08",
    ko=("`U`를 전치했습니다.", "전치하지 않고 행벡터의 오른쪽에 곱합니다. `h @ U`"),
    en=("You transposed `U`.", "It multiplies row vectors from the right, not transposed: `h @ U`"),
)
def transposes_u(cell, x, h, W, U, b):
    return cell(x, h, W, U.T, b)


@STEP.twist(
    "M16",
    ko=(
        "앞 상태를 쓰지 않았습니다.",
        "식에는 `h @ U` 항이 있습니다. 셀은 이 항으로 앞을 기억합니다.",
    ),
    en=(
        "You left out the state before.",
        "The equation has a term `h @ U`: with it the cell remembers.",
    ),
)
def forgets_the_state(cell, x, h, W, U, b):
    return cell(x, np.zeros_like(h), W, U, b)


@STEP.twist(
    "M05",
    ko=("편향을 빠뜨렸습니다.", "가중치는 셋입니다. `tanh` 안에서 `b`도 더합니다."),
    en=("You left out the bias.", "There are three weights: add `b` too, inside `tanh`."),
)
def forgets_the_bias(cell, x, h, W, U, b):
    return cell(x, h, W, U, np.zeros_like(b))


@STEP.twist(
    "M23",
    ko=("입력을 쓰지 않았습니다.", "식에는 `x @ W` 항이 있습니다. 글자는 이 항으로 들어옵니다."),
    en=(
        "You left out the input.",
        "The equation has a term `x @ W`: the character comes in there.",
    ),
)
def forgets_the_input(cell, x, h, W, U, b):
    return cell(np.zeros_like(x), h, W, U, b)


@STEP.mistake(
    "M21",
    ko=("`tanh`를 빠뜨렸습니다.", "세 항의 합에 `tanh`를 취해야 상태가 됩니다."),
    en=("You left out `tanh`.", "Only `tanh` of the sum is the state."),
)
def forgets_tanh(x, h, W, U, b):
    h = x @ W + h @ U + b
    return h, h


@STEP.mistake(
    "M21",
    ko=("상태에는 `tanh`를 취하지 않았습니다.", "이 셀의 출력과 상태는 같은 배열입니다."),
    en=(
        "You did not take `tanh` for the state.",
        "Output and state of this cell are the same array.",
    ),
)
def gives_the_state_without_tanh(x, h, W, U, b):
    z = x @ W + h @ U + b
    return np.tanh(z), z


@STEP.mistake(
    "M21",
    ko=("편향을 `tanh` 밖에서 더했습니다.", "세 항을 모두 더한 다음에 `tanh`를 취합니다."),
    en=("You added the bias outside `tanh`.", "Add all three terms first, then take `tanh`."),
)
def adds_the_bias_after_tanh(x, h, W, U, b):
    h = np.tanh(x @ W + h @ U) + b
    return h, h


@STEP.mistake(
    "M10",
    ko=(
        "받은 `h`를 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 상태도 바뀝니다. 새 배열을 만드세요.",
    ),
    en=(
        "You changed the given `h` in place.",
        "The caller's state changes with it: make a new array.",
    ),
)
def writes_into_the_state(x, h, W, U, b):
    h[...] = np.tanh(x @ W + h @ U + b)
    return h, h
