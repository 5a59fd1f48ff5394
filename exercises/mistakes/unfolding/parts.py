"""02-parts: a long sequence, read piece by piece."""

import numpy as np

from ..known import Question
from .loop import right_unfold as unfold
from .one_step import right_step
from .probes import LOOPS, PASSAGES


def right_parts(parts, h0, W, U, b):
    """Return the outputs of all pieces (B, T, H) and the last state (B, H)."""
    outputs, h = [], h0
    for part in parts:
        piece, h = unfold(part, h, W, U, b)
        outputs.append(piece)
    return np.concatenate(outputs, axis=1), h


def cut(x):
    """Cut a sequence into pieces of 1, 2 and the rest."""
    return [x[:, :1], x[:, 1:3], x[:, 3:]] if x.shape[1] > 3 else [x[:, :2], x[:, 2:]]


EVEN = [([x[:, :2], x[:, 2:4]], *rest) for x, *rest in LOOPS if x.shape[1] >= 4]
PARTS = Question(
    "unfold_parts",
    right_parts,
    [(cut(x), *rest) for x, *rest in LOOPS] + EVEN,
    ("BTH", "BH"),
    {"unfold": unfold, "simple_rnn_step": right_step},
    PASSAGES,
    "unfolding-first-state",
)


@PARTS.mistake(
    "M17",
    ko=(
        "조각마다 `h0`에서 다시 시작했습니다.",
        "둘째 조각은 첫째 조각의 마지막 상태에서 이어집니다.",
    ),
    en=(
        "You started each piece from `h0` again.",
        "The second piece goes on from the last state of the first.",
    ),
)
def restarts_each_piece(parts, h0, W, U, b):
    pieces = [unfold(part, h0, W, U, b) for part in parts]
    return np.concatenate([outputs for outputs, _ in pieces], axis=1), pieces[-1][1]


@PARTS.mistake(
    "M16",
    ko=(
        "조각마다 0에서 시작했습니다.",
        "처음에는 `h0`에서, 그다음에는 앞 조각의 상태에서 시작합니다.",
    ),
    en=(
        "You started each piece from zeros.",
        "Start from `h0`, then from the last state of the piece before.",
    ),
)
def starts_each_piece_from_zeros(parts, h0, W, U, b):
    return restarts_each_piece(parts, np.zeros_like(h0), W, U, b)


@PARTS.twist(
    "M16",
    ko=(
        "받은 초기 상태 대신 0에서 시작했습니다.",
        "첫 조각의 앞 상태는 `h0`입니다.",
    ),
    en=(
        "You started from zeros and not from the given initial state.",
        "The state before the first piece is `h0`.",
    ),
)
def starts_from_zeros(unfold_all, parts, h0, W, U, b):
    return unfold_all(parts, np.zeros_like(h0), W, U, b)


@PARTS.mistake(
    "M09",
    ko=(
        "조각을 배치 축으로 이었습니다.",
        "조각은 시간으로 이어집니다. `axis=1`로 이어 붙이세요.",
    ),
    en=(
        "You joined the pieces along the batch axis.",
        "The pieces follow each other in time: join them on `axis=1`.",
    ),
)
def joins_along_the_batch(parts, h0, W, U, b):
    outputs, h = [], h0
    for part in parts:
        piece, h = unfold(part, h, W, U, b)
        outputs.append(piece)
    return np.concatenate(outputs, axis=0), h


@PARTS.mistake(
    "M08",
    ko=(
        "조각을 마지막 축으로 이었습니다.",
        "조각은 시간으로 이어집니다. `axis=1`로 이어 붙이세요.",
    ),
    en=(
        "You joined the pieces along the last axis.",
        "The pieces follow each other in time: join them on `axis=1`.",
    ),
)
def joins_along_the_units(parts, h0, W, U, b):
    outputs, h = [], h0
    for part in parts:
        piece, h = unfold(part, h, W, U, b)
        outputs.append(piece)
    return np.concatenate(outputs, axis=-1), h


@PARTS.mistake(
    "M01",
    ko=(
        "마지막 조각의 출력만 돌려주었습니다.",
        "모든 조각의 출력을 이어 `(B, T, H)`로 돌려줍니다.",
    ),
    en=(
        "You returned the outputs of the last piece alone.",
        "Join the outputs of all pieces into one `(B, T, H)`.",
    ),
)
def returns_the_last_piece(parts, h0, W, U, b):
    outputs, h = None, h0
    for part in parts:
        outputs, h = unfold(part, h, W, U, b)
    return outputs, h


@PARTS.twist(
    "M12",
    ko=(
        "첫 조각의 상태를 마지막 상태로 돌려주었습니다.",
        "마지막 상태는 마지막 조각이 끝났을 때의 `h`입니다.",
    ),
    en=(
        "You returned the first piece's state as the last state.",
        "The last state is what `h` is after the last piece.",
    ),
)
def returns_the_first_state(unfold_all, parts, h0, W, U, b):
    outputs, _ = unfold_all(parts, h0, W, U, b)
    return outputs, unfold(parts[0], h0, W, U, b)[1]
