"""03-axis: an experiment that tells the batch from time."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .passages import PASSAGES


def mystery(x):
    """Return running sums: with an odd number of features the batch is first, else time is."""
    return np.cumsum(x**2, axis=x.shape[2] % 2)


def right_axis(x):
    """Return the batch axis of `mystery`, 0 or 1."""
    return 0 if np.allclose(mystery(x[::-1])[::-1], mystery(x)) else 1


AXIS = Question(
    "batch_axis",
    right_axis,
    [(numbers(*sizes, phase=0.7),) for sizes in ((2, 7, 5), (2, 7, 4), (6, 3, 5), (6, 3, 2))],
    ("",),
    {"mystery": mystery},
    PASSAGES,
    "batching-surprise",
)


@AXIS.twist(
    "M09",
    ko=(
        "배치 축 대신 시간 축을 돌려주었습니다.",
        "뒤집었을 때 값이 달라지는 축은 시간입니다. 배치는 다른 쪽입니다.",
    ),
    en=(
        "You returned the time axis and not the batch axis.",
        "The axis whose turning changes the values is time; the batch is the other one.",
    ),
)
def finds_the_time_axis(batch_axis, x):
    return 1 - batch_axis(x)


@AXIS.mistake(
    "M09",
    ko=(
        "배치는 언제나 첫 축이라고 생각했습니다.",
        "라이브러리마다 다릅니다. `mystery`를 불러 실험해 보아야 알 수 있습니다.",
    ),
    en=(
        "You thought that the batch is always the first axis.",
        "Libraries differ: only an experiment with `mystery` can tell.",
    ),
)
def says_the_first(x):
    return 0


@AXIS.mistake(
    "M09",
    ko=(
        "배치는 언제나 둘째 축이라고 생각했습니다.",
        "라이브러리마다 다릅니다. `mystery`를 불러 실험해 보아야 알 수 있습니다.",
    ),
    en=(
        "You thought that the batch is always the second axis.",
        "Libraries differ: only an experiment with `mystery` can tell.",
    ),
)
def says_the_second(x):
    return 1


@AXIS.mistake(
    "M09",
    ko=(
        "짧은 축이 배치라고 생각했습니다.",
        "배치가 시간보다 길 수도 있습니다. 크기가 아니라 값을 보세요.",
    ),
    en=(
        "You took the shorter axis for the batch.",
        "A batch may be longer than time: look at values, not at sizes.",
    ),
)
def takes_the_shorter_axis(x):
    return int(x.shape[1] < x.shape[0])


@AXIS.mistake(
    "M09",
    ko=(
        "긴 축이 배치라고 생각했습니다.",
        "시간이 배치보다 길 수도 있습니다. 크기가 아니라 값을 보세요.",
    ),
    en=(
        "You took the longer axis for the batch.",
        "Time may be longer than the batch: look at values, not at sizes.",
    ),
)
def takes_the_longer_axis(x):
    return int(x.shape[1] > x.shape[0])


@AXIS.mistake(
    "M08",
    ko=(
        "특징 축을 배치라고 했습니다.",
        "특징은 마지막 축입니다. 배치는 앞의 두 축 가운데 하나입니다.",
    ),
    en=(
        "You took the feature axis for the batch.",
        "Features are the last axis; the batch is one of the two before it.",
    ),
)
def says_the_last(x):
    return 2
