"""08-step: one time step with a mask."""

import numpy as np

from rnnkit.steps import simple_rnn_step as new_state

from ..known import Question
from .probes import PASSAGES, STEPS


def right_step(x, m, h, y, W, U, b):
    """Return the state h (B, H) and the output y (B, H)."""
    new, m = new_state(x, h, W, U, b), m[:, None]
    return np.where(m, new, h), np.where(m, new, y)


STEP = Question(
    "masked_step",
    right_step,
    STEPS,
    ("BH", "BH"),
    passages=PASSAGES,
    chapter="masking-equation",
)


@STEP.mistake(
    "M23",
    ko=(
        "가려진 행의 출력을 0으로 두었습니다.",
        "가려진 시점의 출력은 0이 아니라 앞의 출력 `y`를 되풀이합니다.",
    ),
    en=(
        "You let a masked row come out as 0.",
        "The output of a masked step is not 0: it repeats the `y` before.",
    ),
)
def outputs_zeros(x, m, h, y, W, U, b):
    return right_step(x, m, h, np.zeros_like(y), W, U, b)


@STEP.twist(
    "M23",
    ko=(
        "가려진 행의 출력으로 상태 `h`를 돌려주었습니다.",
        "되풀이하는 것은 앞의 출력 `y`입니다. 첫 글자 앞에서는 둘이 다릅니다.",
    ),
    en=(
        "You returned the state `h` as the output of a masked row.",
        "What repeats is the output before, `y`. Before the first letter they differ.",
    ),
)
def outputs_the_state(step, x, m, h, y, W, U, b):
    h, _ = step(x, m, h, y, W, U, b)
    return h, h


@STEP.mistake(
    "M23",
    ko=(
        "가려진 행의 상태를 0으로 지웠습니다.",
        "출력뿐 아니라 상태도 앞의 것이 그대로 남습니다.",
    ),
    en=(
        "You wiped out the state of a masked row.",
        "Not only the output stays what it was, but the state as well.",
    ),
)
def wipes_the_state(x, m, h, y, W, U, b):
    h, y = right_step(x, m, h, y, W, U, b)
    return h * m[:, None], y


@STEP.mistake(
    "M23",
    ko=(
        "출력에만 마스크를 썼습니다.",
        "가려진 행에서는 상태도 앞의 것을 둡니다. 아니면 빈칸을 읽은 상태가 이어집니다.",
    ),
    en=(
        "You used the mask for the output alone.",
        "On masked rows the state stays too: else it has read the empty box.",
    ),
)
def masks_the_output_alone(x, m, h, y, W, U, b):
    _, y = right_step(x, m, h, y, W, U, b)
    return new_state(x, h, W, U, b), y


@STEP.mistake(
    "M23",
    ko=(
        "가려진 행의 상태와 출력을 모두 0으로 지웠습니다.",
        "가려진 시점은 건너뜁니다. 상태도 출력도 앞의 것이 그대로 남습니다.",
    ),
    en=(
        "You wiped out state and output of a masked row.",
        "A masked step is passed over: state and output stay what they were.",
    ),
)
def wipes_both(x, m, h, y, W, U, b):
    new = new_state(x, h, W, U, b) * m[:, None]
    return new, new


@STEP.mistake(
    "M23",
    ko=(
        "입력만 0으로 가렸습니다.",
        "0을 읽어도 `h @ U + b` 때문에 상태가 바뀝니다. 계산한 다음에 고르세요.",
    ),
    en=(
        "You hid the input alone, by 0.",
        "Reading 0 still changes the state, by `h @ U + b`: choose after computing.",
    ),
)
def hides_the_input_alone(x, m, h, y, W, U, b):
    new = new_state(x * m[:, None], h, W, U, b)
    return new, new


@STEP.mistake(
    "M23",
    ko=(
        "마스크를 쓰지 않았습니다.",
        "마스크가 `False`인 행에서는 새 상태를 버리고 앞의 것을 둡니다.",
    ),
    en=(
        "You did not use the mask.",
        "Where it is `False` the new state is thrown away, and the old one stays.",
    ),
)
def ignores_the_mask(x, m, h, y, W, U, b):
    new = new_state(x, h, W, U, b)
    return new, new


@STEP.twist(
    "M23",
    ko=("마스크를 뒤집어 썼습니다.", "`True`는 글자입니다. 그 행이 새 상태를 씁니다."),
    en=("You used the mask inverted.", "`True` is a letter: that row takes the new state."),
)
def inverts_the_mask(step, x, m, h, y, W, U, b):
    return step(x, ~m, h, y, W, U, b)


@STEP.mistake(
    "M23",
    ko=(
        "앞 상태에 `1 - m`을 곱하지 않고 더했습니다.",
        "둘 가운데 하나를 고릅니다. `m * new + (1 - m) * h`",
    ),
    en=(
        "You added the state before without the factor `1 - m`.",
        "One of the two is chosen: `m * new + (1 - m) * h`.",
    ),
)
def adds_both(x, m, h, y, W, U, b):
    new = new_state(x, h, W, U, b) * m[:, None]
    return new + h, new + y


@STEP.mistake(
    "M10",
    ko=(
        "한 행이라도 가려지면 모든 행을 건너뛰었습니다.",
        "마스크는 행마다 다릅니다. 가려진 행만 앞의 것을 둡니다.",
    ),
    en=(
        "You passed over all rows when one of them was masked.",
        "Each row has its own mask: the masked ones alone keep what they had.",
    ),
)
def skips_all_rows(x, m, h, y, W, U, b):
    return right_step(x, np.full_like(m, m.all()), h, y, W, U, b)


@STEP.mistake(
    "M10",
    ko=(
        "첫 행의 마스크를 모든 행에 썼습니다.",
        "마스크는 행마다 다릅니다. `m[:, None]`으로 `(B, 1)`을 만드세요.",
    ),
    en=(
        "You used the first row's mask for all rows.",
        "Each row has its own: make it `(B, 1)` with `m[:, None]`.",
    ),
)
def uses_the_first_mask(x, m, h, y, W, U, b):
    return right_step(x, np.full_like(m, m[0]), h, y, W, U, b)


@STEP.mistake(
    "M09",
    ko=(
        "마스크를 유닛의 축에 맞추었습니다.",
        "`(B,)`는 마지막 축에 맞추어집니다. `m[:, None]`으로 `(B, 1)`을 만드세요.",
    ),
    en=(
        "You let the mask meet the axis of the units.",
        "`(B,)` is matched to the last axis: make it `(B, 1)` with `m[:, None]`.",
    ),
)
def masks_units(x, m, h, y, W, U, b):
    new = new_state(x, h, W, U, b)
    return np.where(m, new, h), np.where(m, new, y)


@STEP.twist(
    "M16",
    ko=("앞 상태 대신 0을 썼습니다.", "새 상태는 `h`에서 나아가고, 가려진 행에는 `h`가 남습니다."),
    en=(
        "You used zeros and not the state before.",
        "The new state comes from `h`, and on masked rows `h` stays.",
    ),
)
def forgets_the_state(step, x, m, h, y, W, U, b):
    return step(x, m, np.zeros_like(h), y, W, U, b)


@STEP.twist(
    "M15",
    ko=("출력과 상태의 순서를 바꾸어 돌려주었습니다.", "상태가 먼저입니다. `return h, y`"),
    en=("You returned the output first, then the state.", "The state comes first: `return h, y`"),
)
def returns_them_swapped(step, x, m, h, y, W, U, b):
    h, y = step(x, m, h, y, W, U, b)
    return y, h


@STEP.twist(
    "M13",
    ko=("값을 하나만 돌려주었습니다.", "값은 두 개입니다. `return h, y`"),
    en=("You returned one value.", "There are two: `return h, y`"),
)
def returns_one_value(step, x, m, h, y, W, U, b):
    return step(x, m, h, y, W, U, b)[0]


@STEP.mistake(
    "M10",
    ko=(
        "받은 `h`와 `y`를 제자리에서 고쳤습니다.",
        "그러면 부른 쪽의 상태도 바뀝니다. 새 배열을 만들어 돌려주세요.",
    ),
    en=(
        "You changed the given `h` and `y` in place.",
        "The caller's state changes with them. Make new arrays and return those.",
    ),
)
def writes_into_the_states(x, m, h, y, W, U, b):
    new = new_state(x, h, W, U, b)
    h[m], y[m] = new[m], new[m]
    return h, y
