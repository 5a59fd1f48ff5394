"""10-step: back through one time step."""

import numpy as np

from ..known import Question
from .probes import STEPS

PASSAGES = {
    "M05": "training-bptt",
    "M08": "training-bptt",
    "M10": "training-mean",
    "M13": "training-bptt",
    "M16": "training-by-hand",
    "M17": "training-by-hand",
    "M21": "training-bptt",
}


def right_step_back(d_h, x, before, after, U):
    """Return d_before (B, H), d_W (D, H), d_U (H, H), d_b (H,)."""
    d_z = d_h * (1 - after**2)
    return d_z @ U.T, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


STEP = Question(
    "step_back",
    right_step_back,
    STEPS,
    ("BH", "DH", "HH", "H"),
    passages=PASSAGES,
    chapter="training-bptt",
)


@STEP.twist(
    "M21",
    ko=(
        "`tanh`를 거슬러 가지 않았습니다.",
        "`d_h`에 `tanh`의 기울기 `1 - after**2`을 곱해야 `d_z`입니다.",
    ),
    en=(
        "You did not go back through `tanh`.",
        "`d_h` times the slope of `tanh`, `1 - after**2`, is `d_z`.",
    ),
)
def forgets_the_slope(step_back, d_h, x, before, after, U):
    return step_back(d_h, x, before, np.zeros_like(after), U)


@STEP.mistake(
    "M21",
    ko=(
        "`after`를 제곱하지 않았습니다.",
        "`tanh`의 기울기는 `1 - after`가 아니라 `1 - after**2`입니다.",
    ),
    en=(
        "You did not square `after`.",
        "The slope of `tanh` is `1 - after**2`, not `1 - after`.",
    ),
)
def forgets_the_square(d_h, x, before, after, U):
    d_z = d_h * (1 - after)
    return d_z @ U.T, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


@STEP.mistake(
    "M21",
    ko=(
        "시그모이드의 기울기를 곱했습니다.",
        "활성화 함수는 `tanh`이고, 그 기울기는 `1 - after**2`입니다.",
    ),
    en=(
        "You used the slope of a sigmoid.",
        "The activation is `tanh`, and its slope is `1 - after**2`.",
    ),
)
def uses_the_slope_of_a_sigmoid(d_h, x, before, after, U):
    d_z = d_h * after * (1 - after)
    return d_z @ U.T, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


@STEP.mistake(
    "M16",
    ko=(
        "`tanh`의 기울기를 앞 상태에서 구했습니다.",
        "`tanh`에서 나온 것은 새 상태 `after`입니다. `1 - after**2`을 곱하세요.",
    ),
    en=(
        "You took the slope of `tanh` from the state before.",
        "What came out of `tanh` is the new state: use `1 - after**2`.",
    ),
)
def takes_the_slope_from_before(d_h, x, before, after, U):
    d_z = d_h * (1 - before**2)
    return d_z @ U.T, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


@STEP.mistake(
    "M16",
    ko=(
        "`d_U`에 앞 상태 대신 새 상태를 곱했습니다.",
        "`U`와 곱해진 것은 앞 상태 `before`입니다. `before.T @ d_z`",
    ),
    en=(
        "You multiplied by the new state in `d_U`, not by the state before.",
        "What met `U` on the way forward is `before`: `before.T @ d_z`",
    ),
)
def uses_the_new_state(d_h, x, before, after, U):
    d_z = d_h * (1 - after**2)
    return d_z @ U.T, x.T @ d_z, after.T @ d_z, d_z.sum(axis=0)


@STEP.twist(
    "M08",
    ko=(
        "`U`를 전치하지 않았습니다.",
        "앞으로 갈 때 `h @ U`였으므로 거슬러 갈 때는 `d_z @ U.T`입니다.",
    ),
    en=(
        "You did not transpose `U`.",
        "Forward it was `h @ U`, so the way back is `d_z @ U.T`.",
    ),
)
def forgets_to_transpose(step_back, d_h, x, before, after, U):
    return step_back(d_h, x, before, after, U.T)


@STEP.mistake(
    "M08",
    ko=(
        "`d_U`를 전치했습니다.",
        "`U`의 행은 앞 상태, 열은 새 상태입니다. `before.T @ d_z`",
    ),
    en=(
        "You transposed `d_U`.",
        "The rows of `U` belong to the state before, its columns to the new one: `before.T @ d_z`",
    ),
)
def transposes_d_u(d_h, x, before, after, U):
    d_before, d_W, d_U, d_b = right_step_back(d_h, x, before, after, U)
    return d_before, d_W, d_U.T, d_b


@STEP.mistake(
    "M05",
    ko=(
        "앞 상태로 넘길 때 `tanh`의 기울기를 빠뜨렸습니다.",
        "`d_before`도 `d_h`가 아니라 `d_z`에서 나옵니다. `d_z @ U.T`",
    ),
    en=(
        "On the way to the state before you left out the slope of `tanh`.",
        "`d_before`, too, comes from `d_z` and not from `d_h`: `d_z @ U.T`",
    ),
)
def passes_d_h_on(d_h, x, before, after, U):
    _, d_W, d_U, d_b = right_step_back(d_h, x, before, after, U)
    return d_h @ U.T, d_W, d_U, d_b


@STEP.mistake(
    "M05",
    ko=(
        "앞 상태로 넘길 때 `U`를 빠뜨렸습니다.",
        "앞 상태는 `U`를 거쳐 들어왔으므로 `U.T`를 거쳐 돌아갑니다. `d_z @ U.T`",
    ),
    en=(
        "On the way to the state before you left out `U`.",
        "The state came in through `U`, so its gradient goes back through `U.T`: `d_z @ U.T`",
    ),
)
def forgets_the_recurrent_kernel(d_h, x, before, after, U):
    d_z = d_h * (1 - after**2)
    return d_z, x.T @ d_z, before.T @ d_z, d_z.sum(axis=0)


@STEP.mistake(
    "M10",
    ko=(
        "가중치의 기울기를 배치에서 평균했습니다.",
        "평균은 손실에서 이미 했습니다. 여기서는 행을 따라 더하기만 합니다.",
    ),
    en=(
        "You took the mean of the weights' gradients over the batch.",
        "The loss has already taken the mean: here the rows are only added up.",
    ),
)
def averages_over_the_batch(d_h, x, before, after, U):
    d_before, *d_weights = right_step_back(d_h, x, before, after, U)
    return d_before, *(one / len(x) for one in d_weights)


@STEP.mistake(
    "M10",
    ko=(
        "`d_b`를 배치에서 평균했습니다.",
        "편향은 모든 행에 더해졌으므로 기울기도 행을 따라 더합니다. `d_z.sum(axis=0)`",
    ),
    en=(
        "You took the mean over the batch for `d_b`.",
        "The bias was added to every row, so its gradient is a sum: `d_z.sum(axis=0)`",
    ),
)
def averages_d_b(d_h, x, before, after, U):
    d_before, d_W, d_U, d_b = right_step_back(d_h, x, before, after, U)
    return d_before, d_W, d_U, d_b / len(x)


@STEP.mistake(
    "M10",
    ko=(
        "`d_b`를 행을 따라 더하지 않았습니다.",
        "편향 `(H,)`은 모든 행이 함께 씁니다. `d_z.sum(axis=0)`",
    ),
    en=(
        "You did not add up the rows for `d_b`.",
        "All rows share the bias, `(H,)`: `d_z.sum(axis=0)`",
    ),
)
def leaves_d_b_in_rows(d_h, x, before, after, U):
    d_before, d_W, d_U, _ = right_step_back(d_h, x, before, after, U)
    return d_before, d_W, d_U, d_h * (1 - after**2)


@STEP.mistake(
    "M13",
    ko=(
        "`d_W`와 `d_U`의 자리를 바꾸어 돌려주었습니다.",
        "순서는 `d_before, d_W, d_U, d_b`입니다. `d_W`는 `(D, H)`입니다.",
    ),
    en=(
        "You returned `d_W` and `d_U` in each other's place.",
        "The order is `d_before, d_W, d_U, d_b`, and `d_W` is `(D, H)`.",
    ),
)
def swaps_the_weights(d_h, x, before, after, U):
    d_before, d_W, d_U, d_b = right_step_back(d_h, x, before, after, U)
    return d_before, d_U, d_W, d_b
