"""07-stack: states and axes gone astray. What goes up between the layers is in `layers.py`."""

import numpy as np

from ..unfolding.loop import right_unfold as unfold
from ..unfolding.one_step import right_step as step
from .layers import STACK, right_stack


@STACK.mistake(
    "M01",
    ko=(
        "아래층의 마지막 출력을 시점마다 되풀이해서 위로 올렸습니다.",
        "위층은 시점 `t`에 아래층의 시점 `t` 출력을 읽습니다.",
    ),
    en=(
        "You handed up the last output again and again.",
        "At step `t` the upper layer reads what the layer below gave at step `t`.",
    ),
)
def hands_up_the_last_output_repeated(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        outputs, h = unfold(x, h, W, U, b)
        x = np.repeat(h[:, None], x.shape[1], axis=1)
        last.append(h)
    return outputs, *last


@STACK.mistake(
    "M15",
    ko=(
        "마지막 상태 자리에 모두 맨 위층의 상태를 넣었습니다.",
        "마지막 출력과 같은 것은 맨 위층의 상태뿐입니다. 층마다 자기 상태를 담으세요.",
    ),
    en=(
        "You returned the state of the top layer for every layer.",
        "Only the top layer's state equals the last output: collect the state of each.",
    ),
)
def top_state_for_all(x, states, weights):
    outputs, *_ = right_stack(x, states, weights)
    return outputs, *[outputs[:, -1]] * len(states)


@STACK.twist(
    "M13",
    ko=(
        "상태들을 목록 하나에 담아 돌려주었습니다.",
        "한 줄로 펼칩니다. 별표를 잊지 마세요. `return outputs, *states`",
    ),
    en=(
        "You returned the states inside one list.",
        "Put them in one row; mind the star: `return outputs, *states`",
    ),
)
def returns_the_states_in_a_list(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    return outputs, tuple(last)


@STACK.mistake(
    "M12",
    ko=(
        "층마다 모든 시점의 상태를 돌려주었습니다.",
        "층마다 마지막 시점의 상태 `(B, H)` 하나입니다.",
    ),
    en=(
        "You returned the states of all steps for each layer.",
        "One state for each layer is wanted, that of the last step, `(B, H)`.",
    ),
)
def returns_all_states_of_each(x, states, weights):
    read = []
    for h, arrays in zip(states, weights, strict=True):
        x, _ = unfold(x, h, *arrays)
        read.append(x)
    return x, *read


@STACK.mistake(
    "M15",
    ko=(
        "맨 위층이 아니라 맨 아래층의 출력을 돌려주었습니다.",
        "출력은 맨 위층의 것입니다. 아래층의 출력은 위층이 읽습니다.",
    ),
    en=(
        "You returned the outputs of the lowest layer.",
        "The outputs are those of the top layer; those below are read by the layer above.",
    ),
)
def returns_the_lowest_outputs(x, states, weights):
    _, *last = right_stack(x, states, weights)
    return unfold(x, states[0], *weights[0])[0], *last


@STACK.mistake(
    "M17",
    ko=(
        "시점마다 초기 상태를 넣었습니다.",
        "초기 상태는 첫 시점에만 쓰고, 그다음부터는 앞 시점의 상태를 씁니다.",
    ),
    en=(
        "You fed the initial state at every step.",
        "It serves at the first step alone; afterwards take the state of the step before.",
    ),
)
def feeds_the_initial_states(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x = np.stack([step(x[:, t], h, W, U, b) for t in range(x.shape[1])], axis=1)
        last.append(x[:, -1])
    return x, *last


@STACK.mistake(
    "M15",
    ko=("나아가기 전의 상태를 출력으로 모았습니다.", "`simple_rnn_step`을 부른 다음에 담습니다."),
    en=(
        "You collected the state before the step as the output.",
        "Collect it after `simple_rnn_step`.",
    ),
)
def collects_too_early(x, states, weights):
    last = []
    for h0, (W, U, b) in zip(states, weights, strict=True):
        outputs, h = unfold(x, h0, W, U, b)
        x = np.concatenate([h0[:, None], outputs[:, :-1]], axis=1)
        last.append(h)
    return x, *last


@STACK.mistake(
    "M03",
    ko=(
        "시점의 수만큼이 아니라 유닛의 수만큼 되풀이했습니다.",
        "유닛은 상태의 너비입니다. 반복은 시점의 수 `x.shape[1]`만큼 합니다.",
    ),
    en=(
        "You repeated as often as there are units.",
        "Units are the width of the state: repeat once for each time step, `x.shape[1]`.",
    ),
)
def a_step_for_each_unit(x, states, weights):
    last = []
    for h, (W, U, b) in zip(states, weights, strict=True):
        x, h = unfold(x[:, : len(U)], h, W, U, b)
        last.append(h)
    return x, *last


@STACK.mistake(
    "M09",
    ko=(
        "첫 축을 시점으로 읽었습니다.",
        "첫 축은 배치입니다. 시점 `t`의 입력은 `x[t]`가 아니라 `x[:, t]`입니다.",
    ),
    en=(
        "You read the first axis as time.",
        "The first axis is the batch: the input of step `t` is `x[:, t]`, not `x[t]`.",
    ),
)
def reads_the_batch_as_time(x, states, weights):
    outputs, *last = right_stack(np.swapaxes(x, 0, 1), states, weights)
    return np.swapaxes(outputs, 0, 1), *last


@STACK.twist(
    "M09",
    ko=("출력의 시점 축을 맨 앞에 두었습니다.", "가운데 축에 쌓습니다. `np.stack(…, axis=1)`"),
    en=(
        "You put the time axis of the outputs first.",
        "Stack them on the middle axis: `np.stack(…, axis=1)`",
    ),
)
def stacks_time_first(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    return np.swapaxes(outputs, 0, 1), *last


@STACK.twist(
    "M26",
    ko=("시퀀스를 거꾸로 읽었습니다.", "시점 0에서 시작해 끝으로 갑니다."),
    en=("You read the sequence backwards.", "Start at step 0 and go to the end."),
)
def reads_backwards(stack, x, states, weights):
    return stack(x[:, ::-1], states, weights)


@STACK.twist(
    "M10",
    ko=(
        "받은 `states` 목록에 새 상태를 써넣었습니다.",
        "그러면 부른 쪽의 초기 상태도 바뀝니다. 새 목록을 만드세요.",
    ),
    en=(
        "You wrote the new states into the given list `states`.",
        "The caller's initial states change with it: make a new list.",
    ),
)
def writes_into_the_states(stack, x, states, weights):
    outputs, *last = stack(x, states, weights)
    states[:] = last
    return outputs, *last
