"""06-mend: a long text in pieces, with a mistake to find."""

import numpy as np

from ..known import Question
from .loop import right_lstm as lstm
from .one_step import right_step
from .probes import LOOPS, PASSAGES


def right_pieces(pieces, h0, c0, W, U, b):
    """Return the outputs of all pieces (B, T, H) and the last states h (B, H), c (B, H)."""
    outputs, h, c = [], h0, c0
    for piece in pieces:
        y, h, c = lstm(piece, h, c, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


def cut(x):
    """Cut a sequence into pieces of 1, 2 and the rest."""
    return [x[:, :1], x[:, 1:3], x[:, 3:]] if x.shape[1] > 3 else [x[:, :2], x[:, 2:]]


EVEN = [([x[:, :2], x[:, 2:4]], *rest) for x, *rest in LOOPS if x.shape[1] >= 4]
MEND = Question(
    "read_pieces",
    right_pieces,
    [(cut(x), *rest) for x, *rest in LOOPS] + EVEN,
    ("BTH", "BH", "BH"),
    {"lstm": lstm, "lstm_step": right_step},
    PASSAGES,
    "lstm-show",
)


@MEND.mistake(
    "M18",
    ko=(
        "조각마다 셀 상태가 아직도 `c0`에서 다시 시작합니다.",
        "`h`뿐 아니라 앞 조각의 `c`도 다음 조각에 넘겨야 합니다.",
    ),
    en=(
        "The cell state still starts from `c0` in each piece.",
        "Not only `h` goes on to the next piece, but the `c` of the one before as well.",
    ),
)
def restarts_the_cell_state(pieces, h0, c0, W, U, b):
    outputs, h = [], h0
    for piece in pieces:
        y, h, c = lstm(piece, h, c0, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


@MEND.mistake(
    "M18",
    ko=(
        "이번에는 은닉 상태가 조각마다 `h0`에서 다시 시작합니다.",
        "`c`뿐 아니라 앞 조각의 `h`도 다음 조각에 넘겨야 합니다.",
    ),
    en=(
        "Now it is the hidden state that starts from `h0` in each piece.",
        "Not only `c` goes on to the next piece, but the `h` of the one before as well.",
    ),
)
def restarts_the_hidden_state(pieces, h0, c0, W, U, b):
    outputs, c = [], c0
    for piece in pieces:
        y, h, c = lstm(piece, h0, c, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


@MEND.mistake(
    "M17",
    ko=(
        "조각마다 `h0`과 `c0`에서 다시 시작했습니다.",
        "둘째 조각은 첫째 조각의 마지막 `h`와 `c`에서 이어집니다.",
    ),
    en=(
        "You started each piece from `h0` and `c0` again.",
        "The second piece goes on from the last `h` and `c` of the first.",
    ),
)
def restarts_each_piece(pieces, h0, c0, W, U, b):
    read = [lstm(piece, h0, c0, W, U, b) for piece in pieces]
    return np.concatenate([y for y, _, _ in read], axis=1), *read[-1][1:]


@MEND.mistake(
    "M18",
    ko=(
        "앞 조각의 `h`를 두 상태로 넘겼습니다.",
        "`c`의 자리에는 앞 조각의 `c`를 넘깁니다.",
    ),
    en=(
        "You handed the `h` of the piece before on as both states.",
        "In the place of `c` goes the `c` of the piece before.",
    ),
)
def passes_one_state_twice(pieces, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for piece in pieces:
        y, h, _ = lstm(piece, h, c, W, U, b)
        c = h
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


@MEND.mistake(
    "M14",
    ko=(
        "조각을 넘을 때 `h`와 `c`가 자리를 바꿉니다.",
        "`lstm`은 출력, `h`, `c`의 순서로 돌려줍니다.",
    ),
    en=(
        "From piece to piece `h` and `c` change places.",
        "`lstm` returns outputs, `h`, `c`, in this order.",
    ),
)
def swaps_between_pieces(pieces, h0, c0, W, U, b):
    outputs, h, c = [], h0, c0
    for piece in pieces:
        y, c, h = lstm(piece, h, c, W, U, b)
        outputs.append(y)
    return np.concatenate(outputs, axis=1), h, c


@MEND.twist(
    "M16",
    ko=(
        "받은 초기 상태 대신 0에서 시작했습니다.",
        "첫 조각의 앞 상태는 `h0`과 `c0`입니다.",
    ),
    en=(
        "You started from zeros and not from the given initial states.",
        "The states before the first piece are `h0` and `c0`.",
    ),
)
def starts_from_zeros(read, pieces, h0, c0, W, U, b):
    return read(pieces, np.zeros_like(h0), np.zeros_like(c0), W, U, b)


@MEND.twist(
    "M16",
    ko=(
        "받은 `c0` 대신 0에서 시작했습니다.",
        "첫 조각의 앞 셀 상태는 `c0`입니다. 반복문 앞에서 `c = c0`으로 둡니다.",
    ),
    en=(
        "You started from zeros and not from the given `c0`.",
        "The cell state before the first piece is `c0`: set `c = c0` before the loop.",
    ),
)
def starts_from_a_zero_cell_state(read, pieces, h0, c0, W, U, b):
    return read(pieces, h0, np.zeros_like(c0), W, U, b)


@MEND.twist(
    "M14",
    ko=(
        "마지막 상태를 `c`, `h`의 순서로 돌려주었습니다.",
        "출력, 은닉 상태, 셀 상태의 순서입니다.",
    ),
    en=(
        "You returned the last states as `c`, `h`.",
        "Outputs, hidden state, cell state, in this order.",
    ),
)
def returns_the_states_swapped(read, pieces, h0, c0, W, U, b):
    outputs, h, c = read(pieces, h0, c0, W, U, b)
    return outputs, c, h


@MEND.twist(
    "M13",
    ko=("셀 상태를 돌려주지 않았습니다.", "값은 세 개입니다. 출력, `h`, `c`"),
    en=(
        "You did not return the cell state.",
        "There are three values: outputs, `h`, `c`",
    ),
)
def returns_two_values(read, pieces, h0, c0, W, U, b):
    return read(pieces, h0, c0, W, U, b)[:2]


@MEND.mistake(
    "M01",
    ko=(
        "마지막 조각의 출력만 돌려주었습니다.",
        "모든 조각의 출력을 시점 축으로 이어 `(B, T, H)`로 돌려줍니다.",
    ),
    en=(
        "You returned the outputs of the last piece alone.",
        "Join the outputs of all pieces in time, to one `(B, T, H)`.",
    ),
)
def returns_the_last_piece(pieces, h0, c0, W, U, b):
    y, h, c = None, h0, c0
    for piece in pieces:
        y, h, c = lstm(piece, h, c, W, U, b)
    return y, h, c
