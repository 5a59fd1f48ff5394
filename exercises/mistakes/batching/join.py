"""03-join: from words to a batch."""

import numpy as np

from ..known import Question
from ..numbers import SIZES, numbers
from .passages import PASSAGES


def right_batch(words):
    """Return a batch (B, T, D) of arrays (T, D)."""
    return np.stack(words)


JOIN = Question(
    "batch_of",
    right_batch,
    [(list(numbers(B, T, D, phase=0.7)),) for B, T, D, _ in SIZES],
    ("BTD",),
    passages=PASSAGES,
    chapter="batching-one-batch",
)


@JOIN.mistake(
    "M07",
    ko=(
        "낱말들을 한 줄로 이어 붙였습니다.",
        "`np.concatenate`는 있는 축을 늘립니다. 새 축을 만들어 쌓으려면 `np.stack`입니다.",
    ),
    en=(
        "You put the words one behind the other.",
        "`np.concatenate` makes an axis longer. `np.stack` makes a new one and piles up on it.",
    ),
)
def joins_in_one_line(words):
    return np.concatenate(words)


@JOIN.mistake(
    "M08",
    ko=(
        "낱말들을 특징 축으로 이어 붙였습니다.",
        "낱말마다 새 축의 한 칸을 차지합니다. 특징은 그대로 `D`개입니다.",
    ),
    en=(
        "You joined the words along the feature axis.",
        "Each word takes one place on a new axis; there are still `D` features.",
    ),
)
def joins_the_features(words):
    return np.concatenate(words, axis=-1)


@JOIN.mistake(
    "M09",
    ko=(
        "배치 축을 둘째에 두었습니다.",
        "배치가 첫 축입니다. `axis=1`로 쌓으면 `(T, B, D)`가 됩니다.",
    ),
    en=(
        "You made the batch axis the second.",
        "The batch is the first axis. Piled up on `axis=1` it is `(T, B, D)`.",
    ),
)
def puts_time_first(words):
    return np.stack(words, axis=1)


@JOIN.twist(
    "M08",
    ko=("배치 축을 맨 뒤에 두었습니다.", "배치가 첫 축이고, 특징이 마지막 축입니다."),
    en=("You made the batch axis the last.", "The batch is the first axis, features are the last."),
)
def puts_the_batch_last(batch_of, words):
    return np.moveaxis(batch_of(words), 0, -1)


@JOIN.mistake(
    "M07",
    ko=(
        "이어 붙인 수를 `reshape`로 다시 나누어 낱말이 섞였습니다.",
        "`reshape`은 축을 바꾸지 않습니다. 낱말을 새 축에 쌓으세요.",
    ),
    en=(
        "You dealt the numbers out anew with `reshape`, and words were mixed.",
        "`reshape` does not move axes: pile the words up on a new one.",
    ),
)
def deals_the_numbers_out(words):
    return np.concatenate(words, axis=1).reshape(len(words), *words[0].shape)


@JOIN.mistake(
    "M10",
    ko=(
        "첫째 낱말만 배치에 넣었습니다.",
        "배치는 낱말을 모두 담습니다. 낱말마다 한 행입니다.",
    ),
    en=(
        "You put the first word alone into the batch.",
        "A batch holds all the words, a row for each.",
    ),
)
def takes_the_first_word(words):
    return words[0][None]


@JOIN.mistake(
    "M10",
    ko=(
        "낱말마다 배치를 하나씩 만들었습니다.",
        "배치는 하나입니다. 낱말 하나는 그 배치의 한 행입니다.",
    ),
    en=(
        "You made a batch of each word.",
        "There is one batch, and a word is one row of it.",
    ),
)
def makes_a_batch_of_each(words):
    return np.stack([word[None] for word in words])


@JOIN.twist(
    "M10",
    ko=("행의 순서가 거꾸로입니다.", "첫째 낱말이 첫째 행입니다."),
    en=("The rows are in reverse order.", "The first word is the first row."),
)
def reverses_the_rows(batch_of, words):
    return batch_of(words[::-1])


@JOIN.twist(
    "M26",
    ko=("낱말을 거꾸로 담았습니다.", "시점의 순서는 그대로 둡니다. 첫 글자가 시점 0입니다."),
    en=("You stored the words backwards.", "Time keeps its order: the first letter is step 0."),
)
def reverses_the_words(batch_of, words):
    return batch_of([word[::-1] for word in words])
