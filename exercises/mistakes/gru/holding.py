"""05-hold: a bias that holds a gate open or shut."""

import numpy as np

from ..known import Question
from .probes import LOOPS, PASSAGES


def right_hold(b, gate, value):
    """Return the bias (2, 3H) that holds a gate."""
    held, H = b.copy(), b.shape[1] // 3
    block = slice(0, H) if gate == "z" else slice(H, 2 * H)
    held[0, block] = 20 if value else -20
    return held


HOLD = Question(
    "hold",
    right_hold,
    [(b, gate, value) for *_, b in LOOPS for gate in ("z", "r") for value in (0, 1)],
    ("RH",),
    passages=PASSAGES | {"M20": "gru-equation"},
    chapter="gru-saturate",
)


def swapped(b):
    """Swap the first two blocks."""
    return np.concatenate([np.split(b, 3, axis=-1)[i] for i in (1, 0, 2)], axis=-1)


@HOLD.twist(
    "M20",
    ko=(
        "덩어리의 순서를 $r$, $z$로 보았습니다.",
        "Keras에서는 $z$가 첫 덩어리, $r$이 둘째 덩어리입니다.",
    ),
    en=(
        "You took the order of the blocks for $r$, $z$.",
        "In Keras $z$ is the first block and $r$ the second.",
    ),
)
def takes_the_blocks_in_another_order(hold, b, gate, value):
    return swapped(hold(swapped(b), gate, value))


@HOLD.twist(
    "M20",
    ko=(
        "여는 것과 닫는 것을 바꾸었습니다.",
        "시그모이드는 큰 수를 1로, 작은 수를 0으로 보냅니다. 20이 1이고 -20이 0입니다.",
    ),
    en=(
        "You swapped open and shut.",
        "The sigmoid sends large numbers to 1 and small ones to 0: 20 is 1, -20 is 0.",
    ),
)
def swaps_open_and_shut(hold, b, gate, value):
    return hold(b, gate, 1 - value)


@HOLD.twist(
    "M20",
    ko=(
        "둘째 행을 바꾸었습니다.",
        "문제에서는 입력 쪽의 편향, 곧 첫 행만 바꿉니다.",
    ),
    en=(
        "You changed the second row.",
        "The question asks for the input's bias, the first row, alone.",
    ),
)
def changes_the_second_row(hold, b, gate, value):
    return hold(b[::-1], gate, value)[::-1]


@HOLD.mistake(
    "M20",
    ko=(
        "두 행을 모두 바꾸었습니다.",
        "두 행은 더해지므로 첫 행만 바꾸면 됩니다. 둘째 행은 그대로 둡니다.",
    ),
    en=(
        "You changed both rows.",
        "The rows are added, so the first one is enough: leave the second as it is.",
    ),
)
def changes_both_rows(b, gate, value):
    first = right_hold(b, gate, value)[0]
    second = right_hold(b[::-1], gate, value)[0]
    return np.stack([first, second])


@HOLD.mistake(
    "M04",
    ko=(
        "덩어리의 첫 유닛만 바꾸었습니다.",
        "게이트는 유닛마다 하나씩 있습니다. 덩어리의 길이는 `H`입니다.",
    ),
    en=(
        "You changed the first unit of the block alone.",
        "There is one gate for each unit: the block is `H` long.",
    ),
)
def changes_one_unit(b, gate, value):
    held = b.copy()
    held[0, 0 if gate == "z" else b.shape[1] // 3] = 20 if value else -20
    return held


@HOLD.mistake(
    "M20",
    ko=(
        "세 덩어리를 모두 바꾸었습니다.",
        "그러면 두 게이트가 함께 붙고 후보도 바뀝니다. 고른 게이트의 덩어리만 바꿉니다.",
    ),
    en=(
        "You changed all three blocks.",
        "Both gates stick then, and the candidate changes: change that gate's block alone.",
    ),
)
def changes_every_block(b, gate, value):
    held = b.copy()
    held[0] = 20 if value else -20
    return held


@HOLD.mistake(
    "M10",
    ko=(
        "받은 `b`를 제자리에서 고쳤습니다.",
        "그러면 층의 편향도 함께 바뀝니다. `b.copy()`를 고쳐 돌려주세요.",
    ),
    en=(
        "You changed the given `b` in place.",
        "The layer's bias changes with it. Change a `b.copy()` and return that.",
    ),
)
def writes_into_the_bias(b, gate, value):
    b[...] = right_hold(b, gate, value)
    return b


@HOLD.mistake(
    "M21",
    ko=(
        "게이트의 값 0이나 1을 편향에 그대로 넣었습니다.",
        "편향은 시그모이드를 거칩니다. 1이 되려면 큰 수, 0이 되려면 아주 작은 음수여야 합니다.",
    ),
    en=(
        "You wrote the gate's value, 0 or 1, into the bias.",
        "The bias goes through the sigmoid: 1 takes a large number, 0 a very negative one.",
    ),
)
def writes_the_value(b, gate, value):
    held, H = b.copy(), b.shape[1] // 3
    held[0, slice(0, H) if gate == "z" else slice(H, 2 * H)] = value
    return held
