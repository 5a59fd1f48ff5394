"""03-mend: from time first to batch first."""

import numpy as np

from ..known import Question
from ..numbers import SIZES, numbers
from .passages import PASSAGES


def right_batch_first(x):
    """Return (B, T, D) for (T, B, D)."""
    return np.swapaxes(x, 0, 1)


MEND = Question(
    "batch_first",
    right_batch_first,
    [(numbers(T, B, D, phase=0.7),) for B, T, D, _ in SIZES],
    ("BTD",),
    passages=PASSAGES,
    chapter="batching-surprise",
)


@MEND.mistake(
    "M07",
    ko=(
        "아직도 `reshape`으로 모양만 바꾸고 있습니다.",
        "`reshape`은 수를 다시 나누어 담을 뿐입니다. 축의 자리를 바꾸려면 `np.swapaxes`입니다.",
    ),
    en=(
        "You still change the shape alone, with `reshape`.",
        "`reshape` deals the numbers out anew. To let axes change places, use `np.swapaxes`.",
    ),
)
def still_reshapes(x):
    T, B, D = x.shape
    return x.reshape(B, T, D)


@MEND.mistake(
    "M09",
    ko=("축을 그대로 두었습니다.", "첫 축이 아직 시간입니다. 앞의 두 축이 자리를 바꿉니다."),
    en=(
        "You left the axes as they are.",
        "The first axis is still time: the first two axes change places.",
    ),
)
def leaves_time_first(x):
    return x.copy()


@MEND.mistake(
    "M08",
    ko=(
        "축을 모두 거꾸로 놓았습니다.",
        "`x.T`는 세 축을 모두 뒤집습니다. 특징 축은 마지막에 그대로 둡니다.",
    ),
    en=(
        "You reversed all the axes.",
        "`x.T` turns all three around; the feature axis stays the last.",
    ),
)
def transposes_everything(x):
    return x.T


@MEND.mistake(
    "M08",
    ko=(
        "시간 축을 맨 뒤로 보냈습니다.",
        "`(B, T, D)`에서는 시간이 가운데입니다. 앞의 두 축만 자리를 바꿉니다.",
    ),
    en=(
        "You sent the time axis to the end.",
        "In `(B, T, D)` time is the middle one: only the first two axes change places.",
    ),
)
def sends_time_to_the_end(x):
    return np.moveaxis(x, 0, -1)


@MEND.twist(
    "M26",
    ko=("시간의 순서까지 뒤집었습니다.", "축의 자리만 바꿉니다. 시점 0은 그대로 시점 0입니다."),
    en=(
        "You turned time around as well.",
        "Only the axes change places: step 0 stays step 0.",
    ),
)
def turns_time_around(batch_first, x):
    return batch_first(x)[:, ::-1]


@MEND.twist(
    "M10",
    ko=("행의 순서까지 뒤집었습니다.", "축의 자리만 바꿉니다. 행 0은 그대로 행 0입니다."),
    en=("You turned the rows around as well.", "Only the axes change places: row 0 stays row 0."),
)
def turns_rows_around(batch_first, x):
    return batch_first(x)[::-1]


@MEND.mistake(
    "M10",
    ko=(
        "첫째 낱말만 돌려주었습니다.",
        "배치의 모든 낱말이 행으로 남아야 합니다.",
    ),
    en=(
        "You returned the first word alone.",
        "All words of the batch must stay, as rows.",
    ),
)
def keeps_the_first_word(x):
    return x[None, :, 0]


@MEND.mistake(
    "M07",
    ko=(
        "낱말들을 한 줄로 이어 붙였습니다.",
        "축은 셋 그대로입니다. 앞의 두 축이 자리를 바꿀 뿐입니다.",
    ),
    en=(
        "You put the words one behind the other.",
        "There are still three axes: the first two change places, nothing else.",
    ),
)
def flattens_the_words(x):
    return np.swapaxes(x, 0, 1).reshape(-1, x.shape[2])
