"""08-loop: a sequence with a mask."""

import numpy as np

from ..known import Question
from .one_step import right_step as step
from .probes import LOOPS, PASSAGES


def right_read(x, mask, h0, W, U, b):
    """Return the outputs (B, T, H) and the last state (B, H)."""
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h


LOOP = Question(
    "read_masked",
    right_read,
    LOOPS,
    ("BTH", "BH"),
    {"masked_step": step},
    PASSAGES,
    "masking-equation",
)


@LOOP.mistake(
    "M23",
    ko=(
        "가려진 시점의 출력이 0이 되었습니다.",
        "가려진 시점은 앞의 출력을 되풀이합니다. `y`를 다음 시점으로 넘기고 그대로 모으세요.",
    ),
    en=(
        "Masked steps came out as 0.",
        "A masked step repeats the output before it: hand `y` on, and collect it as it is.",
    ),
)
def hands_on_zeros(x, mask, h0, W, U, b):
    outputs, h = [], h0
    for t in range(x.shape[1]):
        h, y = step(x[:, t], mask[:, t], h, np.zeros_like(h0), W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h


@LOOP.mistake(
    "M23",
    ko=(
        "첫 글자 앞의 출력이 초기 상태와 같습니다.",
        "출력 `y`는 `h0`이 아니라 0에서 시작하고, 모으는 것은 `h`가 아니라 `y`입니다.",
    ),
    en=(
        "Before the first letter your outputs are the initial state.",
        "The output `y` starts from 0 and not from `h0`; collect `y`, not `h`.",
    ),
)
def collects_the_states(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = step(x[:, t], mask[:, t], h, y, W, U, b)
        outputs.append(h)
    return np.stack(outputs, axis=1), h


@LOOP.mistake(
    "M15",
    ko=(
        "마지막 출력을 마지막 상태로 돌려주었습니다.",
        "글자가 하나도 없는 행에서는 출력은 0이지만 상태는 `h0`입니다. `return …, h`",
    ),
    en=(
        "You returned the last output as the last state.",
        "In a row without any letter the output is 0, but the state is `h0`: `return …, h`",
    ),
)
def returns_the_last_output_as_state(x, mask, h0, W, U, b):
    outputs, _ = right_read(x, mask, h0, W, U, b)
    return outputs, outputs[:, -1]


@LOOP.mistake(
    "M23",
    ko=(
        "마스크를 쓰지 않았습니다.",
        "시점 `t`에는 `mask[:, t]`를 넘깁니다. 아니면 셀이 빈칸도 읽습니다.",
    ),
    en=(
        "You did not use the mask.",
        "Hand on `mask[:, t]` at step `t`: else the cell reads empty boxes, too.",
    ),
)
def ignores_the_mask(x, mask, h0, W, U, b):
    return right_read(x, np.ones_like(mask), h0, W, U, b)


@LOOP.twist(
    "M23",
    ko=("마스크를 뒤집어 썼습니다.", "`True`는 글자입니다. 받은 마스크를 그대로 넘기세요."),
    en=("You used the mask inverted.", "`True` is a letter: hand the mask on as it is."),
)
def inverts_the_mask(read, x, mask, h0, W, U, b):
    return read(x, ~mask, h0, W, U, b)


@LOOP.mistake(
    "M09",
    ko=(
        "마스크의 첫 축을 시점으로 보았습니다.",
        "마스크는 `(B, T)`입니다. 시점 `t`의 마스크는 `mask[t]`가 아니라 `mask[:, t]`입니다.",
    ),
    en=(
        "You took the first axis of the mask for time.",
        "A mask is `(B, T)`: that of step `t` is `mask[:, t]`, not `mask[t]`.",
    ),
)
def takes_a_row_of_the_mask(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = step(x[:, t], mask[t], h, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h


@LOOP.twist(
    "M16",
    ko=("받은 초기 상태 대신 0에서 시작했습니다.", "첫 시점의 앞 상태는 `h0`입니다."),
    en=(
        "You started from zeros and not from the given initial state.",
        "The state before the first step is `h0`.",
    ),
)
def starts_from_zeros(read, x, mask, h0, W, U, b):
    return read(x, mask, np.zeros_like(h0), W, U, b)


@LOOP.mistake(
    "M17",
    ko=(
        "시점마다 `h0`에서 다시 시작했습니다.",
        "`h0`은 첫 시점에만 쓰고, 그다음부터는 앞 시점의 상태를 씁니다.",
    ),
    en=(
        "You began each step from `h0` again.",
        "`h0` serves at the first step alone; afterwards the state of the step before.",
    ),
)
def feeds_the_initial_state(x, mask, h0, W, U, b):
    outputs, h, y = [], h0, np.zeros_like(h0)
    for t in range(x.shape[1]):
        h, y = step(x[:, t], mask[:, t], h0, y, W, U, b)
        outputs.append(y)
    return np.stack(outputs, axis=1), h


@LOOP.mistake(
    "M10",
    ko=(
        "한 행이라도 가려진 시점을 모든 행에서 건너뛰었습니다.",
        "낱말의 길이는 저마다 다릅니다. `mask[:, t]`를 그대로 넘기면 행마다 따로 고릅니다.",
    ),
    en=(
        "You passed over a step for all rows when one was masked.",
        "Words have lengths of their own: hand `mask[:, t]` on, and each row is chosen by itself.",
    ),
)
def skips_for_all_rows(x, mask, h0, W, U, b):
    shared = np.broadcast_to(mask.all(axis=0), mask.shape)
    return right_read(x, shared, h0, W, U, b)


@LOOP.twist(
    "M01",
    ko=(
        "마지막 출력만 돌려주었습니다.",
        "모든 시점의 출력 `(B, T, H)`가 필요합니다. 시점마다 `y`를 모으세요.",
    ),
    en=(
        "You returned the last output alone.",
        "The outputs of all steps are wanted, `(B, T, H)`: collect the `y` of each.",
    ),
)
def returns_the_last_output(read, x, mask, h0, W, U, b):
    outputs, h = read(x, mask, h0, W, U, b)
    return outputs[:, -1], h


@LOOP.twist(
    "M09",
    ko=("출력의 시점 축을 맨 앞에 두었습니다.", "가운데 축에 쌓습니다. `np.stack(…, axis=1)`"),
    en=(
        "You put the time axis of the outputs first.",
        "Stack them on the middle axis: `np.stack(…, axis=1)`",
    ),
)
def stacks_time_first(read, x, mask, h0, W, U, b):
    outputs, h = read(x, mask, h0, W, U, b)
    return np.swapaxes(outputs, 0, 1), h


@LOOP.twist(
    "M26",
    ko=("시퀀스를 거꾸로 읽었습니다.", "시점 0에서 시작해 끝으로 갑니다."),
    en=("You read the sequence backwards.", "Start at step 0 and go to the end."),
)
def reads_backwards(read, x, mask, h0, W, U, b):
    return read(x[:, ::-1], mask[:, ::-1], h0, W, U, b)
