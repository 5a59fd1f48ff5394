"""05-mend: a GRU of other books, with two mistakes to find."""

import numpy as np

from rnnkit.activations import sigmoid
from rnnkit.steps import gru_step_reset_before

from ..known import Question
from .blocks import blocks, opened, reordered
from .probes import PASSAGES, STEPS


def right_step(x, h, W, U, b):
    """Return the next state (B, H)."""
    return gru_step_reset_before(x, h, W, U, b)


MEND = Question(
    "reset_before_step",
    right_step,
    [(*given, b[0]) for *given, b in STEPS],
    ("BH",),
    passages=PASSAGES,
    chapter="gru-surprise",
)


@MEND.twist(
    "M20",
    ko=(
        "$z$와 $1 - z$를 바꾸었습니다.",
        "Keras에서 $z$는 앞 상태를 남기는 몫입니다. $z = 1$이면 상태가 그대로여야 합니다.",
    ),
    en=(
        "You swapped $z$ and $1 - z$.",
        "In Keras $z$ is the share of the state before: with $z = 1$ the state must stay.",
    ),
)
def swaps_the_shares(step, x, h, W, U, b):
    return step(x, h, *(blocks(one, -1, 1, 1) for one in (W, U, b)))


@MEND.twist(
    "M20",
    ko=(
        "게이트의 덩어리를 $r$, $z$의 순서로 읽었습니다.",
        "Keras의 순서는 $z$, $r$, 후보입니다.",
    ),
    en=(
        "You read the blocks of the gates as $r$, $z$.",
        "The order of Keras is $z$, $r$, candidate.",
    ),
)
def reads_the_blocks_in_another_order(step, x, h, W, U, b):
    return step(x, h, *(reordered(one, 1, 0, 2) for one in (W, U, b)))


@MEND.twist(
    "M20",
    ko=(
        "후보를 첫 덩어리로 읽었습니다.",
        "Keras의 순서는 $z$, $r$, 후보입니다. 후보는 맨 뒤입니다.",
    ),
    en=(
        "You read the first block as the candidate.",
        "The order of Keras is $z$, $r$, candidate: the candidate comes last.",
    ),
)
def reads_the_candidate_first(step, x, h, W, U, b):
    return step(x, h, *(reordered(one, 1, 2, 0) for one in (W, U, b)))


@MEND.twist(
    "M20",
    ko=(
        "리셋 게이트를 쓰지 않았습니다.",
        "후보를 만들 때 앞 상태가 오는 항에 $r$을 곱합니다.",
    ),
    en=(
        "You left out the reset gate.",
        "In the candidate the term that comes from the state before is multiplied by $r$.",
    ),
)
def leaves_out_the_reset_gate(step, x, h, W, U, b):
    return step(x, h, W, U, opened(b, 1))


@MEND.twist(
    "M20",
    ko=(
        "$r$ 대신 $1 - r$을 곱했습니다.",
        "$r = 0$이 잊기입니다. 후보에는 $r$을 그대로 곱합니다.",
    ),
    en=(
        "You multiplied by $1 - r$ and not by $r$.",
        "$r = 0$ means forget: the candidate takes $r$ as it is.",
    ),
)
def turns_the_reset_gate_round(step, x, h, W, U, b):
    return step(x, h, *(blocks(one, 1, -1, 1) for one in (W, U, b)))


@MEND.twist(
    "M05",
    ko=(
        "편향을 빠뜨렸습니다.",
        "가중치는 `W`, `U`, `b` 셋입니다. `b`도 더합니다.",
    ),
    en=(
        "You left out the bias.",
        "There are three weights, `W`, `U` and `b`. Add `b` too.",
    ),
)
def forgets_the_bias(step, x, h, W, U, b):
    return step(x, h, W, U, np.zeros_like(b))


@MEND.twist(
    "M16",
    ko=(
        "앞 상태를 쓰지 않았습니다.",
        "앞 상태는 게이트와 후보, 그리고 마지막 식의 $z$가 붙은 항에 들어갑니다.",
    ),
    en=(
        "You did not use the state before.",
        "It enters the gates, the candidate, and the term with $z$ in the last equation.",
    ),
)
def forgets_the_state(step, x, h, W, U, b):
    return step(x, np.zeros_like(h), W, U, b)


@MEND.twist(
    "M28",
    ko=(
        "`W`와 `U`를 바꾸어 썼습니다.",
        "`W`는 `(D, 3H)`이고 입력에, `U`는 `(H, 3H)`이고 상태에 곱합니다.",
    ),
    en=(
        "You swapped `W` and `U`.",
        "`W` is `(D, 3H)` and multiplies the input; `U` is `(H, 3H)` and multiplies the state.",
    ),
)
def swaps_the_kernels(step, x, h, W, U, b):
    return step(x, h, U, W, b)


@MEND.mistake(
    "M20",
    ko=(
        "리셋 게이트가 아직 곱한 뒤에 있습니다.",
        "이 식에서는 앞 상태에 먼저 $r$을 곱합니다. `(r * h) @ U_h`",
    ),
    en=(
        "The reset gate still comes after the product.",
        "This equation multiplies the state before by $r$ first: `(r * h) @ U_h`",
    ),
)
def resets_after_the_product(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    h_z, h_r, h_h = np.split(h @ U, 3, axis=-1)
    z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
    return z * h + (1 - z) * np.tanh(x_h + r * h_h)


@MEND.mistake(
    "M20",
    ko=(
        "게이트에도 리셋한 상태를 넣었습니다.",
        "$z$와 $r$은 앞 상태를 그대로 봅니다. 리셋은 후보에만 합니다.",
    ),
    en=(
        "You put the reset state into the gates as well.",
        "$z$ and $r$ see the state before as it is; the reset is for the candidate alone.",
    ),
)
def resets_for_the_update_gate(x, h, W, U, b):
    x_z, x_r, x_h = np.split(x @ W + b, 3, axis=-1)
    U_z, U_r, U_h = np.split(U, 3, axis=-1)
    kept = sigmoid(x_r + h @ U_r) * h
    z = sigmoid(x_z + kept @ U_z)
    return z * h + (1 - z) * np.tanh(x_h + kept @ U_h)


@MEND.mistake(
    "M21",
    ko=(
        "`activation`과 `recurrent_activation`을 바꾸었습니다.",
        "게이트가 시그모이드, 후보가 `tanh`입니다.",
    ),
    en=(
        "You swapped `activation` and `recurrent_activation`.",
        "Gates use the sigmoid, the candidate `tanh`.",
    ),
)
def swaps_the_activations(x, h, W, U, b):
    return gru_step_reset_before(x, h, W, U, b, sigmoid, np.tanh)
