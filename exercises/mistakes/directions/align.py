"""09-align: outputs that were read from the end, in the order of time."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES


def right_align(outputs):
    """Return the outputs (B, T, H) in the order of time."""
    return outputs[:, ::-1]


ALIGN = Question(
    "align",
    right_align,
    [(numbers(*shape, phase=0.7),) for shape in ((2, 7, 3), (3, 3, 3), (1, 4, 3))],
    ("BTH",),
    passages=PASSAGES | {"M26": "bidirectional-equation"},
    chapter="bidirectional-equation",
)


@ALIGN.mistake(
    "M26",
    ko=(
        "출력을 읽은 순서 그대로 두었습니다.",
        "맨 먼저 읽은 것은 마지막 글자입니다. 시점 축을 뒤집으세요.",
    ),
    en=(
        "You left the outputs in the order in which they were read.",
        "What was read first is the last letter: turn the time axis round.",
    ),
)
def leaves_them(outputs):
    return outputs


@ALIGN.mistake(
    "M09",
    ko=(
        "배치 축을 뒤집었습니다.",
        "첫 축은 배치, 가운데 축이 시점입니다. `outputs[:, ::-1]`",
    ),
    en=(
        "You turned the batch axis round.",
        "The first axis is the batch, time is the middle one: `outputs[:, ::-1]`",
    ),
)
def turns_the_batch(outputs):
    return outputs[::-1]


@ALIGN.mistake(
    "M08",
    ko=(
        "유닛 축을 뒤집었습니다.",
        "마지막 축은 유닛, 가운데 축이 시점입니다. `outputs[:, ::-1]`",
    ),
    en=(
        "You turned the axis of units round.",
        "The last axis holds units, time is the middle one: `outputs[:, ::-1]`",
    ),
)
def turns_the_units(outputs):
    return outputs[:, :, ::-1]


@ALIGN.mistake(
    "M08",
    ko=("모든 축을 뒤집었습니다.", "시점 축만 뒤집습니다. `np.flip`에는 `axis=1`을 주세요."),
    en=("You turned all axes round.", "Turn time alone: give `np.flip` an `axis=1`."),
)
def turns_everything(outputs):
    return np.flip(outputs)


@ALIGN.mistake(
    "M08",
    ko=(
        "시점과 유닛을 함께 뒤집었습니다.",
        "유닛의 순서는 그대로 둡니다. 시점 축만 뒤집으세요.",
    ),
    en=(
        "You turned time round, and the units with it.",
        "The units keep their order: turn the time axis alone.",
    ),
)
def turns_time_and_units(outputs):
    return outputs[:, ::-1, ::-1]


@ALIGN.mistake(
    "M09",
    ko=(
        "시점과 배치를 함께 뒤집었습니다.",
        "배치의 순서는 그대로 둡니다. 시점 축만 뒤집으세요.",
    ),
    en=(
        "You turned time round, and the batch with it.",
        "The rows keep their order: turn the time axis alone.",
    ),
)
def turns_time_and_batch(outputs):
    return outputs[::-1, ::-1]


@ALIGN.twist(
    "M26",
    ko=(
        "한 시점 어긋났습니다.",
        "글자 `t`의 출력은 `T - 1 - t`번에 있습니다. 1을 빼는 것을 잊지 마세요.",
    ),
    en=(
        "You are off by one step.",
        "The output of letter `t` is number `T - 1 - t`: do not forget the 1.",
    ),
)
def is_off_by_one(align, outputs):
    return np.roll(align(outputs), 1, axis=1)


@ALIGN.twist(
    "M09",
    ko=("시점 축을 맨 앞에 두었습니다.", "축의 순서는 배치, 시점, 유닛 그대로입니다."),
    en=("You put the time axis first.", "The axes stay batch, time, units."),
)
def puts_time_first(align, outputs):
    return np.swapaxes(align(outputs), 0, 1)


@ALIGN.twist(
    "M02",
    ko=("한 시점의 출력만 돌려주었습니다.", "모든 시점의 출력이 필요합니다. `(B, T, H)`"),
    en=("You returned the output of one step.", "Those of all steps are wanted: `(B, T, H)`"),
)
def returns_one_step(align, outputs):
    return np.asarray(align(outputs))[:, -1]
