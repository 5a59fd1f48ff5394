"""04-mend: a sequence read from its end, with two mistakes to find."""

import numpy as np

from ..known import Question
from ..unfolding.loop import right_unfold
from ..unfolding.one_step import right_step as step
from ..unfolding.probes import LOOPS
from .probes import PASSAGES


def right_backwards(x, h0, W, U, b):
    """Return the outputs in the order of the word (B, T, H) and the last state (B, H)."""
    outputs, h = right_unfold(x[:, ::-1], h0, W, U, b)
    return outputs[:, ::-1], h


MEND = Question(
    "read_backwards",
    right_backwards,
    LOOPS,
    ("BTH", "BH"),
    {"simple_rnn_step": step},
    PASSAGES | {"M16": "unfolding-first-state", "M17": "unfolding-first-state"},
    "return-flags-surprise",
)


@MEND.twist(
    "M16",
    ko=(
        "첫 글자를 맨 먼저 읽었습니다.",
        "`t`가 0이면 `-t`도 0입니다. 끝에서부터는 `-1 - t`나 `reversed(range(T))`입니다.",
    ),
    en=(
        "You read the first letter first.",
        "With `t` at 0, `-t` is 0 too. From the end it is `-1 - t`, or `reversed(range(T))`.",
    ),
)
def reads_the_first_letter_first(read, x, h0, W, U, b):
    return read(np.roll(x, -1, axis=1), h0, W, U, b)


@MEND.twist(
    "M15",
    ko=(
        "맨 끝 칸을 마지막 상태로 돌려주었습니다.",
        "낱말의 순서로 놓으면 다 읽은 상태는 맨 앞 칸에 있습니다.",
    ),
    en=(
        "You returned the last place as the last state.",
        "In the word's order the state after all letters stands in front.",
    ),
)
def returns_the_last_place(read, x, h0, W, U, b):
    outputs, _ = read(x, h0, W, U, b)
    return outputs, outputs[:, -1]


@MEND.twist(
    "M26",
    ko=(
        "출력을 읽은 순서 그대로 두었습니다.",
        "낱말의 순서로 되돌립니다. 시점 축을 뒤집으세요.",
    ),
    en=(
        "You left the outputs in the order of reading.",
        "Bring them into the order of the word: reverse the time axis.",
    ),
)
def leaves_the_outputs_as_read(read, x, h0, W, U, b):
    outputs, h = read(x, h0, W, U, b)
    return outputs[:, ::-1], h


@MEND.twist(
    "M26",
    ko=(
        "앞에서부터 읽었습니다.",
        "끝 글자를 먼저 읽습니다. 첫 글자가 맨 나중입니다.",
    ),
    en=(
        "You read from the front.",
        "The final letter is read first, the first letter at the very end.",
    ),
)
def reads_from_the_front(read, x, h0, W, U, b):
    outputs, h = read(x[:, ::-1], h0, W, U, b)
    return outputs[:, ::-1], h


@MEND.twist(
    "M16",
    ko=(
        "받은 초기 상태 대신 0에서 시작했습니다.",
        "끝 글자를 읽기 전의 상태가 `h0`입니다.",
    ),
    en=(
        "You started from zeros and not from the given initial state.",
        "The state before the final letter is `h0`.",
    ),
)
def starts_from_zeros(read, x, h0, W, U, b):
    return read(x, np.zeros_like(h0), W, U, b)


@MEND.mistake(
    "M17",
    ko=(
        "글자마다 초기 상태를 다시 넣었습니다.",
        "각 글자는 바로 뒤 글자까지 읽은 상태를 받습니다.",
    ),
    en=(
        "You fed the initial state at every letter.",
        "Each letter takes the state after the letter right behind it.",
    ),
)
def feeds_the_initial_state(x, h0, W, U, b):
    outputs = [step(x[:, t], h0, W, U, b) for t in range(x.shape[1])]
    return np.stack(outputs, axis=1), outputs[0]


@MEND.twist(
    "M17",
    ko=(
        "마지막 상태 대신 초기 상태를 돌려주었습니다.",
        "반복문이 끝났을 때의 `h`를 돌려줍니다.",
    ),
    en=(
        "You returned the initial state in the place of the last one.",
        "Return what `h` is when the loop has ended.",
    ),
)
def returns_the_initial_state(read, x, h0, W, U, b):
    return read(x, h0, W, U, b)[0], h0


@MEND.twist(
    "M09",
    ko=(
        "시점 축을 맨 앞에 두었습니다.",
        "출력의 축은 `(B, T, H)`입니다. `axis=1`에 쌓으세요.",
    ),
    en=(
        "You put the time axis first.",
        "Outputs have the axes `(B, T, H)`: stack them on `axis=1`.",
    ),
)
def puts_time_first(read, x, h0, W, U, b):
    outputs, h = read(x, h0, W, U, b)
    return np.swapaxes(outputs, 0, 1), h


@MEND.twist(
    "M13",
    ko=(
        "출력만 돌려주었습니다.",
        "값은 두 개입니다. `return outputs, h`",
    ),
    en=(
        "You returned the outputs alone.",
        "There are two values: `return outputs, h`",
    ),
)
def returns_one_value(read, x, h0, W, U, b):
    return read(x, h0, W, U, b)[0]
