"""07-compare: two models compared, with equal weights. The models are stand-ins that differ."""

import numpy as np

from ..known import Question
from .probes import PASSAGES, stacked


def by_layers(x, weights):
    """Stand in for one model: x W, less the number of steps that are still to come."""
    return x @ weights[0][0] - np.arange(x.shape[1], 0, -1)[:, None]


def by_steps(x, weights):
    """Stand in for another model: x W."""
    return x @ weights[0][0]


def right_difference(x, weights, fresh):
    """Return the largest absolute difference."""
    return np.max(np.abs(by_layers(x, weights) - by_steps(x, weights)))


def given(*sizes):
    """Return an input and two sets of weights."""
    x, _, weights = stacked(*sizes)
    return x, weights, [tuple(0.5 - array[::-1] for array in arrays) for arrays in weights]


COMPARE = Question(
    "largest_difference",
    right_difference,
    [given(2, 7, 5, 3, 6), given(3, 3, 3, 3, 4), given(1, 4, 2, 3)],
    ("",),
    {"by_layers": by_layers, "by_steps": by_steps},
    PASSAGES,
    "stacking-states",
)


@COMPARE.mistake(
    "M29",
    ko=(
        "새로 만든 가중치 그대로 비교했습니다.",
        "가중치가 다르면 같은 모델도 출력이 다릅니다. 둘째 모델에도 `weights`를 넣으세요.",
    ),
    en=(
        "You compared the models with their freshly made weights.",
        "Other weights give other outputs even in one model: put `weights` into the second.",
    ),
)
def compares_fresh_weights(x, weights, fresh):
    return np.max(np.abs(by_layers(x, weights) - by_steps(x, fresh)))


@COMPARE.mistake(
    "M29",
    ko=(
        "절댓값을 취하지 않았습니다.",
        "음수인 차이가 더 클 수 있습니다. `np.abs`를 취한 다음 가장 큰 것을 고릅니다.",
    ),
    en=(
        "You took no absolute values.",
        "A negative difference may be the larger one: take `np.abs` first, then the largest.",
    ),
)
def takes_no_absolute_values(x, weights, fresh):
    return np.max(by_layers(x, weights) - by_steps(x, weights))


@COMPARE.mistake(
    "M29",
    ko=(
        "차이를 평균했습니다.",
        "작은 차이가 많으면 큰 차이 하나가 묻힙니다. 가장 큰 것을 고릅니다.",
    ),
    en=(
        "You averaged the differences.",
        "Many small ones would hide a large one: take the largest.",
    ),
)
def averages_the_differences(x, weights, fresh):
    return np.mean(np.abs(by_layers(x, weights) - by_steps(x, weights)))


@COMPARE.mistake(
    "M15",
    ko=(
        "마지막 시점만 비교했습니다.",
        "두 출력은 모든 시점에서 같아야 합니다.",
    ),
    en=(
        "You compared the last step alone.",
        "The two outputs must agree at every step.",
    ),
)
def compares_the_last_step(x, weights, fresh):
    return np.max(np.abs(by_layers(x, weights)[:, -1] - by_steps(x, weights)[:, -1]))


@COMPARE.mistake(
    "M29",
    ko=(
        "한 모델을 자기 자신과 비교했습니다.",
        "`by_layers`와 `by_steps`를 한 번씩 부릅니다.",
    ),
    en=(
        "You compared one model with itself.",
        "Call `by_layers` once and `by_steps` once.",
    ),
)
def compares_a_model_with_itself(x, weights, fresh):
    return np.max(np.abs(by_layers(x, weights) - by_layers(x, weights)))
