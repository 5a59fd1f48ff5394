"""06-bias: the bias of a layer that has not learned yet."""

import numpy as np

from ..known import Question
from .probes import PASSAGES


def right_bias(H):
    """Return b (4H,): ones for the forget gate, zeros for the rest."""
    return np.repeat([0.0, 1.0, 0.0, 0.0], H)


BIAS = Question(
    "fresh_bias",
    right_bias,
    [(2,), (3,), (5,)],
    ("H",),
    passages=PASSAGES | {"M05": "lstm-by-hand"},
    chapter="lstm-by-hand",
)


@BIAS.mistake(
    "M05",
    ko=(
        "편향을 모두 0으로 두었습니다.",
        "`unit_forget_bias=True`이면 망각 게이트의 편향은 1에서 시작합니다. 처음에는 덜 잊습니다.",
    ),
    en=(
        "You set the whole bias to 0.",
        "With `unit_forget_bias=True` the forget gate's bias starts at 1: little is forgotten.",
    ),
)
def zeros_alone(H):
    return np.zeros(4 * H)


@BIAS.mistake(
    "M05",
    ko=(
        "편향을 모두 1로 두었습니다.",
        "1인 것은 망각 게이트의 덩어리 하나입니다. 나머지 셋은 0입니다.",
    ),
    en=(
        "You set the whole bias to 1.",
        "One block is 1, that of the forget gate. The other three are 0.",
    ),
)
def ones_alone(H):
    return np.ones(4 * H)


@BIAS.mistake(
    "M19",
    ko=(
        "첫 덩어리를 1로 두었습니다. 망각 게이트가 첫째인 순서는 `f, g, i, o`입니다.",
        "Keras의 순서는 `i, f, c, o`입니다. 첫째는 입력 게이트, 둘째가 망각 게이트입니다.",
    ),
    en=(
        "You set the first block to 1, as if the order were `f, g, i, o`.",
        "Keras has `i, f, c, o`: first the input gate, second the forget gate.",
    ),
)
def ones_in_the_first_block(H):
    return np.repeat([1.0, 0.0, 0.0, 0.0], H)


@BIAS.mistake(
    "M19",
    ko=(
        "셋째 덩어리를 1로 두었습니다. 망각 게이트가 셋째인 순서는 `i, o, f, c`입니다.",
        "Keras의 순서는 `i, f, c, o`입니다. 셋째는 후보, 둘째가 망각 게이트입니다.",
    ),
    en=(
        "You set the third block to 1, as if the order were `i, o, f, c`.",
        "Keras has `i, f, c, o`: the third is the candidate, the second the forget gate.",
    ),
)
def ones_in_the_third_block(H):
    return np.repeat([0.0, 0.0, 1.0, 0.0], H)


@BIAS.mistake(
    "M19",
    ko=(
        "넷째 덩어리를 1로 두었습니다.",
        "Keras의 순서는 `i, f, c, o`입니다. 넷째는 출력 게이트, 둘째가 망각 게이트입니다.",
    ),
    en=(
        "You set the fourth block to 1.",
        "Keras has `i, f, c, o`: the fourth is the output gate, the second the forget gate.",
    ),
)
def ones_in_the_fourth_block(H):
    return np.repeat([0.0, 0.0, 0.0, 1.0], H)


@BIAS.mistake(
    "M19",
    ko=(
        "유닛마다 `i, f, c, o`가 하나씩 번갈아 온다고 생각했습니다.",
        "같은 게이트의 수 `H`개가 한 덩어리로 모여 있습니다. `[i, i, f, f, …]`",
    ),
    en=(
        "You took turns, one `i, f, c, o` for each unit.",
        "The `H` numbers of one gate stand together as a block: `[i, i, f, f, …]`",
    ),
)
def gates_take_turns(H):
    return np.tile([0.0, 1.0, 0.0, 0.0], H)


@BIAS.mistake(
    "M05",
    ko=(
        "게이트 셋을 모두 1로 두었습니다.",
        "1에서 시작하는 것은 망각 게이트뿐입니다. 입력 게이트와 출력 게이트는 0입니다.",
    ),
    en=(
        "You set all three gates to 1.",
        "The forget gate alone starts at 1. The input and output gates start at 0.",
    ),
)
def ones_for_every_gate(H):
    return np.repeat([1.0, 1.0, 0.0, 1.0], H)


@BIAS.mistake(
    "M03",
    ko=(
        "덩어리마다 수를 하나씩만 두었습니다.",
        "편향은 유닛마다 있습니다. 덩어리 하나의 길이는 `H`, 모두 `4H`입니다.",
    ),
    en=(
        "You put one number into each block.",
        "Every unit has a bias: a block is `H` long, and all four are `4H`.",
    ),
)
def one_number_for_each_block(H):
    return np.array([0.0, 1.0, 0.0, 0.0])


@BIAS.mistake(
    "M19",
    ko=(
        "망각 게이트의 첫 유닛만 1로 두었습니다.",
        "덩어리의 길이는 `H`입니다. `[H:2*H]`가 모두 1입니다.",
    ),
    en=(
        "You set the first unit of the forget gate to 1, and that alone.",
        "A block is `H` long: all of `[H:2*H]` is 1.",
    ),
)
def one_unit_alone(H):
    b = np.zeros(4 * H)
    b[H] = 1.0
    return b


@BIAS.mistake(
    "M05",
    ko=(
        "덩어리를 셋만 두었습니다.",
        "게이트는 셋이지만 후보의 덩어리도 있어 모두 `4H`입니다.",
    ),
    en=(
        "You made three blocks.",
        "There are three gates, but the candidate has a block as well: `4H` in all.",
    ),
)
def three_blocks(H):
    return np.repeat([0.0, 1.0, 0.0], H)


@BIAS.twist(
    "M20",
    ko=(
        "편향을 두 줄로 만들었습니다.",
        "편향이 두 줄인 것은 Keras의 GRU입니다. LSTM에는 한 줄, `(4H,)`입니다.",
    ),
    en=(
        "You made two rows of bias.",
        "It is the GRU of Keras that has two. An LSTM has one, `(4H,)`.",
    ),
)
def two_rows(bias, H):
    return np.stack([bias(H), bias(H)])


@BIAS.twist(
    "M08",
    ko=(
        "덩어리를 행으로 쌓았습니다.",
        "덩어리는 한 줄에 차례로 이어집니다. 모양은 `(4H,)`입니다.",
    ),
    en=(
        "You stacked the blocks as rows.",
        "The blocks follow each other in one row: the shape is `(4H,)`.",
    ),
)
def blocks_as_rows(bias, H):
    return np.reshape(bias(H), (4, -1))
