"""09-last: the last output of a bidirectional layer, with a mistake to find."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES


def right_last(outputs):
    """Return what both layers give after they have read everything (B, 2H)."""
    forward, backward = halves(outputs)
    return np.concatenate([forward[:, -1], backward[:, 0]], axis=-1)


def halves(outputs):
    """Return the forward and the backward half."""
    return np.split(np.asarray(outputs), 2, axis=-1)


LAST = Question(
    "last_output",
    right_last,
    [(numbers(*shape, phase=0.7),) for shape in ((2, 7, 6), (4, 4, 4), (3, 5, 2), (2, 1, 4))],
    ("BH",),
    passages=PASSAGES,
    chapter="bidirectional-surprise",
)


@LAST.mistake(
    "M26",
    ko=(
        "두 반쪽을 모두 마지막 시점에서 골랐습니다.",
        "그곳에서 역방향은 글자 하나만 읽었습니다. 다 읽은 것은 시점 0입니다.",
    ),
    en=(
        "You took both halves at the last step.",
        "There the backward layer has read one letter; it has read all of them at step 0.",
    ),
)
def takes_the_last_step(outputs):
    return outputs[:, -1]


@LAST.mistake(
    "M26",
    ko=(
        "두 반쪽을 모두 시점 0에서 골랐습니다.",
        "정방향은 마지막 시점에 가서야 다 읽습니다.",
    ),
    en=(
        "You took both halves at step 0.",
        "The forward layer has not read everything before the last step.",
    ),
)
def takes_the_first_step(outputs):
    return outputs[:, 0]


@LAST.mistake(
    "M26",
    ko=(
        "반쪽마다 반대쪽 끝을 골랐습니다.",
        "정방향은 마지막 시점, 역방향은 시점 0에서 다 읽습니다.",
    ),
    en=(
        "You took each half at the wrong end.",
        "Forward has read everything at the last step, backward at step 0.",
    ),
)
def takes_the_wrong_ends(outputs):
    forward, backward = halves(outputs)
    return np.concatenate([forward[:, 0], backward[:, -1]], axis=-1)


@LAST.mistake(
    "M26",
    ko=(
        "반쪽을 나누는 칸이 한 칸 어긋났습니다.",
        "앞의 `H`칸이 정방향입니다. `H`는 너비의 절반입니다.",
    ),
    en=(
        "You divided the halves one place off.",
        "The first `H` places are forward, and `H` is half the width.",
    ),
)
def divides_one_place_off(outputs):
    H = outputs.shape[-1] // 2 + 1
    return np.concatenate([outputs[:, -1, :H], outputs[:, 0, H:]], axis=-1)


@LAST.mistake(
    "M27",
    ko=(
        "두 방향이 한 칸씩 번갈아 있다고 생각했습니다.",
        "앞의 `H`칸이 정방향, 뒤의 `H`칸이 역방향입니다.",
    ),
    en=(
        "You thought that both directions take turns.",
        "The first `H` places are forward, the last `H` backward.",
    ),
)
def takes_every_other_place(outputs):
    return np.concatenate([outputs[:, -1, ::2], outputs[:, 0, 1::2]], axis=-1)


@LAST.mistake(
    "M09",
    ko=(
        "시점 대신 배치에서 골랐습니다.",
        "첫 축은 배치입니다. 시점은 `outputs[:, -1]`처럼 가운데에서 고릅니다.",
    ),
    en=(
        "You chose from the batch, not from time.",
        "The first axis is the batch: choose a step in the middle, as in `outputs[:, -1]`.",
    ),
)
def chooses_from_the_batch(outputs):
    forward, backward = halves(outputs)
    return np.concatenate([forward[-1], backward[0]], axis=-1)


@LAST.mistake(
    "M15",
    ko=(
        "모든 시점을 평균했습니다.",
        "반쪽마다 다 읽은 시점의 출력 하나를 고릅니다.",
    ),
    en=(
        "You took the mean over all steps.",
        "Each half has one output after everything was read: choose that.",
    ),
)
def takes_the_mean(outputs):
    return outputs.mean(axis=1)


@LAST.mistake(
    "M15",
    ko=("정방향의 출력만 돌려주었습니다.", "역방향의 반쪽도 붙입니다. 너비는 `2H`입니다."),
    en=("You returned the forward half alone.", "The backward half belongs to it: `2H` wide."),
)
def returns_one_half(outputs):
    return halves(outputs)[0][:, -1]


@LAST.twist(
    "M27",
    ko=("두 반쪽을 더했습니다.", "나란히 붙입니다. 너비는 `2H` 그대로입니다."),
    en=("You added both halves.", "They stay side by side, `2H` wide."),
)
def adds_the_halves(last, outputs):
    return sum(halves(last(outputs)))


@LAST.twist(
    "M15",
    ko=("역방향의 반쪽을 앞에 두었습니다.", "정방향의 반쪽이 먼저입니다."),
    en=("You put the backward half first.", "The forward half comes first."),
)
def puts_backward_first(last, outputs):
    return np.concatenate(halves(last(outputs))[::-1], axis=-1)


@LAST.twist(
    "M28",
    ko=("시점 축을 남겨 두었습니다.", "낱말마다 출력 하나이므로 모양은 `(B, 2H)`입니다."),
    en=("You kept the time axis.", "There is one output for each word: the shape is `(B, 2H)`."),
)
def keeps_the_time_axis(last, outputs):
    return np.asarray(last(outputs))[:, None]
