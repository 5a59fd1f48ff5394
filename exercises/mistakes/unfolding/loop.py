"""02-unfold: the loop over time."""

import numpy as np

from ..known import Question
from .one_step import right_step as step
from .probes import LOOPS, PASSAGES


def right_unfold(x, h0, W, U, b):
    """Return the outputs (B, T, H) and the last state (B, H)."""
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h = step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


UNFOLD = Question(
    "unfold",
    right_unfold,
    LOOPS,
    ("BTH", "BH"),
    {"simple_rnn_step": step},
    PASSAGES,
    "unfolding-by-hand",
)


@UNFOLD.mistake(
    "M06",
    ko=(
        "시점마다 가중치를 새로 만들었습니다.",
        "펼친 그림에 셀이 여러 번 나와도 받은 `W`, `U`, `b` 한 벌을 시점마다 다시 씁니다.",
    ),
    en=(
        "You made new weights at each step.",
        "The picture draws the cell many times, but the given `W`, `U`, `b` serve at every step.",
    ),
)
def draws_fresh_weights(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        W, U = np.random.normal(size=W.shape), np.random.normal(size=U.shape)
        h = step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


@UNFOLD.twist(
    "M16",
    ko=(
        "받은 초기 상태 대신 0에서 시작했습니다.",
        "첫 시점의 앞 상태는 `h0`입니다. 상태 배열의 `[-1]`도 `h0`이 아니라 끝 칸입니다.",
    ),
    en=(
        "You started from zeros and not from the given initial state.",
        "The state before the first step is `h0`. The `[-1]` of an array of states is its end.",
    ),
)
def starts_from_zeros(unfold, x, h0, W, U, b):
    return unfold(x, np.zeros_like(h0), W, U, b)


@UNFOLD.twist(
    "M16",
    ko=(
        "한 시점 앞의 입력을 읽었습니다.",
        "시점 `t`에는 `x[:, t]`를 씁니다. `t-1`은 첫 시점에서 시퀀스의 끝으로 돌아갑니다.",
    ),
    en=(
        "You read the input of the step before.",
        "Step `t` reads `x[:, t]`. At the first step `t-1` wraps around to the end.",
    ),
)
def reads_the_input_before(unfold, x, h0, W, U, b):
    return unfold(np.roll(x, 1, axis=1), h0, W, U, b)


@UNFOLD.twist(
    "M16",
    ko=(
        "첫 시점을 건너뛰었습니다.",
        "시점은 0부터 셉니다. `range(T)`는 0부터 `T-1`까지 `T`번 돕니다.",
    ),
    en=(
        "You skipped the first time step.",
        "Steps count from 0: `range(T)` makes `T` rounds, from 0 to `T-1`.",
    ),
)
def skips_the_first_step(unfold, x, h0, W, U, b):
    return unfold(x[:, 1:], h0, W, U, b)


@UNFOLD.twist(
    "M16",
    ko=(
        "마지막 시점을 빠뜨렸습니다.",
        "시점은 모두 `T`개입니다. `range(T - 1)`은 한 번 모자랍니다.",
    ),
    en=(
        "You left out the last time step.",
        "There are `T` steps; `range(T - 1)` makes one round too few.",
    ),
)
def skips_the_last_step(unfold, x, h0, W, U, b):
    return unfold(x[:, :-1], h0, W, U, b)


@UNFOLD.mistake(
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


@UNFOLD.twist(
    "M17",
    ko=(
        "마지막 상태 대신 가중치를 돌려주었습니다.",
        "상태는 계산한 결과 `(B, H)`이고, 가중치는 변하지 않습니다.",
    ),
    en=(
        "You returned a weight in the place of the last state.",
        "The state is what you computed, `(B, H)`; weights stay as they are.",
    ),
)
def returns_the_recurrent_kernel(unfold, x, h0, W, U, b):
    return unfold(x, h0, W, U, b)[0], U


@UNFOLD.twist(
    "M17",
    ko=(
        "마지막 상태 대신 초기 상태를 돌려주었습니다.",
        "반복문이 끝났을 때의 `h`를 돌려줍니다.",
    ),
    en=(
        "You returned the initial state in the place of the last one.",
        "Return what `h` is when the loop has ended.",
    ),
)
def returns_the_initial_state(unfold, x, h0, W, U, b):
    return unfold(x, h0, W, U, b)[0], h0


@UNFOLD.mistake(
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
def collects_before_the_step(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        outputs.append(h)
        h = step(x[:, t], h, W, U, b)
    return np.stack(outputs, axis=1), h


@UNFOLD.mistake(
    "M10",
    ko=(
        "배열 하나를 계속 고쳐 쓰면서 그 배열을 여러 번 담았습니다.",
        "담긴 것이 모두 같은 배열이라 끝에는 값도 모두 같습니다. 시점마다 새 배열을 만드세요.",
    ),
    en=(
        "You kept changing one array and collected it again and again.",
        "All that you collected is the same array, so it ends with equal values: make a new one.",
    ),
)
def collects_one_array(x, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h[...] = step(x[:, t], h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


@UNFOLD.twist(
    "M10",
    ko=(
        "받은 `h0`을 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 초기 상태도 바뀝니다. 시점마다 새 배열을 만드세요.",
    ),
    en=(
        "You changed the given `h0` in place.",
        "The caller's initial state changes with it. Make a new array at each step.",
    ),
)
def writes_into_the_initial_state(unfold, x, h0, W, U, b):
    outputs, h = unfold(x, h0, W, U, b)
    h0[...] = h
    return outputs, h


@UNFOLD.twist(
    "M09",
    ko=(
        "시점 축을 맨 앞에 두었습니다.",
        "출력의 축은 `(B, T, H)`입니다. 모은 상태를 `axis=1`에 쌓으세요.",
    ),
    en=(
        "You put the time axis first.",
        "Outputs have the axes `(B, T, H)`: stack the collected states on `axis=1`.",
    ),
)
def puts_time_first(unfold, x, h0, W, U, b):
    outputs, h = unfold(x, h0, W, U, b)
    return np.swapaxes(outputs, 0, 1), h


@UNFOLD.twist(
    "M08",
    ko=(
        "시점 축을 맨 뒤에 두었습니다.",
        "출력의 축은 `(B, T, H)`입니다. 모은 상태를 `axis=1`에 쌓으세요.",
    ),
    en=(
        "You put the time axis last.",
        "Outputs have the axes `(B, T, H)`: stack the collected states on `axis=1`.",
    ),
)
def puts_time_last(unfold, x, h0, W, U, b):
    outputs, h = unfold(x, h0, W, U, b)
    return np.swapaxes(outputs, 1, 2), h


@UNFOLD.twist(
    "M08",
    ko=(
        "특징 축을 따라 반복했습니다.",
        "입력의 축은 `(B, T, D)`입니다. 시점 `t`의 입력은 `x[:, t]`입니다.",
    ),
    en=(
        "You looped over the feature axis.",
        "Inputs have the axes `(B, T, D)`: the input of step `t` is `x[:, t]`.",
    ),
)
def loops_over_features(unfold, x, h0, W, U, b):
    return unfold(np.swapaxes(x, 1, 2), h0, W, U, b)


@UNFOLD.twist(
    "M09",
    ko=(
        "배치 축을 따라 반복했습니다.",
        "첫 축은 배치입니다. 모든 시퀀스가 함께 시점을 지나가므로 `x[:, t]`를 씁니다.",
    ),
    en=(
        "You looped over the batch axis.",
        "The first axis is the batch. All sequences pass the steps together: `x[:, t]`.",
    ),
)
def loops_over_the_batch(unfold, x, h0, W, U, b):
    return unfold(np.swapaxes(x, 0, 1), h0, W, U, b)


@UNFOLD.twist(
    "M26",
    ko=("시퀀스를 거꾸로 읽었습니다.", "시점 0에서 시작해 끝으로 갑니다."),
    en=("You read the sequence backwards.", "Start at step 0 and go to the end."),
)
def reads_backwards(unfold, x, h0, W, U, b):
    return unfold(x[:, ::-1], h0, W, U, b)


@UNFOLD.twist(
    "M01",
    ko=(
        "마지막 출력만 돌려주었습니다.",
        "모든 시점의 출력 `(B, T, H)`가 필요합니다. `return_sequences=True`일 때와 같습니다.",
    ),
    en=(
        "You returned the last output alone.",
        "The outputs of all steps are wanted, `(B, T, H)`, as with `return_sequences=True`.",
    ),
)
def returns_the_last_output(unfold, x, h0, W, U, b):
    _, h = unfold(x, h0, W, U, b)
    return h, h


@UNFOLD.twist(
    "M12",
    ko=(
        "출력을 마지막 상태 자리에도 돌려주었습니다.",
        "두 번째 값은 마지막 시점의 상태 하나, `(B, H)`입니다.",
    ),
    en=(
        "You returned the outputs in the place of the last state, too.",
        "The second value is the state after the last step alone, `(B, H)`.",
    ),
)
def returns_all_states(unfold, x, h0, W, U, b):
    outputs, _ = unfold(x, h0, W, U, b)
    return outputs, outputs


@UNFOLD.twist(
    "M13",
    ko=("출력만 돌려주었습니다.", "값은 두 개입니다. `return outputs, h`"),
    en=("You returned the outputs alone.", "There are two values: `return outputs, h`"),
)
def returns_one_value(unfold, x, h0, W, U, b):
    return unfold(x, h0, W, U, b)[0]


@UNFOLD.twist(
    "M13",
    ko=(
        "두 값의 순서를 바꾸어 돌려주었습니다.",
        "출력이 먼저, 마지막 상태가 다음입니다. `return outputs, h`",
    ),
    en=(
        "You returned the two values in the other order.",
        "Outputs first, then the last state: `return outputs, h`",
    ),
)
def returns_in_another_order(unfold, x, h0, W, U, b):
    return unfold(x, h0, W, U, b)[::-1]
