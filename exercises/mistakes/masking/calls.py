"""08-mend: a state that goes on from call to call, with a mistake to find."""

import numpy as np

from ..known import Question
from ..numbers import SIZES, sequences
from ..unfolding.loop import right_unfold as unfold
from .probes import PASSAGES


def right_calls(calls, W, U, b):
    """Return the outputs of all calls (B, T, H) and the last state (B, H)."""
    outputs, h = [], None
    for x in calls:
        if x is None:
            h = None
        else:
            y, h = unfold(x, zeros(x, b) if h is None else h, W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h


def zeros(x, b):
    """Return the state of a layer that has been reset."""
    return np.zeros((len(x), len(b)))


def texts(B, T, D, H):
    """Return calls: two pieces of a text, a reset, and two pieces of another."""
    x, _, *weights = sequences(B, T, D, H)
    y = x[:, ::-1] + 0.2
    return [x[:, :1], x[:, 1:], None, y[:, :2], y[:, 2:]], *weights


def one_text(B, T, D, H):
    """Return calls: three pieces of one text."""
    x, _, *weights = sequences(B, T, D, H)
    return [x[:, :1], x[:, 1:2], x[:, 2:]], *weights


def many_resets(B, T, D, H):
    """Return calls that begin and end with a reset and have two in a row."""
    x, _, *weights = sequences(B, T, D, H)
    return [None, x[:, :2], None, None, x[:, 2:], 0.5 * x], *weights


MEND = Question(
    "read_calls",
    right_calls,
    [kind(*sizes) for sizes in SIZES for kind in (texts, one_text, many_resets)],
    ("BTH", "BH"),
    passages=PASSAGES,
    chapter="masking-stateful",
)


@MEND.mistake(
    "M24",
    ko=(
        "새 글이 아직도 앞 글의 상태에서 시작합니다.",
        "간직한 상태는 저절로 지워지지 않습니다. `None`에서 0으로 되돌리세요.",
    ),
    en=(
        "A new text still starts from the state of the one before.",
        "Nothing is forgotten by itself: at `None` set the state back to 0.",
    ),
)
def never_resets(calls, W, U, b):
    return right_calls([x for x in calls if x is not None], W, U, b)


@MEND.mistake(
    "M24",
    ko=(
        "부를 때마다 0에서 시작했습니다.",
        "그것은 `stateful=False`인 층입니다. 이 층은 `None`이 올 때까지 상태를 이어 갑니다.",
    ),
    en=(
        "You started from 0 at every call.",
        "That is a layer with `stateful=False`. This one carries its state on until `None`.",
    ),
)
def resets_at_every_call(calls, W, U, b):
    return right_calls([one for x in calls for one in (None, x)], W, U, b)


@MEND.mistake(
    "M24",
    ko=(
        "한 시점마다 0에서 시작했습니다.",
        "상태는 어느 층에서나 한 시퀀스 안에서 이어집니다. `unfold`에 조각을 통째로 넘기세요.",
    ),
    en=(
        "You started from 0 at every time step.",
        "Within a sequence the state goes on in every layer: hand whole pieces to `unfold`.",
    ),
)
def resets_at_every_step(calls, W, U, b):
    steps = [x[:, t : t + 1] for x in calls if x is not None for t in range(x.shape[1])]
    return resets_at_every_call(steps, W, U, b)


@MEND.mistake(
    "M24",
    ko=(
        "`None`에서 읽기를 멈추었습니다.",
        "`None`은 끝이 아니라 `reset_state()`입니다. 그다음 글도 읽습니다.",
    ),
    en=(
        "You stopped reading at `None`.",
        "`None` is not the end but `reset_state()`: the text behind it is read as well.",
    ),
)
def stops_at_the_reset(calls, W, U, b):
    read = []
    for x in calls:
        if x is None and read:
            break
        read.append(x)
    return right_calls(read, W, U, b)


@MEND.mistake(
    "M24",
    ko=(
        "마지막 글의 출력만 돌려주었습니다.",
        "지우는 것은 상태뿐입니다. 앞 글의 출력은 그대로 남깁니다.",
    ),
    en=(
        "You returned the outputs of the last text alone.",
        "Only the state is forgotten: the outputs of earlier texts remain.",
    ),
)
def forgets_the_outputs(calls, W, U, b):
    begin = max((n for n, x in enumerate(calls) if x is None), default=0)
    return right_calls(calls[begin:], W, U, b)


@MEND.mistake(
    "M24",
    ko=(
        "배치의 첫 행만 0으로 되돌렸습니다.",
        "`reset_state()`는 모든 행의 상태를 지웁니다.",
    ),
    en=(
        "You set the first row of the batch back, and that alone.",
        "`reset_state()` forgets the states of all rows.",
    ),
)
def resets_one_row(calls, W, U, b):
    outputs, h = [], None
    for x in calls:
        if x is None:
            if h is not None:
                h = np.concatenate([np.zeros_like(h[:1]), h[1:]])
        else:
            y, h = unfold(x, zeros(x, b) if h is None else h, W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h


@MEND.mistake(
    "M24",
    ko=(
        "`None`에서 0이 아니라 1로 되돌렸습니다.",
        "`reset_state()` 다음의 상태는 맨 처음처럼 0입니다.",
    ),
    en=(
        "At `None` you set the state to 1 and not to 0.",
        "After `reset_state()` the state is 0, as it was at the very first.",
    ),
)
def resets_to_ones(calls, W, U, b):
    outputs, h, start = [], None, 0.0
    for x in calls:
        if x is None:
            h, start = None, 1.0
        else:
            y, h = unfold(x, zeros(x, b) + start if h is None else h, W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h


@MEND.mistake(
    "M24",
    ko=(
        "`None`에서 글의 처음이 아니라 앞 조각의 처음 상태로 되돌렸습니다.",
        "`reset_state()` 다음의 상태는 0입니다.",
    ),
    en=(
        "At `None` you went back to the state in which the last piece began.",
        "After `reset_state()` the state is 0.",
    ),
)
def goes_back_one_piece(calls, W, U, b):
    outputs, h, before = [], None, None
    for x in calls:
        if x is None:
            h = before
        else:
            before = zeros(x, b) if h is None else h
            y, h = unfold(x, before, W, U, b)
            outputs.append(y)
    return np.concatenate(outputs, axis=1), h


@MEND.twist(
    "M09",
    ko=("출력의 시점 축을 맨 앞에 두었습니다.", "시점 축은 가운데입니다. `axis=1`로 이으세요."),
    en=(
        "You put the time axis of the outputs first.",
        "Time is the middle axis: join the outputs on `axis=1`.",
    ),
)
def puts_time_first(read, calls, W, U, b):
    outputs, h = read(calls, W, U, b)
    return np.swapaxes(outputs, 0, 1), h


@MEND.twist(
    "M12",
    ko=(
        "출력을 마지막 상태 자리에도 돌려주었습니다.",
        "두 번째 값은 마지막 조각이 끝났을 때의 상태 하나, `(B, H)`입니다.",
    ),
    en=(
        "You returned the outputs in the place of the last state, too.",
        "The second value is the state after the last piece alone, `(B, H)`.",
    ),
)
def returns_all_states(read, calls, W, U, b):
    outputs, _ = read(calls, W, U, b)
    return outputs, outputs


@MEND.twist(
    "M05",
    ko=("편향을 빠뜨렸습니다.", "`unfold`에 받은 `W`, `U`, `b`를 모두 그대로 넘기세요."),
    en=("You left out the bias.", "Hand the given `W`, `U` and `b` on to `unfold`, all three."),
)
def forgets_the_bias(read, calls, W, U, b):
    return read(calls, W, U, np.zeros_like(b))
