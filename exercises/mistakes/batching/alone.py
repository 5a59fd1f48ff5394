"""03-alone: one sequence at a time."""

import numpy as np

from ..known import Question
from ..numbers import SIZES, sequences
from ..unfolding.loop import right_unfold as unfold
from .passages import PASSAGES


def right_alone(x, h0, W, U, b):
    """Return the outputs (B, T, H) and the last states (B, H), read row by row."""
    rows = [unfold(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.concatenate([y for y, _ in rows]), np.concatenate([h for _, h in rows])


ALONE = Question(
    "one_by_one",
    right_alone,
    [sequences(*sizes) for sizes in SIZES],
    ("BTH", "BH"),
    {"unfold": unfold},
    PASSAGES | {"M16": "unfolding-first-state", "M17": "unfolding-first-state"},
    "batching-alone",
)


@ALONE.mistake(
    "M10",
    ko=(
        "한 시퀀스의 마지막 상태를 다음 시퀀스에 이어 주었습니다.",
        "행들은 서로 상관이 없습니다. 행마다 자기 초기 상태 `h0[i]`에서 시작합니다.",
    ),
    en=(
        "You carried the last state of one sequence on into the next.",
        "Rows have nothing to do with each other: each starts from its own `h0[i]`.",
    ),
)
def carries_the_state_on(x, h0, W, U, b):
    outputs, states, h = [], [], h0[:1]
    for i in range(len(x)):
        y, h = unfold(x[i : i + 1], h, W, U, b)
        outputs.append(y)
        states.append(h)
    return np.concatenate(outputs), np.concatenate(states)


@ALONE.twist(
    "M10",
    ko=(
        "모든 행을 첫째 행의 초기 상태에서 시작했습니다.",
        "초기 상태도 행마다 있습니다. 행 `i`는 `h0[i]`에서 시작합니다.",
    ),
    en=(
        "You started every row from the initial state of the first.",
        "Initial states belong to rows, too: row `i` starts from `h0[i]`.",
    ),
)
def shares_the_first_initial_state(one_by_one, x, h0, W, U, b):
    return one_by_one(x, np.repeat(h0[:1], len(x), axis=0), W, U, b)


@ALONE.twist(
    "M16",
    ko=("받은 초기 상태 대신 0에서 시작했습니다.", "행 `i`는 `h0[i]`에서 시작합니다."),
    en=(
        "You started from zeros and not from the given initial state.",
        "Row `i` starts from `h0[i]`.",
    ),
)
def starts_from_zeros(one_by_one, x, h0, W, U, b):
    return one_by_one(x, np.zeros_like(h0), W, U, b)


@ALONE.twist(
    "M10",
    ko=(
        "첫째 시퀀스를 행마다 다시 읽었습니다.",
        "행 `i`는 `x[i]`를 읽습니다. 반복할 때마다 `i`로 고르세요.",
    ),
    en=(
        "You read the first sequence again for every row.",
        "Row `i` reads `x[i]`: use `i` in each round.",
    ),
)
def reads_the_first_again(one_by_one, x, h0, W, U, b):
    return one_by_one(np.repeat(x[:1], len(x), axis=0), h0, W, U, b)


@ALONE.mistake(
    "M10",
    ko=("첫째 시퀀스만 읽었습니다.", "배치의 모든 행을 읽어 첫 축으로 이으세요."),
    en=(
        "You read the first sequence alone.",
        "Read every row of the batch, and join them on the first axis.",
    ),
)
def reads_one_row_alone(x, h0, W, U, b):
    return unfold(x[:1], h0[:1], W, U, b)


@ALONE.mistake(
    "M12",
    ko=(
        "마지막 행의 상태만 돌려주었습니다.",
        "상태도 행마다 하나씩 모아 `(B, H)`로 만듭니다.",
    ),
    en=(
        "You returned the state of the last row alone.",
        "Collect a state for each row as well: `(B, H)`.",
    ),
)
def keeps_the_last_row_s_state(x, h0, W, U, b):
    return right_alone(x, h0, W, U, b)[0], unfold(x[-1:], h0[-1:], W, U, b)[1]


@ALONE.mistake(
    "M09",
    ko=(
        "행들을 시점 축으로 이어 붙였습니다.",
        "행은 첫 축에 놓입니다. `np.concatenate(..., axis=0)`",
    ),
    en=(
        "You joined the rows along the time axis.",
        "Rows lie on the first axis: `np.concatenate(..., axis=0)`",
    ),
)
def joins_rows_in_time(x, h0, W, U, b):
    rows = [unfold(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.concatenate([y for y, _ in rows], axis=1), np.concatenate([h for _, h in rows])


@ALONE.mistake(
    "M07",
    ko=(
        "행마다 길이가 1인 축이 하나 남았습니다.",
        "`unfold`가 준 것은 이미 `(1, T, H)`입니다. 쌓지 말고 첫 축으로 이으세요.",
    ),
    en=(
        "An axis of length 1 is left over in each row.",
        "What `unfold` gives is `(1, T, H)` already: join on the first axis, do not stack.",
    ),
)
def stacks_rows_of_one(x, h0, W, U, b):
    rows = [unfold(x[i : i + 1], h0[i : i + 1], W, U, b) for i in range(len(x))]
    return np.stack([y for y, _ in rows]), np.stack([h for _, h in rows])


@ALONE.twist(
    "M10",
    ko=("행의 순서가 거꾸로입니다.", "행 `i`의 결과는 행 `i`에 놓입니다."),
    en=("The rows are in reverse order.", "The result of row `i` belongs into row `i`."),
)
def reverses_the_rows(one_by_one, x, h0, W, U, b):
    outputs, h = one_by_one(x, h0, W, U, b)
    return outputs[::-1], h[::-1]


@ALONE.mistake(
    "M09",
    ko=(
        "시점을 하나씩 골라 따로 읽었습니다.",
        "하나씩 고를 것은 시점이 아니라 시퀀스입니다. `x[i : i + 1]`",
    ),
    en=(
        "You took one time step at a time.",
        "What is taken one by one is a sequence, not a time step: `x[i : i + 1]`",
    ),
)
def takes_steps_apart(x, h0, W, U, b):
    steps = [unfold(x[:, t : t + 1], h0, W, U, b) for t in range(x.shape[1])]
    return np.concatenate([y for y, _ in steps], axis=1), steps[-1][1]


@ALONE.twist(
    "M13",
    ko=("두 값의 순서를 바꾸어 돌려주었습니다.", "출력이 먼저, 마지막 상태가 다음입니다."),
    en=("You returned the two values in the other order.", "Outputs first, then the last states."),
)
def returns_in_another_order(one_by_one, x, h0, W, U, b):
    return one_by_one(x, h0, W, U, b)[::-1]


@ALONE.twist(
    "M13",
    ko=("출력만 돌려주었습니다.", "값은 두 개입니다. 출력과 마지막 상태입니다."),
    en=("You returned the outputs alone.", "There are two values: outputs and last states."),
)
def returns_one_value(one_by_one, x, h0, W, U, b):
    return one_by_one(x, h0, W, U, b)[0]
