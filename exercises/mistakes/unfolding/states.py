"""02-mend: a loop over an array of states, with a mistake to find."""

import numpy as np

from ..known import Question
from .loop import right_unfold
from .one_step import right_step as step
from .probes import LOOPS, PASSAGES


def right_states(x, h0, W, U, b):
    """Return the states of all steps (B, T, H)."""
    return right_unfold(x, h0, W, U, b)[0]


MEND = Question(
    "all_states",
    right_states,
    LOOPS,
    ("BTH",),
    {"simple_rnn_step": step},
    PASSAGES,
    "unfolding-first-state",
)


@MEND.twist(
    "M16",
    ko=(
        "첫 시점이 아직도 `h0`을 쓰지 않습니다.",
        "`t=0`이면 `t - 1`은 -1이고, `states[:, -1]`은 아직 0인 끝 칸입니다.",
    ),
    en=(
        "The first step still does not use `h0`.",
        "With `t=0`, `t - 1` is -1, and `states[:, -1]` is the end of the array, still zeros.",
    ),
)
def wraps_to_the_end(states, x, h0, W, U, b):
    return states(x, np.zeros_like(h0), W, U, b)


@MEND.mistake(
    "M16",
    ko=(
        "`h0`을 첫 시점의 결과로 담았습니다.",
        "`h0`은 첫 글자를 읽기 전의 상태입니다. 시점 0에도 한 걸음 나아가야 합니다.",
    ),
    en=(
        "You stored `h0` as the result of the first step.",
        "`h0` is the state before the first character is read: step 0 must advance, too.",
    ),
)
def stores_the_initial_state(x, h0, W, U, b):
    states = np.zeros((*x.shape[:2], h0.shape[1]))
    states[:, 0] = h0
    for t in range(1, x.shape[1]):
        states[:, t] = step(x[:, t], states[:, t - 1], W, U, b)
    return states


@MEND.twist(
    "M16",
    ko=(
        "`h0`을 끝 칸에 넣고 나서 시점을 한 칸씩 밀었습니다.",
        "시점 `t`의 결과는 `states[:, t]`에 담습니다.",
    ),
    en=(
        "You shifted the states by one step.",
        "The result of step `t` belongs into `states[:, t]`.",
    ),
)
def shifts_the_states(states, x, h0, W, U, b):
    return np.concatenate([h0[:, None], states(x, h0, W, U, b)[:, :-1]], axis=1)


@MEND.mistake(
    "M17",
    ko=(
        "모든 시점에 `h0`을 넣었습니다.",
        "`h0`은 `t=0`에만 쓰고, 그다음부터는 바로 앞 시점의 상태를 씁니다.",
    ),
    en=(
        "You fed `h0` at every step.",
        "`h0` serves at `t=0` alone; afterwards the state of the step right before it.",
    ),
)
def feeds_the_initial_state(x, h0, W, U, b):
    return np.stack([step(x[:, t], h0, W, U, b) for t in range(x.shape[1])], axis=1)


@MEND.mistake(
    "M17",
    ko=(
        "`h0`을 두 번 썼습니다.",
        "시점 1은 시점 0의 상태 `states[:, 0]`을 받습니다.",
    ),
    en=(
        "You used `h0` twice.",
        "Step 1 takes the state of step 0, `states[:, 0]`.",
    ),
)
def uses_the_initial_state_twice(x, h0, W, U, b):
    states, h = [], h0
    for t in range(x.shape[1]):
        h = step(x[:, t], h0 if t <= 1 else h, W, U, b)
        states.append(h)
    return np.stack(states, axis=1)
