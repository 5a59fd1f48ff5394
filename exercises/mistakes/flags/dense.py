"""04-dense: Dense at every time step."""

import numpy as np

from ..known import Question
from ..numbers import numbers
from .probes import PASSAGES


def right_dense(outputs, W, b):
    """Return the answers of all steps (B, T, K)."""
    return outputs @ W + b


SIZES = [(2, 7, 3, 5), (3, 3, 3, 3), (1, 4, 3, 2), (2, 2, 3, 1)]
DENSE = Question(
    "dense_each",
    right_dense,
    [
        (numbers(B, T, H, phase=0.7), numbers(H, K, phase=0.3), numbers(K, phase=2.0))
        for B, T, H, K in SIZES
    ],
    ("BTK",),
    passages=PASSAGES,
    chapter="return-flags-dense",
)


@DENSE.twist(
    "M22",
    ko=(
        "마지막 시점만 `Dense`에 넣었습니다.",
        "`Dense`는 모든 시점에 작용합니다. 시점을 고르지 말고 `outputs`를 그대로 곱하세요.",
    ),
    en=(
        "You gave `Dense` the last step alone.",
        "`Dense` acts on every step: multiply `outputs` as they are, choose nothing.",
    ),
)
def takes_the_last_step(dense, outputs, W, b):
    return dense(outputs[:, -1:], W, b)[:, 0]


@DENSE.twist(
    "M22",
    ko=(
        "마지막 시점의 답을 모든 시점에 되풀이했습니다.",
        "시점마다 그 시점의 상태로 답을 냅니다.",
    ),
    en=(
        "You repeated the answer of the last step.",
        "Each step is answered from its own state.",
    ),
)
def repeats_the_last_step(dense, outputs, W, b):
    return dense(np.repeat(outputs[:, -1:], outputs.shape[1], axis=1), W, b)


@DENSE.twist(
    "M22",
    ko=(
        "시점을 평균한 다음 `Dense`에 넣었습니다.",
        "시점 축은 그대로 둡니다. 시점마다 답이 하나씩 나옵니다.",
    ),
    en=(
        "You averaged the steps before `Dense`.",
        "Leave the time axis alone: there is an answer for each step.",
    ),
)
def averages_the_steps(dense, outputs, W, b):
    return dense(outputs.mean(axis=1, keepdims=True), W, b)[:, 0]


@DENSE.twist(
    "M22",
    ko=(
        "시점과 답을 한 줄로 폈습니다.",
        "모양은 `(B, T, K)`입니다. 펴지 않습니다.",
    ),
    en=(
        "You laid out steps and answers in one row.",
        "The shape is `(B, T, K)`: nothing is flattened.",
    ),
)
def lays_out_the_answers(dense, outputs, W, b):
    return dense(outputs, W, b).reshape(len(outputs), -1)


@DENSE.twist(
    "M05",
    ko=(
        "편향을 빠뜨렸습니다.",
        "시점마다 `b`도 더합니다.",
    ),
    en=(
        "You left out the bias.",
        "Add `b` at every step, too.",
    ),
)
def forgets_the_bias(dense, outputs, W, b):
    return dense(outputs, W, np.zeros_like(b))


@DENSE.twist(
    "M08",
    ko=(
        "`W`를 전치했습니다.",
        "행벡터에 `W`를 오른쪽에서 곱합니다. `outputs @ W`",
    ),
    en=(
        "You transposed `W`.",
        "Row vectors meet `W` on the right: `outputs @ W`",
    ),
)
def transposes_the_kernel(dense, outputs, W, b):
    return dense(outputs, W.T, b)


@DENSE.twist(
    "M09",
    ko=(
        "시점 축을 맨 앞에 두었습니다.",
        "답의 축은 `(B, T, K)`입니다.",
    ),
    en=(
        "You put the time axis first.",
        "The answers have the axes `(B, T, K)`.",
    ),
)
def puts_time_first(dense, outputs, W, b):
    return np.swapaxes(dense(outputs, W, b), 0, 1)


@DENSE.twist(
    "M10",
    ko=(
        "배치의 첫 시퀀스에만 적용했습니다.",
        "모든 시퀀스에 적용합니다. 첫 축에서는 아무것도 고르지 않습니다.",
    ),
    en=(
        "You applied it to the first sequence alone.",
        "Apply it to all: choose nothing on the first axis.",
    ),
)
def takes_the_first_sequence(dense, outputs, W, b):
    return dense(outputs[:1], W, b)[0]


@DENSE.mistake(
    "M21",
    ko=(
        "`tanh`를 취했습니다.",
        "이 `Dense`에는 활성화 함수가 없습니다.",
    ),
    en=(
        "You took `tanh`.",
        "This `Dense` has no activation.",
    ),
)
def takes_tanh(outputs, W, b):
    return np.tanh(outputs @ W + b)


@DENSE.twist(
    "M06",
    ko=(
        "시점마다 다른 가중치를 썼습니다.",
        "`Dense`의 가중치도 한 벌이고 모든 시점이 함께 씁니다.",
    ),
    en=(
        "You used other weights at each step.",
        "`Dense` has one set of weights, too, and all steps share it.",
    ),
)
def draws_fresh_weights(dense, outputs, W, b):
    steps = [
        dense(outputs[:, t : t + 1], np.random.normal(size=W.shape), b)
        for t in range(outputs.shape[1])
    ]
    return np.concatenate(steps, axis=1)
