"""01-one-hot: one character as an array for a layer."""

import numpy as np

from ..known import Question
from .probes import PASSAGES


def right_one_hot(letter, vocabulary):
    """Return the one-hot array (1, 1, V)."""
    x = np.zeros((1, 1, len(vocabulary)))
    x[0, 0, vocabulary.index(letter)] = 1
    return x


ONE_HOT = Question(
    "one_hot",
    right_one_hot,
    [("l", "helo"), ("b", "abc"), ("d", "abcdef"), ("나", "가나"), ("a", "abc")],
    ("BTV",),
    passages=PASSAGES,
    chapter="one-cell-letters",
)


@ONE_HOT.mistake(
    "M07",
    ko=(
        "벡터 하나만 돌려주었습니다.",
        "층은 축이 셋인 배열을 받습니다. 배치 축과 시점 축을 앞에 붙이세요.",
    ),
    en=(
        "You returned a single vector.",
        "A layer takes three axes: put a batch axis and a time axis in front.",
    ),
)
def gives_a_vector(letter, vocabulary):
    return right_one_hot(letter, vocabulary)[0, 0]


@ONE_HOT.mistake(
    "M28",
    ko=(
        "시점 축이 없는, 셀의 입력을 만들었습니다.",
        "층에 넣을 배열입니다. 시점이 하나라도 시점 축이 있어야 합니다. `(1, 1, V)`",
    ),
    en=(
        "You made the input of a cell, without a time axis.",
        "This array is for a layer: even one time step needs its axis, `(1, 1, V)`.",
    ),
)
def gives_no_time_axis(letter, vocabulary):
    return right_one_hot(letter, vocabulary)[0]


@ONE_HOT.mistake(
    "M08",
    ko=(
        "어휘의 자리를 시점 축에 놓았습니다.",
        "글자는 하나이니 시점도 하나입니다. 자리는 특징이고 맨 뒤 축입니다.",
    ),
    en=(
        "You laid the places of the vocabulary along time.",
        "One character is one time step. The places are features, the last axis.",
    ),
)
def takes_the_places_for_time(letter, vocabulary):
    return right_one_hot(letter, vocabulary).reshape(1, -1, 1)


@ONE_HOT.mistake(
    "M09",
    ko=(
        "어휘의 자리를 배치 축에 놓았습니다.",
        "시퀀스는 하나입니다. 자리는 특징이고 맨 뒤 축입니다.",
    ),
    en=(
        "You laid the places of the vocabulary along the batch.",
        "There is one sequence. The places are features, the last axis.",
    ),
)
def takes_the_places_for_sequences(letter, vocabulary):
    return right_one_hot(letter, vocabulary).reshape(-1, 1, 1)


@ONE_HOT.mistake(
    "M07",
    ko=(
        "글자의 번호를 그대로 넣었습니다.",
        "번호에는 크고 작음이 있지만 글자에는 없습니다. 자리마다 칸을 두고 하나만 1로 둡니다.",
    ),
    en=(
        "You put in the character's number.",
        "Numbers have an order and characters do not: one place for each, and a single 1.",
    ),
)
def gives_the_number_of_the_letter(letter, vocabulary):
    return np.array([[[float(vocabulary.index(letter))]]])


@ONE_HOT.mistake(
    "M16",
    ko=("자리를 1부터 세었습니다.", "자리는 0부터 셉니다. 어휘의 첫 글자는 `[0, 0, 0]`이 1입니다."),
    en=(
        "You counted the places from 1.",
        "Places count from 0: the first character has its 1 at `[0, 0, 0]`.",
    ),
)
def counts_from_one(letter, vocabulary):
    return np.roll(right_one_hot(letter, vocabulary), 1, axis=-1)


@ONE_HOT.mistake(
    "M16",
    ko=("자리를 뒤에서부터 세었습니다.", "어휘에 적힌 순서대로 앞에서부터 셉니다."),
    en=(
        "You counted the places from the end.",
        "They count from the front, in the order of the vocabulary.",
    ),
)
def counts_from_the_end(letter, vocabulary):
    return right_one_hot(letter, vocabulary)[..., ::-1]


@ONE_HOT.mistake(
    "M04",
    ko=("특징의 수를 4로 적어 두었습니다.", "특징의 수는 어휘의 글자 수 `len(vocabulary)`입니다."),
    en=(
        "You wrote down 4 features.",
        "There are as many features as characters in the vocabulary, `len(vocabulary)`.",
    ),
)
def writes_the_width_down(letter, vocabulary):
    x = np.zeros((1, 1, 4))
    x[0, 0, vocabulary.index(letter)] = 1
    return x
