"""01-number: two values by hand, before tanh."""

import math

from ..prediction import Prediction
from .probes import PASSAGES

NUMBER = Prediction(
    sizes={},
    answers={"first_unit": lambda: 1.24, "second_unit": lambda: -0.2},
    passages=PASSAGES,
)


@NUMBER.wrong(
    "first_unit",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "식에는 항이 셋입니다. `b`에서 그 유닛의 수도 더합니다."),
    en=("You left out the bias.", "There are three terms: add this unit's number of `b`, too."),
)
def first_without_the_bias():
    return 0.9 + 0.24


@NUMBER.wrong(
    "first_unit",
    "M16",
    ko=("앞 상태를 빠뜨렸습니다.", "이번에는 `h`가 0이 아닙니다. `h`와 `U`의 열을 곱해 더합니다."),
    en=("You left out the state before.", "This time `h` is not 0: add `h` times a column of `U`."),
)
def first_without_the_state():
    return 0.9 + 0.1


@NUMBER.wrong(
    "first_unit",
    "M23",
    ko=("입력을 빠뜨렸습니다.", "원-핫 벡터는 `W`에서 행 하나를 고릅니다. 그 행의 수를 더합니다."),
    en=(
        "You left out the input.",
        "A one-hot vector picks one row of `W`: add the number from that row.",
    ),
)
def first_without_the_input():
    return 0.24 + 0.1


@NUMBER.wrong(
    "first_unit",
    "M08",
    ko=(
        "`U`의 열이 아니라 행을 곱했습니다.",
        "행벡터를 왼쪽에서 곱하면 유닛마다 `U`의 열 하나가 쓰입니다.",
    ),
    en=(
        "You multiplied a row of `U`, not a column.",
        "With a row vector on the left, each unit uses one column of `U`.",
    ),
)
def first_with_a_row_of_u():
    return 0.9 + 0.38 + 0.1


@NUMBER.wrong(
    "first_unit",
    "M07",
    ko=("글자 `e`의 행을 골랐습니다.", "`l`은 어휘의 셋째 글자입니다. `W`의 셋째 행을 고릅니다."),
    en=(
        "You took the row of the character `e`.",
        "`l` is the third character of the vocabulary: it picks the third row of `W`.",
    ),
)
def first_of_another_letter():
    return -0.4 + 0.24 + 0.1


@NUMBER.wrong(
    "first_unit",
    "M21",
    ko=("`tanh`까지 취했습니다.", "여기서는 세 항의 합만 묻습니다. `tanh`를 취하기 전의 값입니다."),
    en=(
        "You took `tanh` already.",
        "The question is about the sum of the three terms, before `tanh`.",
    ),
)
def first_after_tanh():
    return math.tanh(1.24)


@NUMBER.wrong(
    "second_unit",
    "M05",
    ko=("편향을 빠뜨렸습니다.", "식에는 항이 셋입니다. `b`에서 그 유닛의 수도 더합니다."),
    en=("You left out the bias.", "There are three terms: add this unit's number of `b`, too."),
)
def second_without_the_bias():
    return 0.2 - 0.3


@NUMBER.wrong(
    "second_unit",
    "M16",
    ko=("앞 상태를 빠뜨렸습니다.", "이번에는 `h`가 0이 아닙니다. `h`와 `U`의 열을 곱해 더합니다."),
    en=("You left out the state before.", "This time `h` is not 0: add `h` times a column of `U`."),
)
def second_without_the_state():
    return 0.2 - 0.1


@NUMBER.wrong(
    "second_unit",
    "M23",
    ko=("입력을 빠뜨렸습니다.", "원-핫 벡터는 `W`에서 행 하나를 고릅니다. 그 행의 수를 더합니다."),
    en=(
        "You left out the input.",
        "A one-hot vector picks one row of `W`: add the number from that row.",
    ),
)
def second_without_the_input():
    return -0.3 - 0.1


@NUMBER.wrong(
    "second_unit",
    "M08",
    ko=(
        "`U`의 열이 아니라 행을 곱했습니다.",
        "행벡터를 왼쪽에서 곱하면 유닛마다 `U`의 열 하나가 쓰입니다.",
    ),
    en=(
        "You multiplied a row of `U`, not a column.",
        "With a row vector on the left, each unit uses one column of `U`.",
    ),
)
def second_with_a_row_of_u():
    return 0.2 + 0.05 - 0.1


@NUMBER.wrong(
    "second_unit",
    "M07",
    ko=("글자 `e`의 행을 골랐습니다.", "`l`은 어휘의 셋째 글자입니다. `W`의 셋째 행을 고릅니다."),
    en=(
        "You took the row of the character `e`.",
        "`l` is the third character of the vocabulary: it picks the third row of `W`.",
    ),
)
def second_of_another_letter():
    return 0.8 - 0.3 - 0.1


@NUMBER.wrong(
    "second_unit",
    "M21",
    ko=("`tanh`까지 취했습니다.", "여기서는 세 항의 합만 묻습니다. `tanh`를 취하기 전의 값입니다."),
    en=(
        "You took `tanh` already.",
        "The question is about the sum of the three terms, before `tanh`.",
    ),
)
def second_after_tanh():
    return math.tanh(-0.2)
