"""07-step: one time step of all layers."""

import numpy as np

from rnnkit.steps import simple_rnn_step

from ..known import Question
from .probes import PASSAGES, STACKS, letters


def right_step(x, states, weights):
    """Return the new state of each layer (B, H)."""
    new = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x = simple_rnn_step(x, h, W, U, b)
        new.append(x)
    return tuple(new)


STEP = Question(
    "stacked_step",
    right_step,
    [(x[:, 0], states, weights) for x, states, weights in STACKS],
    letters,
    passages=PASSAGES | {"M16": "unfolding-first-state"},
    chapter="stacking-equation",
)


@STEP.mistake(
    "M16",
    ko=(
        "위층이 아래층의 앞 시점의 상태를 읽었습니다.",
        "위층은 같은 시점의 새 상태를 읽습니다. 아래층이 먼저 나아갑니다.",
    ),
    en=(
        "The upper layer read the lower one's state of the step before.",
        "It reads the new state of this step: the lower layer advances first.",
    ),
)
def reads_the_state_before(x, states, weights):
    below = [x, *states[:-1]]
    cases = zip(below, states, weights, strict=True)
    return tuple(simple_rnn_step(one, h, *arrays) for one, h, arrays in cases)


@STEP.mistake(
    "M15",
    ko=(
        "위층도 `x`를 읽었습니다.",
        "`x`를 읽는 것은 층 0뿐입니다. 그 위는 아래층의 새 상태를 읽습니다.",
    ),
    en=(
        "The upper layers read `x` as well.",
        "Layer 0 alone reads `x`; above it the new state of the layer below is read.",
    ),
)
def reads_the_letter_everywhere(x, states, weights):
    cases = zip(states, weights, strict=True)
    return tuple(simple_rnn_step(x, h, *arrays) for h, arrays in cases)


@STEP.twist(
    "M16",
    ko=(
        "앞 상태를 쓰지 않았습니다.",
        "층마다 자기 앞 상태 `states[k]`에서 나아갑니다.",
    ),
    en=(
        "You did not use the states before.",
        "Each layer goes on from its own state before, `states[k]`.",
    ),
)
def forgets_the_states(step, x, states, weights):
    return step(x, [np.zeros_like(h) for h in states], weights)


@STEP.twist(
    "M05",
    ko=(
        "편향을 빠뜨렸습니다.",
        "층마다 편향 `b`도 더합니다.",
    ),
    en=(
        "You left out the biases.",
        "Add the bias `b` in each layer, too.",
    ),
)
def forgets_the_biases(step, x, states, weights):
    return step(x, states, [(W, U, np.zeros_like(b)) for W, U, b in weights])


@STEP.twist(
    "M15",
    ko=(
        "맨 위층의 새 상태만 돌려주었습니다.",
        "다음 시점에는 모든 층의 상태가 필요합니다.",
    ),
    en=(
        "You returned the new state of the top layer alone.",
        "The next step needs the states of all layers.",
    ),
)
def returns_the_top_state(step, x, states, weights):
    return step(x, states, weights)[-1]


@STEP.twist(
    "M15",
    ko=(
        "상태를 위층부터 돌려주었습니다.",
        "아래층부터 차례로 돌려줍니다.",
    ),
    en=(
        "You returned the states from the top.",
        "Return them from the bottom up.",
    ),
)
def returns_the_states_from_the_top(step, x, states, weights):
    return tuple(step(x, states, weights)[::-1])


@STEP.twist(
    "M17",
    ko=(
        "받은 상태를 그대로 돌려주었습니다.",
        "층마다 나아간 뒤의 새 상태를 돌려줍니다.",
    ),
    en=(
        "You returned the states as they were given.",
        "Return the new state of each layer, after its step.",
    ),
)
def returns_the_states_before(step, x, states, weights):
    return tuple(states)


@STEP.mistake(
    "M10",
    ko=(
        "받은 상태 목록을 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 상태도 바뀝니다. 새 목록을 만드세요.",
    ),
    en=(
        "You changed the given list of states in place.",
        "The caller's states change with it: make a new list.",
    ),
)
def writes_into_the_states(x, states, weights):
    for k, arrays in enumerate(weights):
        x = states[k] = simple_rnn_step(x, states[k], *arrays)
    return tuple(states)
