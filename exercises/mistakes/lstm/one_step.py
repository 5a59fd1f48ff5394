"""06-step: one time step. What is right but for the order of the blocks is in `step_orders.py`."""

import numpy as np

from rnnkit.steps import lstm_step

from ..known import Question
from .probes import LOOPS, PASSAGES


def right_step(x, h, c, W, U, b):
    """Return the next states h (B, H) and c (B, H)."""
    return lstm_step(x, h, c, W, U, b)


STEP = Question(
    "lstm_step",
    right_step,
    [(x[:, 0], *rest) for x, *rest in LOOPS],
    ("BH", "BH"),
    passages=PASSAGES,
    chapter="lstm-equation",
)


def sigmoid(z):
    """Return a number between 0 and 1."""
    return 1 / (1 + np.exp(-z))


def blocks(x, h, W, U, b):
    """Return z_i, z_f, z_g, z_o."""
    return np.split(x @ W + h @ U + b, 4, axis=-1)


def gates(x, h, W, U, b):
    """Return i, f, g, o."""
    z_i, z_f, z_g, z_o = blocks(x, h, W, U, b)
    return sigmoid(z_i), sigmoid(z_f), np.tanh(z_g), sigmoid(z_o)


@STEP.mistake(
    "M14",
    ko=(
        "`c`를 출력으로 돌려주었습니다.",
        "보여 주는 상태는 `h`입니다. `h = o * tanh(c)`",
    ),
    en=("You returned `c` as the output.", "The state that is shown is `h = o * tanh(c)`."),
)
def shows_the_cell_state(x, h, c, W, U, b):
    _, c = right_step(x, h, c, W, U, b)
    return c, c


@STEP.mistake(
    "M14",
    ko=(
        "`h = o * c`로 써서 `tanh`가 빠졌습니다.",
        "`c`는 1을 넘을 수 있습니다. `tanh`를 취한 다음 `o`를 곱합니다.",
    ),
    en=(
        "You wrote `h = o * c`, without `tanh`.",
        "`c` may exceed 1: take its `tanh`, then multiply by `o`.",
    ),
)
def forgets_tanh_of_the_cell_state(x, h, c, W, U, b):
    i, f, g, o = gates(x, h, W, U, b)
    c = f * c + i * g
    return o * c, c


@STEP.mistake(
    "M14",
    ko=(
        "앞 시점의 `c`에 `tanh`를 취했습니다.",
        "먼저 `c`를 새로 구하고, 그 새 `c`로 `h`를 만듭니다.",
    ),
    en=(
        "You took `tanh` of the cell state before.",
        "First make the new `c`, then make `h` of it.",
    ),
)
def shows_the_cell_state_before(x, h, c, W, U, b):
    i, f, g, o = gates(x, h, W, U, b)
    return o * np.tanh(c), f * c + i * g


@STEP.twist(
    "M14",
    ko=("`c`를 먼저, `h`를 나중에 돌려주었습니다.", "은닉 상태가 먼저입니다. `return h, c`"),
    en=("You returned `c` first, then `h`.", "The hidden state comes first: `return h, c`"),
)
def returns_them_swapped(step, x, h, c, W, U, b):
    h, c = step(x, h, c, W, U, b)
    return c, h


@STEP.twist(
    "M14",
    ko=(
        "받은 `h`와 `c`를 바꾸어 썼습니다.",
        "`U`에 곱하는 것은 `h`이고, `f`를 곱하는 것은 `c`입니다.",
    ),
    en=(
        "You took `h` for `c` and `c` for `h`.",
        "It is `h` that meets `U`, and `c` that is multiplied by `f`.",
    ),
)
def takes_them_swapped(step, x, h, c, W, U, b):
    return step(x, c, h, W, U, b)


@STEP.mistake(
    "M14",
    ko=(
        "`tanh(c)`를 셀 상태로 넘겼습니다.",
        "`tanh`는 `h`를 만들 때만 씁니다. `c`는 그대로 다음 시점으로 갑니다.",
    ),
    en=(
        "You handed on `tanh(c)` as the cell state.",
        "`tanh` serves for `h` alone; `c` itself goes on to the next step.",
    ),
)
def squeezes_the_cell_state(x, h, c, W, U, b):
    h, c = right_step(x, h, c, W, U, b)
    return h, np.tanh(c)


@STEP.mistake(
    "M14",
    ko=(
        "`h`를 두 번 돌려주었습니다.",
        "두 상태는 다릅니다. 둘째 값은 문 뒤에 있는 `c`입니다. `return h, c`",
    ),
    en=(
        "You returned `h` twice.",
        "The two states differ: the second value is `c`, behind the door. `return h, c`",
    ),
)
def returns_the_hidden_state_twice(x, h, c, W, U, b):
    h, _ = right_step(x, h, c, W, U, b)
    return h, h


@STEP.twist(
    "M18",
    ko=(
        "상태를 하나만 돌려주었습니다.",
        "LSTM의 상태는 둘입니다. `c`가 없으면 다음 시점이 이어 갈 수 없습니다. `return h, c`",
    ),
    en=(
        "You returned one state.",
        "An LSTM has two: without `c` the next step cannot go on. `return h, c`",
    ),
)
def returns_one_state(step, x, h, c, W, U, b):
    return step(x, h, c, W, U, b)[0]


@STEP.mistake(
    "M18",
    ko=(
        "`h` 하나를 두 상태로 썼습니다.",
        "망각 게이트가 남기는 것은 앞의 `c`입니다. `c = f * c + i * g`",
    ),
    en=(
        "You let `h` serve as both states.",
        "What the forget gate keeps is the `c` before: `c = f * c + i * g`",
    ),
)
def keeps_the_hidden_state(x, h, c, W, U, b):
    return right_step(x, h, h, W, U, b)


@STEP.twist(
    "M16",
    ko=(
        "앞의 셀 상태를 쓰지 않았습니다.",
        "`c = f * c + i * g`의 첫 항이 앞에서 간직한 것입니다.",
    ),
    en=(
        "You left out the cell state before.",
        "The first term of `c = f * c + i * g` is what was kept.",
    ),
)
def forgets_the_cell_state(step, x, h, c, W, U, b):
    return step(x, h, np.zeros_like(c), W, U, b)


@STEP.twist(
    "M16",
    ko=(
        "앞의 은닉 상태를 쓰지 않았습니다.",
        "네 덩어리에 모두 `h @ U`가 있습니다. 게이트는 앞 시점의 `h`도 봅니다.",
    ),
    en=(
        "You left out the hidden state before.",
        "All four blocks have `h @ U`: the gates see the `h` of the step before.",
    ),
)
def forgets_the_hidden_state(step, x, h, c, W, U, b):
    return step(x, np.zeros_like(h), c, W, U, b)


@STEP.twist(
    "M05",
    ko=("편향을 빠뜨렸습니다.", "덩어리마다 편향이 있습니다. `x @ W + h @ U + b`"),
    en=("You left out the bias.", "Every block has a bias: `x @ W + h @ U + b`"),
)
def forgets_the_bias(step, x, h, c, W, U, b):
    return step(x, h, c, W, U, np.zeros_like(b))


@STEP.twist(
    "M28",
    ko=(
        "`W`와 `U`를 바꾸어 썼습니다.",
        "`W`는 `(D, 4H)`이고 입력에, `U`는 `(H, 4H)`이고 은닉 상태에 곱합니다.",
    ),
    en=(
        "You swapped `W` and `U`.",
        "`W` is `(D, 4H)` and multiplies the input; `U`, `(H, 4H)`, the hidden state.",
    ),
)
def swaps_the_kernels(step, x, h, c, W, U, b):
    return step(x, h, c, U, W, b)


@STEP.mistake(
    "M20",
    ko=(
        "입력 게이트 대신 `1 - f`를 썼습니다.",
        "그것은 GRU의 방식입니다. LSTM에서 `i`는 `f`와 따로 정해집니다.",
    ),
    en=(
        "You used `1 - f` in the place of the input gate.",
        "That is the way of a GRU. In an LSTM `i` does not depend on `f`.",
    ),
)
def ties_the_gates(x, h, c, W, U, b):
    _, f, g, o = gates(x, h, W, U, b)
    c = f * c + (1 - f) * g
    return o * np.tanh(c), c


@STEP.mistake(
    "M14",
    ko=(
        "망각 게이트를 쓰지 않았습니다.",
        "앞의 `c`에 `f`를 곱해야 얼마나 남길지 정할 수 있습니다.",
    ),
    en=(
        "You left out the forget gate.",
        "The `c` before is multiplied by `f`, which decides how much is kept.",
    ),
)
def never_forgets(x, h, c, W, U, b):
    i, _, g, o = gates(x, h, W, U, b)
    c = c + i * g
    return o * np.tanh(c), c


@STEP.mistake(
    "M14",
    ko=(
        "입력 게이트를 쓰지 않았습니다.",
        "후보 `g`에 `i`를 곱해야 얼마나 적을지 정할 수 있습니다.",
    ),
    en=(
        "You left out the input gate.",
        "The candidate `g` is multiplied by `i`, which decides how much is written.",
    ),
)
def writes_everything(x, h, c, W, U, b):
    _, f, g, o = gates(x, h, W, U, b)
    c = f * c + g
    return o * np.tanh(c), c


@STEP.mistake(
    "M14",
    ko=(
        "출력 게이트를 쓰지 않았습니다.",
        "`tanh(c)`에 `o`를 곱해야 무엇을 보일지 정할 수 있습니다.",
    ),
    en=(
        "You left out the output gate.",
        "`tanh(c)` is multiplied by `o`, which decides what is shown.",
    ),
)
def shows_everything(x, h, c, W, U, b):
    _, c = right_step(x, h, c, W, U, b)
    return np.tanh(c), c


@STEP.mistake(
    "M21",
    ko=(
        "활성화 함수 둘을 바꾸어 썼습니다.",
        "게이트 `i`, `f`, `o`에는 시그모이드, 후보와 `c`에는 `tanh`입니다.",
    ),
    en=(
        "You swapped the two activations.",
        "The gates `i`, `f`, `o` take the sigmoid; the candidate and `c` take `tanh`.",
    ),
)
def swaps_the_activations(x, h, c, W, U, b):
    return lstm_step(x, h, c, W, U, b, activation=sigmoid, recurrent_activation=np.tanh)


@STEP.mistake(
    "M21",
    ko=(
        "게이트에 hard sigmoid를 썼습니다.",
        "Keras 3의 기본값은 시그모이드입니다. 값이 비슷해도 같지는 않습니다.",
    ),
    en=(
        "You used a hard sigmoid for the gates.",
        "The default of Keras 3 is the sigmoid. They are close, but not equal.",
    ),
)
def uses_a_hard_sigmoid(x, h, c, W, U, b):
    return lstm_step(x, h, c, W, U, b, recurrent_activation=lambda z: np.clip(z + 3, 0, 6) / 6)


@STEP.mistake(
    "M21",
    ko=(
        "후보에도 시그모이드를 썼습니다.",
        "네 덩어리 가운데 후보만 `tanh`입니다. 그래야 줄이는 쪽으로도 쓸 수 있습니다.",
    ),
    en=(
        "You took the sigmoid of the candidate as well.",
        "Of the four blocks the candidate alone takes `tanh`: it can be negative.",
    ),
)
def candidate_by_a_sigmoid(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = map(sigmoid, blocks(x, h, W, U, b))
    c = z_f * c + z_i * z_g
    return z_o * np.tanh(c), c


@STEP.mistake(
    "M21",
    ko=("후보에 `tanh`를 빠뜨렸습니다.", "`g = tanh(z_g)`입니다. 후보는 -1과 1 사이입니다."),
    en=("You left out `tanh` of the candidate.", "`g = tanh(z_g)` lies between -1 and 1."),
)
def candidate_without_tanh(x, h, c, W, U, b):
    z_i, z_f, z_g, z_o = blocks(x, h, W, U, b)
    c = sigmoid(z_f) * c + sigmoid(z_i) * z_g
    return sigmoid(z_o) * np.tanh(c), c


@STEP.mistake(
    "M10",
    ko=(
        "받은 `c`를 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 상태도 바뀝니다. 새 배열을 만들어 돌려주세요.",
    ),
    en=(
        "You changed the given `c` in place.",
        "The caller's state changes with it. Make a new array and return that.",
    ),
)
def writes_into_the_cell_state(x, h, c, W, U, b):
    i, f, g, o = gates(x, h, W, U, b)
    c *= f
    c += i * g
    return o * np.tanh(c), c
