"""09-loop: a sequence read in both directions."""

import numpy as np

from ..known import Question
from ..unfolding.loop import right_unfold as unfold
from .probes import LOOPS, PASSAGES


def right_both(x, h0, g0, there, back):
    """Return the outputs (B, T, 2H) and both last states (B, H)."""
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], g0, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g


LOOP = Question(
    "both_ways",
    right_both,
    LOOPS,
    ("BTH", "BH", "BH"),
    passages=PASSAGES | {"M26": "bidirectional-equation"},
    chapter="bidirectional-equation",
)


@LOOP.mistake(
    "M26",
    ko=(
        "역방향의 출력을 다시 뒤집지 않았습니다.",
        "그대로 붙이면 첫 글자와 마지막 글자가 짝이 됩니다. 시간 순서로 돌려놓으세요.",
    ),
    en=(
        "You did not turn the backward outputs round again.",
        "As they are, the first letter meets the last: put them into the order of time.",
    ),
)
def leaves_them_reversed(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], g0, *back)
    return np.concatenate([forward, backward], axis=-1), h, g


@LOOP.mistake(
    "M26",
    ko=(
        "두 층이 모두 앞에서부터 읽었습니다.",
        "역방향 층에는 뒤집은 시퀀스 `x[:, ::-1]`을 줍니다.",
    ),
    en=(
        "You let both layers read from the beginning.",
        "The backward layer gets the sequence turned round, `x[:, ::-1]`.",
    ),
)
def reads_forward_twice(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x, g0, *back)
    return np.concatenate([forward, backward], axis=-1), h, g


@LOOP.mistake(
    "M26",
    ko=(
        "입력은 그대로 두고 출력만 뒤집었습니다.",
        "먼저 입력을 뒤집어 읽고, 나온 출력을 다시 뒤집습니다. 두 번입니다.",
    ),
    en=(
        "You turned the outputs round, but not the input.",
        "First the input is turned, and then what comes out: twice in all.",
    ),
)
def turns_the_outputs_alone(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x, g0, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g


@LOOP.mistake(
    "M09",
    ko=(
        "시점이 아니라 배치를 뒤집었습니다.",
        "`x[::-1]`은 행의 순서를 바꿉니다. 시점 축은 가운데입니다. `x[:, ::-1]`",
    ),
    en=(
        "You turned the batch round, not time.",
        "`x[::-1]` changes the order of rows; time is the middle axis: `x[:, ::-1]`",
    ),
)
def turns_the_batch(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[::-1], g0, *back)
    return np.concatenate([forward, backward[::-1]], axis=-1), h, g


@LOOP.mistake(
    "M08",
    ko=(
        "시점이 아니라 특징을 뒤집었습니다.",
        "마지막 축은 특징입니다. 시점 축은 가운데입니다. `x[:, ::-1]`",
    ),
    en=(
        "You turned the features round, not time.",
        "The last axis holds features; time is the middle one: `x[:, ::-1]`",
    ),
)
def turns_the_features(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[..., ::-1], g0, *back)
    return np.concatenate([forward, backward[..., ::-1]], axis=-1), h, g


@LOOP.twist(
    "M06",
    ko=(
        "두 방향에 `there`를 썼습니다.",
        "층마다 자기 가중치가 있습니다. 역방향에는 `back`을 쓰세요.",
    ),
    en=(
        "You used `there` for both directions.",
        "Each layer has weights of its own: the backward one takes `back`.",
    ),
)
def shares_the_weights(read, x, h0, g0, there, back):
    return read(x, h0, g0, there, there)


@LOOP.twist(
    "M06",
    ko=(
        "두 방향의 가중치를 바꾸어 썼습니다.",
        "`there`는 앞에서부터, `back`은 뒤에서부터 읽는 층의 것입니다.",
    ),
    en=(
        "You exchanged the weights of both directions.",
        "`there` belongs to the layer that reads from the beginning, `back` to the other.",
    ),
)
def exchanges_the_weights(read, x, h0, g0, there, back):
    return read(x, h0, g0, back, there)


@LOOP.twist(
    "M16",
    ko=(
        "초기 상태를 바꾸어 썼습니다.",
        "정방향은 `h0`에서, 역방향은 `g0`에서 시작합니다.",
    ),
    en=(
        "You exchanged the initial states.",
        "The forward layer starts from `h0`, the backward layer from `g0`.",
    ),
)
def exchanges_the_states(read, x, h0, g0, there, back):
    return read(x, g0, h0, there, back)


@LOOP.twist(
    "M16",
    ko=(
        "두 방향이 모두 `h0`에서 시작했습니다.",
        "역방향 층은 자기 초기 상태 `g0`에서 시작합니다.",
    ),
    en=(
        "You started both directions from `h0`.",
        "The backward layer starts from a state of its own, `g0`.",
    ),
)
def starts_both_from_h0(read, x, h0, g0, there, back):
    return read(x, h0, h0, there, back)


@LOOP.twist(
    "M16",
    ko=(
        "받은 초기 상태 대신 0에서 시작했습니다.",
        "`h0`과 `g0`을 `unfold`에 그대로 넘기세요.",
    ),
    en=(
        "You started from zeros and not from the given states.",
        "Hand `h0` and `g0` on to `unfold`.",
    ),
)
def starts_from_zeros(read, x, h0, g0, there, back):
    return read(x, np.zeros_like(h0), np.zeros_like(g0), there, back)


@LOOP.mistake(
    "M17",
    ko=(
        "역방향이 정방향의 마지막 상태에서 시작했습니다.",
        "두 층은 따로 읽습니다. 역방향의 첫걸음 앞에 있는 상태는 `g0`입니다.",
    ),
    en=(
        "You started the backward layer from the last forward state.",
        "The layers read apart: the state before the backward layer's first step is `g0`.",
    ),
)
def goes_on_from_the_end(x, h0, g0, there, back):
    forward, h = unfold(x, h0, *there)
    backward, g = unfold(x[:, ::-1], h, *back)
    return np.concatenate([forward, backward[:, ::-1]], axis=-1), h, g


@LOOP.mistake(
    "M15",
    ko=(
        "역방향의 상태로 마지막 시점의 출력을 돌려주었습니다.",
        "그곳에서 역방향은 글자 하나만 읽었습니다. 다 읽은 상태는 시점 0의 것입니다.",
    ),
    en=(
        "You returned the output of the last step as the backward state.",
        "There one letter has been read; the state after all of them is that of step 0.",
    ),
)
def takes_the_state_at_the_end(x, h0, g0, there, back):
    outputs, h, _ = right_both(x, h0, g0, there, back)
    return outputs, h, outputs[:, -1, h.shape[1] :]


@LOOP.mistake(
    "M12",
    ko=(
        "상태 자리에 모든 시점의 출력을 돌려주었습니다.",
        "상태는 다 읽은 뒤의 것 하나씩, `(B, H)`입니다.",
    ),
    en=(
        "You returned the outputs of all steps in the place of the states.",
        "Each layer has one state after it has read everything, `(B, H)`.",
    ),
)
def returns_all_states(x, h0, g0, there, back):
    outputs, h, _ = right_both(x, h0, g0, there, back)
    return outputs, outputs[..., : h.shape[1]], outputs[..., h.shape[1] :]


@LOOP.twist(
    "M15",
    ko=("두 상태의 순서를 바꾸어 돌려주었습니다.", "정방향이 먼저입니다. `return outputs, h, g`"),
    en=("You returned the backward state first.", "Forward comes first: `return outputs, h, g`"),
)
def returns_the_states_exchanged(read, x, h0, g0, there, back):
    outputs, h, g = read(x, h0, g0, there, back)
    return outputs, g, h


@LOOP.mistake(
    "M27",
    ko=(
        "두 방향의 출력을 더했습니다.",
        "나란히 붙입니다. 너비는 `2H`입니다.",
    ),
    en=("You added the outputs of both directions.", "Put them side by side: `2H` wide."),
)
def adds_the_outputs(x, h0, g0, there, back):
    outputs, h, g = right_both(x, h0, g0, there, back)
    return sum(np.split(outputs, 2, axis=-1)), h, g


@LOOP.twist(
    "M27",
    ko=("출력에서 역방향을 앞에 붙였습니다.", "정방향의 유닛들이 먼저입니다."),
    en=("You put the backward outputs first.", "The forward units come first."),
)
def puts_backward_first(read, x, h0, g0, there, back):
    outputs, h, g = read(x, h0, g0, there, back)
    return np.concatenate(np.split(outputs, 2, axis=-1)[::-1], axis=-1), h, g


@LOOP.twist(
    "M13",
    ko=("역방향의 상태를 돌려주지 않았습니다.", "값은 셋입니다. `return outputs, h, g`"),
    en=("You did not return the backward state.", "There are three values: `outputs, h, g`"),
)
def returns_two_values(read, x, h0, g0, there, back):
    return read(x, h0, g0, there, back)[:2]


@LOOP.twist(
    "M02",
    ko=("한 시점의 출력만 돌려주었습니다.", "모든 시점의 출력 `(B, T, 2H)`가 필요합니다."),
    en=("You returned the output of one step.", "Those of all steps are wanted: `(B, T, 2H)`"),
)
def returns_the_last_output(read, x, h0, g0, there, back):
    outputs, h, g = read(x, h0, g0, there, back)
    return outputs[:, -1], h, g
