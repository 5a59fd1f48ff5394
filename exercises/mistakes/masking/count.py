"""08-count: two shapes, and what an empty box does, predicted."""

import numpy as np

from ..prediction import Prediction
from .probes import PASSAGES

COUNT = Prediction(
    sizes={"B": 3, "T": 7, "D": 4, "H": 6},
    answers={
        "mask_shape": lambda B, T, D, H: (B, T),
        "outputs_shape": lambda B, T, D, H: (B, T, H),
        "empty_step": lambda B, T, D, H: 0.5 * 0.4 - 0.2 * 0.5 + 0.3,
    },
    passages=PASSAGES,
)


@COUNT.wrong(
    "mask_shape",
    "M23",
    ko=(
        "낱말의 길이만 적었습니다.",
        "마스크는 시점마다 글자인지 빈칸인지 적습니다. `(B, T)`",
    ),
    en=(
        "You wrote down the lengths.",
        "The mask says for every step whether a letter stands there: `(B, T)`",
    ),
)
def mask_of_lengths(B, T, D, H):
    return (B,)


@COUNT.wrong(
    "mask_shape",
    "M23",
    ko=(
        "특징마다 따로 가린다고 생각했습니다.",
        "글자 하나는 통째로 읽거나 통째로 건너뜁니다. `(B, T)`",
    ),
    en=(
        "You thought that each feature is hidden by itself.",
        "A letter is read or passed over as a whole: `(B, T)`",
    ),
)
def mask_of_features(B, T, D, H):
    return (B, T, D)


@COUNT.wrong(
    "mask_shape",
    "M08",
    ko=(
        "시점의 수 대신 특징의 수를 적었습니다.",
        "가리는 것은 시점입니다. 가장 긴 낱말이 7글자이므로 `(3, 7)`입니다.",
    ),
    en=(
        "You wrote the number of features for that of the steps.",
        "What is hidden are time steps: the longest word has 7 letters, so `(3, 7)`.",
    ),
)
def mask_with_features_for_time(B, T, D, H):
    return (B, D)


@COUNT.wrong(
    "mask_shape",
    "M04",
    ko=(
        "시점의 수 대신 유닛의 수를 적었습니다.",
        "마스크는 입력의 시점을 가립니다. `units`와는 상관이 없습니다.",
    ),
    en=(
        "You wrote the number of units for that of the steps.",
        "The mask hides steps of the input, whatever `units` is.",
    ),
)
def mask_with_units_for_time(B, T, D, H):
    return (B, H)


@COUNT.wrong(
    "mask_shape",
    "M09",
    ko=("시점 축을 앞에 두었습니다.", "배치 축이 먼저입니다. `(B, T)`"),
    en=("You put the time axis first.", "The batch axis comes first: `(B, T)`"),
)
def mask_with_time_first(B, T, D, H):
    return (T, B)


@COUNT.wrong(
    "outputs_shape",
    "M23",
    ko=(
        "빈칸의 출력은 빠진다고 생각했습니다.",
        "배열에서 빠지는 시점은 없습니다. 가려진 시점은 앞의 출력을 되풀이합니다. `(B, T, H)`",
    ),
    en=(
        "You thought that the outputs of empty boxes are left out.",
        "No step is left out of the array: a masked one repeats the output before. `(B, T, H)`",
    ),
)
def outputs_of_letters_alone(B, T, D, H):
    return (2 + 5 + 7, H)


@COUNT.wrong(
    "outputs_shape",
    "M07",
    ko=(
        "가장 짧은 낱말에 맞춘다고 생각했습니다.",
        "가장 긴 낱말에 맞추고 짧은 낱말을 채웁니다. 시점은 7개입니다.",
    ),
    en=(
        "You cut all words to the shortest one.",
        "The longest one decides and the others are filled up: there are 7 steps.",
    ),
)
def outputs_of_the_shortest(B, T, D, H):
    return (B, 2, H)


@COUNT.wrong(
    "outputs_shape",
    "M02",
    ko=(
        "마지막 출력만 나온다고 생각했습니다.",
        "`return_sequences=True`이면 모든 시점의 출력 `(B, T, H)`가 나옵니다.",
    ),
    en=(
        "You thought of the last output alone.",
        "With `return_sequences=True` the outputs of all time steps come out, `(B, T, H)`.",
    ),
)
def outputs_of_the_last_step(B, T, D, H):
    return (B, H)


@COUNT.wrong(
    "outputs_shape",
    "M04",
    ko=(
        "출력의 너비가 특징의 수와 같다고 생각했습니다.",
        "출력의 너비는 `units`입니다. 특징의 수와는 상관이 없습니다.",
    ),
    en=(
        "You thought that an output is as wide as the input.",
        "An output is `units` wide, whatever the number of features.",
    ),
)
def outputs_as_wide_as_the_input(B, T, D, H):
    return (B, T, D)


@COUNT.wrong(
    "outputs_shape",
    "M09",
    ko=("시점 축을 맨 앞에 두었습니다.", "축의 순서는 배치, 시점, 유닛입니다. `(B, T, H)`"),
    en=("You put the time axis first.", "The axes are batch, time, units: `(B, T, H)`"),
)
def outputs_with_time_first(B, T, D, H):
    return (T, B, H)


@COUNT.wrong(
    "empty_step",
    "M23",
    ko=(
        "0을 읽으면 아무것도 남지 않는다고 생각했습니다.",
        "0이 되는 것은 `x @ W`뿐입니다. `h @ U`와 편향이 남습니다.",
    ),
    en=(
        "You thought that nothing is left after reading 0.",
        "Only `x @ W` is 0. `h @ U` and the bias remain.",
    ),
)
def empty_is_nothing(B, T, D, H):
    return 0.0


@COUNT.wrong(
    "empty_step",
    "M23",
    ko=(
        "0을 읽으면 상태가 그대로라고 생각했습니다.",
        "그대로 남는 것은 마스크가 있을 때입니다. 없으면 식을 그대로 계산합니다.",
    ),
    en=(
        "You thought that the state stays when 0 is read.",
        "It stays only with a mask. Without one the equation is computed as always.",
    ),
)
def empty_keeps_the_state(B, T, D, H):
    return 0.5


@COUNT.wrong(
    "empty_step",
    "M23",
    ko=("편향만 남는다고 생각했습니다.", "앞 상태도 있습니다. `h @ U`를 더하세요."),
    en=(
        "You thought that the bias alone is left.",
        "There is the state before as well: add `h @ U`.",
    ),
)
def empty_is_the_bias(B, T, D, H):
    return 0.3


@COUNT.wrong(
    "empty_step",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "`h @ U`에 편향 0.3을 더합니다."),
    en=("You left out the bias.", "Add the bias, 0.3, to `h @ U`."),
)
def empty_without_the_bias(B, T, D, H):
    return 0.5 * 0.4 - 0.2 * 0.5


@COUNT.wrong(
    "empty_step",
    "M21",
    ko=(
        "`tanh`까지 취했습니다.",
        "물은 것은 `tanh`를 취하기 전의 값입니다.",
    ),
    en=("You took `tanh` as well.", "Asked for is the value before `tanh`."),
)
def empty_after_tanh(B, T, D, H):
    return float(np.tanh(0.4))
