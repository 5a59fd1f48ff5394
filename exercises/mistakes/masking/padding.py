"""08-pad: words of different lengths in one array, and their mask."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES


def right_pad(words):
    """Return x (B, T, D) and mask (B, T)."""
    B, T, D = len(words), max(len(word) for word in words), words[0].shape[1]
    x, mask = np.zeros((B, T, D)), np.zeros((B, T), dtype=bool)
    for row, word in enumerate(words):
        x[row, : len(word)] = word
        mask[row, : len(word)] = True
    return x, mask


def some(*lengths, D):
    """Return words; in the last of each the second letter is all 0."""
    words = [numbers(T, D, phase=0.4 + k) for k, T in enumerate(lengths)]
    words[-1][1:2] = 0
    return words


PAD = Question(
    "pad",
    right_pad,
    [(some(2, 5, 3, D=4),), (some(3, 1, 2, D=3),), (some(4, 3, D=2),)],
    ("BTD", "BT"),
    passages=PASSAGES,
    chapter="masking-padding",
)


@PAD.mistake(
    "M23",
    ko=(
        "0인 글자를 빈칸으로 보았습니다.",
        "빈칸은 값이 아니라 낱말의 길이로 정해집니다. 특징이 모두 0인 글자도 있습니다.",
    ),
    en=(
        "You took a letter of zeros for an empty box.",
        "The length of the word tells what is empty, not the values: a letter may be all 0.",
    ),
)
def looks_at_the_values(words):
    x, _ = right_pad(words)
    return x, x.any(axis=-1)


@PAD.twist(
    "M23",
    ko=("마스크가 뒤집혔습니다.", "글자가 있으면 `True`, 채운 자리면 `False`입니다."),
    en=("The mask is inverted.", "`True` stands for a letter, `False` for filling."),
)
def inverts_the_mask(pad, words):
    x, mask = pad(words)
    return x, ~np.asarray(mask, dtype=bool)


@PAD.twist(
    "M23",
    ko=(
        "모든 자리를 글자로 표시했습니다.",
        "짧은 낱말의 채운 자리는 `False`입니다. 아니면 셀이 빈칸도 읽습니다.",
    ),
    en=(
        "You marked every place as a letter.",
        "The filling of short words is `False`: else the cell reads empty boxes, too.",
    ),
)
def marks_everything(pad, words):
    x, mask = pad(words)
    return x, np.ones_like(mask)


@PAD.mistake(
    "M23",
    ko=(
        "마스크를 특징마다 만들었습니다.",
        "글자 하나는 통째로 가립니다. 마스크는 `(B, T)`입니다.",
    ),
    en=(
        "You made a mask for each feature.",
        "A letter is hidden as a whole: the mask is `(B, T)`.",
    ),
)
def masks_each_feature(words):
    x, mask = right_pad(words)
    return x, np.repeat(mask[:, :, None], x.shape[2], axis=2)


@PAD.mistake(
    "M23",
    ko=(
        "마스크 대신 낱말의 길이를 돌려주었습니다.",
        "마스크는 시점마다 참이나 거짓을 적은 `(B, T)`입니다.",
    ),
    en=(
        "You returned the lengths in the place of the mask.",
        "The mask says true or false for each step: `(B, T)`.",
    ),
)
def returns_the_lengths(words):
    x, mask = right_pad(words)
    return x, mask.sum(axis=1)


@PAD.mistake(
    "M23",
    ko=(
        "첫 빈칸까지 글자로 표시했습니다.",
        "길이가 `n`이면 `mask[row, :n]`까지만 `True`입니다.",
    ),
    en=(
        "You marked the first empty box as a letter, too.",
        "With length `n` it is `mask[row, :n]` that is `True`.",
    ),
)
def marks_one_too_many(words):
    x, _ = right_pad(words)
    lengths = np.array([len(word) for word in words])
    return x, np.arange(x.shape[1]) <= lengths[:, None]


@PAD.mistake(
    "M23",
    ko=(
        "앞을 채웠습니다.",
        "낱말은 시점 0에서 시작하고, 남는 뒤를 0으로 채웁니다.",
    ),
    en=(
        "You filled up the front.",
        "A word starts at step 0; what is left behind it is filled with 0.",
    ),
)
def fills_the_front(words):
    x, mask = right_pad([word[::-1] for word in words])
    return x[:, ::-1], mask[:, ::-1]


@PAD.mistake(
    "M23",
    ko=(
        "마지막 글자를 되풀이해 채웠습니다.",
        "채우는 값은 0입니다. 되풀이하는 것은 가려진 시점의 출력입니다.",
    ),
    en=(
        "You filled up with the last letter, again and again.",
        "Filling is 0. What repeats is the output of a masked step.",
    ),
)
def repeats_the_last_letter(words):
    _, mask = right_pad(words)
    T = mask.shape[1]
    return np.stack([word[np.minimum(np.arange(T), len(word) - 1)] for word in words]), mask


@PAD.mistake(
    "M07",
    ko=(
        "긴 낱말을 잘라 가장 짧은 낱말에 맞추었습니다.",
        "글자를 버리지 마세요. 가장 긴 낱말에 맞추어 채웁니다.",
    ),
    en=(
        "You cut the long words to the shortest one.",
        "Throw no letters away: fill up to the longest word.",
    ),
)
def cuts_to_the_shortest(words):
    T = min(len(word) for word in words)
    return np.stack([word[:T] for word in words]), np.ones((len(words), T), dtype=bool)


@PAD.twist(
    "M09",
    ko=(
        "시점 축을 맨 앞에 두었습니다.",
        "배치 축이 먼저입니다. `x`는 `(B, T, D)`, 마스크는 `(B, T)`입니다.",
    ),
    en=(
        "You put the time axis first.",
        "The batch axis comes first: `x` is `(B, T, D)`, the mask `(B, T)`.",
    ),
)
def puts_time_first(pad, words):
    x, mask = pad(words)
    return np.swapaxes(x, 0, 1), np.swapaxes(mask, 0, 1)


@PAD.twist(
    "M08",
    ko=("시점 축을 맨 뒤에 두었습니다.", "축의 순서는 배치, 시점, 특징입니다. `(B, T, D)`"),
    en=("You put the time axis last.", "The axes are batch, time, features: `(B, T, D)`"),
)
def puts_time_last(pad, words):
    x, mask = pad(words)
    return np.swapaxes(x, 1, 2), mask


@PAD.twist(
    "M13",
    ko=("마스크를 돌려주지 않았습니다.", "값은 두 개입니다. `return x, mask`"),
    en=("You did not return the mask.", "There are two values: `return x, mask`"),
)
def returns_one_value(pad, words):
    return pad(words)[0]
