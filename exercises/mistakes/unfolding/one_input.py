"""02-input: the input of one time step."""

from ..known import Question
from .probes import LOOPS, PASSAGES


def input_at(x, t):
    """Return x_t (B, D)."""
    return x[:, t]


INPUT = Question(
    "input_at",
    input_at,
    [(x, t) for x, *_ in LOOPS for t in (0, 1, 2)],
    ("BD",),
    passages=PASSAGES,
    chapter="unfolding-axes",
)


@INPUT.mistake(
    "M08",
    ko=(
        "마지막 축이 시점이라고 생각했습니다.",
        "축의 순서는 `(B, T, D)`입니다. 시점은 가운데 축이고 마지막 축은 특징입니다.",
    ),
    en=(
        "You took the last axis for time.",
        "The order of the axes is `(B, T, D)`: time is the middle one, features are the last.",
    ),
)
def takes_a_feature(x, t):
    return x[:, :, t]


@INPUT.mistake(
    "M09",
    ko=(
        "첫 축이 시점이라고 생각했습니다.",
        "첫 축은 배치입니다. `x[t]`는 시점이 아니라 시퀀스 하나를 고릅니다.",
    ),
    en=(
        "You took the first axis for time.",
        "The first axis is the batch: `x[t]` chooses a sequence, not a time step.",
    ),
)
def takes_a_sequence(x, t):
    return x[t]


@INPUT.mistake(
    "M28",
    ko=(
        "시점 축을 남겨 두었습니다.",
        "셀은 한 시점 `(B, D)`를 받습니다. `x[:, t:t+1]`은 `(B, 1, D)`인 짧은 시퀀스입니다.",
    ),
    en=(
        "You kept the time axis.",
        "A cell takes one time step, `(B, D)`. `x[:, t:t+1]` is a short sequence, `(B, 1, D)`.",
    ),
)
def keeps_the_time_axis(x, t):
    return x[:, t : t + 1]


@INPUT.mistake(
    "M10",
    ko=(
        "시퀀스 하나만 골랐습니다.",
        "배치의 모든 시퀀스가 같은 시점을 함께 지나갑니다. 첫 축에서는 아무것도 고르지 않습니다.",
    ),
    en=(
        "You took one sequence alone.",
        "All sequences of a batch pass a time step together: nothing is chosen on the first axis.",
    ),
)
def takes_the_first_sequence(x, t):
    return x[0, t]


@INPUT.mistake(
    "M16",
    ko=(
        "한 시점 앞을 골랐습니다.",
        "시점은 0부터 셉니다. `t-1`은 `t=0`에서 -1, 곧 마지막 시점이 됩니다.",
    ),
    en=(
        "You took the time step before.",
        "Steps count from 0. With `t=0`, `t-1` is -1: the last time step.",
    ),
)
def takes_the_step_before(x, t):
    return x[:, t - 1]
