"""10-loop: back through all time steps."""

import numpy as np

from ..known import Question
from .one_step import right_step_back as step_back
from .probes import LOOPS

PASSAGES = {
    "M05": "training-bptt",
    "M06": "training-bptt",
    "M10": "training-mean",
    "M13": "training-bptt",
    "M16": "training-by-hand",
    "M17": "training-bptt",
    "M24": "training-pieces",
    "M26": "training-picture",
}


def steps_back(d_out, x, h, U, before=0, after=1):
    """Go back through all steps; `before` and `after` say which states each step is given."""
    d_h, sums = np.zeros_like(h[:, 0]), [0, 0, 0]
    for t in reversed(range(x.shape[1])):
        given = d_h + d_out[:, t], x[:, t], h[:, t + before], h[:, t + after]
        d_h, *own = step_back(*given, U)
        sums = [a + b for a, b in zip(sums, own, strict=True)]
    return *sums, d_h


def right_loop(d_out, x, h, U):
    """Return d_W (D, H), d_U (H, H), d_b (H,) and d_h0 (B, H)."""
    return steps_back(d_out, x, h, U)


LOOP = Question(
    "back_through_time",
    right_loop,
    LOOPS,
    ("DH", "HH", "H", "BH"),
    {"step_back": step_back},
    PASSAGES,
    "training-bptt",
)


def gradients_of_steps(d_out, x, h, U):
    """Return what each step gives, from the last to the first: lists of d_before, d_W, d_U, d_b."""
    d_h, found = np.zeros_like(h[:, 0]), []
    for t in reversed(range(x.shape[1])):
        found.append(step_back(d_h + d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U))
        d_h = found[-1][0]
    return found


@LOOP.mistake(
    "M06",
    ko=(
        "시점마다 앞의 기울기를 덮어썼습니다.",
        "가중치는 모든 시점이 함께 씁니다. 시점마다 나온 기울기를 모두 더하세요.",
    ),
    en=(
        "At each step you overwrote the gradients found before.",
        "All steps share the weights: add up the gradients of all steps.",
    ),
)
def keeps_the_first_step_alone(d_out, x, h, U):
    d_before, *own = gradients_of_steps(d_out, x, h, U)[-1]
    return *own, d_before


@LOOP.mistake(
    "M06",
    ko=(
        "마지막 시점의 기울기만 돌려주었습니다.",
        "가중치는 모든 시점에서 쓰였습니다. 시점마다 나온 기울기를 모두 더하세요.",
    ),
    en=(
        "You returned the gradients of the last step alone.",
        "The weights were used at every step: add up the gradients of all steps.",
    ),
)
def keeps_the_last_step_alone(d_out, x, h, U):
    found = gradients_of_steps(d_out, x, h, U)
    return *found[0][1:], found[-1][0]


@LOOP.mistake(
    "M10",
    ko=(
        "시점마다 나온 기울기를 평균했습니다.",
        "평균은 손실에서 이미 했습니다. 여기서는 더하기만 합니다.",
    ),
    en=(
        "You took the mean of the steps' gradients.",
        "The loss has already taken the mean: here they are only added up.",
    ),
)
def averages_over_the_steps(d_out, x, h, U):
    *sums, d_h = right_loop(d_out, x, h, U)
    return *(one / x.shape[1] for one in sums), d_h


@LOOP.mistake(
    "M24",
    ko=(
        "시점마다 기울기를 새로 시작했습니다.",
        "다음 시점에서 온 `d_before`를 그 시점의 `d_out`에 더해 이어 갑니다.",
    ),
    en=(
        "You started each step with a fresh gradient.",
        "Carry on: `d_before` of the later step is added to the `d_out` of this one.",
    ),
)
def forgets_to_carry_on(d_out, x, h, U):
    found = [step_back(d_out[:, t], x[:, t], h[:, t], h[:, t + 1], U) for t in range(x.shape[1])]
    return *(sum(parts) for parts in list(zip(*found, strict=True))[1:]), found[0][0]


@LOOP.mistake(
    "M05",
    ko=(
        "마지막 시점의 `d_out`만 썼습니다.",
        "모든 시점에 답이 있으므로 시점마다 `d_out[:, t]`를 더합니다.",
    ),
    en=(
        "You used the `d_out` of the last step alone.",
        "There is an answer at every step: add `d_out[:, t]` at each of them.",
    ),
)
def forgets_the_answers_between(d_out, x, h, U):
    last = np.zeros_like(d_out)
    last[:, -1] = d_out[:, -1]
    return right_loop(last, x, h, U)


@LOOP.mistake(
    "M26",
    ko=(
        "시점을 앞에서부터 지나갔습니다.",
        "기울기는 마지막 시점에서 첫 시점으로 거슬러 갑니다. `reversed(range(T))`",
    ),
    en=(
        "You went through the steps from the front.",
        "Gradients run from the last step back to the first: `reversed(range(T))`",
    ),
)
def goes_forwards(d_out, x, h, U):
    back = h[:, ::-1]  # turned round in time, and the states of a step the right way again
    return steps_back(d_out[:, ::-1], x[:, ::-1], back, U, before=1, after=0)


@LOOP.mistake(
    "M16",
    ko=(
        "앞 상태와 새 상태를 바꾸어 넣었습니다.",
        "`h[:, 0]`이 초기 상태입니다. 시점 `t`의 앞은 `h[:, t]`, 뒤는 `h[:, t + 1]`입니다.",
    ),
    en=(
        "You swapped the state before and the new one.",
        "`h[:, 0]` is the initial state: before step `t` comes `h[:, t]`, after it `h[:, t + 1]`.",
    ),
)
def swaps_before_and_after(d_out, x, h, U):
    return steps_back(d_out, x, h, U, before=1, after=0)


@LOOP.mistake(
    "M16",
    ko=(
        "앞 상태 자리에 새 상태를 넣었습니다.",
        "`d_U`에는 `U`와 곱해진 앞 상태 `h[:, t]`가 필요합니다.",
    ),
    en=(
        "You gave the new state in the place of the state before.",
        "`d_U` needs the state that met `U`, the one before: `h[:, t]`",
    ),
)
def gives_the_new_state_twice(d_out, x, h, U):
    return steps_back(d_out, x, h, U, before=1)


@LOOP.mistake(
    "M16",
    ko=(
        "새 상태 자리에 앞 상태를 넣었습니다.",
        "`tanh`의 기울기에는 그 시점이 끝난 뒤의 상태 `h[:, t + 1]`이 필요합니다.",
    ),
    en=(
        "You gave the state before in the place of the new one.",
        "The slope of `tanh` needs the state after the step: `h[:, t + 1]`",
    ),
)
def gives_the_state_before_twice(d_out, x, h, U):
    return steps_back(d_out, x, h, U, after=0)


@LOOP.mistake(
    "M16",
    ko=(
        "첫 시점을 빠뜨렸습니다.",
        "시점은 0부터 셉니다. 시점 0까지 거슬러 가야 `h_0`의 기울기가 나옵니다.",
    ),
    en=(
        "You left out the first step.",
        "Steps count from 0: go back through step 0, then you have the gradient of `h_0`.",
    ),
)
def skips_the_first_step(d_out, x, h, U):
    return right_loop(d_out[:, 1:], x[:, 1:], h[:, 1:], U)


@LOOP.mistake(
    "M17",
    ko=(
        "첫 시점을 다 거슬러 가기 전의 기울기를 돌려주었습니다.",
        "초기 상태의 기울기는 시점 0의 `step_back`이 돌려주는 `d_before`입니다.",
    ),
    en=(
        "You returned the gradient from before the first step was passed.",
        "The gradient of the initial state is the `d_before` that `step_back` gives at step 0.",
    ),
)
def returns_the_gradient_of_the_first_state(d_out, x, h, U):
    *sums, _ = right_loop(d_out, x, h, U)
    d_h = gradients_of_steps(d_out, x, h, U)[-2][0] + d_out[:, 0]
    return *sums, d_h


@LOOP.mistake(
    "M17",
    ko=(
        "지나온 시점의 기울기를 계속 쌓았습니다.",
        "다음 시점에서 온 `d_before`로 바꿔 넣습니다. 앞의 `d_h`에 더하지 않습니다.",
    ),
    en=(
        "You kept piling up the gradients of the steps passed.",
        "The `d_before` of the later step takes the place of `d_h`; it is not added to it.",
    ),
)
def piles_up_the_gradient(d_out, x, h, U):
    d_h, sums = np.zeros_like(h[:, 0]), [0, 0, 0]
    for t in reversed(range(x.shape[1])):
        d_h = d_h + d_out[:, t]
        d_before, *own = step_back(d_h, x[:, t], h[:, t], h[:, t + 1], U)
        d_h = d_h + d_before
        sums = [a + b for a, b in zip(sums, own, strict=True)]
    return *sums, d_h


@LOOP.twist(
    "M13",
    ko=(
        "초기 상태의 기울기를 맨 앞에 돌려주었습니다.",
        "순서는 `d_W, d_U, d_b, d_h0`입니다.",
    ),
    en=(
        "You returned the gradient of the initial state first.",
        "The order is `d_W, d_U, d_b, d_h0`.",
    ),
)
def returns_in_another_order(back_through_time, d_out, x, h, U):
    *sums, d_h = back_through_time(d_out, x, h, U)
    return d_h, *sums
