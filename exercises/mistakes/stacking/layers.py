"""07-stack: a stack, layer by layer."""

import numpy as np

from ..known import Question
from ..unfolding.loop import right_unfold as unfold
from .probes import PASSAGES, STACKS, letters


def right_stack(x, states, weights):
    """Return the top layer's outputs (B, T, H) and the last state of each layer."""
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x, h = unfold(x, h, W, U, b)
        last.append(h)
    return (x, *last)


STACK = Question(
    "stack",
    right_stack,
    STACKS,
    lambda *given: ("BTH", *letters(*given)),
    passages=PASSAGES | {"M16": "unfolding-first-state"},
    chapter="stacking-equation",
)


@STACK.mistake(
    "M15",
    ko=(
        "위층이 아래층의 출력 대신 `x`를 다시 읽었습니다.",
        "위층의 입력은 아래층의 출력입니다. 층을 지날 때마다 `x`를 바꾸세요.",
    ),
    en=(
        "The upper layers read `x` again and not the outputs below.",
        "The input of an upper layer is the output of the one below: replace `x` after each layer.",
    ),
)
def reads_the_letters_again(x, states, weights):
    pairs = [unfold(x, h, *arrays) for h, arrays in zip(states, weights, strict=True)]
    return (pairs[-1][0], *[h for _, h in pairs])


@STACK.mistake(
    "M01",
    ko=(
        "마지막 출력만 위층에 올렸습니다.",
        "모든 시점의 출력 `(B, T, H)`를 올립니다. `return_sequences=True`와 같습니다.",
    ),
    en=(
        "You handed up the last output alone.",
        "All outputs go up, `(B, T, H)`, as with `return_sequences=True`.",
    ),
)
def hands_up_the_last_output(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x, h = unfold(x, h, W, U, b)
        last.append(h)
        x = x[:, -1:]
    return (x, *last)


@STACK.twist(
    "M16",
    ko=(
        "모든 층을 0에서 시작했습니다.",
        "층 `k`는 `states[k]`에서 시작합니다.",
    ),
    en=(
        "You started every layer from zeros.",
        "Layer `k` starts from `states[k]`.",
    ),
)
def starts_from_zeros(stack, x, states, weights):
    return stack(x, [np.zeros_like(h) for h in states], weights)


@STACK.twist(
    "M16",
    ko=(
        "위층을 0에서 시작했습니다.",
        "위층에도 받은 초기 상태가 있습니다. `states[k]`를 쓰세요.",
    ),
    en=(
        "You started the upper layers from zeros.",
        "They were given initial states, too: use `states[k]`.",
    ),
)
def starts_the_upper_from_zeros(stack, x, states, weights):
    return stack(x, [states[0], *(np.zeros_like(h) for h in states[1:])], weights)


@STACK.twist(
    "M15",
    ko=(
        "맨 위층의 상태만 돌려주었습니다.",
        "상태는 층마다 하나씩입니다. 아래층의 것도 차례로 돌려줍니다.",
    ),
    en=(
        "You returned the state of the top layer alone.",
        "There is one for each layer: return those of the lower ones, too.",
    ),
)
def returns_the_top_state(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    return outputs, last[-1]


@STACK.twist(
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
def returns_the_states_from_the_top(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    return (outputs, *last[::-1])


@STACK.twist(
    "M15",
    ko=(
        "초기 상태를 그대로 돌려주었습니다.",
        "층을 지날 때마다 `unfold`가 돌려준 상태를 모으세요.",
    ),
    en=(
        "You returned the initial states.",
        "Collect the state that `unfold` returns for each layer.",
    ),
)
def returns_the_initial_states(stack, x, states, weights):
    return (stack(x, states, weights)[0], *states)


@STACK.twist(
    "M02",
    ko=(
        "맨 위층의 마지막 출력만 돌려주었습니다.",
        "출력은 모든 시점의 것, `(B, T, H)`입니다.",
    ),
    en=(
        "You returned the last output of the top layer alone.",
        "The outputs of all steps are wanted, `(B, T, H)`.",
    ),
)
def returns_the_last_output(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    return (outputs[:, -1], *last)


@STACK.twist(
    "M13",
    ko=(
        "상태를 돌려주지 않았습니다.",
        "출력 다음에 층마다 상태가 하나씩 옵니다. `return (x, *last)`",
    ),
    en=(
        "You returned no states.",
        "The outputs are followed by one state for each layer: `return (x, *last)`",
    ),
)
def returns_no_states(stack, x, states, weights):
    return stack(x, states, weights)[0]


@STACK.twist(
    "M16",
    ko=(
        "아래층의 마지막 상태에서 위층을 시작했습니다.",
        "층마다 자기 초기 상태가 있습니다. 상태는 층에서 층으로 건너가지 않습니다.",
    ),
    en=(
        "You started the upper layer from the last state of the lower one.",
        "Each layer has an initial state of its own: states do not pass from layer to layer.",
    ),
)
def starts_from_the_state_below(stack, x, states, weights):
    given = list(states)
    for k in range(1, len(states)):
        below = stack(x, given, weights)[k]
        wide = np.resize(below, states[k].shape)
        given[k] = below if below.shape == wide.shape else wide
    return stack(x, given, weights)
