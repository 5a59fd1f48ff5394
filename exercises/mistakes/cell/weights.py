"""01-weights: a row of numbers, divided into the weights of a cell."""

import numpy as np

from ..known import Question
from ..numbers import numbers as row
from .probes import PASSAGES


def right_weights(numbers, D, H):
    """Return W (D, H), U (H, H), b (H,)."""
    W, U, b = np.split(numbers, [D * H, D * H + H * H])
    return W.reshape(D, H), U.reshape(H, H), b


WEIGHTS = Question(
    "weights_from",
    right_weights,
    [(row(D * H + H * H + H), D, H) for D, H in [(5, 3), (3, 3), (2, 4), (1, 2)]],
    ("DH", "HH", "H"),
    passages=PASSAGES,
    chapter="one-cell-equation",
)


@WEIGHTS.mistake(
    "M28",
    ko=(
        "`U`를 입력의 크기로 만들었습니다.",
        "순환 커널은 상태 `(B, H)`에 곱하므로 `(H, H)`입니다.",
    ),
    en=(
        "You built `U` with the size of the input.",
        "The recurrent kernel multiplies the state `(B, H)`, so it is `(H, H)`.",
    ),
)
def builds_u_with_the_input_size(numbers, D, H):
    W, U, b = np.split(numbers[: 2 * D * H + H], [D * H, 2 * D * H])
    return W.reshape(D, H), U.reshape(D, H), b


@WEIGHTS.twist(
    "M08",
    ko=("`W`를 전치했습니다.", "행벡터의 오른쪽에 곱하므로 `W`는 `(D, H)`입니다."),
    en=("You transposed `W`.", "`W` stands on the right of row vectors: it is `(D, H)`."),
)
def transposes_w(weights, numbers, D, H):
    W, U, b = weights(numbers, D, H)
    return W.T, U, b


@WEIGHTS.twist(
    "M07",
    ko=("`W`를 열부터 채웠습니다.", "수는 행마다 적혀 있습니다. `reshape(D, H)` 하나면 됩니다."),
    en=(
        "You filled `W` column by column.",
        "The numbers stand row by row: `reshape(D, H)` alone will do.",
    ),
)
def fills_w_by_columns(weights, numbers, D, H):
    W, U, b = weights(numbers, D, H)
    return W.ravel().reshape(H, D).T, U, b


@WEIGHTS.twist(
    "M08",
    ko=(
        "`U`를 전치했습니다.",
        "정사각형이라 모양은 그대로이지만 수의 자리가 바뀝니다. 행마다 채우세요.",
    ),
    en=(
        "You transposed `U`.",
        "It is square, so the shape stays, but its numbers move: fill it row by row.",
    ),
)
def transposes_u(weights, numbers, D, H):
    W, U, b = weights(numbers, D, H)
    return W, U.T, b


@WEIGHTS.twist(
    "M13",
    ko=("편향을 돌려주지 않았습니다.", "셀의 가중치는 셋입니다. `return W, U, b`"),
    en=("You did not return the bias.", "A cell has three weights: `return W, U, b`"),
)
def forgets_the_bias(weights, numbers, D, H):
    return weights(numbers, D, H)[:2]


@WEIGHTS.twist(
    "M17",
    ko=("`U`를 먼저 돌려주었습니다.", "순서는 커널, 순환 커널, 편향입니다."),
    en=("You returned `U` first.", "The order is kernel, recurrent kernel, bias."),
)
def gives_u_first(weights, numbers, D, H):
    W, U, b = weights(numbers, D, H)
    return U, W, b


@WEIGHTS.mistake(
    "M05",
    ko=(
        "맨 앞의 수를 편향으로 썼습니다.",
        "수의 순서는 `W`, `U`, `b`입니다. 편향은 마지막 `H`개입니다.",
    ),
    en=(
        "You took the first numbers for the bias.",
        "The numbers come in the order `W`, `U`, `b`: the bias is the last `H`.",
    ),
)
def takes_the_bias_first(numbers, D, H):
    b, W, U = np.split(numbers, [H, H + D * H])
    return W.reshape(D, H), U.reshape(H, H), b


@WEIGHTS.mistake(
    "M28",
    ko=("맨 앞의 수를 `U`로 썼습니다.", "수의 순서는 `W`, `U`, `b`입니다."),
    en=("You took the first numbers for `U`.", "The numbers come in the order `W`, `U`, `b`."),
)
def reads_u_before_w(numbers, D, H):
    U, W, b = np.split(numbers, [H * H, H * H + D * H])
    return W.reshape(D, H), U.reshape(H, H), b


@WEIGHTS.twist(
    "M10",
    ko=(
        "편향에 축을 하나 더 붙였습니다.",
        "편향은 배치와 상관없이 `(H,)`입니다. 행마다 저절로 더해집니다.",
    ),
    en=(
        "You gave the bias another axis.",
        "The bias is `(H,)` whatever the batch: it is added to every row by itself.",
    ),
)
def gives_the_bias_a_batch(weights, numbers, D, H):
    W, U, b = weights(numbers, D, H)
    return W, U, b[None]
