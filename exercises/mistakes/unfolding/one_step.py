"""02-step: one time step."""

import numpy as np

from rnnkit.steps import simple_rnn_step

from ..known import Question
from .probes import LOOPS, PASSAGES


def right_step(x, h, W, U, b):
    """Return the next state (B, H)."""
    return simple_rnn_step(x, h, W, U, b)


STEP = Question(
    "simple_rnn_step",
    right_step,
    [(x[:, 0], h0, W, U, b) for x, h0, W, U, b in LOOPS],
    ("BH",),
    passages=PASSAGES,
    chapter="unfolding-equation",
)


@STEP.twist(
    "M16",
    ko=(
        "앞 상태를 쓰지 않았습니다.",
        "식에는 `h @ U` 항이 있습니다. 이 항이 앞 시점을 기억합니다.",
    ),
    en=(
        "You left out the state before.",
        "The equation has a term `h @ U`: it is what remembers the steps before.",
    ),
)
def forgets_the_state(step, x, h, W, U, b):
    return step(x, np.zeros_like(h), W, U, b)


@STEP.twist(
    "M05",
    ko=("편향을 빠뜨렸습니다.", "가중치는 `W`, `U`, `b` 셋입니다. `b`도 더합니다."),
    en=("You left out the bias.", "There are three weights, `W`, `U` and `b`. Add `b` too."),
)
def forgets_the_bias(step, x, h, W, U, b):
    return step(x, h, W, U, np.zeros_like(b))


@STEP.twist(
    "M23",
    ko=("입력을 쓰지 않았습니다.", "식에는 `x @ W` 항이 있습니다. 새 글자는 이 항으로 들어옵니다."),
    en=(
        "You left out the input.",
        "The equation has a term `x @ W`: the new character comes in there.",
    ),
)
def forgets_the_input(step, x, h, W, U, b):
    return step(np.zeros_like(x), h, W, U, b)


@STEP.mistake(
    "M21",
    ko=("`tanh`를 빠뜨렸습니다.", "합에 `tanh`를 취해야 상태가 -1과 1 사이에 머뭅니다."),
    en=("You left out `tanh`.", "`tanh` of the sum keeps the state between -1 and 1."),
)
def forgets_tanh(x, h, W, U, b):
    return x @ W + h @ U + b


@STEP.mistake(
    "M21",
    ko=("`tanh` 자리에 시그모이드를 썼습니다.", "단순 RNN의 활성화 함수는 `tanh`입니다."),
    en=("You used a sigmoid in the place of `tanh`.", "A simple RNN's activation is `tanh`."),
)
def uses_a_sigmoid(x, h, W, U, b):
    return 1 / (1 + np.exp(-(x @ W + h @ U + b)))


@STEP.mistake(
    "M21",
    ko=("`tanh`를 너무 일찍 취했습니다.", "세 항을 모두 더한 다음에 `tanh`를 취합니다."),
    en=("You took `tanh` too early.", "Add all three terms first, then take `tanh`."),
)
def adds_the_bias_after_tanh(x, h, W, U, b):
    return np.tanh(x @ W + h @ U) + b


@STEP.twist(
    "M28",
    ko=(
        "`W`와 `U`를 바꾸어 썼습니다.",
        "`W`는 `(D, H)`이고 입력에, `U`는 `(H, H)`이고 상태에 곱합니다.",
    ),
    en=(
        "You swapped `W` and `U`.",
        "`W` is `(D, H)` and multiplies the input; `U` is `(H, H)` and multiplies the state.",
    ),
)
def swaps_the_kernels(step, x, h, W, U, b):
    return step(x, h, U, W, b)


@STEP.twist(
    "M08",
    ko=(
        "`U`를 전치했습니다.",
        "이 책에서는 행벡터에 가중치를 오른쪽에서 곱합니다. 전치하지 않고 `h @ U`입니다.",
    ),
    en=(
        "You transposed `U`.",
        "In this book row vectors meet their weights on the right: `h @ U`, nothing transposed.",
    ),
)
def transposes_u(step, x, h, W, U, b):
    return step(x, h, W, U.T, b)


@STEP.mistake(
    "M17",
    ko=(
        "가중치를 상태로 돌려주었습니다.",
        "상태는 계산한 결과 `(B, H)`이고, 가중치는 변하지 않습니다.",
    ),
    en=(
        "You returned a weight as the state.",
        "The state is what you computed, `(B, H)`; weights stay as they are.",
    ),
)
def returns_the_recurrent_kernel(x, h, W, U, b):
    return U


@STEP.mistake(
    "M10",
    ko=(
        "받은 `h`를 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 상태도 바뀝니다. 새 배열을 만들어 돌려주세요.",
    ),
    en=(
        "You changed the given `h` in place.",
        "The caller's state changes with it. Make a new array and return that.",
    ),
)
def writes_into_the_state(x, h, W, U, b):
    h[...] = np.tanh(x @ W + h @ U + b)
    return h


@STEP.twist(
    "M12",
    ko=(
        "상태를 두 번 돌려주었습니다.",
        "셀의 한 시점에는 새 상태 `(B, H)` 하나면 됩니다. `return h`",
    ),
    en=(
        "You returned the state twice.",
        "One time step of a cell gives one new state, `(B, H)`: `return h`",
    ),
)
def returns_the_state_twice(step, x, h, W, U, b):
    h = step(x, h, W, U, b)
    return h, h
