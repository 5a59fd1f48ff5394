"""06-loop: the loop over time, with two states."""

import numpy as np

from ..known import Question
from .one_step import right_step as step
from .probes import LOOPS, PASSAGES


def right_lstm(x, h0, c0, W, U, b):
    """Return the outputs (B, T, H) and the last states h (B, H), c (B, H)."""
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


LOOP = Question(
    "lstm",
    right_lstm,
    LOOPS,
    ("BTH", "BH", "BH"),
    {"lstm_step": step},
    PASSAGES,
    "lstm-rnnkit",
)


@LOOP.mistake(
    "M18",
    ko=(
        "`h`만 이어 가고 `c`는 시점마다 `c0`에서 다시 시작했습니다.",
        "두 상태를 모두 넘깁니다. `h, c = lstm_step(x[:, t], h, c, …)`",
    ),
    en=(
        "You carried `h` on, but began each step with `c0` again.",
        "Hand both states on: `h, c = lstm_step(x[:, t], h, c, …)`",
    ),
)
def carries_the_hidden_state_alone(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h, c0, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


@LOOP.mistake(
    "M18",
    ko=(
        "`c`만 이어 가고 `h`는 시점마다 `h0`에서 다시 시작했습니다.",
        "두 상태를 모두 넘깁니다. `h, c = lstm_step(x[:, t], h, c, …)`",
    ),
    en=(
        "You carried `c` on, but began each step with `h0` again.",
        "Hand both states on: `h, c = lstm_step(x[:, t], h, c, …)`",
    ),
)
def carries_the_cell_state_alone(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h0, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


@LOOP.mistake(
    "M18",
    ko=(
        "상태 하나를 `h`와 `c` 두 자리에 넣었습니다.",
        "LSTM의 상태는 둘입니다. `h`와 `c`를 따로 이어 갑니다.",
    ),
    en=(
        "You passed one state in the places of both `h` and `c`.",
        "An LSTM has two states: carry `h` and `c` on, each by itself.",
    ),
)
def passes_one_state_twice(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h, h, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


@LOOP.mistake(
    "M17",
    ko=(
        "시점마다 초기 상태에서 다시 시작했습니다.",
        "초기 상태는 첫 시점에만 쓰고, 그다음부터는 앞 시점의 `h`와 `c`를 씁니다.",
    ),
    en=(
        "You began each step with the initial states again.",
        "They serve at the first step alone; afterwards take the `h` and `c` of the step before.",
    ),
)
def feeds_the_initial_states(x, h0, c0, W, U, b):
    steps = [step(x[:, t], h0, c0, W, U, b) for t in range(x.shape[1])]
    return np.stack([h for h, _ in steps], axis=1), *steps[-1]


@LOOP.mistake(
    "M14",
    ko=(
        "`c`를 출력으로 모았습니다.",
        "출력은 시점마다의 `h`입니다. `c`는 안에 간직합니다.",
    ),
    en=(
        "You collected `c` as the outputs.",
        "The outputs are the `h` of each step; `c` is kept inside.",
    ),
)
def collects_the_cell_states(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        h, c = step(x[:, t], h, c, W, U, b)
        outputs.append(c)
    return np.stack(outputs, axis=1), h, c


@LOOP.mistake(
    "M14",
    ko=(
        "`lstm_step`이 돌려준 두 값을 바꾸어 받았습니다.",
        "`h`가 먼저입니다. `h, c = lstm_step(…)`",
    ),
    en=(
        "You unpacked what `lstm_step` returns in the other order.",
        "`h` comes first: `h, c = lstm_step(…)`",
    ),
)
def unpacks_them_swapped(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        c, h = step(x[:, t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


@LOOP.twist(
    "M14",
    ko=(
        "마지막 상태를 `c`, `h`의 순서로 돌려주었습니다.",
        "출력, 은닉 상태, 셀 상태의 순서입니다. `return outputs, h, c`",
    ),
    en=(
        "You returned the last states as `c`, `h`.",
        "Outputs, hidden state, cell state: `return outputs, h, c`",
    ),
)
def returns_the_states_swapped(lstm, x, h0, c0, W, U, b):
    outputs, h, c = lstm(x, h0, c0, W, U, b)
    return outputs, c, h


@LOOP.twist(
    "M14",
    ko=(
        "두 초기 상태를 바꾸어 썼습니다.",
        "`h0`은 은닉 상태, `c0`은 셀 상태의 시작입니다.",
    ),
    en=(
        "You swapped the two initial states.",
        "`h0` is the hidden state to begin with, `c0` the cell state.",
    ),
)
def starts_from_them_swapped(lstm, x, h0, c0, W, U, b):
    return lstm(x, c0, h0, W, U, b)


@LOOP.twist(
    "M16",
    ko=(
        "받은 `h0` 대신 0에서 시작했습니다.",
        "첫 시점의 앞 은닉 상태는 `h0`입니다.",
    ),
    en=(
        "You started from zeros and not from the given `h0`.",
        "The hidden state before the first step is `h0`.",
    ),
)
def starts_from_a_zero_hidden_state(lstm, x, h0, c0, W, U, b):
    return lstm(x, np.zeros_like(h0), c0, W, U, b)


@LOOP.twist(
    "M16",
    ko=("받은 `c0` 대신 0에서 시작했습니다.", "첫 시점의 앞 셀 상태는 `c0`입니다."),
    en=(
        "You started from zeros and not from the given `c0`.",
        "The cell state before the first step is `c0`.",
    ),
)
def starts_from_a_zero_cell_state(lstm, x, h0, c0, W, U, b):
    return lstm(x, h0, np.zeros_like(c0), W, U, b)


@LOOP.twist(
    "M13",
    ko=(
        "값을 두 개만 돌려주었습니다.",
        "상태가 둘이므로 값은 세 개입니다. `return outputs, h, c`",
    ),
    en=(
        "You returned two values.",
        "There are two states, so there are three values: `return outputs, h, c`",
    ),
)
def returns_two_values(lstm, x, h0, c0, W, U, b):
    return lstm(x, h0, c0, W, U, b)[:2]


@LOOP.twist(
    "M01",
    ko=(
        "마지막 출력만 돌려주었습니다.",
        "모든 시점의 출력 `(B, T, H)`가 필요합니다. 시점마다 `h`를 모으세요.",
    ),
    en=(
        "You returned the last output alone.",
        "The outputs of all steps are wanted, `(B, T, H)`: collect the `h` of each.",
    ),
)
def returns_the_last_output(lstm, x, h0, c0, W, U, b):
    _, h, c = lstm(x, h0, c0, W, U, b)
    return h, h, c


@LOOP.mistake(
    "M15",
    ko=(
        "나아가기 전의 `h`를 모았습니다.",
        "`lstm_step`을 부른 다음에 담아야 마지막 출력이 마지막 `h`와 같습니다.",
    ),
    en=(
        "You collected `h` before the step.",
        "Collect it after `lstm_step`: then the last output is the last `h`.",
    ),
)
def collects_too_early(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[1]):
        outputs.append(h)
        h, c = step(x[:, t], h, c, W, U, b)
    return np.stack(outputs, axis=1), h, c


@LOOP.twist(
    "M09",
    ko=("출력의 시점 축을 맨 앞에 두었습니다.", "가운데 축에 쌓습니다. `np.stack(…, axis=1)`"),
    en=(
        "You put the time axis of the outputs first.",
        "Stack them on the middle axis: `np.stack(…, axis=1)`",
    ),
)
def stacks_time_first(lstm, x, h0, c0, W, U, b):
    outputs, h, c = lstm(x, h0, c0, W, U, b)
    return np.swapaxes(outputs, 0, 1), h, c


@LOOP.mistake(
    "M09",
    ko=(
        "첫 축을 시점으로 읽었습니다.",
        "첫 축은 배치입니다. 시점 `t`의 입력은 `x[t]`가 아니라 `x[:, t]`입니다.",
    ),
    en=(
        "You read the first axis as time.",
        "The first axis is the batch: the input of step `t` is `x[:, t]`, not `x[t]`.",
    ),
)
def reads_the_batch_as_time(x, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for t in range(x.shape[0]):
        h, c = step(x[t], h, c, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h, c


@LOOP.twist(
    "M26",
    ko=("시퀀스를 거꾸로 읽었습니다.", "시점 0에서 시작해 끝으로 갑니다."),
    en=("You read the sequence backwards.", "Start at step 0 and go to the end."),
)
def reads_backwards(lstm, x, h0, c0, W, U, b):
    return lstm(x[:, ::-1], h0, c0, W, U, b)
