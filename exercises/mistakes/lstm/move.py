"""06-order: weights whose blocks stand in another order."""

import numpy as np

from ..known import Question
from ..numbers import weights
from .orders import put_in_order
from .probes import PASSAGES

WEIGHTS = [*weights(4, 3, blocks=4)[:2], weights(2, 5, blocks=4)[0]]

MOVE = Question(
    "keras_order",
    put_in_order,
    [(weight, order) for order in ("fgio", "ifog", "gfoi") for weight in WEIGHTS],
    ("DH",),
    passages=PASSAGES | {"M13": "lstm-order"},
    chapter="lstm-order",
)


@MOVE.mistake(
    "M19",
    ko=(
        "덩어리를 그대로 두었습니다.",
        "받은 순서는 `order`이고 필요한 순서는 `i, f, c, o`입니다. 덩어리를 옮겨야 합니다.",
    ),
    en=(
        "You left the blocks where they were.",
        "They come in `order` and are wanted as `i, f, c, o`: the blocks must move.",
    ),
)
def leaves_the_blocks(weight, order):
    return np.array(weight)


@MOVE.mistake(
    "M19",
    ko=(
        "거꾸로 옮겼습니다. Keras의 순서에서 `order`로 갔습니다.",
        "`order`의 첫 글자가 첫 덩어리의 이름입니다. 그 이름으로 `i, f, c, o`를 꺼내세요.",
    ),
    en=(
        "You went the other way, from Keras' order to `order`.",
        "The first letter of `order` names the first block: by these names take `i, f, c, o`.",
    ),
)
def goes_the_other_way(weight, order):
    blocks = dict(zip("ifgo", np.split(weight, 4, axis=-1), strict=True))
    return np.concatenate([blocks[gate] for gate in order], axis=-1)


@MOVE.mistake(
    "M19",
    ko=(
        "`order`를 보지 않고 언제나 cs231n의 `i, f, o, g`라고 생각했습니다.",
        "순서는 출처마다 다릅니다. `order`의 글자를 차례로 읽으세요.",
    ),
    en=(
        "You always took the order for that of cs231n, `i, f, o, g`.",
        "Every source has its own order: read the letters of `order`.",
    ),
)
def always_from_cs231n(weight, order):
    return put_in_order(weight, "ifog")


@MOVE.mistake(
    "M19",
    ko=(
        "`order`를 보지 않고 언제나 `f, g, i, o`라고 생각했습니다.",
        "순서는 출처마다 다릅니다. `order`의 글자를 차례로 읽으세요.",
    ),
    en=(
        "You always took the order for `f, g, i, o`.",
        "Every source has its own order: read the letters of `order`.",
    ),
)
def always_from_one_book(weight, order):
    return put_in_order(weight, "fgio")


@MOVE.mistake(
    "M19",
    ko=(
        "덩어리를 `i, f, o, g`의 순서로 놓았습니다.",
        "Keras의 순서는 `i, f, c, o`입니다. 후보가 셋째, 출력 게이트가 넷째입니다.",
    ),
    en=(
        "You put the blocks in the order `i, f, o, g`.",
        "Keras has `i, f, c, o`: third the candidate, fourth the output gate.",
    ),
)
def puts_the_candidate_last(weight, order):
    i, f, g, o = np.split(put_in_order(weight, order), 4, axis=-1)
    return np.concatenate([i, f, o, g], axis=-1)


@MOVE.mistake(
    "M19",
    ko=(
        "덩어리를 가나다순처럼 글자의 순서로 놓았습니다.",
        "Keras의 순서는 `i, f, c, o`이고, 알파벳의 순서와는 상관이 없습니다.",
    ),
    en=(
        "You put the blocks in alphabetical order.",
        "Keras has `i, f, c, o`, which has nothing to do with the alphabet.",
    ),
)
def sorts_the_letters(weight, order):
    i, f, g, o = np.split(put_in_order(weight, order), 4, axis=-1)
    return np.concatenate([f, g, i, o], axis=-1)


@MOVE.mistake(
    "M08",
    ko=(
        "행을 넷으로 나누었습니다.",
        "덩어리는 마지막 축에 나란히 있습니다. `np.split(weight, 4, axis=-1)`",
    ),
    en=(
        "You parted the rows into four.",
        "The blocks stand side by side on the last axis: `np.split(weight, 4, axis=-1)`",
    ),
)
def parts_the_rows(weight, order):
    return put_in_order(weight.T, order).T


@MOVE.mistake(
    "M19",
    ko=(
        "열이 하나씩 번갈아 `i, f, c, o`에 든다고 생각했습니다.",
        "같은 게이트의 열 `H`개가 한 덩어리로 모여 있습니다.",
    ),
    en=(
        "You took every fourth column for one gate.",
        "The `H` columns of one gate stand together as a block.",
    ),
)
def gates_take_turns(weight, order):
    return np.concatenate([weight[..., order.index(gate) :: 4] for gate in "ifgo"], axis=-1)


@MOVE.twist(
    "M08",
    ko=(
        "결과를 전치했습니다. PyTorch의 모양입니다.",
        "모양은 그대로 두고 덩어리의 자리만 바꿉니다.",
    ),
    en=(
        "You transposed the result, as PyTorch has it.",
        "The shape stays: only the blocks change places.",
    ),
)
def transposes(move, weight, order):
    return np.transpose(move(weight, order))


@MOVE.twist(
    "M13",
    ko=(
        "네 덩어리를 따로 돌려주었습니다.",
        "덩어리를 마지막 축에서 다시 이어 배열 하나로 돌려주세요. `np.concatenate(…, axis=-1)`",
    ),
    en=(
        "You returned the four blocks one by one.",
        "Join them on the last axis into one array again: `np.concatenate(…, axis=-1)`",
    ),
)
def returns_the_blocks(move, weight, order):
    return tuple(np.split(move(weight, order), 4, axis=-1))


@MOVE.mistake(
    "M10",
    ko=(
        "받은 배열을 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 가중치도 바뀝니다. 새 배열을 만들어 돌려주세요.",
    ),
    en=(
        "You changed the given array in place.",
        "The caller's weights change with it. Make a new array and return that.",
    ),
)
def writes_into_the_weight(weight, order):
    for number, block in enumerate(np.split(put_in_order(weight, order), 4, axis=-1)):
        width = block.shape[-1]
        weight[..., number * width : (number + 1) * width] = block
    return weight
