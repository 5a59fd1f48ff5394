"""05-step: one time step, the reset gate after the product."""

import numpy as np

from rnnkit.activations import hard_sigmoid, sigmoid
from rnnkit.steps import gru_step

from ..known import Question
from .blocks import blocks, opened, reordered
from .probes import PASSAGES, STEPS


def right_step(x, h, W, U, b):
    """Return the next state (B, H)."""
    return gru_step(x, h, W, U, b)


STEP = Question("gru_step", right_step, STEPS, ("BH",), passages=PASSAGES, chapter="gru-equation")


def sums(x, h, W, U, b):
    """Return the blocks of the input's and of the state's sums."""
    return np.split(x @ W + b[0], 3, axis=-1), np.split(h @ U + b[1], 3, axis=-1)


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
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


@STEP.twist(
    "M20",
    ko=(
        "편향의 둘째 행을 빠뜨렸습니다.",
        "`b[0]`은 입력 쪽에, `b[1]`은 상태 쪽에 더합니다.",
    ),
    en=(
        "You left out the second row of the bias.",
        "`b[0]` goes to the input's product, `b[1]` to the state's.",
    ),
)
def forgets_the_second_row(step, x, h, W, U, b):
    return step(x, h, W, U, b * [[1], [0]])


@STEP.twist(
    "M20",
    ko=(
        "편향의 두 행을 바꾸어 더했습니다.",
        "`b[0]`은 입력 쪽에, `b[1]`은 상태 쪽에 더합니다. $r$이 곱해지는 것은 `b[1]`뿐입니다.",
    ),
    en=(
        "You added the two rows of the bias the other way round.",
        "`b[0]` goes to the input's product, `b[1]` to the state's; $r$ multiplies `b[1]` alone.",
    ),
)
def swaps_the_rows(step, x, h, W, U, b):
    return step(x, h, W, U, b[::-1])


@STEP.twist(
    "M20",
    ko=(
        "편향의 두 행을 미리 더해 한 줄로 썼습니다.",
        "후보에서는 $r$이 `b[1]`에도 곱해지므로 두 행을 합칠 수 없습니다.",
    ),
    en=(
        "You added the two rows of the bias into one.",
        "In the candidate $r$ multiplies `b[1]` as well, so the rows cannot be joined.",
    ),
)
def joins_the_rows(step, x, h, W, U, b):
    return step(x, h, W, U, np.stack([b[0] + b[1], 0 * b[1]]))


@STEP.mistake(
    "M20",
    ko=(
        "$r$을 순환 커널과 곱하기 전의 상태에 적용했습니다.",
        "Keras의 기본값은 곱한 뒤입니다. `r * h_h`이며 `h_h`에는 `b[1]`도 들어 있습니다.",
    ),
    en=(
        "You applied $r$ to the state before the product with the recurrent kernel.",
        "The default of Keras is after it: `r * h_h`, and `h_h` holds `b[1]`, too.",
    ),
)
def resets_before_the_product(x, h, W, U, b):
    (x_z, x_r, x_h), (h_z, h_r, _) = sums(x, h, W, U, b)
    z, r = sigmoid(x_z + h_z), sigmoid(x_r + h_r)
    H = h.shape[1]
    return z * h + (1 - z) * np.tanh(x_h + (r * h) @ U[:, 2 * H :] + b[1, 2 * H :])


@STEP.mistake(
    "M21",
    ko=(
        "`activation`과 `recurrent_activation`을 바꾸었습니다.",
        "게이트가 시그모이드, 후보가 `tanh`입니다. 게이트는 0과 1 사이여야 합니다.",
    ),
    en=(
        "You swapped `activation` and `recurrent_activation`.",
        "Gates use the sigmoid, the candidate `tanh`: a gate must lie between 0 and 1.",
    ),
)
def swaps_the_activations(x, h, W, U, b):
    return gru_step(x, h, W, U, b, sigmoid, np.tanh)


@STEP.mistake(
    "M21",
    ko=(
        "게이트에 `hard_sigmoid`를 썼습니다.",
        "Keras 3의 기본값은 시그모이드입니다. `hard_sigmoid`는 옛 판의 기본값이었습니다.",
    ),
    en=(
        "You used `hard_sigmoid` for the gates.",
        "The default of Keras 3 is the sigmoid; old versions had `hard_sigmoid`.",
    ),
)
def uses_the_hard_sigmoid(x, h, W, U, b):
    return gru_step(x, h, W, U, b, np.tanh, hard_sigmoid)


@STEP.mistake(
    "M21",
    ko=(
        "후보에 `tanh` 대신 시그모이드를 썼습니다.",
        "후보는 -1과 1 사이의 값이므로 `tanh`를 취합니다.",
    ),
    en=(
        "You used the sigmoid for the candidate.",
        "The candidate lies between -1 and 1: take `tanh`.",
    ),
)
def uses_the_sigmoid_everywhere(x, h, W, U, b):
    return gru_step(x, h, W, U, b, sigmoid)


@STEP.mistake(
    "M21",
    ko=(
        "후보에 `tanh`를 취하지 않았습니다.",
        "`tanh(x_h + r * h_h)`가 후보를 -1과 1 사이에 둡니다.",
    ),
    en=(
        "You did not take `tanh` of the candidate.",
        "`tanh(x_h + r * h_h)` keeps the candidate between -1 and 1.",
    ),
)
def forgets_tanh(x, h, W, U, b):
    return gru_step(x, h, W, U, b, lambda candidate: candidate)


@STEP.mistake(
    "M20",
    ko=(
        "후보를 새 상태로 돌려주었습니다.",
        "새 상태는 앞 상태와 후보를 $z$와 $1 - z$의 몫으로 섞은 것입니다.",
    ),
    en=(
        "You returned the candidate as the new state.",
        "The new state mixes the state before and the candidate, with the shares $z$ and $1 - z$.",
    ),
)
def returns_the_candidate(x, h, W, U, b):
    (_, x_r, x_h), (_, h_r, h_h) = sums(x, h, W, U, b)
    return np.tanh(x_h + sigmoid(x_r + h_r) * h_h)


@STEP.mistake(
    "M20",
    ko=(
        "새 상태 대신 앞 상태를 돌려주었습니다.",
        "상태가 그대로인 것은 $z = 1$일 때뿐입니다. 후보에 $1 - z$를 곱해 더하세요.",
    ),
    en=(
        "You returned the state before and not the new one.",
        "The state stays only when $z = 1$: add the candidate times $1 - z$.",
    ),
)
def returns_the_state_before(x, h, W, U, b):
    return h.copy()


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
    h[...] = gru_step(x, h, W, U, b)
    return h


@STEP.mistake(
    "M12",
    ko=(
        "상태를 두 번 돌려주었습니다.",
        "셀의 한 시점에는 새 상태 `(B, H)` 하나면 됩니다.",
    ),
    en=(
        "You returned the state twice.",
        "One time step of a cell gives one new state, `(B, H)`.",
    ),
)
def returns_the_state_twice(x, h, W, U, b):
    return (gru_step(x, h, W, U, b),) * 2
