"""07-mend: the last output of a stack, with two mistakes to find."""

import numpy as np

from ..known import Question
from ..unfolding.loop import right_unfold as unfold
from .probes import PASSAGES, STACKS


def right_last(x, weights):
    """Return the last output of the topmost layer (B, H)."""
    for W, U, b in weights:
        x, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return h


MEND = Question(
    "last_of_stack",
    right_last,
    [(x, weights) for x, _, weights in STACKS],
    ("BH",),
    passages=PASSAGES | {"M02": "return-flags-dense"},
    chapter="stacking-surprise",
)


@MEND.mistake(
    "M01",
    ko=(
        "아직도 마지막 출력만 위층에 올립니다.",
        "위층은 시퀀스를 읽습니다. `h[:, None]` 대신 모든 시점의 출력을 올리세요.",
    ),
    en=(
        "Still only the last output goes up.",
        "The upper layer reads a sequence: hand up all outputs, and not `h[:, None]`.",
    ),
)
def hands_up_the_last_output(x, weights):
    for W, U, b in weights:
        _, h = unfold(x, np.zeros((len(x), len(U))), W, U, b)
        x = h[:, None]
    return h


@MEND.twist(
    "M02",
    ko=(
        "시점 축을 남겨 두었습니다.",
        "마지막 출력은 `(B, H)`입니다. `(B, 1, H)`에서 시점 축을 없애세요.",
    ),
    en=(
        "You kept the time axis.",
        "The last output is `(B, H)`: take the time axis away from `(B, 1, H)`.",
    ),
)
def keeps_the_time_axis(last, x, weights):
    return last(x, weights)[:, None]


@MEND.mistake(
    "M02",
    ko=(
        "모든 시점의 출력을 돌려주었습니다.",
        "필요한 것은 마지막 시점의 것, `(B, H)`입니다.",
    ),
    en=(
        "You returned the outputs of all steps.",
        "The one of the last step is wanted, `(B, H)`.",
    ),
)
def returns_every_output(x, weights):
    for W, U, b in weights:
        x, _ = unfold(x, np.zeros((len(x), len(U))), W, U, b)
    return x


@MEND.twist(
    "M15",
    ko=(
        "아래층들의 상태만 구했습니다.",
        "맨 위층까지 지나가야 합니다. 출력과 같은 것은 맨 위층의 상태입니다.",
    ),
    en=(
        "You stopped below the topmost layer.",
        "Go through all layers: the output is the state of the topmost one.",
    ),
)
def stops_below_the_top(last, x, weights):
    return last(x, weights[:-1])


@MEND.mistake(
    "M15",
    ko=(
        "위층이 `x`를 다시 읽었습니다.",
        "위층의 입력은 아래층의 출력입니다.",
    ),
    en=(
        "The upper layer read `x` again.",
        "The input of an upper layer is the output of the one below.",
    ),
)
def reads_the_letters_again(x, weights):
    return [unfold(x, np.zeros((len(x), len(U))), W, U, b)[1] for W, U, b in weights][-1]
