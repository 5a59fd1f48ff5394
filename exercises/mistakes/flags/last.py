"""04-last: the last hidden state, however a layer was called."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES, STATES


def right_last(result):
    """Return the last hidden state (B, H)."""
    if isinstance(result, tuple):
        return result[1]
    return result[:, -1] if np.ndim(result) == 3 else result


def results_of(outputs):
    """Return what the layers give with each pair of flags."""
    h = outputs[:, -1]
    c = numbers(*h.shape, phase=2.6)
    return [outputs, h, (outputs, h), (h, h), (outputs, h, c), (h, h, c)]


LAST = Question(
    "last_state",
    right_last,
    [(result,) for outputs in STATES for result in results_of(outputs)],
    ("BH",),
    passages=PASSAGES | {"M14": "return-flags-unpack", "M16": "return-flags-equation"},
    chapter="return-flags-unpack",
)


@LAST.mistake(
    "M14",
    ko=(
        "LSTM에서 셀 상태 `c`를 돌려주었습니다.",
        "LSTM의 값은 `output, h, c`입니다. 은닉 상태는 둘째 값입니다.",
    ),
    en=(
        "You returned the cell state `c` of an LSTM.",
        "An LSTM gives `output, h, c`: the hidden state is the second value.",
    ),
)
def returns_the_cell_state(result):
    return result[-1] if isinstance(result, tuple) else right_last(result)


@LAST.mistake(
    "M13",
    ko=(
        "배열도 튜플처럼 풀었습니다.",
        "배열에서 `result[1]`은 둘째 값이 아니라 배치의 둘째 행입니다. 튜플인지 먼저 확인하세요.",
    ),
    en=(
        "You took an array apart like a tuple.",
        "`result[1]` of an array is the second row of the batch: first see whether it is a tuple.",
    ),
)
def takes_the_second_of_anything(result):
    return result[1]


@LAST.mistake(
    "M13",
    ko=(
        "값이 언제나 두 개라고 생각했습니다.",
        "LSTM은 세 값을 돌려줍니다. 개수를 모르면 `output, *states = result`로 받습니다.",
    ),
    en=(
        "You thought that there are always two values.",
        "An LSTM returns three. Where the number is open, write `output, *states = result`.",
    ),
)
def unpacks_two(result):
    if isinstance(result, tuple):
        _, h = result
        return h
    return right_last(result)


@LAST.mistake(
    "M12",
    ko=(
        "튜플에서 출력을 돌려주었습니다.",
        "출력은 첫 값이고 모든 시점의 것일 수도 있습니다. 은닉 상태는 둘째 값입니다.",
    ),
    en=(
        "You returned the output of a tuple.",
        "The output comes first and may hold all steps; the hidden state is the second value.",
    ),
)
def returns_the_output(result):
    return result[0] if isinstance(result, tuple) else right_last(result)


@LAST.mistake(
    "M12",
    ko=(
        "상태를 모두 튜플로 돌려주었습니다.",
        "필요한 것은 은닉 상태 `h` 하나입니다.",
    ),
    en=(
        "You returned all states in a tuple.",
        "The hidden state `h` alone is wanted.",
    ),
)
def returns_every_state(result):
    return result[1:] if isinstance(result, tuple) else right_last(result)


@LAST.mistake(
    "M12",
    ko=(
        "배열에서 모든 시점의 출력을 돌려주었습니다.",
        "마지막 은닉 상태는 그 가운데 마지막 시점의 것입니다.",
    ),
    en=(
        "You returned the outputs of all steps of an array.",
        "The last hidden state is the one of the last step.",
    ),
)
def returns_every_output(result):
    return result[1] if isinstance(result, tuple) else result


@LAST.mistake(
    "M16",
    ko=(
        "첫 시점의 출력을 골랐습니다.",
        "마지막 시점은 `result[:, -1]`입니다.",
    ),
    en=(
        "You took the output of the first step.",
        "The last step is `result[:, -1]`.",
    ),
)
def takes_the_first_step(result):
    whole = not isinstance(result, tuple) and result.ndim == 3
    return result[:, 0] if whole else right_last(result)


@LAST.mistake(
    "M09",
    ko=(
        "배치의 마지막 시퀀스를 골랐습니다.",
        "첫 축은 배치입니다. 마지막 시점은 `result[:, -1]`입니다.",
    ),
    en=(
        "You took the last sequence of the batch.",
        "The first axis is the batch: the last step is `result[:, -1]`.",
    ),
)
def takes_the_last_sequence(result):
    return right_last(result) if isinstance(result, tuple) else result[-1]


@LAST.mistake(
    "M02",
    ko=(
        "배열이 언제나 모든 시점의 출력이라고 생각했습니다.",
        "`(B, H)`에는 시점 축이 없습니다. 거기서 `[:, -1]`은 마지막 유닛입니다.",
    ),
    en=(
        "You thought that an array always holds all steps.",
        "`(B, H)` has no time axis: there `[:, -1]` is the last unit.",
    ),
)
def always_takes_the_last_step(result):
    return result[1] if isinstance(result, tuple) else result[:, -1]


@LAST.mistake(
    "M02",
    ko=(
        "시점 축을 남겨 두었습니다.",
        "`result[:, -1:]`은 `(B, 1, H)`입니다. 시점 하나를 고르면 축이 없어집니다.",
    ),
    en=(
        "You kept the time axis.",
        "`result[:, -1:]` is `(B, 1, H)`. Choosing one step takes the axis away.",
    ),
)
def keeps_the_time_axis(result):
    whole = not isinstance(result, tuple) and result.ndim == 3
    return result[:, -1:] if whole else right_last(result)


@LAST.mistake(
    "M11",
    ko=(
        "유닛 하나만 돌려주었습니다.",
        "은닉 상태는 `units`개의 수, `(B, H)`입니다.",
    ),
    en=(
        "You returned one unit alone.",
        "The hidden state is `units` numbers, `(B, H)`.",
    ),
)
def returns_one_number(result):
    return right_last(result)[:, -1:]
