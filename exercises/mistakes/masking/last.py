"""08-last: the output of each word's last letter."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES


def right_last(outputs, mask):
    """Return the outputs of the last letters (B, H)."""
    return outputs[np.arange(len(outputs)), mask.sum(axis=1) - 1]


def filled(lengths, H):
    """Return outputs (B, T, H) and a mask whose filling stands at the end."""
    mask = np.arange(max(lengths)) < np.array(lengths)[:, None]
    return numbers(*mask.shape, H, phase=0.7), mask


LAST = Question(
    "last_letters",
    right_last,
    [filled([2, 5, 3], 4), filled([3, 1, 2], 3), filled([4, 2], 5)],
    ("BH",),
    passages=PASSAGES,
    chapter="masking-surprise",
)


@LAST.mistake(
    "M15",
    ko=(
        "맨 끝 시점을 골랐습니다.",
        "마스크 없이 읽은 `outputs[:, -1]`은 빈칸까지 읽은 값입니다. 낱말마다 길이가 다릅니다.",
    ),
    en=(
        "You took the very last step.",
        "Read without a mask, `outputs[:, -1]` has seen the filling: each word has its own length.",
    ),
)
def takes_the_last_step(outputs, mask):
    return outputs[:, -1]


@LAST.mistake(
    "M16",
    ko=(
        "길이를 그대로 번호로 썼습니다.",
        "시점은 0부터 셉니다. 글자가 `n`개이면 마지막 글자는 `n - 1`번입니다.",
    ),
    en=(
        "You took the length for the number of the step.",
        "Steps count from 0: of `n` letters the last one is number `n - 1`.",
    ),
)
def takes_one_step_too_many(outputs, mask):
    lengths = mask.sum(axis=1)
    return outputs[np.arange(len(outputs)), lengths % outputs.shape[1]]


@LAST.mistake(
    "M16",
    ko=(
        "한 글자 앞을 골랐습니다.",
        "글자가 `n`개이면 마지막 글자는 `n - 1`번입니다. 1을 한 번만 뺍니다.",
    ),
    en=(
        "You took the letter before the last.",
        "Of `n` letters the last one is number `n - 1`: subtract 1 once.",
    ),
)
def takes_the_letter_before(outputs, mask):
    return outputs[np.arange(len(outputs)), mask.sum(axis=1) - 2]


@LAST.mistake(
    "M10",
    ko=(
        "모든 낱말에 첫 낱말의 길이를 썼습니다.",
        "글자의 수는 낱말마다 셉니다. `mask.sum(axis=1)`",
    ),
    en=(
        "You used the length of the first word for all.",
        "Count the letters of each word: `mask.sum(axis=1)`",
    ),
)
def uses_one_length(outputs, mask):
    return outputs[:, mask[0].sum() - 1]


@LAST.mistake(
    "M10",
    ko=(
        "가장 짧은 낱말의 길이를 모두에 썼습니다.",
        "글자의 수는 낱말마다 셉니다. `mask.sum(axis=1)`",
    ),
    en=(
        "You used the length of the shortest word for all.",
        "Count the letters of each word: `mask.sum(axis=1)`",
    ),
)
def uses_the_shortest_length(outputs, mask):
    return outputs[:, mask.sum(axis=1).min() - 1]


@LAST.mistake(
    "M23",
    ko=(
        "빈칸의 출력을 0으로 바꾸고 맨 끝 시점을 골랐습니다.",
        "0은 마지막 글자의 출력이 아닙니다. 낱말마다 마지막 글자의 시점을 찾으세요.",
    ),
    en=(
        "You made the outputs of the filling 0 and took the very last step.",
        "0 is not the output of a letter: find the step of each word's last letter.",
    ),
)
def takes_zeros(outputs, mask):
    return (outputs * mask[:, :, None])[:, -1]


@LAST.mistake(
    "M15",
    ko=(
        "글자들의 출력을 평균했습니다.",
        "물은 것은 마지막 글자의 출력 하나입니다.",
    ),
    en=(
        "You took the mean over the letters.",
        "Asked for is one output, that of the last letter.",
    ),
)
def takes_the_mean(outputs, mask):
    return (outputs * mask[:, :, None]).sum(axis=1) / mask.sum(axis=1)[:, None]


@LAST.mistake(
    "M26",
    ko=("첫 글자의 출력을 골랐습니다.", "마지막 글자는 글자들 가운데 시점이 가장 늦은 것입니다."),
    en=("You took the first letter.", "The last letter is the one at the latest step."),
)
def takes_the_first_letter(outputs, mask):
    return outputs[:, 0]


@LAST.mistake(
    "M09",
    ko=(
        "낱말과 시점을 짝짓지 않고 모든 낱말에서 모든 시점을 골랐습니다.",
        "행의 번호와 시점의 번호를 나란히 줍니다. `outputs[np.arange(B), …]`",
    ),
    en=(
        "You took every step from every word, and did not pair them.",
        "Give numbers of rows and of steps side by side: `outputs[np.arange(B), …]`",
    ),
)
def takes_all_from_all(outputs, mask):
    return outputs[:, mask.sum(axis=1) - 1]


@LAST.twist(
    "M28",
    ko=(
        "시점 축을 남겨 두었습니다.",
        "낱말마다 출력 하나이므로 모양은 `(B, H)`입니다.",
    ),
    en=("You kept the time axis.", "There is one output for each word: the shape is `(B, H)`."),
)
def keeps_the_time_axis(last, outputs, mask):
    return np.asarray(last(outputs, mask))[:, None]
