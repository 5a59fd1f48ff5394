"""10-temperature: probabilities from logits at a temperature."""

import numpy as np

from ..known import Question
from .probes import CLASSES, logits


def right_probabilities(y, tau):
    """Return softmax(y / tau), shape (B, V)."""
    exps = np.exp((y - y.max(axis=-1, keepdims=True)) / tau)
    return exps / exps.sum(axis=-1, keepdims=True)


TEMPERATURE = Question(
    "probabilities",
    right_probabilities,
    [(logits(B, V), tau) for (B, V), tau in zip(CLASSES, (0.5, 2.0, 0.7, 1.5), strict=True)]
    + [(1000 * logits(3, 4), 0.5)],
    ("BV",),
    passages={
        "M05": "training-temperature",
        "M20": "training-temperature",
        "M21": "training-temperature",
    },
    chapter="training-temperature",
)


@TEMPERATURE.twist(
    "M20",
    ko=(
        "로짓에 온도를 곱했습니다.",
        "로짓을 온도로 나눕니다. 온도가 낮을수록 1등의 확률이 커져야 합니다.",
    ),
    en=(
        "You multiplied the logits by the temperature.",
        "Divide by it: the lower the temperature, the larger the favourite's probability.",
    ),
)
def multiplies_by_the_temperature(probabilities, y, tau):
    return probabilities(y, 1 / tau)


@TEMPERATURE.twist(
    "M05",
    ko=(
        "온도가 결과를 바꾸지 않습니다.",
        "지수를 취하기 전에 로짓을 나누세요. 나중에 나누면 합으로 나눌 때 없어집니다.",
    ),
    en=(
        "The temperature has no effect.",
        "Divide the logits before taking exponentials; done later, it cancels out in the sum.",
    ),
)
def ignores_the_temperature(probabilities, y, tau):
    return probabilities(y, 1.0)


@TEMPERATURE.mistake(
    "M20",
    ko=(
        "확률을 온도로 나누었습니다.",
        "로짓을 먼저 나누고 나서 소프트맥스를 취합니다. 그래야 합이 1입니다.",
    ),
    en=(
        "You divided the probabilities by the temperature.",
        "Divide the logits first, then take the softmax: only then the sum is 1.",
    ),
)
def divides_after_the_softmax(y, tau):
    return right_probabilities(y, 1.0) / tau


@TEMPERATURE.mistake(
    "M20",
    ko=(
        "확률에 온도를 곱했습니다.",
        "소프트맥스를 취하기 전에 로짓을 온도로 나눕니다. 그래야 합이 1입니다.",
    ),
    en=(
        "You multiplied the probabilities by the temperature.",
        "Before the softmax, divide the logits by it: only then the sum is 1.",
    ),
)
def multiplies_after_the_softmax(y, tau):
    return right_probabilities(y, 1.0) * tau


@TEMPERATURE.mistake(
    "M09",
    ko=(
        "모든 행을 한꺼번에 1로 맞추었습니다.",
        "확률은 행마다 따로입니다. 합을 `axis=-1`에서 구하세요.",
    ),
    en=(
        "You made all rows together sum to 1.",
        "Each row has its own probabilities: take the sum along `axis=-1`.",
    ),
)
def shares_one_sum(y, tau):
    exps = np.exp((y - y.max()) / tau)
    return exps / exps.sum()


@TEMPERATURE.mistake(
    "M09",
    ko=(
        "배치 축을 따라 더했습니다.",
        "후보는 마지막 축에 있습니다. 합을 `axis=-1`에서 구하세요.",
    ),
    en=(
        "You took the sum along the batch.",
        "The candidates lie along the last axis: take the sum along `axis=-1`.",
    ),
)
def sums_over_the_batch(y, tau):
    return right_probabilities(y.T, tau).T


@TEMPERATURE.mistake(
    "M21",
    ko=(
        "지수만 취하고 합으로 나누지 않았습니다.",
        "소프트맥스는 지수를 그 합으로 나눈 것입니다.",
    ),
    en=(
        "You took exponentials and did not divide by their sum.",
        "The softmax is the exponentials divided by their sum.",
    ),
)
def forgets_the_sum(y, tau):
    return np.exp((y - y.max(axis=-1, keepdims=True)) / tau)


@TEMPERATURE.mistake(
    "M21",
    ko=(
        "큰 로짓에서 지수가 넘칩니다.",
        "먼저 행마다 가장 큰 로짓을 뺍니다. 확률은 그대로입니다.",
    ),
    en=(
        "With large logits your exponentials overflow.",
        "First subtract each row's largest logit: the probabilities stay the same.",
    ),
)
def overflows(y, tau):
    exps = np.exp(y / tau)
    return exps / exps.sum(axis=-1, keepdims=True)


@TEMPERATURE.mistake(
    "M21",
    ko=(
        "시그모이드를 썼습니다.",
        "후보 여럿 가운데 하나를 고를 때는 소프트맥스입니다. 합이 1이어야 합니다.",
    ),
    en=(
        "You used a sigmoid.",
        "To choose one of several candidates take the softmax: the sum must be 1.",
    ),
)
def uses_a_sigmoid(y, tau):
    return 0.5 * (1 + np.tanh(y / tau / 2))


@TEMPERATURE.mistake(
    "M21",
    ko=(
        "확률의 로그를 돌려주었습니다.",
        "여기서는 로그를 취하지 않은 확률이 필요합니다.",
    ),
    en=(
        "You returned logarithms of the probabilities.",
        "The probabilities themselves are wanted here.",
    ),
)
def returns_logarithms(y, tau):
    shifted = (y - y.max(axis=-1, keepdims=True)) / tau
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
