"""09-merge: two aligned outputs made into one."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES

MODES = ("concat", "sum", "mul", "ave")


def right_merge(forward, backward, mode):
    """Return the merged outputs (B, T, 2H) or (B, T, H)."""
    if mode == "concat":
        return np.concatenate([forward, backward], axis=-1)
    if mode == "mul":
        return forward * backward
    return (forward + backward) / (2 if mode == "ave" else 1)


MERGE = Question(
    "merge",
    right_merge,
    [
        (numbers(*shape, phase=0.7), numbers(*shape, phase=2.2), mode)
        for shape in ((2, 5, 3), (3, 3, 3))
        for mode in MODES
    ],
    ("BTH",),
    passages=PASSAGES,
    chapter="bidirectional-merge",
)


@MERGE.mistake(
    "M27",
    ko=(
        "`concat`에서도 더했습니다.",
        "`concat`은 나란히 붙입니다. 너비가 `2H`가 됩니다.",
    ),
    en=(
        "You added for `concat` as well.",
        "`concat` puts both side by side: the width becomes `2H`.",
    ),
)
def adds_for_concat(forward, backward, mode):
    return right_merge(forward, backward, "sum" if mode == "concat" else mode)


@MERGE.mistake(
    "M27",
    ko=(
        "`mode`가 무엇이든 붙였습니다.",
        "`sum`, `mul`, `ave`는 너비가 `H`인 배열 하나를 만듭니다. `mode`를 나누어 보세요.",
    ),
    en=(
        "You put both side by side, whatever `mode` says.",
        "`sum`, `mul` and `ave` make one array of width `H`: tell the modes apart.",
    ),
)
def always_concatenates(forward, backward, mode):
    return right_merge(forward, backward, "concat")


@MERGE.mistake(
    "M27",
    ko=("`mode`가 무엇이든 더했습니다.", "방법은 네 가지입니다. `mode`를 나누어 보세요."),
    en=("You added, whatever `mode` says.", "There are four ways: tell the modes apart."),
)
def always_adds(forward, backward, mode):
    return right_merge(forward, backward, "sum")


@MERGE.mistake(
    "M27",
    ko=("`ave`에서 2로 나누지 않았습니다.", "두 수의 평균은 합의 절반입니다."),
    en=("You did not halve for `ave`.", "The mean of two numbers is half their sum."),
)
def forgets_the_half(forward, backward, mode):
    return right_merge(forward, backward, "sum" if mode == "ave" else mode)


@MERGE.mistake(
    "M27",
    ko=(
        "`ave`에서 역방향만 2로 나누었습니다.",
        "나눗셈이 덧셈보다 먼저입니다. 합을 괄호로 묶으세요.",
    ),
    en=(
        "You halved the backward outputs alone for `ave`.",
        "Division comes before addition: put the sum in brackets.",
    ),
)
def halves_one_alone(forward, backward, mode):
    if mode == "ave":
        return forward + backward / 2
    return right_merge(forward, backward, mode)


@MERGE.mistake(
    "M27",
    ko=("`sum`에서도 2로 나누었습니다.", "절반으로 나누는 것은 `ave`뿐입니다."),
    en=("You halved for `sum` as well.", "It is `ave` alone that takes half the sum."),
)
def halves_the_sum(forward, backward, mode):
    return right_merge(forward, backward, "ave" if mode == "sum" else mode)


@MERGE.mistake(
    "M27",
    ko=("`mul`에서 더했습니다.", "`mul`은 같은 자리의 수끼리 곱합니다."),
    en=("You added for `mul`.", "`mul` multiplies number by number."),
)
def adds_for_mul(forward, backward, mode):
    return right_merge(forward, backward, "sum" if mode == "mul" else mode)


@MERGE.mistake(
    "M27",
    ko=(
        "`mul`에서 행렬을 곱했습니다.",
        "`mul`은 `*`처럼 같은 자리의 수끼리 곱합니다. 모양이 그대로입니다.",
    ),
    en=(
        "You took a matrix product for `mul`.",
        "`mul` multiplies number by number, as `*` does: the shape stays.",
    ),
)
def multiplies_matrices(forward, backward, mode):
    if mode == "mul":
        return forward @ np.swapaxes(backward, 1, 2)
    return right_merge(forward, backward, mode)


@MERGE.mistake(
    "M08",
    ko=(
        "`concat`에서 시점 축으로 이어 붙였습니다.",
        "같은 글자의 것끼리 붙입니다. 유닛의 축 `axis=-1`입니다.",
    ),
    en=(
        "You joined the outputs in time for `concat`.",
        "What belongs to one letter goes side by side: the axis of units, `axis=-1`.",
    ),
)
def joins_in_time(forward, backward, mode):
    if mode == "concat":
        return np.concatenate([forward, backward], axis=1)
    return right_merge(forward, backward, mode)


@MERGE.mistake(
    "M09",
    ko=(
        "`concat`에서 배치 축으로 이어 붙였습니다.",
        "`np.concatenate`의 기본은 `axis=0`입니다. 유닛의 축은 `axis=-1`입니다.",
    ),
    en=(
        "You joined the batches for `concat`.",
        "`np.concatenate` takes `axis=0` by default; the units are `axis=-1`.",
    ),
)
def joins_the_batch(forward, backward, mode):
    if mode == "concat":
        return np.concatenate([forward, backward])
    return right_merge(forward, backward, mode)


@MERGE.mistake(
    "M27",
    ko=(
        "`concat`에서 두 방향을 한 칸씩 번갈아 놓았습니다.",
        "정방향의 유닛들이 먼저 오고, 그 뒤에 역방향의 유닛들이 옵니다.",
    ),
    en=(
        "You took turns between both directions for `concat`.",
        "All forward units come first, and all backward units behind them.",
    ),
)
def takes_turns(forward, backward, mode):
    if mode == "concat":
        return np.stack([forward, backward], axis=-1).reshape(*forward.shape[:2], -1)
    return right_merge(forward, backward, mode)


@MERGE.mistake(
    "M27",
    ko=(
        "`concat`에서 축을 하나 더 만들었습니다.",
        "`np.stack`은 새 축을 만듭니다. 있는 축을 늘이는 것은 `np.concatenate`입니다.",
    ),
    en=(
        "You made another axis for `concat`.",
        "`np.stack` makes a new one; `np.concatenate` makes one longer that is there.",
    ),
)
def makes_a_new_axis(forward, backward, mode):
    if mode == "concat":
        return np.stack([forward, backward], axis=-1)
    return right_merge(forward, backward, mode)


@MERGE.twist(
    "M15",
    ko=("역방향을 앞에 두었습니다.", "정방향이 먼저입니다. `[forward, backward]`"),
    en=("You put the backward outputs first.", "Forward comes first: `[forward, backward]`"),
)
def puts_backward_first(merge, forward, backward, mode):
    return merge(backward, forward, mode)


@MERGE.twist(
    "M26",
    ko=(
        "역방향의 출력을 한 번 더 뒤집었습니다.",
        "받은 두 출력은 이미 시간 순서입니다. 그대로 짝지으세요.",
    ),
    en=(
        "You turned the backward outputs round once more.",
        "Both are in the order of time already: pair them as they are.",
    ),
)
def turns_once_more(merge, forward, backward, mode):
    return merge(forward, backward[:, ::-1], mode)


@MERGE.twist(
    "M09",
    ko=("시점 축을 맨 앞에 두었습니다.", "축의 순서는 배치, 시점, 유닛 그대로입니다."),
    en=("You put the time axis first.", "The axes stay batch, time, units."),
)
def puts_time_first(merge, forward, backward, mode):
    return np.swapaxes(merge(forward, backward, mode), 0, 1)
